// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertdetails.h"

#include "controls/button.h"
#include "controls/card.h"
#include "controls/essentials.h"
#include "controls/label.h"
#include "controls/statustext.h"
#include "controls/topcolumn.h"
#include "frame/alertroutes.h"
#include "frame/navigator.h"
#include "frame/storenotice.h"
#include "frame/vaultroutes.h"
#include "items/itemcommands.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/alerttext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

using contract::Alert;
using contract::AlertState;
using presentation::AlertStanding;
using presentation::AlertText;

namespace {

constexpr ItemCommands::Command offered[]{ItemCommands::BackupNow, ItemCommands::Restore, ItemCommands::Undelete};

//! The command of the item that does something about an alert; Count: none does.
ItemCommands::Command commandFor(const Alert& alert)
{
    const auto is = [&alert](const char* code) { return alert.code == QLatin1String(code); };
    if (is("BackupFailed") || is("PointTooOld") || is("MissedRun")) {
        return ItemCommands::BackupNow;
    }
    if (is("RestoreFailed")) {
        return ItemCommands::Restore;
    }
    if (is("BackupDataDeleted")) {
        return ItemCommands::Undelete;
    }
    return ItemCommands::Count;
}

} // namespace

AlertDetails::AlertDetails(const Context& context, QWidget* parent)
    : DetailsPane(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("alertDetails"));
    m_copy = new IconButton(Icon::Copy, {});
    connect(m_copy, &QAbstractButton::clicked, this, &AlertDetails::copyText);
    addTool(m_copy);
    m_unread = new StoreNotice(context);
    m_unread->setObjectName(QStringLiteral("alert.unread"));
    add(m_unread);
    m_content = new QWidget;
    add(m_content);
    auto* content = new TopColumn(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(body()->spacing());

    const auto text = [content](Label*& label, LabelKind kind) {
        label = new Label(kind);
        label->setWordWrap(kind == LabelKind::Body);
        content->addWidget(label);
    };
    m_severity = new StatusText;
    m_severity->setObjectName(QStringLiteral("alert.severity"));
    content->addWidget(m_severity);
    text(m_happenedTitle, LabelKind::GroupLabel);
    text(m_happened, LabelKind::Body);
    text(m_cause, LabelKind::Body);
    text(m_code, LabelKind::Mono);
    text(m_actionTitle, LabelKind::GroupLabel);
    text(m_action, LabelKind::Body);

    const auto line = [content](const QList<Button*>& buttons) {
        auto* row = new QHBoxLayout;
        row->setSpacing(Space::sm);
        for (auto* button : buttons) {
            row->addWidget(button);
        }
        row->addStretch(1);
        content->addLayout(row);
    };
    m_commands = new ItemCommands(context, QStringLiteral("alert"), this);
    for (const auto command : offered) {
        auto* button = new Button(ButtonKind::Primary, {});
        button->bindAction(m_commands->action(command));
        button->setObjectName(m_commands->action(command)->objectName() + QStringLiteral("Button"));
        m_commandButtons.append(button);
    }
    m_remedy = new Button(ButtonKind::Primary, {});
    m_remedy->setObjectName(QStringLiteral("alert.remedy"));
    connect(m_remedy, &QAbstractButton::clicked, this, [this] { m_context.navigator.open(m_remedyRoute); });
    m_openJob = new Button;
    m_openJob->setObjectName(QStringLiteral("alert.openJob"));
    connect(m_openJob, &QAbstractButton::clicked, this, [this] { openLink(QStringLiteral("job")); });
    line(m_commandButtons + QList<Button*>{m_remedy, m_openJob});

    const auto stateButton = [this](const char* name, Icon icon, AlertState state) {
        auto* button = new Button;
        button->setIcon(icon);
        button->setObjectName(QLatin1String(name));
        connect(button, &QAbstractButton::clicked, this, [this, state] { Q_EMIT stateWanted(m_alert, state); });
        return button;
    };
    content->addWidget(new Divider);
    m_acknowledge = stateButton("alert.acknowledge", Icon::Tick, AlertState::Acknowledged);
    m_close = stateButton("alert.close", Icon::Cancel, AlertState::Closed);
    m_reopen = stateButton("alert.reopen", Icon::Retry, AlertState::New);
    line({m_acknowledge, m_close, m_reopen});
    m_facts = new Essentials;
    m_facts->setMaxColumns(1);
    m_facts->setRowHeight(Space::xl);
    m_facts->setMinimumLabelWidth(Size::essentialsLabel - Space::xl);
    content->addWidget(m_facts);
    connect(m_facts, &Essentials::linkActivated, this, &AlertDetails::openLink);
    body()->addStretch(1);

    auto& session = context.session;
    for (const presentation::ListStoreBase* store : std::initializer_list<const presentation::ListStoreBase*>{
             &session.alerts(), &session.items(), &session.virtualMachines()}) {
        connect(store, &presentation::ListStoreBase::rowsChanged, this, &AlertDetails::showAlert);
        connect(store, &presentation::ListStoreBase::countChanged, this, &AlertDetails::showAlert);
    }
    connect(&session.alerts(), &presentation::ListStoreBase::stateChanged, this, &AlertDetails::showAlert);
    connect(m_unread, &StoreNotice::retried, this, [this] { setFocus(Qt::OtherFocusReason); });
    showAlert();
}

