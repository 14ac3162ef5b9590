// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/deletevaultblade.h"

#include "controls/button.h"
#include "controls/field.h"
#include "controls/formfooter.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/skeleton.h"
#include "core/whendone.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "vaults/checkline.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace valv::views {

using contract::BlockerKind;
using contract::DeletionBlocker;
using presentation::ErrorText;

namespace {

constexpr qsizetype mostLinks = 6; //!< more are in the list that the last one leads to
constexpr std::chrono::seconds askAgainAfter(3); // somebody may be mending it elsewhere

} // namespace

DeleteVaultBlade::DeleteVaultBlade(const Context& context, const ArmId& vault, QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_vault(vault)
{
    setObjectName(QStringLiteral("deleteVault"));
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->setObjectName(QStringLiteral("deleteVault.failure"));
    m_failure->hide();
    add(m_failure);
    m_unread = new MessageBar(MessageKind::Error);
    m_unread->setObjectName(QStringLiteral("deleteVault.unread"));
    m_unread->hide();
    add(m_unread);
    m_listTitle = new Label(LabelKind::Strong);
    add(m_listTitle);
    m_how = new Label(LabelKind::Secondary);
    m_how->setWordWrap(true);
    add(m_how);
    m_list = new QWidget;
    m_list->setObjectName(QStringLiteral("deleteVault.list"));
    auto* lines = new QVBoxLayout(m_list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Space::xs);
    for (const auto kind : {BlockerKind::ProtectedItem, BlockerKind::StoppedItem, BlockerKind::SoftDeletedItem,
                            BlockerKind::Lock, BlockerKind::Immutability}) {
        auto* line = new CheckLine;
        lines->addWidget(line);
        m_lines.append({kind, line});
        connect(line, &CheckLine::activated, this, [this, kind](int link) { open(kind, link); });
    }
    add(m_list);
    m_loading = new Skeleton(static_cast<int>(m_lines.size()));
    m_loading->setObjectName(QStringLiteral("deleteVault.loading"));
    add(m_loading);
    m_lost = new MessageBar(MessageKind::Warning);
    add(m_lost);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("deleteVault.name"));
    m_nameField = new Field({}, m_name);
    m_nameField->setRequired(true);
    add(m_nameField);
    m_hold = FormHold(this, m_nameField);
    setButtons({}, ButtonKind::DangerPrimary);
    body()->addWidget(footer()->makeAz([this] { return AzLine(presentation::az::deleteVault(m_vault)); }), 0,
                      Qt::AlignLeft);
    body()->addStretch(1);
    footer()->primary()->setObjectName(QStringLiteral("deleteVault.submit"));

    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameField->setError({}); });
    connect(this, &Blade::submitted, this, &DeleteVaultBlade::submit);
    connect(m_unread, &MessageBar::actionTriggered, this, [this] {
        setFocus(Qt::OtherFocusReason); // the bar may go
        ask();
    });
    connect(&m_context.session.refusals(), &presentation::Refusals::changed, this, &DeleteVaultBlade::updateFooter);
    m_again.setInterval(askAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &DeleteVaultBlade::ask);
    m_again.start();
    // What is mended here is seen at once.
    for (const presentation::ListStoreBase* store : std::initializer_list<const presentation::ListStoreBase*>{
             &m_context.session.items(), &m_context.session.vaults()}) {
        connect(store, &presentation::ListStoreBase::rowsChanged, this, &DeleteVaultBlade::ask);
        connect(store, &presentation::ListStoreBase::countChanged, this, &DeleteVaultBlade::ask);
    }
    retranslate();
    ask();
}

void DeleteVaultBlade::ask()
{
    if (!m_running) {
        whenDone(m_context.session.vaults().deletionBlockers(m_vault), this,
                 [this](const Result<QList<DeletionBlocker>>& blockers) { take(blockers); });
    }
}

void DeleteVaultBlade::take(const Result<QList<DeletionBlocker>>& blockers)
{
    m_readError = blockers ? std::nullopt : std::optional<Error>(blockers.error());
    if (blockers) {
        m_known = true;
        m_blockers = *blockers;
    }
    showUnread();
    updateLines();
}

void DeleteVaultBlade::updateLines()
{
    const auto& format = m_context.language.format();
    for (const auto& [kind, line] : std::as_const(m_lines)) {
        const auto blockers = blockersOf(kind);
        QList<CheckLine::Link> links;
        std::optional<QDateTime> until;
        for (const auto& blocker : blockers) {
            if (links.size() < mostLinks) {
                links.append({blocker.name});
            }
            until = blocker.until && (!until || *blocker.until > *until) ? blocker.until : until;
        }
        const int count = static_cast<int>(blockers.size());
        if (count > links.size()) {
            links.append({tr("and %n more", nullptr, count - static_cast<int>(links.size()))});
        }
        QString text;
        switch (kind) {
        case BlockerKind::ProtectedItem:
            text = count == 0 ? tr("No protected items") : tr("%n protected item(s)", nullptr, count);
            break;
        case BlockerKind::StoppedItem:
            text = count == 0 ? tr("No stopped items with data") : tr("%n stopped item(s) with data", nullptr, count);
            break;
        case BlockerKind::SoftDeletedItem:
            text = count == 0 ? tr("No soft-deleted items") : tr("%n soft-deleted item(s)", nullptr, count);
            break;
        case BlockerKind::Lock:
            text = count == 0 ? tr("No resource lock") : tr("%n resource lock(s)", nullptr, count);
            break;
        case BlockerKind::Immutability:
            text = count == 0 ? tr("Not immutable") : tr("The vault is immutable");
            if (count > 0) { // it has no name
                //: %1 is a point of a check list
                links = {{tr("Open"), tr("Open: %1").arg(text)}};
            }
            break;
        case BlockerKind::Unknown:
            break;
        }
        if (count > 0 && until) {
            text += QStringLiteral(" · ") + tr("until %1").arg(format.dateTime(*until));
        }
        const auto status = !m_known ? StatusKind::Off : count > 0 ? StatusKind::Failed : StatusKind::Ok;
        line->setState(status, text, links);
    }
    m_listTitle->setVisible(m_known || !m_readError);
    m_list->setVisible(m_known);
    m_loading->setVisible(!m_known && !m_readError);
    const bool free = m_known && m_blockers.isEmpty();
    m_how->setVisible(m_known && !free);
    m_nameField->setVisible(free);
    updateFooter();
}

