// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include "theme/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

namespace valv::views {

namespace {

struct Drawing
{
    const char* name;
    const char* file;
    const char* fileOn;
    double factor; // optical size: the drawings fill their box unevenly
};

constexpr std::array drawings{
#define VALV_ICON(name, file, fileOn, factor) Drawing{#name, file, fileOn, factor},
#include "icons.inc"
};

const Drawing& drawing(Icon name)
{
    return drawings[static_cast<std::size_t>(name)];
}

//! A QIcon that holds no pixels and no colour.
class MeaningEngine : public QIconEngine
{
public:
    MeaningEngine(Icon name, Role role)
        : m_name(name)
        , m_role(role)
    { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const Role role = mode == QIcon::Disabled ? Role::Disabled : m_role;
        paintIcon(*painter, rect, m_name, role, std::min(rect.width(), rect.height()), state == QIcon::On);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // In Qt 6.4 the size is already in device pixels.
        QPixmap result(size);
        result.fill(Qt::transparent);
        result.setDevicePixelRatio(scale);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), (QSizeF(size) / scale).toSize()), mode, state);
        return result;
    }

    QIconEngine* clone() const override { return new MeaningEngine(*this); }

private:
    Icon m_name;
    Role m_role;
};

} // namespace

QPixmap iconPixmap(Icon name, const QColor& color, int px, qreal dpr, bool on)
{
    const Drawing& d = drawing(name);
    const char* file = on && *d.fileOn ? d.fileOn : d.file;
    const QString key =
        QStringLiteral("valv|%1|%2|%3|%4").arg(QLatin1String(file)).arg(px).arg(dpr).arg(color.rgba(), 0, 16);
    QPixmap result;
    if (QPixmapCache::find(key, &result)) {
        return result;
    }
    const int device = static_cast<int>(std::round(px * dpr));
    QImage image(device, device, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        QSvgRenderer svg(QStringLiteral(":/valv/icons/%1.svg").arg(QLatin1String(file)));
        svg.render(&painter, QRectF(0, 0, device, device));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
    }
    result = QPixmap::fromImage(image);
    result.setDevicePixelRatio(dpr);
    QPixmapCache::insert(key, result);
    return result;
}

void paintIcon(QPainter& painter, const QRectF& rect, Icon name, const QColor& color, int px, bool on)
{
    const int optical = static_cast<int>(std::round(px * drawing(name).factor));
    const qreal dpr = painter.device()->devicePixelRatio();
    const QPixmap pixels = iconPixmap(name, color, optical, dpr, on);
    const QPointF at(rect.x() + (rect.width() - optical) / 2.0, rect.y() + (rect.height() - optical) / 2.0);
    // On whole device pixels, or the drawing gets soft.
    const QTransform t = painter.deviceTransform();
    QPointF device = t.map(at);
    device = QPointF(std::round(device.x()), std::round(device.y()));
    painter.drawPixmap(t.inverted().map(device), pixels);
}

void paintIcon(QPainter& painter, const QRectF& rect, Icon name, Role role, int px, bool on)
{
    paintIcon(painter, rect, name, color(role), px, on);
}

QIcon icon(Icon name, Role role)
{
    return QIcon(new MeaningEngine(name, role));
}

std::optional<Icon> iconByName(const QString& name)
{
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        if (name == QLatin1String(drawings[i].name)) {
            return static_cast<Icon>(i);
        }
    }
    return std::nullopt;
}

} // namespace valv::views
