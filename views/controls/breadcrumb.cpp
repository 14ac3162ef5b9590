// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/breadcrumb.h"

#include "controls/linkbutton.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace valv::views {

namespace {

constexpr int chevronWidth = 24;
const char* const foldMark = "…";

} // namespace

Breadcrumb::Breadcrumb(QWidget* parent)
    : QWidget(parent)
    , m_margin(Size::contentMargin)
{
    setFixedHeight(Size::breadcrumb);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Path"));
}

void Breadcrumb::setParts(const QVector<Part>& parts)
{
    if (parts == m_parts) {
        return;
    }
    m_parts = parts;
    for (LinkButton* link : std::as_const(m_links)) {
        link->hide();
        link->deleteLater();
    }
    m_links.clear();
    for (int i = 0; i + 1 < m_parts.size(); ++i) {
        auto* link = new LinkButton(m_parts.at(i).text, this);
        link->setTextStyle(TextStyle::Caption);
        connect(link, &QAbstractButton::clicked, this, [this, id = m_parts.at(i).id] { Q_EMIT activated(id); });
        m_links.append(link);
    }
    setAccessibleDescription(m_parts.isEmpty() ? QString() : m_parts.last().text);
    updateGeometry();
    arrange();
}

void Breadcrumb::setMargin(int px)
{
    m_margin = px;
    arrange();
}

QSize Breadcrumb::sizeHint() const
{
    int width = 2 * m_margin;
    for (const Part& part : m_parts) {
        width += textWidth(TextStyle::Caption, part.text) + chevronWidth;
    }
    return {width, Size::breadcrumb};
}

QSize Breadcrumb::minimumSizeHint() const
{
    return {2 * m_margin + 80, Size::breadcrumb};
}

void Breadcrumb::arrange()
{
    m_chevrons.clear();
    m_fold = QRect();
    const int room = width() - 2 * m_margin;
    QVector<int> widths;
    int total = 0;
    for (const Part& part : std::as_const(m_parts)) {
        widths.append(textWidth(TextStyle::Caption, part.text) + 1);
        total += widths.last() + chevronWidth;
    }
    total -= chevronWidth;
    // Middle parts go first, from the left; home and the last two stay as long as they can.
    int hidden = 0;
    const int foldWidth = textWidth(TextStyle::Caption, QString::fromUtf8(foldMark)) + chevronWidth;
    while (total + (hidden ? foldWidth : 0) > room && hidden < m_links.size() - 1) {
        ++hidden;
        total -= widths.at(hidden) + chevronWidth;
    }
    int x = m_margin;
    const int y = (height() - Size::controlSmall) / 2;
    const auto chevron = [&] {
        m_chevrons.append(QRect(x, 0, chevronWidth, height()));
        x += chevronWidth;
    };
    for (int i = 0; i < m_links.size(); ++i) {
        const bool folded = i >= 1 && i <= hidden;
        m_links.at(i)->setVisible(!folded);
        if (folded) {
            if (i == 1) {
                m_fold = QRect(x, 0, foldWidth - chevronWidth, height());
                x += m_fold.width();
                chevron();
            }
            continue;
        }
        m_links.at(i)->setGeometry(x, y, widths.at(i), Size::controlSmall);
        x += widths.at(i);
        chevron();
    }
    m_last = QRect(x, 0, std::max(0, width() - m_margin - x), height());
    update();
}

void Breadcrumb::resizeEvent(QResizeEvent* event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void Breadcrumb::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Path"));
    }
    QWidget::changeEvent(event);
}

void Breadcrumb::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (const QRect& chevron : std::as_const(m_chevrons)) {
        paintIcon(painter, chevron, Icon::ChevronRight, Role::Secondary, 12);
    }
    if (!m_fold.isEmpty()) {
        drawLine(painter, m_fold, TextStyle::Caption, color(Role::Secondary), QString::fromUtf8(foldMark));
    }
    if (!m_parts.isEmpty()) {
        drawLine(painter, m_last, TextStyle::Caption, color(Role::Secondary), m_parts.last().text);
    }
}

} // namespace valv::views
