// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/accessible.h"
#include "theme/tokens.h"

#include <QVector>
#include <QWidget>

namespace valv::views {

//! \brief How full something is: parts of one whole with a legend below ("Used 2.42 TB", "This copy 0.23 TB").
//! Readers find a chart with one entry a part.
class CapacityBar : public QWidget, public AccessibleItems
{
    Q_OBJECT
public:
    struct Part
    {
        QString text;
        double value = 0; //!< same unit as the total
        Role role = Role::Accent;
    };
    explicit CapacityBar(QWidget* parent = nullptr);
    void setParts(const QVector<Part>& parts, double total);
    [[nodiscard]] QSize sizeHint() const override;
    // AccessibleItems
    [[nodiscard]] QAccessible::Role itemsRole() const override { return QAccessible::Chart; }
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_parts.size()); }
    [[nodiscard]] QString itemName(int index) const override { return m_parts.at(index).text; }
    [[nodiscard]] QString itemDescription(int) const override { return {}; }
    [[nodiscard]] QRect itemRect(int) const override { return rect(); }
    [[nodiscard]] bool isItemSelected(int) const override { return false; }
    [[nodiscard]] bool isItemEnabled(int) const override { return isEnabled(); }
    [[nodiscard]] bool canPickItems() const override { return false; }
    void pressItem(int) override { }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVector<Part> m_parts;
    double m_total = 0;
};

} // namespace valv::views
