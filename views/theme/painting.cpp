// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/painting.h"

#include "theme/fonts.h"
#include "theme/theme.h"

#include <QFontMetricsF>

#include <cmath>

namespace valv::views {

void hline(QPainter& painter, const QRectF& r, const QColor& color)
{
    const qreal dpr = painter.device()->devicePixelRatio();
    const qreal thick = std::max(1.0, std::floor(dpr));
    const QTransform t = painter.deviceTransform();
    const QPointF device = t.map(r.topLeft());
    const qreal y = t.inverted().map(QPointF(device.x(), std::round(device.y()))).y();
    painter.fillRect(QRectF(r.x(), y, r.width(), thick / dpr), color);
}

void vline(QPainter& painter, const QRectF& r, const QColor& color)
{
    const qreal dpr = painter.device()->devicePixelRatio();
    const qreal thick = std::max(1.0, std::floor(dpr));
    const QTransform t = painter.deviceTransform();
    const QPointF device = t.map(r.topLeft());
    const qreal x = t.inverted().map(QPointF(std::round(device.x()), device.y())).x();
    painter.fillRect(QRectF(x, r.y(), thick / dpr, r.height()), color);
}

void roundedBox(QPainter& painter, const QRectF& r, qreal radius, const QColor& fill, const QColor& outline,
                qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (outline.isValid()) {
        const qreal half = width / 2;
        painter.setPen(QPen(outline, width));
        painter.drawRoundedRect(r.adjusted(half, half, -half, -half), radius - half, radius - half);
    } else {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(r, radius, radius);
    }
    painter.restore();
}

void innerRing(QPainter& painter, const QRectF& r, qreal radius)
{
    roundedBox(painter, r, radius, QColor(), color(Role::Text), Size::focusRing);
}

qreal drawLine(QPainter& painter, const QRectF& r, TextStyle style, const QColor& color, const QString& text,
               Qt::Alignment alignment, Qt::TextElideMode elide)
{
    const QFont f = font(style);
    QString shown = styled(style, text);
    qreal width = advance(style, shown);
    if (width > r.width() + 0.5) { // eliding costs more than measuring
        shown = QFontMetricsF(f).elidedText(shown, elide, r.width());
        width = advance(style, shown);
    }
    painter.setFont(f);
    painter.setPen(color);
    painter.drawText(
        r, static_cast<int>((alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter | Qt::TextSingleLine), shown);
    return width;
}

QSize chipSize(const QString& text)
{
    return {textWidth(TextStyle::Axis, text) + 2 * 6, 20};
}

void drawChip(QPainter& painter, const QRectF& r, const QString& text, Role fill, Role text_, Role outline)
{
    roundedBox(painter, r, Radius::control - 1, color(fill), fill == outline ? QColor() : color(outline));
    drawLine(painter, r.adjusted(6, 0, -6, 0), TextStyle::Axis, color(text_), text, Qt::AlignHCenter);
}

} // namespace valv::views
