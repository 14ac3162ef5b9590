// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QTemporaryFile>

namespace valv::console {

//! \brief A screen for a console that nobody sees, of exactly its window's size: menus and lists then open within the
//! picture, as they do on a real screen. Made before the application, kept as long as it. Where another platform than
//! the offscreen one is asked for, that one stays. Source: the option "configfile" of Qt's offscreen platform.
class UnseenScreen
{
public:
    //! \param size of the window in logical pixels; empty: there is somebody to see it
    explicit UnseenScreen(QSize size);

private:
    QTemporaryFile m_file;
};

} // namespace valv::console