void AlertDetails::setAlert(const ArmId& alert)
{
    m_alert = alert;
    showAlert();
}

void AlertDetails::showAlert()
{
    auto& store = m_context.session.alerts();
    const auto* alert = store.find(m_alert);
    const bool gone = alert == nullptr && store.hasLoaded() && !m_alert.isEmpty();
    m_unread->setTitle(tr("The alerts could not be read."));
    m_unread->follow(m_alert.isEmpty() || alert != nullptr ? nullptr : &store); // else the list says it
    m_content->setVisible(alert != nullptr || gone);
    m_copy->setVisible(alert != nullptr);
    if (alert == nullptr) {
        const bool failed = store.error() && !store.isBusy();
        setTitle(m_alert.isEmpty() ? QString()
                     : gone        ? tr("The alert is no longer there")
                     : failed      ? tr("The alert could not be read")
                                   : tr("Loading…"));
        setCaption({});
        if (gone) { // what it said is no longer so
            for (auto* label : {m_happened, m_cause, m_code, m_action}) {
                label->setText({});
            }
        }
        return;
    }
    const auto text = AlertText::of(*alert, m_context.language.format());
    setTitle(text.title());
    setCaption(alert->targetName + QStringLiteral(" · ") + m_context.language.format().dateTimeShort(alert->last));
    m_copy->setName(tr("Copy the alert"));
    m_severity->setStatus(AlertText::kind(alert->severity.value()), AlertText::severity(alert->severity.value()));
    m_happenedTitle->setText(tr("What happened"));
    m_happened->setText(text.happened());
    m_cause->setText(text.cause());
    m_cause->setVisible(!text.cause().isEmpty());
    m_code->setText(text.code());
    m_actionTitle->setText(tr("What to do"));
    m_action->setText(text.action());
    m_action->setVisible(!text.action().isEmpty());
    m_actionTitle->setVisible(!text.action().isEmpty());
    showRemedy(*alert);

    const auto standing = presentation::standingOf(*alert);
    m_acknowledge->setText(tr("Acknowledge"));
    m_acknowledge->setVisible(standing == AlertStanding::New);
    m_close->setText(tr("Close alert"));
    m_close->setVisible(standing == AlertStanding::New || standing == AlertStanding::Acknowledged);
    m_reopen->setText(tr("Make new again"));
    m_reopen->setVisible(standing == AlertStanding::Acknowledged || standing == AlertStanding::Closed);
    showFacts(*alert);
}

