// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/storemodel.h"

#include "core/utf8.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <array>
#include <iterator>

namespace valv::presentation {

namespace {

constexpr std::size_t preparedAtOnce = 200;

} // namespace

StoreModel::StoreModel(ListStoreBase& store, const Format& format, QObject* parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_format(format)
    , m_rows(static_cast<size_t>(store.count()))
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &StoreModel::prepareSearch);
    m_idle.start();
    connect(&store, &ListStoreBase::rowsAboutToBeInserted, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&store, &ListStoreBase::rowsInserted, this, [this](int first, int last) {
        std::vector<RowText> fresh(static_cast<size_t>(last - first + 1));
        m_rows.insert(m_rows.begin() + first, std::make_move_iterator(fresh.begin()),
                      std::make_move_iterator(fresh.end()));
        m_prepared = std::min(m_prepared, static_cast<std::size_t>(first));
        m_idle.start();
        endInsertRows();
    });
    connect(&store, &ListStoreBase::rowsAboutToBeRemoved, this,
            [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(&store, &ListStoreBase::rowsRemoved, this, [this](int first, int last) {
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
    });
    connect(&store, &ListStoreBase::rowsChanged, this, &StoreModel::touch);
}

int StoreModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StoreModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns();
}

const StoreModel::RowText& StoreModel::rowText(int row) const
{
    auto& text = m_rows[static_cast<size_t>(row)];
    if (text.cells.empty()) {
        text.cells.reserve(static_cast<size_t>(columns()));
        for (int column = 0; column < columns(); ++column) {
            text.cells.push_back(cell(row, column));
        }
    }
    return text;
}

//! A list is sorted by rows that nobody may ever see. To write their dates and sizes takes most of a cell's time.
QVariant StoreModel::sortOf(int row, int column) const
{
    const QScopedValueRollback only(m_onlySorts, true);
    return cell(row, column).sort;
}

QVariant StoreModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    if (role == IdRole) {
        return m_store.idAt(index.row()).text();
    }
    if (role == SearchRole) {
        return QString::fromUtf8(searchKey(index.row()));
    }
    if (role == SortRole && m_rows[static_cast<size_t>(index.row())].cells.empty()) {
        return sortOf(index.row(), index.column());
    }
    const Cell& cell = rowText(index.row()).cells[static_cast<size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? cell.text : cell.toolTip;
    case Qt::AccessibleTextRole: {
        QString said = cell.text;
        if (cell.progress) {
            said += QStringLiteral(", ") + m_format.percent(*cell.progress / 100.0);
        }
        if (!cell.note.isEmpty()) {
            said += QStringLiteral(", ") + cell.note;
        }
        if (const auto above = heading(index.column()); !above.isEmpty()) {
            //: A cell read aloud: %1 is the column's heading, %2 what the cell says.
            return tr("%1: %2").arg(above, said);
        }
        return said;
    }
    case NoteRole:
        return cell.note;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(cell.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return cell.sort;
    case StatusRole:
        return cell.status == StatusKind::None ? QVariant() : QVariant(static_cast<int>(cell.status));
    case ProgressRole:
        return cell.progress ? QVariant(*cell.progress) : QVariant();
    case LinkRole:
        return cell.link;
    case SecondaryRole:
        return cell.secondary;
    case NumberRole:
        return cell.number;
    case NewRole:
        return cell.isNew;
    default:
        return {};
    }
}

void StoreModel::prepareSearch()
{
    const auto end = std::min(m_rows.size(), m_prepared + preparedAtOnce);
    for (; m_prepared < end; ++m_prepared) {
        if (searchKey(static_cast<int>(m_prepared)).isEmpty()) {
            m_prepared = m_rows.size(); // it is not searched
            return;
        }
    }
    if (m_prepared < m_rows.size()) {
        m_idle.start();
    }
}

const QByteArray& StoreModel::searchKey(int row) const
{
    auto& text = m_rows[static_cast<size_t>(row)];
    if (text.search.isNull()) {
        text.search = exactUtf8(folded(searchText(row)));
    }
    return text.search;
}

QVariant StoreModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return heading(section);
    case Qt::AccessibleTextRole: // the column of "…" needs no heading for the eye
        return heading(section).isEmpty() ? tr("More commands") : heading(section);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case NumberRole:
        return isNumber(section);
    default:
        return {};
    }
}

