// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/driver.h"
#include "console/pages.h"
#include "presentation/activity/activitynotes.h"
#include "presentation/app/connections.h"
#include "presentation/app/language.h"
#include "presentation/app/notifications.h"
#include "presentation/app/settings.h"
#include "shell/mainwindow.h"
#include "shell/pagehost.h"
#include "shell/pageview.h"
#include "support/sessionrig.h"
#include "theme/theme.h"

#include <QApplication>
#include <QTest>

#include <memory>

namespace valv::test {

//! \brief The whole window with its real pages over the fake backend: for what a real one does only when it is ill
//! (refusals, silence, errors), and for looks. Wednesday 19 December 2018, 09:42 in Stockholm; no motion.
//! What the test changes is seen after pass(), which also lets answers come.
struct PageRig : SessionRig
{
    presentation::Settings settings;
    presentation::Connections connections{settings};
    presentation::NotificationLog log{*clock};
    presentation::Language language{settings, QTimeZone("Europe/Stockholm"), *clock};
    views::Theme theme{*qApp};
    std::unique_ptr<presentation::ActivityNotes> notes;
    std::unique_ptr<views::MainWindow> window;
    std::unique_ptr<views::Context> context;

    explicit PageRig(presentation::LanguageChoice words = presentation::LanguageChoice::English,
                     const client::Capabilities& capabilities = client::Capabilities::local({}));
    ~PageRig();

    //! The session starts and the window opens at this place.
    void show(const views::Route& route, QSize size = {1440, 900});
    [[nodiscard]] console::Driver person() const { return console::Driver(*window); }
    [[nodiscard]] views::Page* page() const { return window->pages()->view()->page(); }
    //! The notifications' sentences, newest first.
    [[nodiscard]] QStringList told() const;
    void speak(presentation::LanguageChoice words);
    //! A choice of a filter pill by its text, through its menu. \param pill the object's name
    void filter(const char* pill, const QString& choice) const;
};

} // namespace valv::test
