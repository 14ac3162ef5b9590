// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/protecteditem.h"
#include "frame/context.h"

#include <QWidget>

class QAction;
class QGridLayout;

namespace valv::presentation {
class RecoveryPointFilter;
class RecoveryPointModel;
class RecoveryPointStore;
} // namespace valv::presentation

namespace valv::views {

class Card;
class CheckLines;
class Essentials;
class FilterPill;
class ItemCommands;
class JobList;
class MessageBar;
class StoreTable;
class Tile;

//! \brief One protected machine: how it stands, its recovery points and latest jobs, and what can be done.
//! Source: flows.md A9; pictures vmbackup_item_sv, narrow_en.
class BackupItemView : public QWidget
{
    Q_OBJECT
public:
    BackupItemView(const Context& context, const ArmId& item, QWidget* parent = nullptr);

    [[nodiscard]] const ArmId& itemId() const { return m_item; }
    [[nodiscard]] QList<QAction*> commands() const;
    void refresh();
    void focusFirst();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeActions();
    void makeBody();
    void update();
    void updateEssentials(const contract::ProtectedItem& item);
    void updateMessage(const contract::ProtectedItem& item);
    void updateLacks(const contract::ProtectedItem& item);
    void askRoom();
    void updatePoints();
    void updateJobs();
    void arrange();
    void retranslate();
    void updateCommands(const contract::ProtectedItem& item);
    void openRestore(const QString& point);
    void showPointMenu(const ArmId& point, const QPoint& at);
    void openPolicy();

    const Context m_context;
    ArmId m_item;
    presentation::RecoveryPointStore& m_points;
    presentation::RecoveryPointModel* m_model;
    presentation::RecoveryPointFilter* m_rows;
    ItemCommands* m_commands;
    QAction* m_refresh;
    MessageBar* m_message;
    CheckLines* m_lacks; //!< what the machine lacks for a good first backup, and what to do
    bool m_askedRoom = false;
    qint64 m_freeBytes = -1; //!< on the vault's disk; below 0: not known
    Card* m_summaryCard;
    Essentials* m_essentials;
    Tile* m_app;
    Tile* m_fileSystem;
    Tile* m_crash;
    StoreTable* m_table;
    FilterPill* m_period;
    Card* m_jobsCard;
    JobList* m_jobs;
    QGridLayout* m_bottom;
    QString m_messageAction; //!< what the message's link does: "command", "job"
    int m_messageCommand = 0; //!< of ItemCommands
    ArmId m_lastJob; //!< of the fact
    ArmId m_messageJob;
};

} // namespace valv::views
