// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/sitediagram.h"

#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>

namespace valv::views {

namespace {

constexpr int siteWidth = 148;
constexpr int siteHeight = 72;
constexpr int arrowWidth = 92;
constexpr int disks = 3;

void paintSite(QPainter& painter, const QRectF& box, const QString& name, Role disk)
{
    roundedBox(painter, box, Radius::control, color(Role::SurfaceAlt), color(Role::Border));
    const QSizeF size(36, 30);
    const qreal left = box.center().x() - (disks * size.width() + (disks - 1) * 4) / 2;
    for (int i = 0; i < disks; ++i) {
        const QRectF one(std::round(left + i * (size.width() + 4)), box.y() + 12, size.width(), size.height());
        roundedBox(painter, one, 3, color(disk), QColor());
        for (const int line : {9, 19}) {
            hline(painter, QRectF(one.x() + 6, one.y() + line, one.width() - 12, 1), color(Role::Surface));
        }
    }
    drawLine(painter, QRectF(box.x() + Space::sm, box.bottom() - 24, box.width() - 2 * Space::sm, 16), TextStyle::Axis,
             color(Role::Secondary), name, Qt::AlignHCenter, Qt::ElideMiddle);
}

} // namespace

SiteDiagram::SiteDiagram(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void SiteDiagram::setSites(const QString& first, const QString& second, const QString& arrow)
{
    m_first = first;
    m_second = second;
    m_arrow = arrow;
    updateGeometry();
    update();
}

QSize SiteDiagram::sizeHint() const
{
    return {m_second.isEmpty() ? siteWidth : 2 * siteWidth + arrowWidth, siteHeight};
}

QSize SiteDiagram::minimumSizeHint() const
{
    return {siteWidth, siteHeight};
}

void SiteDiagram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const qreal width = m_second.isEmpty() ? siteWidth : std::min<qreal>(siteWidth, (this->width() - arrowWidth) / 2.0);
    paintSite(painter, QRectF(0, 0, width, siteHeight), m_first, Role::Accent);
    if (m_second.isEmpty()) {
        return;
    }
    const QRectF gap(width, 0, arrowWidth, siteHeight);
    drawLine(painter, QRectF(gap.x(), 8, gap.width(), 16), TextStyle::Axis, color(Role::Secondary), m_arrow,
             Qt::AlignHCenter);
    const qreal y = siteHeight / 2.0 - 8;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Role::Accent), 2));
    painter.drawLine(QPointF(gap.x() + 8, y), QPointF(gap.right() - 12, y));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Role::Accent));
    painter.drawPolygon(
        QPolygonF({QPointF(gap.right() - 14, y - 5), QPointF(gap.right() - 8, y), QPointF(gap.right() - 14, y + 5)}));
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintSite(painter, QRectF(gap.right(), 0, width, siteHeight), m_second, Role::Secondary);
}

} // namespace valv::views
