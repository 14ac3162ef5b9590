// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/table.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>

// What a table remembers of its columns, and what it gives away of them.

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
                        {QStringLiteral("width"), header->isSectionHidden(logical) ? column(logical).width : header->sectionSize(logical)},
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
    auto* menu = new QMenu(parent);
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
        action->setEnabled(m_columns.at(logical).canHide && v > 0);
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

} // namespace valv::views
