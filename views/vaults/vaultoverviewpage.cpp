// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultoverviewpage.h"

#include "controls/action.h"
#include "controls/azcopy.h"
#include "controls/card.h"
#include "controls/essentials.h"
#include "controls/eventlist.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/statusrow.h"
#include "controls/tile.h"
#include "frame/alertroutes.h"
#include "frame/emptywords.h"
#include "frame/itemroutes.h"
#include "items/backupnowblade.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "presentation/stores/vaulthealth.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/statuswords.h"
#include "vaults/deletevaultblade.h"
#include "vaults/keyreminder.h"
#include "vaults/recoverykeyblade.h"
#include "vaults/runningjobs.h"
#include "vaults/servicegrouplock.h"
#include "vaults/vaultcharts.h"
#include "vaults/vaultevents.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

using presentation::Protection;
using presentation::StatusWords;
using presentation::VaultHealth;

namespace {

constexpr int eventsShown = 3; // at first
constexpr qint64 aDay = 24 * 3600;

QHBoxLayout* side(QWidget* left, QWidget* right)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Space::lg);
    row->addWidget(left, 1);
    row->addWidget(right, 1);
    return row;
}

} // namespace

VaultOverviewPage::VaultOverviewPage(const Context& context, const Route& route, QWidget* parent)
    : VaultPage(context, route, parent)
{
    m_keyReminder = new KeyReminder(context, KeyReminder::Place::WithinPage);
    body()->addWidget(m_keyReminder);
    m_nudge = new MessageBar(MessageKind::Info);
    m_nudge->setObjectName(QStringLiteral("vault.nudge"));
    m_nudge->hide();
    body()->addWidget(m_nudge);
    m_service = new MessageBar(MessageKind::Warning);
    m_service->setObjectName(QStringLiteral("vault.serviceLock"));
    m_service->hide();
    body()->addWidget(m_service);
    m_essentialsCard = new Card;
    m_essentials = new Essentials;
    m_essentials->setObjectName(QStringLiteral("vault.essentials"));
    m_essentialsCard->add(m_essentials);
    body()->addWidget(m_essentialsCard);

    m_grid = new QGridLayout;
    m_grid->setSpacing(Size::tileGap);
    body()->addLayout(m_grid);
    makeItems();
    makeJobs();
    makeAlerts();
    m_storage = new VaultStorageCard(context, vaultId());
    m_jobDays = new VaultJobsCard(context, vaultId());

    m_protect = makeAction(Icon::Protected, {}, this);
    m_protect->setObjectName(QStringLiteral("vault.backup"));
    connect(m_protect, &QAction::triggered, this,
            [this] { this->context().navigator.open(vaultRoute(vaultId(), QStringLiteral("backup"))); });
    setAzCommand(m_protect, [] { return AzLine::missing(tr("Choose the virtual machines first.")); });
    m_key = makeAction(Icon::Key, {}, this);
    m_key->setObjectName(QStringLiteral("vault.recoveryKey"));
    m_key->setVisible(context.session.capabilities().recoveryKeys);
    connect(m_key, &QAction::triggered, this, [this] { showRecoveryKey(); });
    m_delete = makeAction(Icon::Delete, {}, this);
    m_delete->setObjectName(QStringLiteral("vault.delete"));
    setActionKind(m_delete, ActionKind::Destructive);
    setAzCommand(m_delete, [this] { return AzLine(presentation::az::deleteVault(vaultId())); });
    connect(m_delete, &QAction::triggered, this, &VaultOverviewPage::askDelete);
    connect(m_essentials, &Essentials::linkActivated, this, &VaultOverviewPage::openLink);
    connect(m_nudge, &MessageBar::actionTriggered, this, &VaultOverviewPage::followNudge);
    m_locks = &context.session.locks(vaultId());
    connect(m_service, &MessageBar::actionTriggered, this, [this] { openPart(QStringLiteral("locks")); });

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (vault() != nullptr) {
            VaultOverviewPage::update();
        }
    });
    auto& session = context.session;
    for (const presentation::ListStoreBase* store : std::initializer_list<const presentation::ListStoreBase*>{
             &session.items(), &session.jobs(), &session.virtualMachines(), &session.subscriptions(), &session.alerts(),
             &session.vaultUsages(), m_locks}) {
        const auto soon = [this] { m_soon.start(); };
        connect(store, &presentation::ListStoreBase::countChanged, this, soon);
        connect(store, &presentation::ListStoreBase::rowsChanged, this, soon);
        connect(store, &presentation::ListStoreBase::loadEnded, this, soon);
    }
    connect(&context.settings, &presentation::Settings::changed, this, [this] { m_soon.start(); });
    connect(&session.refusals(), &presentation::Refusals::changed, this, [this] { m_soon.start(); });
    begin();
    arrange();
}

