// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/navigator.h"
#include "frame/page.h"

#include <functional>
#include <map>

namespace valv::presentation {
class Connections;
class Session;
class NotificationLog;
class Settings;
class Language;
} // namespace valv::presentation

namespace valv::views {

class Theme;

//! \brief What every page is given: values and services by reference, made by app/ and outliving every page.
struct Context
{
    presentation::Session& session; //!< client and stores of the connection
    presentation::NotificationLog& notifications;
    presentation::Settings& settings;
    presentation::Language& language; //!< the current Format and its changes
    Theme& theme;
    Navigator& navigator;
    presentation::Connections& connections; //!< those that are set up, and the one in use
};

//! Makes a page for a route.
using PageFactory = std::function<Page*(const Context&, const Route&)>;
//! Route::page → factory; filled by app/, one line for each area.
using PageFactories = std::map<QString, PageFactory>;

} // namespace valv::views
