// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QRectF>
#include <QString>

namespace valv::views {

//! \brief A horizontal line that is equally thick everywhere: 1, 1, 1, 2 device pixels at scale 1, 1.25, 1.5, 2.
//! \param r its top left corner and its width; the height is not used
void hline(QPainter& painter, const QRectF& r, const QColor& color);
//! \brief The same, upright: the left edge and the height of r are used.
void vline(QPainter& painter, const QRectF& r, const QColor& color);
//! \brief A filled rounded rectangle with an outline inside it. An invalid colour leaves its part out.
void roundedBox(QPainter& painter, const QRectF& r, qreal radius, const QColor& fill, const QColor& outline,
                qreal width = 1);
//! \brief The 2 px focus ring drawn inside a control (command buttons, navigation, rows).
void innerRing(QPainter& painter, const QRectF& r, qreal radius = Radius::control);
//! \brief One line of text, centred in the full height of the rectangle; elided at the end when it does not fit.
//! \return the width that was used
qreal drawLine(QPainter& painter, const QRectF& r, TextStyle style, const QColor& color, const QString& text,
               Qt::Alignment alignment = Qt::AlignLeft, Qt::TextElideMode elide = Qt::ElideRight);
//! \brief A text chip ("new", "Standard"): its size and its painting.
[[nodiscard]] QSize chipSize(const QString& text);
void drawChip(QPainter& painter, const QRectF& r, const QString& text, Role fill, Role text_, Role outline);

} // namespace valv::views
