// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualmachines/vmoverviewpage.h"

#include "controls/action.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/essentials.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "controls/skeleton.h"
#include "frame/scrollpage.h"
#include "frame/storenotice.h"
#include "frame/vaultroutes.h"
#include "policies/policysummaryblade.h"
#include "presentation/app/language.h"
#include "presentation/models/virtualmachinemodel.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

using presentation::StatusWords;

namespace {

constexpr int loadingRows = 8;

} // namespace

VmOverviewPage::VmOverviewPage(const Context& context, const Route& route, QWidget* parent)
    : VmPage(context, route, parent)
{
    auto* layout = scrolledBody(*this);
    m_unread = new StoreNotice(context);
    m_unread->setObjectName(QStringLiteral("vm.unread"));
    connect(m_unread, &StoreNotice::retried, this, [this] {
        setFocus(Qt::OtherFocusReason);
        refresh(); // not only what the notice is about: what else could not be read is read again too
    });
    layout->addWidget(m_unread);
    m_problem = new MessageBar(MessageKind::Warning);
    m_problem->setObjectName(QStringLiteral("vm.problem"));
    m_problem->hide();
    layout->addWidget(m_problem);
    m_loading = new Skeleton(loadingRows);
    m_loading->setObjectName(QStringLiteral("vm.loading"));
    layout->addWidget(m_loading);

    m_machineCard = new Card;
    m_machine = new Essentials;
    m_machineCard->add(m_machine);
    layout->addWidget(m_machineCard);

    m_backupCard = new Card;
    m_backup = new Essentials;
    m_backupCard->add(m_backup);
    m_openBackup = m_backupCard->setLink({});
    m_unprotected = new QWidget;
    auto* unprotected = new QHBoxLayout(m_unprotected);
    unprotected->setContentsMargins(0, 0, 0, 0);
    unprotected->setSpacing(Space::lg);
    m_why = new Label(LabelKind::Secondary);
    m_why->setWordWrap(true);
    m_enable = new Button(ButtonKind::Primary, {});
    m_enable->setObjectName(QStringLiteral("vm.enable"));
    unprotected->addWidget(m_enable);
    unprotected->addWidget(m_why, 1);
    m_backupCard->add(m_unprotected);
    m_unprotected->hide();
    layout->addWidget(m_backupCard);

    m_diskCard = new Card;
    m_disks = new Essentials;
    m_diskCard->add(m_disks);
    layout->addWidget(m_diskCard);
    layout->addStretch(1);

    m_backupAction = makeAction(Icon::Protected, {}, this);
    connect(m_backupAction, &QAction::triggered, this, &VmOverviewPage::openBackup);
    connect(m_openBackup, &QAbstractButton::clicked, this, &VmOverviewPage::openBackup);
    connect(m_enable, &QAbstractButton::clicked, this, &VmOverviewPage::openBackup);
    connect(m_backup, &Essentials::linkActivated, this, &VmOverviewPage::openLink);
    connect(&context.session.jobs(), &presentation::ListStoreBase::rowsChanged, this, &VmOverviewPage::update);
    connect(&context.session.jobs(), &presentation::ListStoreBase::countChanged, this, &VmOverviewPage::update);
    m_openBackup->setObjectName(QStringLiteral("vm.openBackup"));
    m_refresh = makeAction(Icon::Refresh, {}, this);
    connect(m_refresh, &QAction::triggered, this, &VmOverviewPage::refresh);
    m_refresh->setProperty("alignRight", true);
    retranslate();
    VmOverviewPage::update();
}

QList<QAction*> VmOverviewPage::commands() const
{
    return { m_backupAction, m_refresh };
}

void VmOverviewPage::focusFirst()
{
    if (row() == nullptr) {
        setFocus(Qt::OtherFocusReason);
        return;
    }
    (m_enable->isVisibleTo(this) && m_enable->isAvailable() ? static_cast<QWidget*>(m_enable) : m_openBackup)
        ->setFocus(Qt::OtherFocusReason);
}

QString VmOverviewPage::partTitle() const
{
    return tr("Overview");
}

void VmOverviewPage::openBackup()
{
    context().navigator.open({ QStringLiteral("virtualmachine"), vmId().text(), QStringLiteral("backup") });
}

void VmOverviewPage::openLink(const QString& link)
{
    const auto* row = this->row();
    if (row == nullptr || !row->item) {
        return;
    }
    if (link == QLatin1String("vault")) {
        context().navigator.open(vaultRoute(row->vaultId()));
    } else if (link == QLatin1String("policy")) {
        context().navigator.openBlade(new PolicySummaryBlade(context(), row->item->policyId, window()));
    } else if (const auto* job = context().session.jobs().latestOf(row->item->id)) {
        context().navigator.open({ QStringLiteral("jobs"), {}, job->id.text() });
    }
}

void VmOverviewPage::retranslate()
{
    m_enable->setText(tr("Enable backup"));
    m_machineCard->setTitle(tr("Essentials"));
    m_backupCard->setTitle(tr("Backup"));
    m_openBackup->setText(tr("Open"));
    m_openBackup->setAccessibleName(tr("Open backup"));
    m_diskCard->setTitle(tr("Disks"));
    m_backupAction->setText(tr("Backup"));
    m_refresh->setText(tr("Refresh"));
}

