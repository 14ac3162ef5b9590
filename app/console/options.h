// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace valv::console {

enum class Run
{
    Console,
    Tour,
    Screenshots,
    Help,
    Version
};

//! What the command line of valv asks for. See resources/man/valv.1.
struct Options
{
    Run run = Run::Console;
    QString dataFolder; //!< empty: the person's own (XDG data folder)
    QStringList vmFolders;
    bool demo = false;
    QString connectUrl; //!< empty: the local engine
    QString caFile;
    QString tokenFile;
    QString language; //!< sv, en, or empty: the remembered one, else the system's
    QString openLink; //!< valv://…: the place to open first; empty: the list of machines
    QString theme; //!< light, dark, system, or empty: the remembered one
    QString restoreFolder; //!< tour: where disks are restored to
    QString vmName; //!< tour: empty: the first by name
    QString pictureFolder; //!< screenshots, and the tour's pictures
    QSize pictureSize{1440, 900}; //!< screenshots: the window's
    QStringList onlyPictures; //!< screenshots: names; empty: all
};

//! \brief Reads the arguments (the program's name first). Error BadOption with one line that says what to write
//! instead.
[[nodiscard]] Result<Options> parseOptions(const QStringList& arguments);
//! \brief The text of --help.
[[nodiscard]] QString helpText();

} // namespace valv::console
