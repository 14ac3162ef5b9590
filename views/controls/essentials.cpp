// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/essentials.h"

#include "controls/label.h"
#include "controls/linkbutton.h"
#include "theme/fonts.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

namespace valv::views {

namespace {

constexpr int labelGap = 12;
constexpr int minimumValue = 220;
constexpr int columnGap = 24;
constexpr int suffixGap = 4;

QString none()
{
    return QStringLiteral("–");
}

Qt::Alignment verticalFor(const Label& value)
{
    return value.wordWrap() ? Qt::AlignTop : Qt::AlignVCenter;
}

} // namespace

Essentials::Essentials(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

Essentials::Row Essentials::makeRow(const Fact& fact)
{
    Row row;
    row.label = new Label(LabelKind::Secondary, fact.label, this);
    row.label->setElideMode(Qt::ElideNone);
    const QString value = fact.value.isEmpty() ? none() : fact.value;
    if (!fact.link.isEmpty()) {
        auto* link = new LinkButton(value, this);
        link->setElideMode(fact.elide);
        link->setAccessibleDescription(fact.label);
        if (fact.status != StatusKind::None) {
            link->setLinkIcon(statusIcon(fact.status), statusRole(fact.status));
        }
        connect(link, &QAbstractButton::clicked, this, [this, id = fact.link] { Q_EMIT linkActivated(id); });
        row.value = link;
    } else if (fact.status != StatusKind::None) {
        auto* status = new StatusText(fact.status, value, this);
        status->setWordWrap(fact.wrap);
        status->setAccessibleDescription(fact.label);
        row.value = status;
    } else {
        auto* text = new Label(fact.strong     ? LabelKind::Strong
                                   : fact.hint ? LabelKind::Secondary
                                   : fact.mono ? LabelKind::Mono
                                               : LabelKind::Body,
                               value, this);
        if (fact.mono) {
            text->setRole(Role::Text);
        }
        text->setElideMode(fact.elide);
        text->setWordWrap(fact.wrap || fact.hint);
        text->setAlignment(verticalFor(*text) | m_alignment);
        text->setAccessibleDescription(fact.label);
        row.value = text;
    }
    if (!fact.suffix.isEmpty()) {
        row.suffix = new Label(LabelKind::Secondary, fact.suffix, this);
    }
    return row;
}

void Essentials::remove(const Row& row)
{
    for (QWidget* w : {static_cast<QWidget*>(row.label), row.value, static_cast<QWidget*>(row.suffix)}) {
        if (w) {
            w->hide();
            w->deleteLater();
        }
    }
}

//! A link that leads where it led keeps its widget, and so the focus, whatever it says now: in another language too.
bool Essentials::retell(const Row& row, const Fact& before, const Fact& fact)
{
    auto* link = qobject_cast<LinkButton*>(row.value);
    if (link == nullptr || fact.link != before.link || fact.status != before.status || fact.elide != before.elide
        || fact.suffix.isEmpty() != before.suffix.isEmpty()) {
        return false;
    }
    row.label->setText(fact.label);
    link->setText(fact.value.isEmpty() ? none() : fact.value);
    link->setAccessibleDescription(fact.label);
    link->updateGeometry();
    if (row.suffix != nullptr) {
        row.suffix->setText(fact.suffix);
    }
    return true;
}

void Essentials::setFacts(const QVector<Fact>& facts)
{
    if (facts == m_facts) {
        return;
    }
    QVector<Row> rows;
    for (int i = 0; i < facts.size(); ++i) {
        if (i < m_facts.size() && (facts.at(i) == m_facts.at(i) || retell(m_rows.at(i), m_facts.at(i), facts.at(i)))) {
            rows.append(m_rows.at(i)); // what did not change keeps its widgets and so the focus
        } else {
            rows.append(makeRow(facts.at(i)));
            if (i < m_rows.size()) {
                remove(m_rows.at(i));
            }
        }
    }
    for (qsizetype i = facts.size(); i < m_rows.size(); ++i) {
        remove(m_rows.at(i));
    }
    m_facts = facts;
    m_rows = rows;
    QWidget* before = nullptr;
    for (const Row& row : m_rows) {
        row.label->setVisible(!row.label->text().isEmpty());
        row.value->show();
        if (row.suffix) {
            row.suffix->show();
        }
        if (before) {
            setTabOrder(before, row.value);
        }
        before = row.value;
    }
    updateGeometry();
    place(width(), true);
}

void Essentials::setMaxColumns(int columns)
{
    m_maxColumns = columns;
    updateGeometry();
    place(width(), true);
}

void Essentials::setRowHeight(int px)
{
    m_rowHeight = px;
    updateGeometry();
    place(width(), true);
}

void Essentials::setMinimumLabelWidth(int px)
{
    m_minimumLabel = px;
    updateGeometry();
    place(width(), true);
}

void Essentials::setValueAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    for (const Row& row : m_rows) {
        if (auto* label = qobject_cast<Label*>(row.value)) {
            label->setAlignment(verticalFor(*label) | alignment);
        }
    }
}

void Essentials::focusFirst()
{
    const auto link = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                   [](const Row& row) { return qobject_cast<LinkButton*>(row.value) != nullptr; });
    if (link != m_rows.cend()) {
        link->value->setFocus(Qt::OtherFocusReason);
    }
}

