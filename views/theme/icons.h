// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace valv::views {

//! \brief Icons by meaning; the list is resources/icons/icons.txt (add a line there for a new one).
enum class Icon
{
#define VALV_ICON(name, file, fileOn, factor) name,
#include "icons.inc"
};

//! \brief An icon that asks its colour while it is painted, so theme, disabled and selected follow by themselves.
//! In mode Disabled it has the role Disabled; in state On the filled drawing where there is one.
[[nodiscard]] QIcon icon(Icon name, Role role = Role::Text);
//! \brief Paints the icon centred in the rectangle at size px (16, 20 or 28).
//! \param on the filled drawing, for a selected item
void paintIcon(QPainter& painter, const QRectF& rect, Icon name, Role role, int px = Size::iconSmall, bool on = false);
void paintIcon(QPainter& painter, const QRectF& rect, Icon name, const QColor& color, int px = Size::iconSmall,
               bool on = false);
//! \brief The icon as pixels: px logical pixels at a device pixel ratio. Cached.
[[nodiscard]] QPixmap iconPixmap(Icon name, const QColor& color, int px, qreal dpr, bool on = false);
//! \brief The icon by its name in icons.txt ("Vault"), for settings and data that name one.
[[nodiscard]] std::optional<Icon> iconByName(const QString& name);

} // namespace valv::views
