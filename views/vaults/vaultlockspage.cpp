// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultlockspage.h"

#include "controls/azcopy.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/statustext.h"
#include "frame/formsending.h"
#include "frame/undobar.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "vaults/servicegrouplock.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

using contract::LockLevel;
using contract::ManagementLock;
using presentation::LockStore;

namespace {

constexpr int longestLockName = 260; // what Azure Resource Manager allows
constexpr int longestNotes = 512;

} // namespace

VaultLocksPage::VaultLocksPage(const Context& context, const Route& route, QWidget* parent)
    : VaultPage(context, route, parent)
    , m_locks(&this->context().session.locks(vaultId()))
{
    auto* message = new MessageBar(MessageKind::Error);
    message->setObjectName(QStringLiteral("locks.message"));
    body()->addWidget(message);
    m_service = new MessageBar(MessageKind::Warning);
    m_service->setObjectName(QStringLiteral("locks.service"));
    m_service->hide();
    body()->addWidget(m_service);
    m_removed = new UndoBar(context);
    m_removed->setObjectName(QStringLiteral("locks.removed"));
    body()->addWidget(m_removed);
    auto* fields = new QWidget;
    auto* cards = new QVBoxLayout(fields);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(Size::tileGap);
    m_card = new Card;
    m_none = new Label(LabelKind::Secondary);
    m_none->setObjectName(QStringLiteral("locks.none"));
    m_none->setWordWrap(true);
    m_card->add(m_none);
    m_list = new QVBoxLayout;
    m_list->setSpacing(Space::md);
    m_card->body()->addLayout(m_list);
    cards->addWidget(m_card);
    makeForm();
    cards->addWidget(m_form);
    body()->addWidget(fields);
    m_sending = new FormSending(context, this, fields, message);
    m_sending->setDeed(presentation::Deed::AddLock, [this] { return vaultId(); });
    connect(m_sending, &FormSending::changed, this, &VaultLocksPage::updateButtons);
    connect(m_locks, &presentation::ListStoreBase::rowsChanged, this, &VaultLocksPage::rebuild);
    connect(m_locks, &presentation::ListStoreBase::countChanged, this, &VaultLocksPage::rebuild);
    connect(m_locks, &presentation::ListStoreBase::stateChanged, this, &VaultLocksPage::rebuild);
    begin();
}

void VaultLocksPage::makeForm()
{
    m_form = new Card;
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("locks.name"));
    m_name->setMaxLength(longestLockName);
    m_nameField = new Field({}, m_name, Field::Layout::Beside);
    m_nameField->setRequired(true);
    m_level = new ComboBox;
    m_level->setObjectName(QStringLiteral("locks.level"));
    m_levelField = new Field({}, m_level, Field::Layout::Beside);
    m_notes = new QLineEdit;
    m_notes->setObjectName(QStringLiteral("locks.notes"));
    m_notes->setMaxLength(longestNotes);
    m_notesField = new Field({}, m_notes, Field::Layout::Beside);
    m_add = new Button(ButtonKind::Primary, {});
    m_add->setObjectName(QStringLiteral("locks.add"));
    m_form->add(m_nameField);
    m_form->add(m_levelField);
    m_form->add(m_notesField);
    auto* line = new QHBoxLayout;
    line->addWidget(m_add);
    line->addStretch(1);
    m_form->body()->addLayout(line);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        if (m_nameField->hasError()) {
            m_nameField->setError(problem());
        }
    });
    connect(m_add, &QAbstractButton::clicked, this, &VaultLocksPage::add);
    setAzMenu(m_add, [this] {
        const auto why = problem();
        return why.isEmpty() ? AzLine(presentation::az::addLock(entered())) : AzLine::missing(why);
    });
    connect(m_name, &QLineEdit::returnPressed, this, &VaultLocksPage::add);
}

void VaultLocksPage::refresh()
{
    m_locks->refresh();
    VaultPage::refresh();
}

void VaultLocksPage::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

QString VaultLocksPage::unsaved() const
{
    const bool isEmpty = m_name->text().trimmed().isEmpty() && m_notes->text().trimmed().isEmpty();
    return isEmpty ? QString() : tr("The lock has not been added.");
}

QString VaultLocksPage::partTitle() const
{
    return tr("Locks");
}

void VaultLocksPage::update()
{
    rebuild();
}

void VaultLocksPage::updateButtons()
{
    m_sending->show(*m_add);
    for (const auto& [button, scope] : std::as_const(m_deletes)) {
        button->setReason(context().session.refusals().can(presentation::Deed::DeleteLock, scope).reason());
    }
}

void VaultLocksPage::rebuild()
{
    m_deletes.clear();
    qDeleteAll(m_rows);
    m_rows.clear();
    for (int row = 0; row < m_locks->count(); ++row) {
        if (const auto& lock = m_locks->at(row); !LockStore::isOfServiceGroup(lock)) {
            m_rows.append(makeRow(lock));
            m_list->addWidget(m_rows.constLast());
        }
    }
    updateButtons();
    showServiceGroupLock(*m_service, *m_locks);
    m_none->setVisible(m_rows.isEmpty());
    // Why is said above. What was none when it was read last is of then, as is said there too.
    m_none->setText(m_locks->hasLoaded() ? tr("There is no lock. A lock keeps a vault from being deleted, or from "
                                              "being changed at all, by anybody; scheduled backups go on.")
                        : m_locks->error() && !m_locks->isBusy() ? tr("The locks could not be read.")
                                                                 : tr("Loading…"));
}

