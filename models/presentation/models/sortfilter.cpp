// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/sortfilter.h"

#include "presentation/models/roles.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace valv::presentation {

namespace {

constexpr int most = 32; //!< runs of changed rows that are told one by one

QLocale weighing(const QLocale& locale)
{
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale; // the C locale would weigh bytes
}

//! Puts sorted rows into sorted ones: costs the few that come, not all that there are.
template <typename Before>
void mergeSorted(std::vector<int>& rows, const std::vector<int>& fresh, const Before& before)
{
    if (rows.empty() || fresh.empty() || before(rows.back(), fresh.front())) {
        rows.insert(rows.end(), fresh.begin(), fresh.end());
        return;
    }
    std::vector<int> merged;
    merged.reserve(rows.size() + fresh.size());
    auto from = rows.cbegin();
    for (const int row : fresh) {
        const auto to = std::upper_bound(from, rows.cend(), row, before);
        merged.insert(merged.end(), from, to);
        merged.push_back(row);
        from = to;
    }
    merged.insert(merged.end(), from, rows.cend());
    rows = std::move(merged);
}

//! Source rows after rows were put in at first: \c by of them, or taken out when below 0.
void renumber(std::vector<int>& rows, int first, int by)
{
    for (int& row : rows) {
        row += row >= first ? by : 0;
    }
}

} // namespace

SortFilter::SortFilter(QObject* parent)
    : QAbstractProxyModel(parent)
{
    m_collator.setLocale(weighing(QLocale::c()));
    m_collator.setNumericMode(true); // vm-2 before vm-10
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void SortFilter::setSourceModel(QAbstractItemModel* source)
{
    beginResetModel();
    if (sourceModel() != nullptr) {
        disconnect(sourceModel(), nullptr, this, nullptr);
    }
    QAbstractProxyModel::setSourceModel(source);
    if (source != nullptr) {
        connect(source, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex&, int first, int last) { sourceInserted(first, last); });
        connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
                [this](const QModelIndex&, int first, int last) { sourceAboutToBeRemoved(first, last); });
        connect(source, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex&, int first, int last) { sourceRemoved(first, last); });
        connect(source, &QAbstractItemModel::dataChanged, this, &SortFilter::sourceChanged);
        connect(source, &QAbstractItemModel::headerDataChanged, this,
                [this](Qt::Orientation orientation, int first, int last) {
                    if (orientation == Qt::Horizontal) {
                        Q_EMIT headerDataChanged(orientation, first, last);
                    }
                });
        connect(source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
        connect(source, &QAbstractItemModel::modelReset, this, [this] {
            readAll();
            endResetModel();
        });
    }
    readAll();
    endResetModel();
}

void SortFilter::readAll()
{
    const auto count = static_cast<std::size_t>(sourceModel() != nullptr ? sourceModel()->rowCount() : 0);
    m_order.resize(count);
    std::iota(m_order.begin(), m_order.end(), 0);
    m_keys.clear();
    if (m_column >= 0) {
        m_keys.resize(count);
        readKeys(0, static_cast<int>(count) - 1);
    }
    sortOrder();
    m_shown = wanted();
    place();
}

void SortFilter::place()
{
    m_places.assign(m_order.size(), -1);
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        m_places[static_cast<std::size_t>(m_shown[i])] = static_cast<int>(i);
    }
}

SortFilter::Key SortFilter::keyOf(int sourceRow, KnownKeys& known) const
{
    const auto index = sourceModel()->index(sourceRow, m_column);
    const auto value = index.data(SortRole);
    Key key{{}, {}, idOf(sourceRow)};
    if (value.userType() == QMetaType::QString) {
        const auto text = value.toString();
        auto found = known.constFind(text);
        if (found == known.cend()) {
            found = known.insert(text, m_collator.sortKey(text));
        }
        key.text = *found;
    } else if (value.isValid()) {
        key.number = value.toDouble();
    }
    return key;
}

void SortFilter::readKeys(int first, int last)
{
    KnownKeys known;
    for (int row = first; row <= last; ++row) {
        m_keys[static_cast<std::size_t>(row)] = keyOf(row, known);
    }
}

