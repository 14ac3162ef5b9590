// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/route.h"

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>
#include <QVariant>

namespace valv::views {

//! One cell of a report's table.
struct ReportCell
{
    QString text;
    QVariant sort = {}; //!< nothing: the text
    friend bool operator==(const ReportCell&, const ReportCell&) = default;
};

//! \brief The few rows of a report's table, each of which leads somewhere.
class ReportRows : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Row
    {
        QList<ReportCell> cells;
        Route route; //!< empty: nowhere
        friend bool operator==(const Row&, const Row&) = default;
    };
    //! \param texts how many columns from the left are texts; the others are numbers
    explicit ReportRows(int texts, QObject* parent = nullptr);
    void setContent(const QStringList& headings, const QList<Row>& rows);
    [[nodiscard]] const Route& routeAt(int row) const { return m_rows[row].route; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void sortRows();

    int m_texts;
    QStringList m_headings;
    QList<Row> m_given; //!< in the order they came
    QList<Row> m_rows;
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace valv::views
