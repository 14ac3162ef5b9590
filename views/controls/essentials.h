// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/statustext.h"

#include <QHash>
#include <QWidget>

namespace valv::views {

class Label;
class LinkButton;

//! One fact: a secondary label and its value.
struct Fact
{
    QString label;
    QString value; //!< empty shows "–"
    QString suffix = {}; //!< secondary text after the value, "(412.6 GB used)"
    QString link = {}; //!< not empty: the value is a link with this id
    StatusKind status = StatusKind::None; //!< its mark; of a link, whose words keep their colour, too
    Qt::TextElideMode elide = Qt::ElideRight; //!< ElideMiddle for ids
    bool strong = false;
    bool mono = false;
    bool wrap = false;
    bool hint = false; //!< belongs to the fact above: close under it, in the secondary colour, in whole
    friend bool operator==(const Fact&, const Fact&) = default;
};

//! \brief Facts about a resource in rows of 28, two columns that become one when narrow. Labels never elide: they are
//! as wide as the widest. Values elide with a tool tip. Every value is a label or link of its own for readers.
class Essentials : public QWidget
{
    Q_OBJECT
public:
    explicit Essentials(QWidget* parent = nullptr);

    //! Widgets of rows that stay are kept, so focus does not jump on refresh.
    void setFacts(const QVector<Fact>& facts);
    [[nodiscard]] QVector<Fact> facts() const { return m_facts; }
    //! 1 for side cards.
    void setMaxColumns(int columns);
    void setRowHeight(int px);
    void setMinimumLabelWidth(int px);
    //! Right for sums of money, bytes, time.
    void setValueAlignment(Qt::Alignment alignment);
    //! Its first link, when it has one.
    void focusFirst();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void linkActivated(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Row
    {
        Label* label = nullptr;
        QWidget* value = nullptr;
        Label* suffix = nullptr;
    };
    [[nodiscard]] int columnsFor(int width) const;
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] int rowHeight(int index, int valueWidth) const;
    [[nodiscard]] int neededWidth(int from, int to) const;
    [[nodiscard]] int firstColumnWidth(int width, int perColumn) const;
    int place(int width, bool apply) const;
    Row makeRow(const Fact& fact);
    static void remove(const Row& row);
    static bool retell(const Row& row, const Fact& before, const Fact& fact);

    QVector<Fact> m_facts;
    QVector<Row> m_rows;
    int m_maxColumns = 2;
    int m_rowHeight = Size::essentialsRow;
    int m_minimumLabel = Size::essentialsLabel;
    Qt::Alignment m_alignment = Qt::AlignLeft;
};

} // namespace valv::views
