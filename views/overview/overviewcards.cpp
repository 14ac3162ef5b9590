// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/overviewcards.h"

#include "controls/essentials.h"
#include "controls/eventlist.h"
#include "frame/alertroutes.h"
#include "frame/emptywords.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/stores/protection.h"
#include "presentation/stores/session.h"
#include "presentation/text/alerttext.h"

#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using presentation::AlertText;

namespace {

constexpr int alertsShown = 5;
constexpr int vaultsShown = 8;

} // namespace

OverviewAlertsCard::OverviewAlertsCard(const Context& context, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
{
    m_events = new EventList(alertsShown);
    connect(m_events, &EventList::chosen, this,
            [this](int event) { m_context.navigator.open(alertsRoute({}, m_ids.value(event))); });
    add(m_events);
    connect(setLink({}), &QAbstractButton::clicked, this, [this] { m_context.navigator.open(alertsRoute()); });
}

void OverviewAlertsCard::update()
{
    const auto& format = m_context.language.format();
    const auto& store = m_context.session.alerts();
    const auto alerts = store.active();
    setTitle(tr("Alerts"));
    setLink(tr("Show all"))->setAccessibleName(tr("Show all alerts"));
    QVector<EventList::Event> events;
    m_ids.clear();
    for (const auto& alert : alerts) {
        QStringList about{AlertText::severity(alert.severity.value()), alert.target.vaultId().name(),
                          format.dateTimeShort(alert.last)};
        about.removeAll({}); // not all alerts are a vault's
        events.append({AlertText::kind(alert.severity.value()), AlertText::of(alert, format).headline(),
                       about.join(QStringLiteral(" · "))});
        m_ids.append(alert.id.text());
    }
    const EmptyWords none{tr("Reading the alerts …"), tr("The alerts could not be read."),
                          tr("Nothing needs attention.")};
    m_events->setEvents(events, none.of(store));
}

OverviewPinnedCard::OverviewPinnedCard(const Context& context, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
{
    m_items = new Essentials;
    m_items->setMaxColumns(1);
    add(m_items);
    connect(m_items, &Essentials::linkActivated, this, [this](const QString& machine) {
        m_context.navigator.open({QStringLiteral("virtualmachine"), machine, QStringLiteral("backup")});
    });
    connect(&context.settings, &presentation::Settings::changed, this, [this] { OverviewPinnedCard::update(); });
}

void OverviewPinnedCard::update()
{
    const auto& format = m_context.language.format();
    QVector<Fact> facts;
    for (const auto& pinned : m_context.settings.pinned()) {
        const auto id = ArmId::parse(pinned);
        const auto* item = id ? m_context.session.items().find(*id) : nullptr;
        if (item == nullptr) {
            continue; // of another connection, or gone
        }
        const auto protection = presentation::protectionOf(*item);
        Fact fact;
        fact.label = item->friendlyName;
        fact.value = presentation::protectionWords(protection);
        fact.status = presentation::protectionKind(protection);
        fact.suffix = item->lastRecoveryPoint
            ? tr("latest point %1").arg(format.dateTimeShort(*item->lastRecoveryPoint))
            : tr("no point yet");
        fact.link = item->sourceResourceId.text();
        facts.append(fact);
    }
    m_items->setFacts(facts);
    setTitle(tr("Pinned"));
    setVisible(!facts.isEmpty());
}

OverviewStorageCard::OverviewStorageCard(const Context& context, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
{
    m_vaults = new Essentials;
    m_vaults->setMaxColumns(1);
    m_vaults->setValueAlignment(Qt::AlignRight);
    add(m_vaults);
    m_none = new Label(LabelKind::Secondary);
    m_none->setWordWrap(true);
    add(m_none);
    connect(m_vaults, &Essentials::linkActivated, this,
            [this](const QString& id) { m_context.navigator.open(vaultRoute(ArmId::parse(id).value_or(ArmId()))); });
    connect(setLink({}), &QAbstractButton::clicked, this, [this] { m_context.navigator.open(vaultsRoute()); });
}

//! What could not be read is no part of the sum, and that is said.
void OverviewStorageCard::update()
{
    const auto& format = m_context.language.format();
    const auto& usages = m_context.session.vaultUsages();
    const auto& known = m_context.session.vaults();
    QList<std::pair<qint64, ArmId>> vaults;
    qint64 sum = 0;
    int read = 0;
    for (int row = 0; row < known.count(); ++row) {
        if (!presentation::isOpenable(known.at(row))) {
            continue; // not there yet, or no longer
        }
        const auto* usage = usages.find(known.idAt(row));
        const qint64 stored = usage != nullptr ? usage->storedBytes() : -1;
        vaults.append({stored, known.idAt(row)});
        sum += std::max<qint64>(stored, 0);
        read += stored < 0 ? 0 : 1;
    }
    std::sort(vaults.begin(), vaults.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    QVector<Fact> facts;
    for (const auto& [stored, vault] : vaults.mid(0, read > 0 ? vaultsShown : 0)) {
        Fact fact;
        fact.label = vault.name();
        fact.value = stored < 0 ? QString() : format.size(static_cast<std::uint64_t>(stored));
        fact.link = stored < 0 ? QString() : vault.text();
        facts.append(fact);
    }
    if (vaults.size() > 1 && read > 0) {
        Fact all;
        all.label = tr("All vaults");
        if (read < vaults.size()) {
            //: %1 of the vaults have been read
            all.label = tr("%1 of %n vault(s)", nullptr, static_cast<int>(vaults.size())).arg(format.number(read));
        }
        all.value = format.size(static_cast<std::uint64_t>(sum));
        all.strong = true;
        facts.append(all);
    }
    m_vaults->setFacts(facts);
    m_vaults->setVisible(!facts.isEmpty());
    const EmptyWords none{tr("Reading the storage …"), tr("The storage could not be read."), QString()};
    m_none->setText(none.of(usages));
    m_none->setVisible(facts.isEmpty());
    setTitle(tr("Backup storage"));
    setLink(tr("Show all"))->setAccessibleName(tr("Show all vaults"));
    setVisible(!facts.isEmpty() || !m_none->text().isEmpty());
}

} // namespace valv::views
