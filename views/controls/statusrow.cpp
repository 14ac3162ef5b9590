// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/statusrow.h"

#include "controls/statustext.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>

#include <cmath>

namespace valv::views {

namespace {

constexpr int countRowHeight = 24;
constexpr int eventRowHeight = 44;
constexpr int titleTop = 4;
constexpr int eventTextLeft = Size::iconSmall + Space::md;

void makeRow(QAbstractButton* row)
{
    row->setAttribute(Qt::WA_Hover);
    row->setFocusPolicy(Qt::StrongFocus);
    row->setCursor(Qt::PointingHandCursor);
    row->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRing(row, Ring::Inner);
}

} // namespace

CountRow::CountRow(StatusKind kind, QWidget* parent)
    : QAbstractButton(parent)
    , m_kind(kind)
{
    makeRow(this);
}

void CountRow::setCount(const QString& text, const QString& count)
{
    setText(text);
    m_count = count;
    setAccessibleName(QStringLiteral("%1: %2").arg(text, count));
    updateGeometry();
    update();
}

void CountRow::setClickable(bool on)
{
    setFocusPolicy(on ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !on);
}

QSize CountRow::sizeHint() const
{
    return {Size::iconSmall + Space::sm + textWidth(TextStyle::Body, text()) + Space::lg
                + textWidth(TextStyle::BodyStrong, m_count) + 1,
            countRowHeight};
}

QSize CountRow::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), Size::essentialsLabel), countRowHeight};
}

void CountRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    if (underMouse() && focusPolicy() != Qt::NoFocus) {
        roundedBox(painter, r, Radius::control, color(Role::Hover), QColor());
    }
    const qreal used = drawLine(painter, r, TextStyle::BodyStrong, color(Role::Text), m_count, Qt::AlignRight);
    paintStatus(painter, r.adjusted(0, 0, -used - Space::sm, 0), m_kind, text());
    if (hasKeyFocus(this)) {
        innerRing(painter, r);
    }
}

EventRow::EventRow(QWidget* parent)
    : QAbstractButton(parent)
{
    makeRow(this);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum); // fixed, it would stay as high as one line is
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void EventRow::setEvent(StatusKind kind, const QString& title, const QString& caption)
{
    m_kind = kind;
    m_title.setSpans({{title, TextStyle::Body, Role::Text}});
    m_caption = caption;
    setText(title + QStringLiteral(", ") + caption);
    updateGeometry();
    update();
}

QSize EventRow::sizeHint() const
{
    const int text =
        std::max(static_cast<int>(std::ceil(m_title.naturalWidth())), textWidth(TextStyle::Caption, m_caption));
    return {eventTextLeft + text + 1, eventRowHeight};
}

QSize EventRow::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), Size::essentialsLabel), eventRowHeight};
}

int EventRow::heightForWidth(int width) const
{
    const int title = static_cast<int>(std::ceil(m_title.heightFor(width - eventTextLeft)));
    return eventRowHeight + title - lineHeight(TextStyle::Body);
}

void EventRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    if (underMouse()) {
        painter.fillRect(r, color(Role::Hover));
    }
    paintIcon(painter, QRectF(0, 0, Size::iconSmall, r.height()), statusIcon(m_kind), statusRole(m_kind));
    const qreal width = r.width() - eventTextLeft;
    const qreal below = titleTop + m_title.setWidth(width) - Space::xs / 2.0;
    m_title.paint(painter, QPointF(eventTextLeft, titleTop));
    drawLine(painter, QRectF(eventTextLeft, below, width, lineHeight(TextStyle::Caption)), TextStyle::Caption,
             color(Role::Secondary), m_caption);
    hline(painter, QRectF(0, r.height() - 1, r.width(), 1), color(Role::Border));
    if (hasKeyFocus(this)) {
        innerRing(painter, r);
    }
}

} // namespace valv::views