QModelIndex StoreModel::indexOf(const ArmId& id) const
{
    const int row = m_store.indexOf(id);
    return row < 0 ? QModelIndex() : index(row, 0);
}

void StoreModel::setFormat(const Format& format)
{
    m_format = format;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns() - 1);
    touch(0, rowCount() - 1);
}

void StoreModel::touch(int first, int last)
{
    if (first > last) {
        return;
    }
    for (int row = first; row <= last; ++row) {
        m_rows[static_cast<size_t>(row)] = {};
    }
    m_prepared = std::min(m_prepared, static_cast<size_t>(first));
    m_idle.start();
    Q_EMIT dataChanged(index(first, 0), index(last, columns() - 1));
}

void StoreModel::touchRows(const QList<int>& rows)
{
    if (rows.isEmpty()) {
        return;
    }
    for (const int row : rows) {
        m_rows[static_cast<size_t>(row)].cells.clear();
    }
    Q_EMIT dataChanged(index(rows.constFirst(), 0), index(rows.constLast(), columns() - 1));
}

bool StoreModel::isNumber(int column) const
{
    Q_UNUSED(column)
    return false;
}

QString StoreModel::searchText(int row) const
{
    Q_UNUSED(row)
    return {};
}

Cell StoreModel::nothing(bool number)
{
    Cell cell;
    cell.text = QStringLiteral("–");
    cell.secondary = true;
    cell.number = number;
    return cell;
}

Cell StoreModel::textCell(const QString& text)
{
    if (text.isEmpty()) {
        return nothing();
    }
    Cell cell;
    cell.text = text;
    cell.sort = text;
    return cell;
}

Cell StoreModel::momentCell(const std::optional<QDateTime>& at) const
{
    if (!at || !at->isValid()) {
        return nothing();
    }
    Cell cell;
    cell.sort = at->toMSecsSinceEpoch();
    if (!m_onlySorts) {
        cell.text = m_format.dateTimeShort(*at);
        cell.toolTip = m_format.dateTimeFull(*at);
    }
    return cell;
}

Cell StoreModel::sizeCell(qint64 bytes) const
{
    if (bytes < 0) {
        return nothing(true);
    }
    Cell cell;
    if (!m_onlySorts) {
        cell.text = m_format.size(static_cast<std::uint64_t>(bytes));
    }
    cell.sort = bytes;
    cell.number = true;
    return cell;
}

Cell StoreModel::statusCell(const QString& text, StatusKind kind)
{
    Cell cell = textCell(text);
    cell.status = kind;
    return cell;
}

namespace {

//! Any text; slow.
QString foldedSlowly(const QString& text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString plain;
    plain.reserve(apart.size());
    for (const QChar c : apart) {
        if (c == QChar(0x00df)) {
            plain.append(QLatin1String("ss")); // Qt folds one character to one
        } else if (c.category() != QChar::Mark_NonSpacing) {
            plain.append(c);
        }
    }
    return plain;
}

//! The letters of European languages stand by themselves: each becomes the same wherever it stands.
constexpr char16_t simpleEnd = 0x250;

} // namespace

QString folded(const QString& text)
{
    static const auto simple = [] {
        std::array<QString, simpleEnd> all;
        for (char16_t c = 0; c < simpleEnd; ++c) {
            all[c] = foldedSlowly(QString(QChar(c)));
        }
        return all;
    }();
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        const auto code = c.unicode();
        if (code >= simpleEnd) {
            return foldedSlowly(text);
        }
        if (code < 0x80) {
            plain.append(code >= u'A' && code <= u'Z' ? QChar(code + 0x20) : c);
        } else {
            plain.append(simple[code]);
        }
    }
    return plain;
}

} // namespace valv::presentation
