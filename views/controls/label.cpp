// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/label.h"

#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyleOption>
#include <QToolTip>

#include <cmath>

namespace valv::views {

namespace {

struct KindLook
{
    TextStyle style;
    Role role;
};

KindLook lookOf(LabelKind kind)
{
    switch (kind) {
    case LabelKind::Title:
        return {TextStyle::Title, Role::Text};
    case LabelKind::Metric:
        return {TextStyle::Metric, Role::Text};
    case LabelKind::Heading:
        return {TextStyle::Heading, Role::Text};
    case LabelKind::Section:
        return {TextStyle::Section, Role::Text};
    case LabelKind::Body:
        break;
    case LabelKind::Strong:
        return {TextStyle::BodyStrong, Role::Text};
    case LabelKind::Secondary:
        return {TextStyle::Body, Role::Secondary};
    case LabelKind::Caption:
        return {TextStyle::Caption, Role::Secondary};
    case LabelKind::GroupLabel:
        return {TextStyle::GroupLabel, Role::Secondary};
    case LabelKind::Error:
        return {TextStyle::Caption, Role::Error};
    case LabelKind::Mono:
        return {TextStyle::Mono, Role::Secondary};
    }
    return {TextStyle::Body, Role::Text};
}

constexpr int wrapHintWidth = 320; // a wrapped label's idea of itself before it knows its width

} // namespace

Label::Label(LabelKind kind, const QString& text, QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setKind(kind);
    setText(text);
}

Label::Label(const QString& text, QWidget* parent)
    : Label(LabelKind::Body, text, parent)
{ }

void Label::setKind(LabelKind kind)
{
    const KindLook look = lookOf(kind);
    m_style = look.style;
    m_role = look.role;
    setFont(views::font(m_style));
    updateGeometry();
    update();
}

void Label::setRole(Role role)
{
    m_role = role;
    update();
}

void Label::setElideMode(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
    update();
}

void Label::setSpans(const QVector<Span>& spans)
{
    TextBlock block;
    block.setSpans(spans);
    QLabel::setText(block.text());
    m_spans = spans;
    updateGeometry();
    update();
}

void Label::setText(const QString& text)
{
    m_spans.clear();
    if (text != QLabel::text()) {
        QLabel::setText(text);
        updateGeometry();
    }
    update();
}

void Label::setTail(const Span& tail)
{
    m_tail = tail;
    updateGeometry();
    update();
}

QString Label::plain() const
{
    QString shown = text();
    if (buddy()) {
        shown.replace(QStringLiteral("&&"), QStringLiteral("\1"))
            .remove(QLatin1Char('&'))
            .replace(QLatin1Char('\1'), QLatin1Char('&'));
    }
    return shown;
}

QVector<Span> Label::pieces() const
{
    QVector<Span> pieces = m_spans.isEmpty() ? QVector<Span>{{plain(), m_style, m_role}} : m_spans;
    if (!m_tail.text.isEmpty()) {
        pieces.append(m_tail);
    }
    return pieces;
}

QSize Label::sizeHint() const
{
    TextBlock block;
    block.setSpans(pieces());
    const int natural = static_cast<int>(std::ceil(block.naturalWidth()));
    const QMargins m = contentsMargins();
    if (wordWrap()) {
        const int width = std::min(natural, wrapHintWidth);
        return {width + m.left() + m.right(), static_cast<int>(block.heightFor(width)) + m.top() + m.bottom()};
    }
    return {natural + m.left() + m.right(), lineHeight(m_style) + m.top() + m.bottom()};
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    if (wordWrap()) {
        return {std::min(hint.width(), 80), lineHeight(m_style)};
    }
    return m_elide == Qt::ElideNone ? hint : QSize(std::min(hint.width(), 32), hint.height());
}

int Label::heightForWidth(int width) const
{
    if (!wordWrap()) {
        return -1;
    }
    TextBlock block;
    block.setSpans(pieces());
    const QMargins m = contentsMargins();
    return static_cast<int>(block.heightFor(width - m.left() - m.right())) + m.top() + m.bottom();
}

void Label::paintEvent(QPaintEvent* event)
{
    if (textInteractionFlags() & Qt::TextSelectableByMouse) {
        QPalette p = palette(); // the text control paints with the palette
        if (p.color(QPalette::WindowText) != color(m_role)) {
            p.setColor(QPalette::WindowText, color(m_role));
            p.setColor(QPalette::Text, color(m_role));
            setPalette(p);
        }
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QRect inside = contentsRect();
    if (!wordWrap() && m_spans.isEmpty() && m_tail.text.isEmpty()) {
        drawLine(painter, inside, m_style, color(isEnabled() ? m_role : Role::Disabled), plain(), alignment(),
                 m_elide == Qt::ElideNone ? Qt::ElideRight : m_elide);
        return;
    }
    TextBlock block;
    block.setSpans(pieces(), alignment());
    const qreal height =
        block.setWidth(wordWrap() ? inside.width() : std::max<qreal>(inside.width(), block.naturalWidth()));
    const qreal y = alignment() & Qt::AlignTop ? inside.y()
                                               : inside.y() + std::max(0.0, std::floor((inside.height() - height) / 2));
    block.paint(painter, QPointF(inside.x(), y), isEnabled());
}

bool Label::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && !wordWrap()) {
        TextBlock block;
        block.setSpans(pieces());
        if (block.naturalWidth() > contentsRect().width() + 1) {
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plain().toHtmlEscaped(), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
    return QLabel::event(event);
}

} // namespace valv::views