//! One thing that helps, done from here or where it can be done; nothing any more when the cause is gone.
void AlertDetails::showRemedy(const Alert& alert)
{
    const auto command = alert.isActive() ? commandFor(alert) : ItemCommands::Count;
    const bool helps = command != ItemCommands::Count;
    for (qsizetype i = 0; i < m_commandButtons.size(); ++i) {
        m_commands->action(offered[i])->setVisible(command == offered[i]); // its button follows it
        m_commandButtons[i]->setVisible(command == offered[i]);
    }
    m_commands->setItems(helps ? QList<ArmId>{alert.target} : QList<ArmId>{});

    const auto vault = alert.target.vaultId();
    m_remedyRoute = {};
    const auto go = [this](const Route& route, const QString& text) {
        m_remedyRoute = route;
        m_remedy->setText(text);
    };
    if (alert.code == QLatin1String("SoftDeleteOff")) {
        go(vaultRoute(vault, QStringLiteral("properties")), tr("Open the security settings"));
    } else if (alert.code == QLatin1String("ReplicationProblem")) {
        go(vaultRoute(vault, QStringLiteral("infrastructure")), tr("Open the storage replication"));
    } else if (alert.code == QLatin1String("PolicyShortened")) {
        const auto policy = vault.child(QStringLiteral("backupPolicies"), alert.facts.value(QStringLiteral("policy")));
        go({QStringLiteral("policy"), policy.text(), {}}, tr("Open the policy"));
    } else if (alert.code == QLatin1String("VaultDamaged")) {
        go(vaultRoute(vault), tr("Open the vault"));
    } else if (!helps) {
        go(alertTargetRoute(alert.target), tr("Open the backup item"));
    }
    m_remedy->setKind(alert.isActive() ? ButtonKind::Primary : ButtonKind::Standard);
    m_remedy->setVisible(!m_remedyRoute.page.isEmpty());
    m_openJob->setText(tr("Open the job"));
    m_openJob->setVisible(!alert.job.isEmpty());
}

ArmId AlertDetails::jobOf(const Alert& alert) const
{
    return alert.target.vaultId().child(QStringLiteral("backupJobs"), alert.job);
}

void AlertDetails::showFacts(const Alert& alert)
{
    const auto& format = m_context.language.format();
    QVector<Fact> facts;
    const auto fact = [&facts](const QString& label, const QString& value, const char* link = nullptr) -> Fact& {
        Fact made;
        made.label = label;
        made.value = value;
        made.link = QLatin1String(link);
        facts.append(made);
        return facts.last();
    };
    const auto vault = alert.target.vaultId();
    if (vault.isEmpty()) {
        fact(tr("Computer"), alert.targetName);
    } else {
        if (!(alert.target == vault)) {
            fact(tr("Virtual machine"), alert.targetName, "target");
        }
        fact(tr("Vault"), vault.name(), "vault");
    }
    fact(tr("State"), AlertText::standing(presentation::standingOf(alert)));
    fact(tr("Raised"), format.dateTime(alert.raised));
    if (alert.count > 1) {
        fact(tr("Last time"), format.dateTime(alert.last));
        fact(tr("How often"), tr("%n time(s)", nullptr, alert.count));
    }
    if (alert.resolved) {
        fact(tr("Resolved"), format.dateTime(*alert.resolved));
    }
    if (!alert.changedBy.isEmpty()) {
        fact(tr("Handled by"), alert.changedBy);
    }
    auto& id = fact(tr("Alert ID"), alert.name);
    id.mono = true;
    id.elide = Qt::ElideMiddle;
    m_facts->setFacts(facts);
}

void AlertDetails::openLink(const QString& link)
{
    const auto* alert = m_context.session.alerts().find(m_alert);
    if (alert == nullptr) {
        return;
    }
    if (link == QLatin1String("job")) {
        m_context.navigator.open({QStringLiteral("jobs"), {}, jobOf(*alert).text()});
    } else if (link == QLatin1String("vault")) {
        m_context.navigator.open(vaultRoute(alert->target.vaultId()));
    } else {
        m_context.navigator.open(alertTargetRoute(alert->target));
    }
}

void AlertDetails::copyText()
{
    if (const auto* alert = m_context.session.alerts().find(m_alert)) {
        const auto text = AlertText::of(*alert, m_context.language.format());
        QStringList lines{text.headline(), text.happened(), text.cause(), text.action(), text.code(), alert->id.text()};
        lines.removeAll(QString());
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    }
}

void AlertDetails::changeEvent(QEvent* event)
{
    DetailsPane::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_facts != nullptr) {
        m_commands->retranslate();
        showAlert();
    }
}

} // namespace valv::views
