// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shots.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace valv::console {

namespace {

//! Being drawn for the first time, a widget may still be laid out, and what depends on its size after it: until two
//! pictures in a row are alike.
QPixmap settled(QWidget& window)
{
    constexpr int most = 5;
    QImage before;
    for (int i = 0; i < most; ++i) {
        QApplication::sendPostedEvents();
        const QPixmap now = window.grab();
        const auto image = now.toImage();
        if (image == before || i == most - 1) {
            return now;
        }
        before = image;
    }
    return {};
}

} // namespace

QImage shotOf(QWidget& window)
{
    QPixmap shot = settled(window);
    QPainter painter(&shot);
    for (auto* top : QApplication::topLevelWidgets()) {
        if (top != &window && top->isVisible() && top->windowType() == Qt::Popup) {
            painter.drawPixmap(top->mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), top->grab());
        }
    }
    return shot.toImage();
}

bool saveShot(QWidget& window, const QString& file)
{
    return shotOf(window).save(file, "PNG");
}

} // namespace valv::console