QWidget* VaultLocksPage::makeRow(const ManagementLock& lock)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::lg);
    const bool own = !lock.scope().value(u"vaults").isEmpty();
    auto* what = new StatusText(StatusKind::Ok,
                                lock.name + QStringLiteral(" · ")
                                    + (lock.level == LockLevel::ReadOnly ? tr("Read-only") : tr("Can't be deleted"))
                                    + QStringLiteral(" · ")
                                    + (own ? tr("this vault") : tr("resource group %1").arg(lock.id.resourceGroup())));
    what->setTone(StatusTone::Plain);
    auto* notes = new Label(LabelKind::Secondary, lock.notes);
    auto* gone = new Button(ButtonKind::Danger, tr("Delete"));
    gone->setAccessibleName(tr("Delete the lock %1").arg(lock.name));
    m_deletes.append({gone, lock.scope()});
    setSmall(gone);
    line->addWidget(what);
    line->addWidget(notes, 1);
    line->addWidget(gone);
    setAzMenu(gone, [id = lock.id] { return AzLine(presentation::az::deleteLock(id)); });
    connect(gone, &QAbstractButton::clicked, this, [this, lock] { remove(lock); });
    return row;
}

QString VaultLocksPage::problem() const
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        return tr("Enter a name for the lock.");
    }
    static const QString forbidden = QStringLiteral("<>%&\\?/");
    for (const QChar c : name) {
        if (forbidden.contains(c)) {
            return tr("The character “%1” is not allowed in the name of a lock.").arg(c);
        }
    }
    for (int row = 0; row < m_locks->count(); ++row) {
        if (m_locks->at(row).scope() == vaultId() && m_locks->at(row).name.compare(name, Qt::CaseInsensitive) == 0) {
            return tr("The vault already has a lock with this name.");
        }
    }
    return {};
}

ManagementLock VaultLocksPage::entered() const
{
    ManagementLock lock;
    lock.name = m_name->text().trimmed();
    lock.id = ManagementLock::idOf(vaultId(), lock.name);
    lock.level = static_cast<LockLevel>(m_level->currentData().toInt());
    lock.notes = m_notes->text().trimmed();
    return lock;
}

void VaultLocksPage::add()
{
    m_nameField->setError(problem());
    if (m_nameField->hasError()) {
        m_nameField->focusControl();
        return;
    }
    if (m_sending->isSending()) {
        return;
    }
    m_sending->send(
        {[] { return tr("Saving…"); }, [] { return tr("The lock could not be added."); }, [this] { add(); }},
        m_locks->put(entered()), [this](const ManagementLock&) {
            m_name->clear();
            m_notes->clear();
        });
}

void VaultLocksPage::remove(const ManagementLock& lock)
{
    if (m_sending->isSending()) {
        return;
    }
    m_sending->send({[] { return tr("Removing…"); }, [] { return tr("The lock could not be deleted."); },
                     [this, lock] { remove(lock); }},
                    m_locks->remove(lock.id), [this, lock](const client::Outcome&) {
                        offerUndo(lock);
                        if (hasFocus()) { // the button that was pressed is gone with its lock
                            focusFirst();
                        }
                    });
}

void VaultLocksPage::offerUndo(ManagementLock gone)
{
    gone.raw = {};
    m_removed->offer<ManagementLock>(
        {[name = gone.name] { return tr("The lock %1 has been deleted.").arg(name); },
         [] { return tr("The vault can be deleted and changed again, unless another lock prevents it."); },
         [] { return tr("The lock could not be taken back."); }},
        [this, gone] { return m_locks->put(gone); });
}

void VaultLocksPage::retranslate()
{
    m_card->setTitle(tr("Locks"));
    m_form->setTitle(tr("Add lock"));
    m_nameField->setLabel(tr("&Name"));
    m_levelField->setLabel(tr("L&evel"));
    m_notesField->setLabel(tr("N&otes"));
    m_notesField->setHint(tr("Why it is locked, for those who come across it."));
    m_add->setText(tr("Add lock"));
    const auto chosen = m_level->currentData();
    m_level->clear();
    m_level->addChoice(tr("Can't be deleted"), static_cast<int>(LockLevel::CanNotDelete),
                       tr("the vault can be used and changed"));
    m_level->addChoice(tr("Read-only"), static_cast<int>(LockLevel::ReadOnly), tr("nothing can be changed by hand"));
    m_level->setCurrentIndex(std::max(0, m_level->findData(chosen)));
    if (m_nameField->hasError()) {
        m_nameField->setError(problem());
    }
    m_sending->retranslate();
    m_removed->retranslate();
}

} // namespace valv::views
