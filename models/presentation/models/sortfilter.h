// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractProxyModel>
#include <QCollator>
#include <QHash>

#include <optional>
#include <vector>

namespace valv::presentation {

//! \brief Sorts and filters the rows of a flat table, for lists of tens of thousands. A change of filter or order is told
//! at once: neighbours that come or go as such, anything else as one change of layout, where QSortFilterProxyModel tells
//! of each run of rows by itself and a view follows each. Selection and current row stay with their rows.
//! Sorts by SortRole: numbers and moments by value, texts as the language does, nothing before something, equals by their
//! ids, without ids in the order of the source. The source is no tree, and its columns do not change.
class SortFilter : public QAbstractProxyModel
{
    Q_OBJECT
public:
    explicit SortFilter(QObject* parent = nullptr);

    void setSourceModel(QAbstractItemModel* source) override;
    //! A column below 0: the order of the source.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void setLocale(const QLocale& locale); //!< for the order of texts

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] QModelIndex sibling(int row, int column, const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& sourceIndex) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    //! Whether a row of the source is shown.
    [[nodiscard]] virtual bool keeps(int sourceRow) const = 0;
    //! The id of a row of the source: rows that are sorted alike stand the same way each time.
    [[nodiscard]] virtual QByteArray idOf(int sourceRow) const;
    //! After what keeps() asks has changed.
    void invalidateFilter();
    [[nodiscard]] int sourceRow(int row) const { return m_shown[static_cast<std::size_t>(row)]; }

private:
    //! What a row is sorted by.
    struct Key
    {
        std::optional<double> number;
        std::optional<QCollatorSortKey> text;
        QByteArray id;
        [[nodiscard]] bool isNothing() const { return !number && !text; }
        [[nodiscard]] bool isAs(const Key& other) const
        {
            return number == other.number && text.has_value() == other.text.has_value()
                && (!text || text->compare(*other.text) == 0);
        }
    };
    using KnownKeys = QHash<QString, QCollatorSortKey>; //!< by text: many rows say the same
    [[nodiscard]] Key keyOf(int sourceRow, KnownKeys& known) const;
    [[nodiscard]] int compared(int a, int b) const; //!< by their keys, ascending: below 0, 0, above 0
    [[nodiscard]] bool standsBefore(int a, int b) const; //!< in the order of now; no two stand alike
    void readKeys(int first, int last);
    void sortOrder();
    //! The rows of m_order that are accepted; hides those of [first, last] whatever they are.
    [[nodiscard]] std::vector<int> wanted(int hiddenFirst = 0, int hiddenLast = -1) const;
    //! Makes these the shown rows, and tells.
    void show(std::vector<int> rows);
    void place();
    void readAll();

    void sourceInserted(int first, int last);
    void sourceAboutToBeRemoved(int first, int last);
    void sourceRemoved(int first, int last);
    void sourceChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles);

    QCollator m_collator;
    int m_column = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    std::vector<Key> m_keys; // by source row; empty while nothing is sorted
    std::vector<int> m_order; // all source rows, sorted
    std::vector<int> m_shown; // those of them that are accepted
    std::vector<int> m_places; // by source row: where it is shown, or -1
};

} // namespace valv::presentation