int SortFilter::compared(int a, int b) const
{
    const auto& left = m_keys[static_cast<std::size_t>(a)];
    const auto& right = m_keys[static_cast<std::size_t>(b)];
    if (left.text && right.text) {
        return left.text->compare(*right.text);
    }
    if (left.number && right.number) {
        return *left.number < *right.number ? -1 : *right.number < *left.number ? 1 : 0;
    }
    const auto kind = [](const Key& key) { return key.isNothing() ? 0 : key.number ? 1 : 2; }; // numbers before texts
    return kind(left) - kind(right);
}

QByteArray SortFilter::idOf(int sourceRow) const
{
    return sourceModel()->index(sourceRow, 0).data(IdRole).toString().toUtf8();
}

bool SortFilter::standsBefore(int a, int b) const
{
    if (m_column >= 0) {
        if (const int order = compared(a, b); order != 0) {
            return m_direction == Qt::AscendingOrder ? order < 0 : order > 0;
        }
        const auto& left = m_keys[static_cast<std::size_t>(a)].id;
        const auto& right = m_keys[static_cast<std::size_t>(b)].id;
        if (const int order = left.compare(right); order != 0) {
            return order < 0;
        }
    }
    return a < b;
}

void SortFilter::sortOrder()
{
    const auto ordered = [this](int a, int b) { return standsBefore(a, b); };
    if (!std::is_sorted(m_order.begin(), m_order.end(), ordered)) {
        std::sort(m_order.begin(), m_order.end(), ordered);
    }
}

std::vector<int> SortFilter::wanted(int hiddenFirst, int hiddenLast) const
{
    std::vector<int> rows;
    rows.reserve(m_order.size());
    for (const int row : m_order) {
        if ((row < hiddenFirst || row > hiddenLast) && keeps(row)) {
            rows.push_back(row);
        }
    }
    return rows;
}

