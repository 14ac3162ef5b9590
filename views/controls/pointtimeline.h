// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/accessible.h"
#include "theme/tokens.h"

#include <QDateTime>
#include <QVector>
#include <QWidget>

namespace valv::views {

//! \brief Recovery points over time in lanes by consistency; one is selected. ←/→ step between points, PgUp/PgDn by a
//! week, Home/End to the ends. Readers find a list of points.
class PointTimeline : public QWidget, public AccessibleItems
{
    Q_OBJECT
public:
    enum class Mark
    {
        Disc,
        Square,
        Triangle,
        Cross
    };
    struct Lane
    {
        QString label;
        QString count;
        friend bool operator==(const Lane&, const Lane&) = default;
    };
    struct Point
    {
        QString id;
        QDateTime at; //!< in the zone it is shown in
        int lane = 0;
        Mark mark = Mark::Disc;
        Role role = Role::S1;
        QString text; //!< tool tip and name for readers; first line bold
        bool selectable = true; //!< a failed one is not
    };
    explicit PointTimeline(QWidget* parent = nullptr);

    void setRange(const QDateTime& from, const QDateTime& to);
    void setLanes(const QVector<Lane>& lanes);
    [[nodiscard]] const QVector<Lane>& lanes() const { return m_lanes; }
    //! Sorted by time. The selection stays when its id is still there.
    void setPoints(const QVector<Point>& points);
    [[nodiscard]] const QVector<Point>& points() const { return m_points; }
    [[nodiscard]] QString selected() const;
    void select(const QString& id);
    [[nodiscard]] QPointF pointPosition(int index) const;

    // AccessibleItems
    [[nodiscard]] int itemCount() const override;
    [[nodiscard]] QString itemName(int index) const override;
    [[nodiscard]] QString itemDescription(int index) const override;
    [[nodiscard]] QRect itemRect(int index) const override;
    [[nodiscard]] bool isItemSelected(int index) const override;
    [[nodiscard]] bool isItemEnabled(int index) const override;
    void pressItem(int index) override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! The person chose another point.
    void selectedChanged(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double xAt(const QDateTime& time) const;
    [[nodiscard]] int indexAt(const QPointF& at) const;
    void choose(int index);
    void step(int direction, qint64 atLeastSeconds = 0);

    QVector<Lane> m_lanes;
    QVector<Point> m_points;
    QDateTime m_from;
    QDateTime m_to;
    int m_selected = -1;
    int m_hover = -1;
};

//! \brief The mark of a point, for timeline and legend.
void paintPointMark(QPainter& painter, const QPointF& centre, PointTimeline::Mark mark, const QColor& colour,
                    const QColor& ground, bool selected = false);

//! \brief The legend below a timeline: marks and their words.
class PointLegend : public QWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        PointTimeline::Mark mark = PointTimeline::Mark::Disc;
        Role role = Role::S1;
        QString text;
    };
    explicit PointLegend(QWidget* parent = nullptr);
    void setEntries(const QVector<Entry>& entries);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVector<Entry> m_entries;
};

} // namespace valv::views
