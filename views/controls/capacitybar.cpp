// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/capacitybar.h"

#include "controls/accessible.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace valv::views {

namespace {

constexpr int capacityHeight = 8;
constexpr int legendSquare = 10;

} // namespace

CapacityBar::CapacityBar(QWidget* parent)
    : QWidget(parent)
{
    installAccessibility();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CapacityBar::setParts(const QVector<Part>& parts, double total)
{
    m_parts = parts;
    m_total = total;
    QStringList words;
    for (const Part& part : parts) {
        words.append(part.text);
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize CapacityBar::sizeHint() const
{
    int width = 0;
    for (const Part& part : m_parts) {
        width += legendSquare + 6 + textWidth(TextStyle::Caption, part.text) + Space::lg;
    }
    return {std::max(120, width), m_parts.isEmpty() ? capacityHeight : capacityHeight + Space::xs + 20};
}

void CapacityBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF bar(0, 0, width(), capacityHeight);
    QPainterPath shape;
    shape.addRoundedRect(bar, 2, 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(shape);
    painter.fillRect(bar, color(Role::Skeleton));
    double before = 0;
    for (const Part& part : m_parts) {
        if (m_total <= 0) {
            break;
        }
        const qreal x0 = std::round(std::min(1.0, before / m_total) * width());
        before += part.value;
        const qreal x1 = std::round(std::min(1.0, before / m_total) * width());
        painter.fillRect(QRectF(x0, 0, x1 - x0, capacityHeight), color(part.role));
    }
    painter.restore();
    qreal x = 0;
    for (const Part& part : m_parts) {
        const QRectF row(x, capacityHeight + Space::xs, width() - x, 20);
        roundedBox(painter, QRectF(x, row.y() + 5, legendSquare, legendSquare), 2, color(part.role), QColor());
        x += legendSquare + 6;
        x +=
            drawLine(painter, row.adjusted(legendSquare + 6, 0, 0, 0), TextStyle::Caption, color(Role::Text), part.text)
            + Space::lg;
    }
}

} // namespace valv::views
