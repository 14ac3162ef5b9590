// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualmachines/vmbackuppage.h"

#include "controls/button.h"
#include "controls/emptystate.h"
#include "controls/skeleton.h"
#include "frame/storenotice.h"
#include "items/backupitemview.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "theme/breakpoints.h"
#include "vaults/keyreminder.h"
#include "virtualmachines/enableform.h"

#include <QApplication>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace valv::views {

VmBackupPage::VmBackupPage(const Context& context, const Route& route, QWidget* parent)
    : VmPage(context, route, parent)
    , m_noticeRow(new QVBoxLayout)
    , m_unread(new StoreNotice(context))
    , m_reminder(new KeyReminder(context, KeyReminder::Place::AbovePage))
    , m_stack(new QStackedLayout)
    , m_loading(new Skeleton(8))
    , m_unknown(new EmptyState(Icon::Help, {}, {}))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_noticeRow->addWidget(m_unread);
    m_unread->setObjectName(QStringLiteral("vm.unread"));
    connect(m_unread, &StoreNotice::retried, this, [this] {
        focusFirst();
        refresh();
    });
    outer->addLayout(m_noticeRow);
    outer->addWidget(m_reminder);
    outer->addLayout(m_stack, 1);
    m_loading->setContentsMargins(Size::contentMargin, Space::lg, Size::contentMargin, Space::lg);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_unknown);
    connect(m_unknown->setButton({}), &QAbstractButton::clicked, this, &VmBackupPage::refresh);
    VmBackupPage::update();
}

QList<QAction*> VmBackupPage::commands() const
{
    return m_item != nullptr && m_stack->currentWidget() == m_item ? m_item->commands() : QList<QAction*>();
}

void VmBackupPage::refresh()
{
    VmPage::refresh();
    if (m_item != nullptr) {
        m_item->refresh();
    }
}

void VmBackupPage::focusFirst()
{
    if (m_stack->currentWidget() == m_form && m_form != nullptr) {
        m_form->focusFirst();
    } else if (m_item != nullptr) {
        m_item->focusFirst();
    } else {
        setFocus(Qt::OtherFocusReason);
    }
}

QString VmBackupPage::unsaved() const
{
    const bool drafted = m_form != nullptr && m_stack->currentWidget() == m_form && m_form->hasDraft();
    return drafted ? tr("A policy made here is not saved before backup is enabled.") : QString();
}

QString VmBackupPage::partTitle() const
{
    return tr("Backup");
}

void VmBackupPage::update()
{
    const auto* before = m_stack->currentWidget();
    const auto* focused = QApplication::focusWidget();
    const bool hadFocus = focused != nullptr && (focused == this || isAncestorOf(focused));
    const auto* row = this->row();
    auto& session = context().session;
    if (row == nullptr) {
        const bool gone = session.virtualMachines().hasLoaded();
        const auto& error = session.virtualMachines().error();
        if (gone || error) { // what could not be read is not known to be gone
            m_unknown->setTexts(Icon::Help,
                                error ? tr("The virtual machine could not be read.")
                                      : tr("The virtual machine is not there."),
                                error ? presentation::ErrorText::of(*error, context().language.locale()).sentence()
                                      : tr("It may have been deleted or moved."));
            m_unknown->setButton(tr("Try again"));
            m_stack->setCurrentWidget(m_unknown);
        } else {
            m_stack->setCurrentWidget(m_loading);
        }
    } else if (row->item) {
        if (m_item == nullptr || !(m_item->itemId() == row->item->id)) {
            delete m_item;
            m_item = new BackupItemView(context(), row->item->id);
            m_stack->addWidget(m_item);
        }
        m_stack->setCurrentWidget(m_item);
    } else if (row->protection == presentation::Protection::NotProtected) {
        if (m_form == nullptr) {
            m_form = new EnableForm(context());
            m_stack->addWidget(m_form);
        }
        m_form->setMachine(*row);
        m_stack->setCurrentWidget(m_form);
    } else if (session.items().hasLoaded() || session.items().error()) {
        const auto& error = session.items().error();
        m_unknown->setTexts(Icon::Help, tr("It cannot be determined whether the virtual machine is already backed up."),
                            error ? presentation::ErrorText::of(*error, context().language.locale()).sentence()
                                  : QString());
        m_unknown->setButton(tr("Try again"));
        m_stack->setCurrentWidget(m_unknown);
    } else {
        m_stack->setCurrentWidget(m_loading);
    }
    m_reminder->setVault(row != nullptr && row->item ? row->vaultId() : ArmId());
    showUnread();
    if (m_stack->currentWidget() != before) {
        if (before == m_form && m_form != nullptr) {
            m_form->deleteLater(); // what was typed has been used
            m_form = nullptr;
        }
        Q_EMIT commandsChanged();
        if (hadFocus) { // what had it is gone or hidden
            focusFirst();
        }
    }
}

//! What is known stays, and it is said of when that is. Where nothing is known, that is said in its place.
void VmBackupPage::showUnread()
{
    auto& session = context().session;
    const auto* now = m_stack->currentWidget();
    const bool isKnown = now != m_loading && now != m_unknown;
    const bool machines = session.virtualMachines().error().has_value();
    m_unread->setTitle(machines ? tr("The virtual machine could not be read.")
                                : tr("The backup items could not be read."));
    m_unread->follow(!isKnown       ? nullptr
                         : machines ? static_cast<presentation::ListStoreBase*>(&session.virtualMachines())
                                    : &session.items());
}

void VmBackupPage::resizeEvent(QResizeEvent* event)
{
    arrange();
    VmPage::resizeEvent(event);
}

bool VmBackupPage::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        arrange(); // the notice may have come or gone
    }
    return VmPage::event(event);
}

//! A layout of hidden widgets takes the room of its margins all the same.
void VmBackupPage::arrange()
{
    const int margin = Breakpoint::contentMargin(window()->width()); // as the page below
    m_noticeRow->setContentsMargins(m_unread->isHidden() ? QMargins() : QMargins(margin, Space::lg, margin, 0));
}

} // namespace valv::views
