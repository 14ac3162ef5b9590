// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/pill.h"
#include "core/armid.h"
#include "frame/context.h"
#include "frame/storetable.h"

#include <QMap>
#include <QSet>
#include <QTimer>

#include <chrono>

class QBoxLayout;
class QVBoxLayout;

namespace valv::views {

class EmptyState;
class Label;
class SearchField;

//! \brief A page that is one list of a store: a line of filters with how many rows they leave, the table in all its
//! states, and the commands that every list has. What the list is about, its filters and its own commands are the
//! subclass's. A subclass makes its filters, calls setRows() and then retranslate(), all in its constructor.
class ListPage : public Page
{
    Q_OBJECT
public:
    void refresh() override;
    void focusFirst() override;
    [[nodiscard]] QWidget* filterField() const override;

protected:
    //! \param name never translated: what the objects of the page are called, and the table in the settings
    ListPage(const Context& context, const QString& name, presentation::ListStoreBase& store, QWidget* parent);

    struct Sorting
    {
        int column = 0;
        Qt::SortOrder order = Qt::AscendingOrder;
        bool byHeader = true; //!< clicks on the header change it
    };
    //! Shows what the filter leaves of the store, in these columns. Once.
    //! \param icon of the empty state, whose texts are the subclass's
    void setRows(presentation::TextFilter& rows, const QVector<TableColumn>& columns, Icon icon,
                 const Sorting& sorting);
    //! A choice in the line of filters; clearing the filters clears it.
    FilterPill* addPill(const char* name);
    //! Anything else that filters, in the line of filters.
    void addFilter(QWidget* filter);
    //! A filter that others say too: it goes where there is no room for all.
    void setDispensable(QWidget* filter);

    //! "all", the first choice of a pill.
    [[nodiscard]] static FilterPill::Choice allChoice();
    //! "all" and then these: what stands there, and its value.
    [[nodiscard]] static QVector<FilterPill::Choice> choicesOf(const QMap<QString, QString>& values);
    //! "all" and then these by what tells them apart; the value is the id's text.
    [[nodiscard]] static QVector<FilterPill::Choice> choicesOf(const QSet<ArmId>& vaults);
    //! The subscriptions as choices; not shown where there is but one.
    void showSubscriptions(FilterPill& pill) const;

    //! The pills' choices reach the rows.
    virtual void applyFilters() = 0;
    //! Everything shown again.
    virtual void clearFilters();
    //! Rows came or went, or their state changed: what can be chosen, what can be done. May walk the whole store: while
    //! it loads this is not told of each page, and a page that is not seen is told when it is shown.
    virtual void storeChanged();
    //! "3 of 16 machines"; empty where the filters themselves count.
    [[nodiscard]] virtual QString countText() const = 0;
    [[nodiscard]] virtual QString exportName() const = 0; //!< of the CSV file that is suggested
    //! All texts in the language of now. An override calls this one.
    virtual void retranslate();

    void updateCount();
    [[nodiscard]] const Context& context() const { return m_context; }
    [[nodiscard]] QBoxLayout* columnLayout() const; //!< of the filters and the list
    [[nodiscard]] Table* table() const { return m_list->table(); }
    [[nodiscard]] StoreTable* list() const { return m_list; }
    [[nodiscard]] EmptyState* empty() const { return m_empty; }
    [[nodiscard]] presentation::TextFilter& rows() const { return *m_rows; }
    [[nodiscard]] SearchField* search() const { return m_filter; }
    [[nodiscard]] Label* countLabel() const { return m_count; }
    [[nodiscard]] QList<ArmId> checked() const; //!< the rows that are ticked
    [[nodiscard]] ArmId current() const; //!< the row that one stands on; empty: none
    [[nodiscard]] QList<ArmId> meant() const; //!< what is ticked, or the row that one stands on

    //! A command of this page, "name.command".
    QAction* makeCommand(Icon icon, const char* name);
    [[nodiscard]] QAction* refreshCommand() const { return m_refresh; }
    [[nodiscard]] QList<QAction*> viewCommands() const; //!< which columns, how high the rows are, and the file
    [[nodiscard]] QAction* exportChecked() const { return m_exportChecked; } //!< for the bulk bar
    [[nodiscard]] QAction* makeDivider();

    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitFilters();
    void setUpCommands();
    void tellOfStore();

    Context m_context;
    QString m_name;
    presentation::ListStoreBase& m_store;
    presentation::TextFilter* m_rows = nullptr;
    QVBoxLayout* m_column;
    QBoxLayout* m_filters;
    QWidget* m_dispensable = nullptr;
    SearchField* m_filter;
    QList<FilterPill*> m_pills;
    Label* m_count;
    StoreTable* m_list = nullptr;
    EmptyState* m_empty = nullptr;
    QTimer m_pause; // runs after storeChanged()
    int m_followed = 0; // how often it was told since the pause began
    std::chrono::nanoseconds m_following{}; // how long that took
    bool m_told = true; // storeChanged() knows all rows
    QAction* m_refresh = nullptr;
    QAction* m_columns = nullptr;
    QAction* m_export = nullptr;
    QAction* m_exportChecked = nullptr;
    QAction* m_compact = nullptr;
};

} // namespace valv::views
