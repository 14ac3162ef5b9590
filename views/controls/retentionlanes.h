// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/accessible.h"
#include "theme/tokens.h"

#include <QVector>
#include <QWidget>

namespace valv::views {

//! One row of a retention picture.
struct RetentionLane
{
    enum class Mark
    {
        Bar,
        Square,
        Disc,
        Diamond
    };
    QString label;
    QString count; //!< "30"
    QVector<double> days; //!< age of each kept point in days, 0 = today
    Role role = Role::S1;
    Mark mark = Mark::Bar;
    QString description = {}; //!< for readers: "30 daily points, oldest 30 days"
};

struct RetentionTick
{
    double days = 0;
    QString label;
};

//! \brief Which recovery points a policy keeps, on a logarithmic time axis (x ∝ ln(1 + days/6)).
//! \note Newest at the right by default; the small preview in forms has today at the left and a band to the oldest
//! point. Readers find a chart with one entry a lane.
class RetentionLanes : public QWidget, public AccessibleItems
{
    Q_OBJECT
public:
    enum class Direction
    {
        NewestRight,
        NewestLeft
    };
    explicit RetentionLanes(QWidget* parent = nullptr);

    void setLanes(const QVector<RetentionLane>& lanes, const QVector<RetentionTick>& ticks, double maximumDays);
    void setDirection(Direction direction);
    //! A pale band from today to the oldest point.
    void setBands(bool on);
    //! Distance between lanes; 34 in the editor, 26 in forms.
    void setLaneHeight(int px);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    //! Where an age lies between left (0) and right (1). Pure.
    [[nodiscard]] static double position(double days, double maximumDays, Direction direction);
    // AccessibleItems
    [[nodiscard]] QAccessible::Role itemsRole() const override { return QAccessible::Chart; }
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_lanes.size()); }
    [[nodiscard]] QString itemName(int index) const override;
    [[nodiscard]] QString itemDescription(int) const override { return {}; }
    [[nodiscard]] QRect itemRect(int index) const override;
    [[nodiscard]] bool isItemSelected(int) const override { return false; }
    [[nodiscard]] bool isItemEnabled(int) const override { return isEnabled(); }
    [[nodiscard]] bool canPickItems() const override { return false; }
    void pressItem(int) override { }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;

    QVector<RetentionLane> m_lanes;
    QVector<RetentionTick> m_ticks;
    double m_maximum = 365;
    Direction m_direction = Direction::NewestRight;
    int m_laneHeight = 34;
    bool m_bands = false;
};

} // namespace valv::views
