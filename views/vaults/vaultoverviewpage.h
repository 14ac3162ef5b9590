// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vaults/vaultpage.h"

#include <QTimer>

class QGridLayout;

namespace valv::presentation {
class LockStore;
struct VaultHealth;
} // namespace valv::presentation

namespace valv::views {

class Card;
class Counter;
class CountRow;
class Essentials;
class EventList;
class Label;
class KeyReminder;
class MessageBar;
class RunningJobs;
class VaultJobsCard;
class VaultStorageCard;

//! \brief The dashboard of a vault: what it is, its items, jobs, what needs attention, storage and jobs per day.
//! Source: flows.md C1, D1; picture vault_sv.
class VaultOverviewPage : public VaultPage
{
    Q_OBJECT
public:
    VaultOverviewPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] QList<QAction*> commands() const override;
    void refresh() override;
    void focusFirst() override;

protected:
    void update() override;
    void retranslate() override;
    [[nodiscard]] QString partTitle() const override;
    [[nodiscard]] QList<presentation::ListStoreBase*> besides() const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeItems();
    QWidget* makeJobs();
    QWidget* makeAlerts();
    void arrange();
    void updateEssentials();
    void updateItems(const presentation::VaultHealth& health);
    void updateJobs(const presentation::VaultHealth& health);
    void updateAlerts();
    void updateNudge(const presentation::VaultHealth& health);
    void followNudge();
    void openLink(const QString& link);
    void openItems();
    void openJobs(const QString& part);
    void showRecoveryKey();
    void askDelete();

    KeyReminder* m_keyReminder;
    MessageBar* m_nudge;
    MessageBar* m_service; //!< a lock on the service's own resource group
    presentation::LockStore* m_locks;
    QList<ArmId> m_pending; //!< items that wait for their first backup
    Card* m_essentialsCard;
    Essentials* m_essentials;
    QGridLayout* m_grid;
    Card* m_itemsCard;
    Counter* m_itemCount;
    Counter* m_unprotected;
    QList<CountRow*> m_itemRows;
    QList<std::optional<presentation::Protection>> m_rowStates; //!< what each of them leads to
    QList<CountRow*> m_checkRows;
    QWidget* m_checkLine; //!< above them
    Card* m_jobsCard;
    Counter* m_running;
    Counter* m_failed;
    RunningJobs* m_runningJobs;
    Card* m_alertsCard;
    Counter* m_critical;
    Counter* m_warning;
    Label* m_attention;
    EventList* m_events;
    QVector<Route> m_eventRoutes;
    VaultStorageCard* m_storage;
    VaultJobsCard* m_jobDays;
    QAction* m_protect;
    QAction* m_key;
    QAction* m_delete;
    QTimer m_soon; //!< many changes at once are one
};

} // namespace valv::views
