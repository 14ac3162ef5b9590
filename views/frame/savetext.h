// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace valv::views {

//! \brief Asks where to, and writes the text there as UTF-8, all or nothing, in a file that only its owner can read
//! (where the file system knows owners). The file is written on another thread; then done is told on this one, unless
//! the widget is gone: the file, and an empty text or a sentence that names the file and what is against it.
void saveText(QWidget* parent, const QString& title, const QString& suggestedName, const QString& text,
              std::function<void(const QString& file, const QString& problem)> done);

} // namespace valv::views
