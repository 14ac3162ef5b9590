// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "virtualmachines/vmpage.h"

class QStackedLayout;
class QVBoxLayout;

namespace valv::views {

class BackupItemView;
class EmptyState;
class EnableForm;
class KeyReminder;
class Skeleton;
class StoreNotice;

//! \brief The Backup page of a machine: the form while it is not protected, its item otherwise. When nobody can tell,
//! it says so and never claims that the machine is unprotected. Source: flows.md A4.
class VmBackupPage : public VmPage
{
    Q_OBJECT
public:
    VmBackupPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] QList<QAction*> commands() const override;
    void refresh() override;
    [[nodiscard]] QString unsaved() const override;
    void focusFirst() override;

protected:
    void update() override;
    [[nodiscard]] QString partTitle() const override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void showUnread();
    void arrange();

    QVBoxLayout* m_noticeRow;
    StoreNotice* m_unread; //!< what is shown is of an earlier time
    KeyReminder* m_reminder;
    QStackedLayout* m_stack;
    Skeleton* m_loading;
    EmptyState* m_unknown;
    EnableForm* m_form = nullptr;
    BackupItemView* m_item = nullptr;
};

} // namespace valv::views