int Essentials::labelWidth() const
{
    int width = m_minimumLabel;
    for (const Row& row : m_rows) {
        width = std::max(width, row.label->sizeHint().width() + labelGap);
    }
    return width;
}

int Essentials::columnsFor(int width) const
{
    return m_maxColumns > 1 && m_rows.size() > 1 && width >= 2 * (labelWidth() + minimumValue) ? 2 : 1;
}

int Essentials::rowHeight(int index, int valueWidth) const
{
    const auto* label = qobject_cast<Label*>(m_rows.at(index).value);
    const auto* status = qobject_cast<StatusText*>(m_rows.at(index).value);
    if ((label && label->wordWrap()) || (status && status->hasHeightForWidth() && !m_rows.at(index).suffix)) {
        const int text = label ? label->heightForWidth(valueWidth) : status->heightForWidth(valueWidth);
        return std::max(m_rowHeight, text + m_rowHeight - lineHeight(TextStyle::Body));
    }
    return m_rowHeight;
}

//! What the rows from one to another take on a line each, labels included.
int Essentials::neededWidth(int from, int to) const
{
    int widest = 0;
    for (int i = from; i < to; ++i) {
        const Row& row = m_rows.at(i);
        const auto* label = qobject_cast<Label*>(row.value);
        const int value = label && label->wordWrap() ? 0 : row.value->sizeHint().width(); // it wraps anyhow
        widest = std::max(widest, value + (row.suffix ? suffixGap + row.suffix->sizeHint().width() : 0));
    }
    return labelWidth() + widest;
}

//! Both are alike, unless one has room to spare that the other lacks.
int Essentials::firstColumnWidth(int width, int perColumn) const
{
    const int half = (width - columnGap) / 2;
    const int spareOfFirst = half - neededWidth(0, perColumn);
    const int spareOfSecond = half - neededWidth(perColumn, static_cast<int>(m_rows.size()));
    if (spareOfFirst < 0 && spareOfSecond > 0) {
        return half + std::min(-spareOfFirst, spareOfSecond);
    }
    return spareOfSecond < 0 && spareOfFirst > 0 ? half - std::min(-spareOfSecond, spareOfFirst) : half;
}

int Essentials::place(int width, bool apply) const
{
    const int columns = columnsFor(width);
    const int perColumn = (static_cast<int>(m_rows.size()) + columns - 1) / columns;
    const int labels = labelWidth();
    const int first = columns == 1 ? width : firstColumnWidth(width, perColumn);
    int height = 0;
    for (int c = 0; c < columns; ++c) {
        int y = 0;
        const int x = c * (first + columnGap);
        const int columnWidth = c == 0 ? first : width - x;
        for (int i = c * perColumn; i < std::min(static_cast<int>(m_rows.size()), (c + 1) * perColumn); ++i) {
            const Row& row = m_rows.at(i);
            const int room = std::max(20, columnWidth - labels);
            if (m_facts.at(i).hint && y > 0) {
                y -= m_rowHeight - lineHeight(TextStyle::Body); // nothing between it and the line above
            }
            const int h = rowHeight(i, room);
            if (apply) {
                row.label->setGeometry(x, y, labels - labelGap / 2, m_rowHeight);
                const int suffix = row.suffix ? row.suffix->sizeHint().width() : 0;
                const bool fills = row.suffix == nullptr && !qobject_cast<LinkButton*>(row.value);
                const int wanted = row.value->sizeHint().width();
                const int valueWidth =
                    fills ? room : std::min(wanted, suffix ? std::max(room / 2, room - suffix - suffixGap) : room);
                const auto* text = qobject_cast<Label*>(row.value);
                const auto* status = qobject_cast<StatusText*>(row.value);
                // Its first line stands beside the label.
                const bool wraps =
                    (text != nullptr && text->wordWrap()) || (status != nullptr && status->hasHeightForWidth());
                const int vy = wraps ? y + (m_rowHeight - lineHeight(TextStyle::Body)) / 2 : y;
                const int vx = !fills && (m_alignment & Qt::AlignRight)
                    ? x + labels + room - valueWidth - (suffix ? suffix + suffixGap : 0)
                    : x + labels;
                row.value->setGeometry(vx, vy, valueWidth, wraps ? h - (vy - y) : m_rowHeight);
                if (row.suffix) {
                    row.suffix->setGeometry(vx + valueWidth + suffixGap, y,
                                            std::max(0, x + labels + room - vx - valueWidth - suffixGap), m_rowHeight);
                }
            }
            y += h;
        }
        height = std::max(height, y);
    }
    return height;
}

QSize Essentials::sizeHint() const
{
    const int width = labelWidth() + minimumValue;
    return {width, place(this->width() > 100 ? this->width() : width, false)};
}

QSize Essentials::minimumSizeHint() const
{
    return {labelWidth() + 60, m_maxColumns > 1 ? m_rowHeight : place(std::max(width(), labelWidth() + 60), false)};
}

int Essentials::heightForWidth(int width) const
{
    return place(width, false);
}

void Essentials::resizeEvent(QResizeEvent* event)
{
    place(width(), true);
    if (event->oldSize().width() != width()) {
        updateGeometry(); // the least height that layouts keep in mind was that of another width
    }
    QWidget::resizeEvent(event);
}

void Essentials::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateGeometry();
        place(width(), true);
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
