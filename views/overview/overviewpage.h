// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/context.h"
#include "frame/page.h"
#include "presentation/models/estate.h"

class QBoxLayout;
class QTimer;

namespace valv::views {

class Button;
class Card;
class Counter;
class EmptyState;
class Essentials;
class Label;
class MessageBar;
class OverviewAlertsCard;
class OverviewPinnedCard;
class OverviewStorageCard;
class StackedBars;
class Tile;

//! \brief The whole estate over all vaults: what is not protected and why, what waits for its first backup, items by
//! state, alerts, jobs of the last day, storage, and the runs of the next. Source: flows.md K20, K2.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    explicit OverviewPage(const Context& context, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<QAction*> commands() const override;
    void refresh() override;
    void focusFirst() override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTiles();
    void makeCards();
    void update();
    void updateTiles(const presentation::EstateSummary& estate);
    void updateUnprotected(const presentation::EstateSummary& estate);
    void updateWaiting(const presentation::EstateSummary& estate);
    void updateStates(const presentation::EstateSummary& estate);
    void updateRuns(const presentation::EstateSummary& estate);
    void updateMessage();
    void updateWays(const presentation::EstateSummary& estate);
    void openRules();
    void openMachine(const QString& id);
    void arrange();
    void retranslate();

    const Context m_context;
    QTimer* m_later; //!< many changes at once are one update
    QAction* m_refresh;
    MessageBar* m_message = nullptr;
    QBoxLayout* m_tiles = nullptr;
    Tile* m_unprotectedTile = nullptr;
    Tile* m_coveredTile = nullptr;
    Tile* m_failedTile = nullptr;
    Tile* m_runningTile = nullptr;
    QBoxLayout* m_columns = nullptr;
    Card* m_unprotectedCard = nullptr;
    Essentials* m_unprotected = nullptr;
    Label* m_allCovered = nullptr;
    QWidget* m_ways = nullptr; //!< to protect what is not
    Button* m_bySelection = nullptr;
    Button* m_byRule = nullptr;
    OverviewPinnedCard* m_pinnedCard = nullptr;
    OverviewAlertsCard* m_alertsCard = nullptr;
    OverviewStorageCard* m_storageCard = nullptr;
    Card* m_waitingCard = nullptr;
    Essentials* m_waiting = nullptr;
    Card* m_runsCard = nullptr;
    StackedBars* m_bars = nullptr;
    Essentials* m_runs = nullptr;
    Label* m_noRuns = nullptr;
    Card* m_statesCard = nullptr;
    Essentials* m_states = nullptr;
    Card* m_jobsCard = nullptr;
    Counter* m_completed = nullptr;
    Counter* m_warned = nullptr;
    Counter* m_failed = nullptr;
};

} // namespace valv::views
