// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultinfrastructurepage.h"

#include "controls/button.h"
#include "controls/card.h"
#include "controls/essentials.h"
#include "controls/linkcard.h"
#include "controls/messagebar.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "vaults/recoverykeyblade.h"
#include "vaults/storageconfigblade.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

using contract::ReplicationState;
using contract::StorageModel;
using presentation::StatusWords;

namespace {

StatusKind kindOfSecond(ReplicationState state)
{
    switch (state) {
    case ReplicationState::Current:
        return StatusKind::Ok;
    case ReplicationState::Copying:
        return StatusKind::Running;
    case ReplicationState::Behind:
    case ReplicationState::None:
        return StatusKind::Warning;
    case ReplicationState::Unreachable:
        return StatusKind::Failed;
    case ReplicationState::Unknown:
        break;
    }
    return StatusKind::Off;
}

} // namespace

VaultInfrastructurePage::VaultInfrastructurePage(const Context& context, const Route& route, QWidget* parent)
    : VaultPage(context, route, parent)
{
    m_title = new Label(LabelKind::Section);
    body()->addWidget(m_title);
    m_configuration = new LinkCard(Icon::Storage, {}, {});
    m_configuration->setObjectName(QStringLiteral("infrastructure.configuration"));
    m_key = new LinkCard(Icon::Key, {}, {});
    m_key->setObjectName(QStringLiteral("infrastructure.key"));
    m_key->setVisible(context.session.capabilities().recoveryKeys);
    body()->addWidget(m_configuration);
    body()->addWidget(m_key);

    m_second = new Card;
    m_second->setObjectName(QStringLiteral("infrastructure.second"));
    m_secondProblem = new MessageBar(MessageKind::Warning);
    m_secondProblem->setObjectName(QStringLiteral("infrastructure.secondProblem"));
    m_secondProblem->hide();
    m_second->add(m_secondProblem);
    m_secondFacts = new Essentials;
    m_second->add(m_secondFacts);
    m_copy = new Button;
    m_copy->setObjectName(QStringLiteral("infrastructure.copyNow"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_copy);
    line->addStretch(1);
    m_second->body()->addLayout(line);
    body()->addWidget(m_second);

    connect(m_configuration, &QAbstractButton::clicked, this, &VaultInfrastructurePage::openConfiguration);
    connect(m_secondProblem, &MessageBar::actionTriggered, this, [this] {
        if (m_copyError) {
            m_copy->setFocus(Qt::OtherFocusReason); // the bar goes
            copyNow();
        } else {
            openConfiguration();
        }
    });
    connect(m_copy, &QAbstractButton::clicked, this, &VaultInfrastructurePage::copyNow);
    connect(m_key, &QAbstractButton::clicked, this, [this] {
        this->context().navigator.openBlade(new RecoveryKeyBlade(this->context(), vaultId(), false, window()));
    });
    connect(&context.settings, &presentation::Settings::changed, this, [this] {
        if (vault() != nullptr) {
            update();
        }
    });
    begin();
}

void VaultInfrastructurePage::focusFirst()
{
    m_configuration->setFocus(Qt::OtherFocusReason);
}

QString VaultInfrastructurePage::partTitle() const
{
    return tr("Backup infrastructure");
}

void VaultInfrastructurePage::openConfiguration()
{
    context().navigator.openBlade(new StorageConfigBlade(context(), vaultId(), window()));
}

void VaultInfrastructurePage::update()
{
    const auto& format = context().language.format();
    m_configuration->setCaption(tr("Storage replication: %1").arg(StatusWords::of(vault()->redundancy)));
    const auto checked = context().settings.recoveryKeyChecked(vaultId().text());
    m_key->setCaption(checked.isValid() ? tr("Checked %1").arg(format.date(checked)) : tr("Not checked yet"));
    m_second->setVisible(vault()->redundancy == StorageModel::GeoRedundant && vault()->replication.has_value());
    if (!m_second->isHidden()) {
        updateSecond();
    }
}

void VaultInfrastructurePage::updateSecond()
{
    const auto& format = context().language.format();
    const auto& second = *vault()->replication;
    const auto fact = [](const QString& label, const QString& value) {
        Fact made;
        made.label = label;
        made.value = value;
        return made;
    };
    const auto moment = [&format](const std::optional<QDateTime>& at) { return at ? format.dateTime(*at) : QString(); };
    Fact state = fact(tr("State"), StatusWords::of(second.state));
    state.status = kindOfSecond(second.state.value());
    Fact folder = fact(tr("Folder"), vault()->secondFolder);
    folder.elide = Qt::ElideMiddle;
    Fact behind = fact(tr("Not copied yet"),
                       second.behindBytes > 0 ? format.size(static_cast<quint64>(second.behindBytes)) : tr("nothing"));
    if (second.behindSince) {
        behind.suffix = tr("since %1").arg(format.dateTime(*second.behindSince));
    }
    Fact check = fact(tr("Last check"), moment(second.lastChecked));
    if (second.repairedFiles > 0) {
        check.suffix = tr("%n file(s) repaired", nullptr, static_cast<int>(second.repairedFiles));
    }
    m_secondFacts->setFacts({state, folder, behind, fact(tr("All copied"), moment(second.lastCopied)), check});

    const bool none = second.state == ReplicationState::None;
    if (second.state == ReplicationState::Copying) {
        m_copyError.reset(); // it has begun all the same
    }
    if (m_copyError) {
        const auto text = presentation::ErrorText::of(*m_copyError, format.locale());
        m_secondProblem->setMessage(MessageKind::Error, tr("Copying could not be started."), text.sentence());
        m_secondProblem->setAction(tr("Try again"));
    } else if (none) {
        m_secondProblem->setMessage(MessageKind::Warning, tr("The vault has no second location."),
                                    tr("If its disk is lost, all recovery points are lost."));
        m_secondProblem->setAction(tr("Choose a folder"));
    } else if (second.problem) {
        const auto text = presentation::ErrorText::of(*second.problem, format.locale());
        m_secondProblem->setMessage(MessageKind::Error, text.title(), text.action());
        m_secondProblem->setAction({});
    } else if (second.sameDisk) {
        m_secondProblem->setMessage(MessageKind::Warning, tr("Both locations are on the same disk."),
                                    tr("If it is lost, both are. Choose a folder on another disk or a mounted share."));
        m_secondProblem->setAction(tr("Choose a folder"));
    }
    m_secondProblem->setVisible(m_copyError || none || second.problem || second.sameDisk);
    const bool busy = m_copying || second.state == ReplicationState::Copying;
    m_copy->setReason(none ? tr("The vault has no second location.") : busy ? tr("It is being copied.") : QString());
}

//! What was refused stays said until it is asked for again.
void VaultInfrastructurePage::copyNow()
{
    m_copying = true;
    m_copyError.reset();
    updateSecond();
    whenDone(context().session.vaults().copyNow(vaultId()), this, [this](const auto& result) {
        m_copying = false;
        if (!result) {
            m_copyError = result.error();
        }
        if (vault() != nullptr && vault()->replication) {
            updateSecond();
        }
    });
}

void VaultInfrastructurePage::retranslate()
{
    m_title->setText(tr("Backup infrastructure"));
    m_configuration->setText(tr("Backup configuration"));
    m_key->setText(tr("Recovery key"));
    m_second->setTitle(tr("Second location"));
    m_copy->setText(tr("Copy and check now"));
}

} // namespace valv::views
