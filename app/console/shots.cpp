// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/shots.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace valv::console {

QImage shotOf(QWidget& window)
{
    QApplication::sendPostedEvents(); // what was just said is laid out first
    QPixmap shot = window.grab();
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
