// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/action.h"
#include "controls/menu.h"
#include "controls/table.h"
#include "controls/tabledelegate.h"
#include "controls/tableheader.h"
#include "theme/fonts.h"
#include "theme/theme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <utility>

// How wide a table's columns are, what it remembers of them, and what it gives away of them.

namespace valv::views {

namespace {

constexpr int stateVersion = 1;

QString csvCell(QString text)
{
    bool number = false;
    text.toDouble(&number);
    if (!number && !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.at(0))) {
        text.prepend(QLatin1Char('\'')); // a spreadsheet would run it
    }
    if (text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('"')) || text.contains(QLatin1Char('\n'))
        || text.contains(QLatin1Char('\r'))) {
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    }
    return text;
}

//! The width that none may be wider than, so that all together have room: the widest give first.
int capFor(QList<int> widths, int room)
{
    std::sort(widths.begin(), widths.end());
    for (qsizetype i = 0; i < widths.size(); ++i) {
        const int each = room / static_cast<int>(widths.size() - i);
        if (widths.at(i) > each) {
            return each;
        }
        room -= widths.at(i);
    }
    return widths.isEmpty() ? room : widths.last();
}

} // namespace

QByteArray Table::columnState() const
{
    const QHeaderView* header = horizontalHeader();
    QJsonArray columns;
    for (int v = 0; v < header->count(); ++v) {
        const int logical = header->logicalIndex(v);
        const bool hidden = !isWanted(logical);
        columns.append(
            QJsonObject{{QStringLiteral("id"), column(logical).id},
                        {QStringLiteral("width"),
                         header->isSectionHidden(logical) ? column(logical).width : header->sectionSize(logical)},
                        {QStringLiteral("hidden"), hidden}});
    }
    QJsonObject state{{QStringLiteral("version"), stateVersion},
                      {QStringLiteral("sized"), m_sized},
                      {QStringLiteral("columns"), columns}};
    if (isSortingEnabled() && header->sortIndicatorSection() < m_columns.size()) {
        state.insert(QStringLiteral("sort"), column(header->sortIndicatorSection()).id);
        state.insert(QStringLiteral("descending"), header->sortIndicatorOrder() == Qt::DescendingOrder);
    }
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

bool Table::restoreColumnState(const QByteArray& state)
{
    const QJsonObject object = QJsonDocument::fromJson(state).object();
    if (object.value(QLatin1String("version")).toInt() != stateVersion || m_columns.isEmpty()) {
        return false;
    }
    m_restoring = true;
    m_left.clear();
    QHeaderView* header = horizontalHeader();
    const auto logicalOf = [this](const QString& id) {
        for (int i = 0; i < m_columns.size(); ++i) {
            if (m_columns.at(i).id == id) {
                return i;
            }
        }
        return -1;
    };
    int visual = 0;
    const QJsonArray columns = object.value(QLatin1String("columns")).toArray();
    for (const QJsonValue& value : columns) {
        const QJsonObject saved = value.toObject();
        const int logical = logicalOf(saved.value(QLatin1String("id")).toString());
        if (logical < 0 || logical >= header->count()) {
            continue;
        }
        header->moveSection(header->visualIndex(logical), visual++);
        const int width = saved.value(QLatin1String("width")).toInt();
        if (width >= header->minimumSectionSize()) {
            header->resizeSection(logical, width);
        }
        header->setSectionHidden(logical, saved.value(QLatin1String("hidden")).toBool() && column(logical).canHide);
    }
    const int sorted = logicalOf(object.value(QLatin1String("sort")).toString());
    if (isSortingEnabled() && sorted >= 0) {
        sortByColumn(sorted,
                     object.value(QLatin1String("descending")).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    m_restoring = false;
    m_sized = object.value(QLatin1String("sized")).toBool();
    fitColumns();
    return true;
}

void Table::setColumnVisible(const QString& id, bool visible)
{
    for (int i = 0; i < m_columns.size() && model() && i < model()->columnCount(); ++i) {
        if (m_columns.at(i).id == id && (visible || m_columns.at(i).canHide)) {
            m_left.remove(i);
            setColumnHidden(i, !visible);
            if (visible && columnWidth(i) < horizontalHeader()->minimumSectionSize()) {
                setColumnWidth(i, m_columns.at(i).width);
            }
            fitColumns();
            Q_EMIT columnStateChanged();
        }
    }
}

bool Table::isColumnVisible(const QString& id) const
{
    for (int i = 0; i < m_columns.size(); ++i) {
        if (m_columns.at(i).id == id) {
            return isWanted(i);
        }
    }
    return false;
}

QMenu* Table::makeColumnMenu(QWidget* parent)
{
    auto* menu = new Menu(parent);
    const QHeaderView* header = horizontalHeader();
    for (int v = 0; v < header->count(); ++v) {
        const int logical = header->logicalIndex(v);
        const QString name = model()->headerData(logical, Qt::Horizontal).toString();
        if (logical >= m_columns.size() || name.isEmpty()) {
            continue;
        }
        QAction* action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(isWanted(logical));
        const bool canHide = m_columns.at(logical).canHide && v > 0;
        setReason(action, canHide ? QString() : tr("This column is always shown."));
        connect(action, &QAction::toggled, this,
                [this, id = m_columns.at(logical).id](bool on) { setColumnVisible(id, on); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Default columns")), &QAction::triggered, this, [this] {
        applyDefaults();
        Q_EMIT columnStateChanged();
    });
    return menu;
}

QString Table::toCsv(bool selectedOnly) const
{
    const QHeaderView* header = horizontalHeader();
    QVector<int> shown;
    for (int v = 0; v < header->count(); ++v) {
        const int logical = header->logicalIndex(v);
        if (isWanted(logical) && column(logical).kind != CellKind::Menu) {
            shown.append(logical);
        }
    }
    QString csv;
    const auto line = [&](auto textOf) {
        QStringList cells;
        for (const int logical : std::as_const(shown)) {
            cells.append(csvCell(textOf(logical)));
        }
        csv += cells.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    };
    line([&](int logical) { return model()->headerData(logical, Qt::Horizontal).toString(); });
    for (int row = 0; row < model()->rowCount(rootIndex()); ++row) {
        if (selectedOnly && !selectionModel()->isRowSelected(row, rootIndex())) {
            continue;
        }
        line([&](int logical) { return model()->index(row, logical, rootIndex()).data(Qt::DisplayRole).toString(); });
    }
    return csv;
}

QString Table::heading(int logical) const
{
    const auto& shorter = column(logical).shortHeading;
    return m_short.contains(logical) && shorter ? shorter() : model()->headerData(logical, Qt::Horizontal).toString();
}

//! What heading and texts need; looks at as many rows as a window holds.
int Table::neededWidth(int logical) const
{
    constexpr qreal wide = 1000;
    const qreal padding = wide - m_delegate->contentRect(QRectF(0, 0, wide, 1), logical).width();
    const bool sorted = isSortingEnabled() && m_header->sortIndicatorSection() == logical;
    qreal needed = textWidth(TextStyle::CaptionStrong, heading(logical)) + (sorted ? Space::lg + Space::xs : 0);
    for (int row = 0; row < std::min(rowsMeasured, model()->rowCount()); ++row) {
        needed = std::max(needed, m_delegate->contentWidth(cell(model()->index(row, logical)), column(logical).kind));
    }
    return static_cast<int>(std::ceil(needed + padding)) + 1;
}

bool Table::isWanted(int logical) const
{
    return !m_header->isSectionHidden(logical) || m_left.contains(logical);
}

//! Columns that nobody has resized share what there is: each gets what its texts need, then what it likes to have.
//! Those that may leave do so where there is no room for all, and come back with it; then headings are shortened.
void Table::fitColumns()
{
    if (m_sized || m_columns.isEmpty() || !model()) {
        return;
    }
    constexpr int narrowest = 56;
    const int room = viewport()->width();
    m_measured = model()->rowCount() > 0;
    const auto shortBefore = std::exchange(m_short, {});
    QMap<int, int> needed; // by column
    int total = 0;
    for (int i = 0; i < m_columns.size() && i < m_header->count(); ++i) {
        if (isWanted(i)) {
            needed[i] = std::max(narrowest, neededWidth(i)); // without rows, of the heading alone
            total += needed[i];
        }
    }
    m_needed = needed;
    QSet<int> left;
    while (total > room) {
        const auto going = std::max_element(needed.keyBegin(), needed.keyEnd(), [this](int a, int b) {
            return m_columns.at(a).leaves < m_columns.at(b).leaves;
        });
        if (going == needed.keyEnd() || m_columns.at(*going).leaves == 0) {
            break;
        }
        const int column = *going;
        left.insert(column);
        total -= needed.take(column);
    }
    const auto shown = needed.keys();
    for (const int each : shown) {
        if (total > room && m_columns.at(each).shortHeading) {
            m_short.insert(each);
            total -= needed[each];
            needed[each] = m_needed[each] = std::max(narrowest, neededWidth(each));
            total += needed[each];
        }
    }
    if (m_short != shortBefore) {
        m_header->viewport()->update();
    }
    int liked = 0; // how much more than needed
    for (auto it = needed.cbegin(); it != needed.cend(); ++it) {
        liked += std::max(0, m_columns.at(it.key()).width - it.value());
    }
    const int spare = room - total;
    const int cap = spare < 0 ? std::max(narrowest, capFor(needed.values(), room)) : 0;
    m_restoring = true;
    for (int i = 0; i < m_columns.size() && i < m_header->count(); ++i) {
        if (m_left.contains(i) || left.contains(i)) {
            m_header->setSectionHidden(i, left.contains(i));
        }
    }
    m_left = left;
    for (auto it = needed.cbegin(); it != needed.cend(); ++it) {
        const int likes = std::max(0, m_columns.at(it.key()).width - it.value());
        int width = it.value();
        if (spare < 0) {
            width = std::min(width, cap);
        } else if (spare < liked) {
            width += likes * spare / liked;
        } else {
            width += likes + (m_columns.at(it.key()).grows ? spare - liked : 0);
        }
        m_header->resizeSection(it.key(), width);
    }
    m_restoring = false;
}

void Table::growColumns()
{
    if (m_sized || !m_measured || !model()) {
        return;
    }
    for (auto it = m_needed.cbegin(); it != m_needed.cend(); ++it) {
        if (neededWidth(it.key()) > it.value()) {
            fitColumns();
            return;
        }
    }
}

} // namespace valv::views