QWidget* VaultOverviewPage::makeItems()
{
    m_itemsCard = new Card;
    m_itemsCard->setObjectName(QStringLiteral("vault.items"));
    m_itemCount = new Counter({});
    m_itemCount->setObjectName(QStringLiteral("vault.itemCount"));
    m_unprotected = new Counter({});
    m_unprotected->setObjectName(QStringLiteral("vault.unprotected"));
    m_itemsCard->body()->addLayout(side(m_itemCount, m_unprotected));
    m_itemsCard->addDivider();
    auto* rows = new QVBoxLayout;
    rows->setSpacing(0);
    for (const auto kind : {StatusKind::Protected, StatusKind::Pending, StatusKind::Failed, StatusKind::Stopped}) {
        auto* row = new CountRow(kind);
        connect(row, &QAbstractButton::clicked, this, [this, at = m_itemRows.size()] {
            context().navigator.open(itemsRoute(vaultId(), m_rowStates.value(at)));
        });
        rows->addWidget(row);
        m_itemRows.append(row);
    }
    m_checkLine = new Divider;
    rows->addSpacing(Space::xs);
    rows->addWidget(m_checkLine);
    rows->addSpacing(Space::xs);
    // Pre-check: another count of the same items.
    for (const auto& [kind, check] : {std::pair(StatusKind::Warning, contract::HealthStatus::ActionSuggested),
                                      std::pair(StatusKind::Failed, contract::HealthStatus::ActionRequired)}) {
        auto* row = new CountRow(kind);
        connect(row, &QAbstractButton::clicked, this,
                [this, check = check] { context().navigator.open(itemsRoute(vaultId(), check)); });
        rows->addWidget(row);
        m_checkRows.append(row);
    }
    m_itemsCard->body()->addLayout(rows);
    connect(m_itemCount, &QAbstractButton::clicked, this, &VaultOverviewPage::openItems);
    connect(m_itemsCard->setLink({}), &QAbstractButton::clicked, this, [this] {
        context().navigator.open({QStringLiteral("items"), vaultId().text(), QStringLiteral("types")});
    });
    connect(m_unprotected, &QAbstractButton::clicked, this, [this] {
        context().navigator.open({QStringLiteral("virtualmachines"), {}, QStringLiteral("unprotected")});
    });
    return m_itemsCard;
}

QWidget* VaultOverviewPage::makeJobs()
{
    m_jobsCard = new Card;
    m_jobsCard->setObjectName(QStringLiteral("vault.jobs"));
    m_running = new Counter({});
    m_running->setObjectName(QStringLiteral("vault.running"));
    m_running->setStatus(StatusKind::Running);
    m_failed = new Counter({});
    m_failed->setObjectName(QStringLiteral("vault.failed"));
    m_jobsCard->body()->addLayout(side(m_running, m_failed));
    m_jobsCard->addDivider();
    m_runningJobs = new RunningJobs(context());
    m_jobsCard->add(m_runningJobs);
    connect(m_running, &QAbstractButton::clicked, this, [this] { openJobs(QStringLiteral("running")); });
    connect(m_failed, &QAbstractButton::clicked, this, [this] { openJobs(QStringLiteral("failed")); });
    return m_jobsCard;
}

QWidget* VaultOverviewPage::makeAlerts()
{
    m_alertsCard = new Card;
    m_alertsCard->setObjectName(QStringLiteral("vault.alerts"));
    const auto counter = [this](const char* name, const QString& part) {
        auto* made = new Counter({});
        made->setObjectName(QLatin1String(name));
        connect(made, &QAbstractButton::clicked, this,
                [this, part] { context().navigator.open(alertsRoute(vaultId(), part)); });
        return made;
    };
    m_critical = counter("vault.criticalAlerts", QStringLiteral("critical"));
    m_warning = counter("vault.warningAlerts", QStringLiteral("warning"));
    m_alertsCard->body()->addLayout(side(m_critical, m_warning));
    m_alertsCard->addDivider();
    m_attention = new Label(LabelKind::GroupLabel); // alerts are not all of it
    m_alertsCard->add(m_attention);
    connect(m_alertsCard->setLink({}), &QAbstractButton::clicked, this,
            [this] { context().navigator.open(alertsRoute(vaultId())); });
    m_events = new EventList(eventsShown);
    connect(m_events, &EventList::chosen, this,
            [this](int event) { context().navigator.open(m_eventRoutes.value(event)); });
    m_alertsCard->add(m_events);
    return m_alertsCard;
}

