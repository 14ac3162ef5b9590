// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/table.h"
#include "presentation/models/roles.h"

#include <QWidget>

#include <functional>

namespace valv::presentation {
class ListStoreBase;
class TextFilter;
} // namespace valv::presentation

namespace valv::views {

struct Context;
class BulkBar;
class Card;
class EmptyState;
class MessageBar;

//! A column whose looks follow from the model's roles.
[[nodiscard]] TableColumn storeColumn(const QString& id, CellKind kind, int width, bool hiddenAtFirst = false);

//! \brief A table over a store in all its states: skeleton while it loads, the empty state, a message with what
//! happened and Retry when it failed, and old rows with their time when a refresh failed. Remembers its columns in the
//! settings under its name. GUI thread.
class StoreTable : public QWidget
{
    Q_OBJECT
public:
    //! \param name never translated; the table's object name and its key in the settings
    StoreTable(const Context& context, const QString& name, presentation::ListStoreBase& store,
               presentation::TextFilter& rows, const QVector<TableColumn>& columns, QWidget* parent = nullptr);

    [[nodiscard]] Table* table() const { return m_table; }
    [[nodiscard]] Card* card() const { return m_card; } //!< for a title and header controls
    [[nodiscard]] BulkBar* bulkBar(); //!< made at the first asking; makes the rows checkable
    //! What stands there when the store has no rows.
    void setEmptyState(EmptyState* state);
    //! How many rows of the store the list is about, where it is not about all: without any it is empty, not filtered.
    void setTotal(std::function<int()> total);
    //! What stands there when the store has rows but the filter hides them all; offers to clear it.
    [[nodiscard]] bool isFiltered() const;

Q_SIGNALS:
    void clearFilterWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void update();
    void saveColumns();

    const Context& m_context;
    presentation::ListStoreBase& m_store;
    presentation::TextFilter& m_rows;
    QString m_name;
    std::function<int()> m_total;
    Card* m_card = nullptr;
    MessageBar* m_message = nullptr;
    Table* m_table = nullptr;
    BulkBar* m_bulk = nullptr;
    EmptyState* m_empty = nullptr;
    EmptyState* m_noMatch = nullptr;
};

} // namespace valv::views
