// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"
#include "presentation/models/report.h"

#include <optional>

class QBoxLayout;

namespace valv::presentation {
class ReportLoader;
class ReportText;
} // namespace valv::presentation

namespace valv::views {

class Card;
class DateField;
class EmptyState;
class Field;
class FilterPill;
class Label;
class MessageBar;
class ReportInstancesCard;
class ReportJobsCard;
class ReportRows;
class ReportStorageCard;
class SegmentedControl;
class Skeleton;
class Table;
class Tile;

//! \brief What backups did in a period: how jobs ended, how the storage grew, protected instances, each vault, and the
//! items that failed most or hold most, and the policies that keep most. Source: flows.md I10. Route: subject = a vault, or empty.
class ReportsPage : public Page
{
    Q_OBJECT
public:
    ReportsPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<QAction*> commands() const override;
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override;
    void refresh() override;
    void focusFirst() override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct TableCard
    {
        Card* card;
        Table* table;
        ReportRows* rows;
        Label* none; //!< what stands there without rows; null: the card goes
    };
    void makePeriod();
    void makeTiles();
    void makeActions();
    [[nodiscard]] TableCard makeTable(const char* name, int columns, int texts, int sorted, Qt::SortOrder order);
    [[nodiscard]] std::optional<presentation::ReportPeriod> period(); //!< nothing: what is typed is wrong, and said
    void ask();
    void update();
    void updateTiles(const presentation::BackupReport& report, const presentation::ReportText& text);
    void updateTables(const presentation::BackupReport& report, const presentation::ReportText& text);
    void updateMessage();
    void updateVaults();
    [[nodiscard]] ArmId vault() const; //!< empty: all
    [[nodiscard]] QString scopeName() const;
    void arrange();
    void retranslate();

    Context m_context;
    ArmId m_vault; //!< that the page is about; empty: all
    presentation::ReportLoader* m_loader;
    SegmentedControl* m_period = nullptr;
    QWidget* m_own = nullptr;
    DateField* m_from = nullptr;
    DateField* m_to = nullptr;
    Field* m_fromField = nullptr;
    Field* m_toField = nullptr;
    FilterPill* m_vaultPill = nullptr;
    Label* m_span = nullptr;
    MessageBar* m_message = nullptr;
    Skeleton* m_loading = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_content = nullptr;
    Tile* m_success = nullptr;
    Tile* m_failed = nullptr;
    Tile* m_stored = nullptr;
    Tile* m_instances = nullptr;
    ReportJobsCard* m_jobs = nullptr;
    ReportStorageCard* m_storage = nullptr;
    ReportInstancesCard* m_classes = nullptr;
    QList<QBoxLayout*> m_pairs; //!< cards beside each other, or below where it is narrow
    TableCard m_vaults{};
    TableCard m_failures{};
    TableCard m_data{};
    TableCard m_kept{};
    QAction* m_refresh = nullptr;
    QAction* m_csv = nullptr;
    QAction* m_pdf = nullptr;
};

} // namespace valv::views
