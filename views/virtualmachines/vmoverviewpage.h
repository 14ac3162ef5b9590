// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "virtualmachines/vmpage.h"

namespace valv::views {

class Button;
class Card;
class Essentials;
class Label;
class LinkButton;
class MessageBar;
class Skeleton;
class StoreNotice;

//! \brief One machine: what it is, its disks, and how it stands with its backup. Source: flows.md A3.
class VmOverviewPage : public VmPage
{
    Q_OBJECT
public:
    VmOverviewPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] QList<QAction*> commands() const override;
    void focusFirst() override;

protected:
    void update() override;
    void retranslate() override;
    [[nodiscard]] QString partTitle() const override;

private:
    void showUnread();
    void openBackup();
    void openLink(const QString& link);

    StoreNotice* m_unread;
    MessageBar* m_problem;
    Skeleton* m_loading;
    Card* m_machineCard;
    Essentials* m_machine;
    Card* m_backupCard;
    Essentials* m_backup;
    LinkButton* m_openBackup;
    QWidget* m_unprotected;
    Button* m_enable;
    Label* m_why;
    Card* m_diskCard;
    Essentials* m_disks;
    QAction* m_backupAction;
    QAction* m_refresh;
};

} // namespace valv::views