//! Three cards and two charts; in a narrow window two beside each other, and the charts one below the other.
void VaultOverviewPage::arrange()
{
    const bool narrow = width() < Size::bladeWide + Size::resourceMenu + Size::essentialsLabel;
    const QList<QWidget*> cards{m_itemsCard, m_jobsCard, m_alertsCard, m_storage, m_jobDays};
    for (auto* card : cards) {
        m_grid->removeWidget(card);
    }
    if (narrow) {
        m_grid->addWidget(m_itemsCard, 0, 0, 1, 3);
        m_grid->addWidget(m_jobsCard, 0, 3, 1, 3);
        m_grid->addWidget(m_alertsCard, 1, 0, 1, 6);
        m_grid->addWidget(m_storage, 2, 0, 1, 6);
        m_grid->addWidget(m_jobDays, 3, 0, 1, 6);
    } else {
        m_grid->addWidget(m_itemsCard, 0, 0, 1, 2);
        m_grid->addWidget(m_jobsCard, 0, 2, 1, 2);
        m_grid->addWidget(m_alertsCard, 0, 4, 1, 2);
        m_grid->addWidget(m_storage, 1, 0, 1, 3);
        m_grid->addWidget(m_jobDays, 1, 3, 1, 3);
    }
    for (int column = 0; column < 6; ++column) {
        m_grid->setColumnStretch(column, 1);
        m_grid->setColumnMinimumWidth(column, 0);
    }
}

QList<QAction*> VaultOverviewPage::commands() const
{
    return {m_protect, m_key, m_delete, refreshAction()};
}

void VaultOverviewPage::refresh()
{
    VaultPage::refresh();
    context().session.alerts().refresh();
    m_locks->refresh();
    m_storage->refresh();
}

QList<presentation::ListStoreBase*> VaultOverviewPage::besides() const
{
    auto& session = context().session;
    return {&session.items(), &session.jobs(), &session.alerts()};
}

void VaultOverviewPage::focusFirst()
{
    m_itemCount->setFocus(Qt::OtherFocusReason);
}

QString VaultOverviewPage::partTitle() const
{
    return tr("Overview");
}

void VaultOverviewPage::retranslate()
{
    m_protect->setText(tr("Backup"));
    m_key->setText(tr("Recovery key"));
    m_delete->setText(tr("Delete"));
    m_essentialsCard->setAccessibleName(tr("Essentials"));
    m_itemsCard->setTitle(tr("Backup items"));
    auto* show = m_itemsCard->setLink(tr("Show"));
    show->setAccessibleName(tr("Show backup items"));
    m_itemCount->setText(tr("Virtual machines"));
    //: Machines that no vault protects. Keep short.
    m_unprotected->setText(tr("Unprotected"));
    m_unprotected->setToolTip(tr("Virtual machines in the region that no vault protects"));
    m_jobsCard->setTitle(tr("Backup jobs"));
    m_jobsCard->setCaption(tr("last 24 h"));
    m_running->setText(tr("In progress"));
    m_failed->setText(tr("Failed"));
    m_alertsCard->setTitle(tr("Backup alerts"));
    m_attention->setText(tr("Needs attention"));
    m_alertsCard->setLink(tr("Show"))->setAccessibleName(tr("Show alerts"));
    m_critical->setText(tr("Critical"));
    m_warning->setText(tr("Warning"));
    m_storage->retranslate();
}

void VaultOverviewPage::update()
{
    auto& session = context().session;
    const auto since = context().language.format().now().toUTC().addSecs(-aDay);
    const auto health = presentation::healthOf(vaultId(), session.items(), session.jobs(), since);
    updateEssentials();
    updateItems(health);
    updateJobs(health);
    updateAlerts();
    m_keyReminder->setVault(presentation::isOpenable(*vault()) ? vaultId() : ArmId());
    updateNudge(health);
    showServiceGroupLock(*m_service, *m_locks);
    m_service->setAction(tr("Show locks"));
    m_storage->update();
    m_jobDays->update();
    const QString notReady = presentation::isOpenable(*vault()) ? QString() : tr("The vault is not ready yet.");
    setReason(m_protect,
              !notReady.isEmpty() ? notReady : session.refusals().can(presentation::Deed::Enable, vaultId()).reason());
    setReason(m_delete,
              !notReady.isEmpty() ? notReady
                                  : session.refusals().can(presentation::Deed::DeleteVault, vaultId()).reason());
}