void SortFilter::show(std::vector<int> rows)
{
    const auto [was, now] = std::mismatch(m_shown.begin(), m_shown.end(), rows.begin(), rows.end());
    if (was == m_shown.end() && now == rows.end()) {
        return;
    }
    const auto [wasEnd, nowEnd] = std::mismatch(m_shown.rbegin(), std::make_reverse_iterator(was), rows.rbegin(),
                                                std::make_reverse_iterator(now));
    const int first = static_cast<int>(was - m_shown.begin());
    if (wasEnd.base() == was) {
        beginInsertRows({}, first, static_cast<int>(nowEnd.base() - rows.begin()) - 1);
        m_shown = std::move(rows);
        place();
        endInsertRows();
        return;
    }
    if (nowEnd.base() == now) {
        beginRemoveRows({}, first, static_cast<int>(wasEnd.base() - m_shown.begin()) - 1);
        m_shown = std::move(rows);
        place();
        endRemoveRows();
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    const auto before = persistentIndexList();
    std::vector<int> sources; // of before
    sources.reserve(static_cast<std::size_t>(before.size()));
    for (const auto& index : before) {
        sources.push_back(m_shown[static_cast<std::size_t>(index.row())]);
    }
    m_shown = std::move(rows);
    place();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = m_places[static_cast<std::size_t>(sources[static_cast<std::size_t>(i)])];
        after.append(row < 0 ? QModelIndex() : createIndex(row, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void SortFilter::sort(int column, Qt::SortOrder order)
{
    const bool reread = column != m_column;
    m_column = column;
    m_direction = order;
    if (sourceModel() == nullptr) {
        return;
    }
    if (reread) {
        m_keys.clear();
        if (column >= 0) {
            m_keys.resize(m_order.size());
            readKeys(0, static_cast<int>(m_order.size()) - 1);
        }
    }
    sortOrder();
    show(wanted());
}

void SortFilter::setLocale(const QLocale& locale)
{
    m_collator.setLocale(weighing(locale));
    if (m_column >= 0 && sourceModel() != nullptr) {
        readKeys(0, static_cast<int>(m_order.size()) - 1);
        sortOrder();
        show(wanted());
    }
}

void SortFilter::invalidateFilter()
{
    if (sourceModel() != nullptr) {
        show(wanted());
    }
}

void SortFilter::sourceInserted(int first, int last)
{
    // New rows are known first and hidden, then shown where they belong.
    const int count = last - first + 1;
    renumber(m_order, first, count);
    renumber(m_shown, first, count);
    m_places.insert(m_places.begin() + first, static_cast<std::size_t>(count), -1);
    if (m_column >= 0) {
        m_keys.insert(m_keys.begin() + first, static_cast<std::size_t>(count), Key());
        readKeys(first, last);
    }
    const auto ordered = [this](int a, int b) { return standsBefore(a, b); };
    std::vector<int> fresh(static_cast<std::size_t>(count));
    std::iota(fresh.begin(), fresh.end(), first);
    std::sort(fresh.begin(), fresh.end(), ordered);
    mergeSorted(m_order, fresh, ordered);
    std::erase_if(fresh, [this](int row) { return !keeps(row); });
    auto rows = m_shown;
    mergeSorted(rows, fresh, ordered);
    show(std::move(rows));
}

void SortFilter::sourceAboutToBeRemoved(int first, int last)
{
    show(wanted(first, last));
}

void SortFilter::sourceRemoved(int first, int last)
{
    const int count = last - first + 1;
    std::erase_if(m_order, [first, last](int row) { return row >= first && row <= last; });
    renumber(m_order, last + 1, -count);
    renumber(m_shown, last + 1, -count);
    m_places.erase(m_places.begin() + first, m_places.begin() + last + 1);
    if (m_column >= 0) {
        m_keys.erase(m_keys.begin() + first, m_keys.begin() + last + 1);
    }
}

void SortFilter::sourceChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    const int first = topLeft.row();
    const int last = bottomRight.row();
    // Most changes move nothing: then it costs what changed, not what there is.
    bool sorted = true;
    bool shown = true;
    KnownKeys known;
    for (int row = first; row <= last; ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (m_column >= 0) {
            auto key = keyOf(row, known);
            sorted = sorted && key.isAs(m_keys[at]);
            m_keys[at] = std::move(key);
        }
        shown = shown && keeps(row) == (m_places[at] >= 0);
    }
    if (!sorted) { // the others stand as they stood
        const auto ordered = [this](int a, int b) { return standsBefore(a, b); };
        std::erase_if(m_order, [first, last](int row) { return row >= first && row <= last; });
        std::vector<int> moved(static_cast<std::size_t>(last - first + 1));
        std::iota(moved.begin(), moved.end(), first);
        std::sort(moved.begin(), moved.end(), ordered);
        mergeSorted(m_order, moved, ordered);
    }
    if (!sorted || !shown) {
        show(wanted());
    }
    std::vector<int> touched;
    for (int row = first; row <= last; ++row) {
        if (const int place = m_places[static_cast<std::size_t>(row)]; place >= 0) {
            touched.push_back(place);
        }
    }
    if (touched.empty()) {
        return;
    }
    std::sort(touched.begin(), touched.end());
    std::vector<std::pair<int, int>> runs;
    for (const int place : touched) {
        if (!runs.empty() && runs.back().second == place - 1) {
            runs.back().second = place;
        } else {
            runs.emplace_back(place, place);
        }
    }
    if (runs.size() > most) {
        runs = {{touched.front(), touched.back()}};
    }
    for (const auto& [from, to] : runs) {
        Q_EMIT dataChanged(index(from, topLeft.column()), index(to, bottomRight.column()), roles);
    }
}

QModelIndex SortFilter::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex SortFilter::parent(const QModelIndex& child) const
{
    Q_UNUSED(child)
    return {};
}

QModelIndex SortFilter::sibling(int row, int column, const QModelIndex& index) const
{
    Q_UNUSED(index)
    return this->index(row, column);
}

int SortFilter::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int SortFilter::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || sourceModel() == nullptr ? 0 : sourceModel()->columnCount();
}

QModelIndex SortFilter::mapToSource(const QModelIndex& proxyIndex) const
{
    if (!proxyIndex.isValid() || sourceModel() == nullptr || proxyIndex.row() >= rowCount()) {
        return {};
    }
    return sourceModel()->index(sourceRow(proxyIndex.row()), proxyIndex.column());
}

QModelIndex SortFilter::mapFromSource(const QModelIndex& sourceIndex) const
{
    if (!sourceIndex.isValid() || static_cast<std::size_t>(sourceIndex.row()) >= m_places.size()) {
        return {};
    }
    const int row = m_places[static_cast<std::size_t>(sourceIndex.row())];
    return row < 0 ? QModelIndex() : createIndex(row, sourceIndex.column());
}

QVariant SortFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return sourceModel() != nullptr && orientation == Qt::Horizontal ? sourceModel()->headerData(section, orientation, role)
                                                                     : QVariant();
}

} // namespace valv::presentation
