// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/services.h"

#include "presentation/app/language.h"
#include "presentation/app/search.h"

#include <algorithm>

namespace valv::views {

using presentation::foldedInPlace;

namespace {

constexpr const char* context = "valv::views::Services";

QList<Service> known()
{
    return {
        {"overview",
         QT_TRANSLATE_NOOP("valv::views::Services", "Overview"),
         QT_TRANSLATE_NOOP("valv::views::Services", "How the protection stands, at a glance"),
         nullptr,
         "dashboard, instrumentpanel, start",
         Icon::Overview,
         ServiceCategory::Management,
         false,
         {}},
        {"virtualmachines",
         QT_TRANSLATE_NOOP("valv::views::Services", "Virtual machines"),
         QT_TRANSLATE_NOOP("valv::views::Services", "All machines, and how they are protected"),
         nullptr,
         "VM, datorer, servrar, servers, compute",
         Icon::VirtualMachine,
         ServiceCategory::Compute,
         true,
         {QStringLiteral("virtualmachine"), QStringLiteral("enable")}},
        {"vaults",
         QT_TRANSLATE_NOOP("valv::views::Services", "Recovery Services vaults"),
         QT_TRANSLATE_NOOP("valv::views::Services", "Keep copies and recovery points"),
         nullptr,
         "säkerhetskopieringsvalv, backup vaults, lagring, storage",
         Icon::Vault,
         ServiceCategory::Backup,
         true,
         {QStringLiteral("vault")}},
        {"items",
         QT_TRANSLATE_NOOP("valv::views::Services", "Backup items"),
         QT_TRANSLATE_NOOP("valv::views::Services", "Protected virtual machines in all vaults"),
         nullptr,
         "skyddade objekt, protected items, återställ, restore",
         Icon::ProtectedItem,
         ServiceCategory::Backup,
         true,
         {QStringLiteral("item"), QStringLiteral("restore")}},
        {"jobs",
         QT_TRANSLATE_NOOP("valv::views::Services", "Backup jobs"),
         QT_TRANSLATE_NOOP("valv::views::Services", "Running and finished jobs, with steps and causes"),
         nullptr,
         "aktivitet, activity, händelser, log",
         Icon::Job,
         ServiceCategory::Backup,
         true,
         {QStringLiteral("job")}},
        {"policies",
         QT_TRANSLATE_NOOP("valv::views::Services", "Backup policies"),
         QT_TRANSLATE_NOOP("valv::views::Services", "Schedules and retention"),
         QT_TRANSLATE_NOOP("valv::views::Services", "Policies"),
         "principer, scheman, kvarhållning, GFS",
         Icon::Policy,
         ServiceCategory::Backup,
         true,
         {QStringLiteral("policy")}},
        {"alerts",
         QT_TRANSLATE_NOOP("valv::views::Services", "Alerts"),
         QT_TRANSLATE_NOOP("valv::views::Services", "What needs attention"),
         nullptr,
         "varningar, larm, warnings",
         Icon::Alert,
         ServiceCategory::Monitoring,
         true,
         {}},
        {"reports",
         QT_TRANSLATE_NOOP("valv::views::Services", "Reports"),
         QT_TRANSLATE_NOOP("valv::views::Services", "Consumption, compliance and trends"),
         nullptr,
         "statistik, trender, statistics",
         Icon::Report,
         ServiceCategory::Monitoring,
         true,
         {}},
        {"settings",
         QT_TRANSLATE_NOOP("valv::views::Services", "Settings"),
         QT_TRANSLATE_NOOP("valv::views::Services", "Connection, language and appearance"),
         nullptr,
         "alternativ, språk, tema, language, theme, options",
         Icon::Settings,
         ServiceCategory::Management,
         false,
         {}},
    };
}

} // namespace

Services::Services(const QStringList& pages)
{
    for (const Service& service : known()) {
        if (pages.contains(QLatin1String(service.page))) {
            m_all.append(service);
        }
    }
}

const Service* Services::find(const QString& page) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [&page](const Service& service) {
        return page == QLatin1String(service.page) || service.pages.contains(page);
    });
    return found == m_all.cend() ? nullptr : &*found;
}

QString Services::title(const Service& service)
{
    return QCoreApplication::translate(context, service.title);
}

QString Services::shortTitle(const Service& service)
{
    return service.brief != nullptr ? QCoreApplication::translate(context, service.brief) : title(service);
}

QString Services::caption(const Service& service)
{
    return QCoreApplication::translate(context, service.caption);
}

QString Services::category(ServiceCategory category)
{
    switch (category) {
    case ServiceCategory::Backup:
        return tr("Backup and restore");
    case ServiceCategory::Compute:
        return tr("Compute");
    case ServiceCategory::Monitoring:
        return tr("Monitoring");
    case ServiceCategory::Management:
        return tr("Management");
    }
    return {};
}

QString Services::categoryShort(ServiceCategory category)
{
    return category == ServiceCategory::Backup ? tr("Backup", "category") : Services::category(category);
}

QStringList Services::defaultFavourites() const
{
    QStringList pages;
    for (const Service& service : m_all) {
        if (service.favourite) {
            pages.append(QLatin1String(service.page));
        }
    }
    return pages;
}

Match Services::matchIn(const QString& text, const QString& filter)
{
    const QString wanted = foldedInPlace(filter.trimmed());
    const qsizetype at = wanted.isEmpty() ? -1 : foldedInPlace(text).indexOf(wanted);
    return at < 0 ? Match{} : Match{at, wanted.size()};
}

QString Services::alsoMatching(const Service& service, const QString& filter)
{
    const QStringList words = QString::fromUtf8(service.also).split(QStringLiteral(", "));
    for (const QString& word : words) {
        if (matchIn(word, filter)) {
            return word;
        }
    }
    return {};
}

bool Services::matches(const Service& service, const QString& filter, const presentation::Language& language)
{
    if (filter.trimmed().isEmpty()) {
        return true;
    }
    return matchIn(language.translate(QStringLiteral("sv"), context, service.title), filter)
        || matchIn(language.translate(QStringLiteral("en"), context, service.title), filter)
        || matchIn(caption(service), filter) || !alsoMatching(service, filter).isEmpty();
}

} // namespace valv::views
