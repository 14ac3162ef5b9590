// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statuskind.h"
#include "presentation/models/roles.h"
#include "presentation/stores/liststorebase.h"
#include "presentation/text/format.h"
#include "presentation/text/statuswords.h"

#include <QAbstractTableModel>
#include <QByteArray>
#include <QTimer>
#include <QVariant>

#include <optional>
#include <vector>

namespace valv::presentation {

//! \brief What one cell says; made once per row and kept until the row, the language or the day changes.
struct Cell
{
    QString text; //!< "–" when there is nothing to say
    QVariant sort;
    QString toolTip; //!< empty: the text
    QString note = {}; //!< a word beside the text, as a badge; read aloud after it
    StatusKind status = StatusKind::None;
    std::optional<double> progress;
    bool link = false;
    bool secondary = false;
    bool number = false;
    bool isNew = false;
};

//! \brief A read-only table over a store. Every row of it is a row of the store; data() answers from memory.
//! The store and the model live on one thread, the store longer.
class StoreModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

    [[nodiscard]] const ListStoreBase& store() const { return m_store; }
    [[nodiscard]] const ArmId& idAt(int row) const { return m_store.idAt(row); }
    [[nodiscard]] QModelIndex indexOf(const ArmId& id) const;
    [[nodiscard]] const QByteArray& searchKey(int row) const; //!< what SearchRole answers, in UTF-8
    //! After the language, the time zone or the day changed.
    void setFormat(const Format& format);
    [[nodiscard]] const Format& format() const { return m_format; }

protected:
    StoreModel(ListStoreBase& store, const Format& format, QObject* parent);

    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual QString heading(int column) const = 0;
    [[nodiscard]] virtual bool isNumber(int column) const;
    [[nodiscard]] virtual Cell cell(int row, int column) const = 0;
    //! What a search looks in; empty: the model is not searched.
    [[nodiscard]] virtual QString searchText(int row) const;
    void touch(int first, int last);
    //! Of these rows something else than the store's value changed; sorted. Told once.
    void touchRows(const QList<int>& rows);

    [[nodiscard]] static Cell nothing(bool number = false);
    [[nodiscard]] static Cell textCell(const QString& text); //!< empty: nothing
    [[nodiscard]] static Cell statusCell(const QString& text, StatusKind kind);
    [[nodiscard]] Cell momentCell(const std::optional<QDateTime>& at) const;
    [[nodiscard]] Cell sizeCell(qint64 bytes) const; //!< below 0: nothing

private:
    struct RowText
    {
        std::vector<Cell> cells;
        QByteArray search; // null: not made yet
    };
    const RowText& rowText(int row) const;
    [[nodiscard]] QVariant sortOf(int row, int column) const;
    void prepareSearch();

    ListStoreBase& m_store;
    Format m_format;
    mutable std::vector<RowText> m_rows; // empty cells: not made yet
    mutable bool m_onlySorts = false; // a cell is asked for what it is sorted by: no words are made for it
    QTimer m_idle; // makes the keys of a long list a few at a time, before the first letter of a filter asks for all
    std::size_t m_prepared = 0; // rows before this have their key, or had it
};

//! Lower case, without diacritics, as filters compare: "Malmö" → "malmo".
[[nodiscard]] QString folded(const QString& text);

} // namespace valv::presentation