void VaultOverviewPage::updateEssentials()
{
    const auto& format = context().language.format();
    const auto& value = *vault();
    const auto fact = [](const QString& label, const QString& text, const QString& link = {}) {
        Fact made;
        made.label = label;
        made.value = text;
        made.link = text.isEmpty() ? QString() : link;
        return made;
    };
    Fact replication =
        fact(tr("Storage replication"), StatusWords::of(value.redundancy), QStringLiteral("infrastructure"));
    if (presentation::lacksSecondLocation(value)) {
        replication.status = StatusKind::Warning;
        replication.suffix = tr("(no second location yet)");
    }
    QVector<Fact> facts{fact(tr("Subscription"), context().session.subscriptions().nameOf(value.id.subscriptionId())),
                        fact(tr("Location"), StatusWords::region(value.location)),
                        fact(tr("Resource group"), value.id.resourceGroup()), replication};
    if (context().session.capabilities().recoveryKeys) {
        Fact encryption = fact(tr("Encryption at rest"), tr("AES-256, the vault's own key"));
        encryption.status = StatusKind::Ok;
        const auto checked = context().settings.recoveryKeyChecked(value.id.text());
        Fact key = fact(tr("Recovery key"),
                        checked.isValid() ? tr("Checked %1").arg(format.date(checked)) : tr("Not checked yet"),
                        QStringLiteral("key"));
        facts += {encryption, key};
    }
    if (context().session.capabilities().integrityChecks && value.integrity) {
        const auto& found = *value.integrity;
        Fact integrity =
            fact(tr("Integrity check"), StatusWords::of(found.state.value()), QStringLiteral("properties"));
        integrity.status = StatusWords::kind(found.state.value());
        if (found.state == contract::IntegrityState::Checking && found.progress >= 0) {
            integrity.suffix = format.percent(found.progress / 100.0);
        } else if (found.lastChecked) {
            integrity.suffix = format.dateTime(*found.lastChecked);
        }
        facts.append(integrity);
    }
    if (const auto cost = costFact()) {
        facts.append(*cost);
    }
    m_essentials->setFacts(facts);
}

void VaultOverviewPage::updateItems(const VaultHealth& health)
{
    const auto& format = context().language.format();
    auto& session = context().session;
    const bool known = session.items().hasLoaded();
    const auto number = [&format](int value) { return format.number(static_cast<qint64>(value)); };
    m_itemCount->setValue(known ? number(health.items) : QString());
    const int unprotected = session.virtualMachines().countUnprotectedIn(vault()->location);
    m_unprotected->setValue(known && session.virtualMachines().hasLoaded() ? number(unprotected) : QString());
    m_unprotected->setStatus(unprotected > 0 ? std::optional(StatusKind::NotProtected) : std::nullopt);
    const std::pair<QString, int> rows[] = {
        {presentation::protectionWords(Protection::Protected), health.protectedNow},
        {presentation::protectionWords(Protection::InitialPending), health.pending},
        {tr("The last backup failed"), health.failed},
        {tr("Stopped or deleted"), health.stopped + health.softDeleted},
    };
    // Where one row counts two states, the list shows the one that there is, or all.
    m_rowStates = {health.warned == 0 ? std::optional(Protection::Protected) : std::nullopt, Protection::InitialPending,
                   Protection::LastFailed,
                   health.stopped == 0           ? std::optional(Protection::SoftDeleted)
                       : health.softDeleted == 0 ? std::optional(Protection::Stopped)
                                                 : std::nullopt};
    for (qsizetype i = 0; i < m_itemRows.size(); ++i) {
        m_itemRows[i]->setCount(rows[i].first, known ? number(rows[i].second) : QStringLiteral("–"));
        m_itemRows[i]->setVisible(i == 0 || rows[i].second > 0);
    }
    const std::pair<QString, int> checks[] = {{tr("Pre-check: warning"), health.checkWarning},
                                              {tr("Pre-check: critical"), health.checkCritical}};
    for (qsizetype i = 0; i < m_checkRows.size(); ++i) {
        m_checkRows[i]->setCount(checks[i].first, number(checks[i].second));
        m_checkRows[i]->setVisible(checks[i].second > 0);
    }
    m_checkLine->setVisible(health.checkWarning + health.checkCritical > 0);
}

