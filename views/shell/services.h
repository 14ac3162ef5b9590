// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/route.h"
#include "theme/icons.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

namespace valv::presentation {
class Language;
}

namespace valv::views {

enum class ServiceCategory
{
    Backup,
    Compute,
    Monitoring,
    Management
};

//! \brief One thing that Valv offers: a place in All services and, when starred, in the navigation. Texts are English
//! sources of the context valv::views::Services.
struct Service
{
    const char* page; //!< Route::page
    const char* title;
    const char* caption;
    const char* brief; //!< title in the navigation; null: the title
    const char* also; //!< other words for it, Swedish and English, not shown unless they match
    Icon icon;
    ServiceCategory category;
    bool favourite; //!< starred until the person chooses
    QStringList pages; //!< other Route::page that belong to it
};

//! Where a text matches a filter: first character and length; length 0: it does not.
struct Match
{
    qsizetype at = 0;
    qsizetype length = 0;
    explicit operator bool() const { return length > 0; }
};

//! \brief The services of the program, of which a window shows those it has a page for.
class Services
{
    Q_DECLARE_TR_FUNCTIONS(valv::views::Services)

public:
    //! \param pages names that the window can open
    explicit Services(const QStringList& pages = {});

    [[nodiscard]] const QList<Service>& all() const { return m_all; }
    [[nodiscard]] const Service* find(const QString& page) const; //!< by its own page or one that belongs to it
    [[nodiscard]] bool has(const QString& page) const { return find(page) != nullptr; }

    [[nodiscard]] static QString title(const Service& service);
    [[nodiscard]] static QString shortTitle(const Service& service);
    [[nodiscard]] static QString caption(const Service& service);
    [[nodiscard]] static QString category(ServiceCategory category);
    [[nodiscard]] static QString categoryShort(ServiceCategory category);
    [[nodiscard]] QStringList defaultFavourites() const;

    //! Matches anywhere, without case and diacritics, in the title of either language, the caption or the other words.
    [[nodiscard]] static bool matches(const Service& service, const QString& filter,
                                      const presentation::Language& language);
    [[nodiscard]] static Match matchIn(const QString& text, const QString& filter);
    //! The word out of the service's other words that matches; empty when none does.
    [[nodiscard]] static QString alsoMatching(const Service& service, const QString& filter);

private:
    QList<Service> m_all;
};

} // namespace valv::views