void DeleteVaultBlade::updateFooter()
{
    const bool free = m_known && m_blockers.isEmpty();
    const auto forbidden = m_context.session.refusals().can(presentation::Deed::DeleteVault, m_vault).reason();
    footer()->primary()->setReason(!forbidden.isEmpty()          ? forbidden
                                       : !m_known && m_readError ? tr("What keeps the vault could not be read.")
                                       : !m_known                ? tr("Looking at what keeps the vault…")
                                       : !free                   ? tr("The vault can't be deleted yet")
                                                                 : QString());
    if (m_running) {
        footer()->primary()->setEnabled(false);
        footer()->setStatus(StatusKind::Running, tr("Deleting the vault…"));
    } else if (m_known && !free) {
        footer()->setStatus(StatusKind::Failed, tr("The vault can't be deleted yet"));
    } else {
        footer()->setStatus(StatusKind::None, {});
    }
}

QList<DeletionBlocker> DeleteVaultBlade::blockersOf(BlockerKind kind) const
{
    QList<DeletionBlocker> found;
    std::copy_if(m_blockers.cbegin(), m_blockers.cend(), std::back_inserter(found),
                 [kind](const DeletionBlocker& each) { return each.kind == kind; });
    return found;
}

//! Where it is done: the item that was named, or the list that has it.
void DeleteVaultBlade::open(BlockerKind kind, int link)
{
    Route route{QStringLiteral("items"), m_vault.text(), {}};
    if (kind == BlockerKind::Lock || kind == BlockerKind::Immutability) {
        route = vaultRoute(m_vault, kind == BlockerKind::Lock ? QStringLiteral("locks") : QStringLiteral("properties"));
    } else if (const auto blockers = blockersOf(kind); link < mostLinks && link < blockers.size()) {
        if (const auto* item = m_context.session.items().find(blockers.at(link).id)) {
            route = {QStringLiteral("virtualmachine"), item->sourceResourceId.text(), QStringLiteral("backup")};
        }
    }
    auto& navigator = m_context.navigator;
    closeBlade();
    navigator.open(route);
}

void DeleteVaultBlade::submit()
{
    if (m_running || !footer()->primary()->isAvailable()) {
        return;
    }
    if (m_name->text().trimmed() != m_vault.name()) {
        m_nameField->setError(ErrorText::of(QStringLiteral("ValNameMismatch"), {}).message());
        m_nameField->focusControl();
        return;
    }
    m_running = true;
    m_hold.hold(tr("Deleting the vault…"));
    m_failure->hide();
    m_error.reset();
    updateLines();
    whenDone(m_context.session.vaults().remove(m_vault), this, [this](const auto& gone) {
        m_running = false;
        if (gone) {
            auto& navigator = m_context.navigator;
            closeBlade();
            navigator.open(vaultsRoute());
            return;
        }
        m_error = gone.error();
        showFailure();
        updateLines();
        m_hold.release();
        ask();
    });
}

void DeleteVaultBlade::showFailure()
{
    const auto text = ErrorText::of(*m_error, m_context.language.locale());
    m_failure->setMessage(MessageKind::Error, tr("The vault %1 could not be deleted.").arg(m_vault.name()),
                          text.sentence());
    m_failure->setDetail(text.code());
    m_failure->show();
}

//! That what keeps it could not be read is no word of the deletion, and goes when it is read again.
void DeleteVaultBlade::showUnread()
{
    if (!m_readError) {
        m_unread->hide();
        return;
    }
    const auto text = ErrorText::of(*m_readError, m_context.language.locale());
    m_unread->setMessage(MessageKind::Error, tr("What keeps the vault could not be read."), text.sentence());
    m_unread->setDetail(text.code());
    m_unread->setAction(tr("Try again"));
    m_unread->show();
}

void DeleteVaultBlade::retranslate()
{
    setTitle(tr("Delete vault"));
    setCaption(m_vault.name());
    m_listTitle->setText(tr("What has to be gone first"));
    m_how->setText(
        tr("Stop the backup of each item and delete its data. What is soft-deleted goes by itself when its time "
           "is over; a lock is removed where it was set."));
    const auto* vault = m_context.session.vaults().find(m_vault);
    const QString folder = vault != nullptr ? vault->folder : QString();
    m_lost->setMessage(MessageKind::Warning, tr("The vault %1 will be deleted.").arg(m_vault.name()),
                       folder.isEmpty()
                           ? tr("Its policies, jobs and settings are lost.")
                           : tr("Its policies, jobs and settings are lost, and so is the folder %1.").arg(folder));
    m_nameField->setLabel(tr("&Type the name of the vault"));
    m_nameField->setHint(tr("Upper and lower case matter."));
    setButtons(tr("Delete vault"), ButtonKind::DangerPrimary);
    if (m_error) {
        showFailure();
    }
    showUnread();
    updateLines();
}

void DeleteVaultBlade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Blade::changeEvent(event);
}

} // namespace valv::views