void VaultOverviewPage::updateJobs(const VaultHealth& health)
{
    const auto& format = context().language.format();
    const bool known = context().session.jobs().hasLoaded();
    m_running->setValue(known ? format.number(static_cast<qint64>(health.running)) : QString());
    m_running->setStatus(health.running > 0 ? std::optional(StatusKind::Running) : std::nullopt);
    m_failed->setValue(known ? format.number(static_cast<qint64>(health.failedJobs)) : QString());
    m_failed->setStatus(health.failedJobs > 0 ? std::optional(StatusKind::Failed) : std::nullopt);
    m_runningJobs->setVault(vaultId());
}

void VaultOverviewPage::updateAlerts()
{
    const auto& format = context().language.format();
    const auto& alerts = context().session.alerts();
    const auto counts = alerts.counts(vaultId());
    const auto show = [&](Counter* counter, int active, StatusKind kind) {
        counter->setValue(alerts.hasLoaded() ? format.number(static_cast<qint64>(active)) : QString());
        counter->setStatus(active > 0 ? std::optional(kind) : std::nullopt);
    };
    show(m_critical, counts.critical.active, StatusKind::Failed);
    show(m_warning, counts.warning.active, StatusKind::Warning);
    QVector<EventList::Event> events;
    m_eventRoutes.clear();
    for (const auto& event : vaultEvents(context(), *vault())) {
        events.append(event);
        m_eventRoutes.append(event.route);
    }
    // Items tell things that no alert does.
    auto& items = context().session.items();
    const EmptyWords noAlerts{tr("Reading the alerts …"), tr("The alerts could not be read."),
                              tr("Nothing needs attention.")};
    const EmptyWords noItems{tr("Reading the backup items …"), tr("The backup items could not be read."),
                             noAlerts.of(alerts)};
    m_events->setEvents(events, noItems.of(items));
}

//! An empty vault, or items without a first copy, are what to go on with. Source: flows.md D1.
void VaultOverviewPage::updateNudge(const VaultHealth& health)
{
    auto& session = context().session;
    m_pending.clear();
    for (int row = 0; row < session.items().count(); ++row) {
        const auto& item = session.items().at(row);
        if (item.id.vaultId() == vaultId() && presentation::protectionOf(item) == Protection::InitialPending
            && item.runningJob.isEmpty()) {
            m_pending.append(item.id);
        }
    }
    const int pending = static_cast<int>(m_pending.size());
    if (pending > 0) {
        m_nudge->setMessage(MessageKind::Warning, tr("%n item(s) wait for the first backup.", nullptr, pending),
                            tr("Run Backup now unless the first scheduled backup starts soon."));
        m_nudge->setAction(tr("Backup now"));
    } else if (session.items().hasLoaded() && health.items == 0) {
        const int unprotected = session.virtualMachines().countUnprotectedIn(vault()->location);
        m_nudge->setMessage(MessageKind::Info, tr("Nothing is protected in this vault yet."),
                            unprotected > 0
                                ? tr("%n unprotected virtual machine(s) in the region", nullptr, unprotected)
                                : tr("The vault must be in the same region as the virtual machines it is to protect."));
        m_nudge->setAction(tr("Choose virtual machines"));
    }
    m_nudge->setVisible(pending > 0 || (session.items().hasLoaded() && health.items == 0));
}

void VaultOverviewPage::followNudge()
{
    if (m_pending.isEmpty()) {
        m_protect->trigger();
    } else {
        context().navigator.openBlade(new BackupNowBlade(context(), m_pending, window()));
    }
}

void VaultOverviewPage::openLink(const QString& link)
{
    if (link == QLatin1String("key")) {
        showRecoveryKey();
    } else {
        openPart(link);
    }
}

void VaultOverviewPage::openItems()
{
    context().navigator.open(itemsRoute(vaultId()));
}

void VaultOverviewPage::openJobs(const QString& part)
{
    context().navigator.open({QStringLiteral("jobs"), vaultId().text(), part});
}

void VaultOverviewPage::showRecoveryKey()
{
    context().navigator.openBlade(new RecoveryKeyBlade(context(), vaultId(), false, window()));
}

void VaultOverviewPage::askDelete()
{
    context().navigator.openBlade(new DeleteVaultBlade(context(), vaultId(), window()));
}

void VaultOverviewPage::resizeEvent(QResizeEvent* event)
{
    VaultPage::resizeEvent(event);
    arrange();
}

} // namespace valv::views
