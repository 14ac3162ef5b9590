// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportrows.h"

#include "presentation/models/roles.h"

#include <algorithm>

namespace valv::views {

ReportRows::ReportRows(int texts, QObject* parent)
    : QAbstractTableModel(parent)
    , m_texts(texts)
{ }

void ReportRows::setContent(const QStringList& headings, const QList<Row>& rows)
{
    if (headings == m_headings && rows == m_given) {
        return;
    }
    beginResetModel();
    m_headings = headings;
    m_given = rows;
    sortRows();
    endResetModel();
}

int ReportRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReportRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant ReportRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const auto& cell = m_rows[index.row()].cells[index.column()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cell.text;
    case Qt::AccessibleTextRole:
        //: A cell read aloud: %1 is the column's heading, %2 what the cell says.
        return tr("%1: %2").arg(m_headings[index.column()], cell.text);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(index.column() < m_texts ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    case presentation::NumberRole:
        return index.column() >= m_texts;
    case presentation::LinkRole:
        return index.column() == 0 && !m_rows[index.row()].route.page.isEmpty();
    default:
        return {};
    }
}

QVariant ReportRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_headings.size()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return m_headings[section];
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(section < m_texts ? Qt::AlignLeft : Qt::AlignRight)
                                   | Qt::AlignVCenter);
    case presentation::NumberRole:
        return section >= m_texts;
    default:
        return {};
    }
}

void ReportRows::sort(int column, Qt::SortOrder order)
{
    if (column == m_column && order == m_order) {
        return;
    }
    beginResetModel();
    m_column = column;
    m_order = order;
    sortRows();
    endResetModel();
}

void ReportRows::sortRows()
{
    m_rows = m_given;
    if (m_column < 0 || m_column >= m_headings.size()) {
        return;
    }
    const auto before = [this](const ReportCell& a, const ReportCell& b) {
        return m_column < m_texts ? QString::localeAwareCompare(a.text, b.text) < 0
                                  : a.sort.toDouble() < b.sort.toDouble();
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](const Row& a, const Row& b) {
        return m_order == Qt::AscendingOrder ? before(a.cells[m_column], b.cells[m_column])
                                             : before(b.cells[m_column], a.cells[m_column]);
    });
}

} // namespace valv::views
