// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QVector>
#include <QWidget>

namespace valv::views {

//! \brief How full something is: parts of one whole with a legend below ("Used 2.42 TB", "This copy 0.23 TB").
class CapacityBar : public QWidget
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

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVector<Part> m_parts;
    double m_total = 0;
};

} // namespace valv::views
