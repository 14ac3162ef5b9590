// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace valv::console {

//! \brief The window as it stands, at its own scale, with popups over it. Deterministic on the offscreen platform.
[[nodiscard]] QImage shotOf(QWidget& window);
//! False when the file could not be written.
[[nodiscard]] bool saveShot(QWidget& window, const QString& file);

} // namespace valv::console