//! The machine, or how it stands with its backup.
void VmOverviewPage::showUnread()
{
    auto& session = context().session;
    const bool machines = session.virtualMachines().error().has_value();
    m_unread->setTitle(machines ? tr("The virtual machine could not be read.")
                                : tr("The backup items could not be read."));
    m_unread->follow(machines ? static_cast<presentation::ListStoreBase*>(&session.virtualMachines())
                              : &session.items());
}

void VmOverviewPage::update()
{
    showUnread();
    const auto* row = this->row();
    if (row == nullptr) {
        const auto& store = context().session.virtualMachines();
        m_problem->setMessage(MessageKind::Error, tr("The virtual machine is not there."),
                              tr("It may have been deleted or moved. Refresh the list of virtual machines."));
        m_problem->setVisible(store.hasLoaded() && !store.error());
        m_loading->setVisible(!store.hasLoaded() && !store.error());
        for (auto* card : {m_machineCard, m_backupCard, m_diskCard}) {
            card->hide();
        }
        return;
    }
    m_loading->hide();
    const bool appeared = m_machineCard->isHidden();
    const auto& format = context().language.format();
    const auto& vm = row->vm;
    m_problem->setVisible(vm.problem.has_value());
    if (vm.problem) {
        const auto text = presentation::ErrorText::of(*vm.problem, format.locale());
        m_problem->setMessage(MessageKind::Warning, text.title(), text.action());
    }
    for (auto* card : { m_machineCard, m_backupCard, m_diskCard }) {
        card->show();
    }
    const auto fact = [](const QString& label, const QString& value, StatusKind status = StatusKind::None) {
        Fact made;
        made.label = label;
        made.value = value;
        made.status = status;
        return made;
    };
    Fact id = fact(tr("Machine ID"), vm.vmId);
    id.mono = true;
    id.elide = Qt::ElideMiddle;
    m_machine->setFacts(
        { fact(tr("Status"), StatusWords::of(vm.power), StatusWords::kind(vm.power.value())),
          fact(tr("Resource group"), vm.id.resourceGroup()), fact(tr("Region"), StatusWords::region(vm.location)),
          fact(tr("Subscription"), row->subscription), fact(tr("Operating system"), vm.osName),
          fact(tr("Size"), vm.size), fact(tr("VM agent"),
                                          vm.agentVersion.isEmpty()
                                              ? StatusWords::of(vm.agent)
                                              : StatusWords::of(vm.agent) + QStringLiteral(" · ") + vm.agentVersion,
                                          StatusWords::kind(vm.agent.value())),
          id });

    const bool unprotected = row->protection == presentation::Protection::NotProtected;
    const bool appears = unprotected && m_unprotected->isHidden();
    m_unprotected->setVisible(unprotected);
    QVector<Fact> backup;
    if (row->item) {
        const auto& item = *row->item;
        const auto moment = [&format](const std::optional<QDateTime>& time) {
            return time ? format.dateTime(*time) : QString();
        };
        Fact policy = fact(tr("Policy"), item.policyName);
        policy.link = item.policyName.isEmpty() ? QString() : QStringLiteral("policy");
        Fact next = fact(tr("Next backup"), moment(item.nextRun));
        if (item.nextRun) {
            next.suffix = QLatin1Char('(') + format.relative(*item.nextRun) + QLatin1Char(')');
        }
        Fact vault = fact(tr("Vault"), row->vaultId().name());
        vault.link = QStringLiteral("vault");
        Fact job = fact(tr("Last job"), {});
        context().session.jobs().want(row->vaultId());
        if (const auto* last = context().session.jobs().latestOf(item.id)) {
            job.value = StatusWords::operation(last->operation.value(), last->userTriggered);
            job.suffix = StatusWords::of(last->status);
            job.link = QStringLiteral("job");
        }
        backup = { fact(tr("Status"), presentation::protectionWords(row->protection), presentation::protectionKind(row->protection)),
                   vault,
                   policy,
                   job,
                   fact(tr("Last backup"), moment(item.lastBackupTime)),
                   next,
                   fact(tr("Latest recovery point"), moment(item.lastRecoveryPoint)) };
    } else {
        backup = { fact(tr("Status"), unprotected ? tr("Not protected") : tr("Protection unknown"),
                        unprotected ? StatusKind::NotProtected : StatusKind::Off) };
        const auto can = presentation::canEnable(*row);
        m_enable->setReason(can.reason());
        m_why->setText(can ? tr("If the machine or its disks are lost, nothing can be restored.") : can.reason());
    }
    m_backup->setFacts(backup);
    if ((appears && m_openBackup->hasFocus()) || (appeared && hasFocus())) {
        focusFirst(); // nothing was known yet when the page was opened
    }

    QVector<Fact> disks;
    for (const auto& disk : vm.disks) {
        Fact line = fact(disk.name, disk.capacityBytes > 0 ? format.size(static_cast<quint64>(disk.capacityBytes)) : QString());
        if (disk.allocatedBytes >= 0) {
            line.suffix = tr("(%1 used)").arg(format.size(static_cast<quint64>(disk.allocatedBytes)));
        }
        disks.append(line);
    }
    m_disks->setFacts(disks);
    m_diskCard->setCaption(presentation::Format::disks(static_cast<int>(vm.disks.size())));
}

} // namespace valv::views
