// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/statustext.h"

#include "controls/accessible.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/textblock.h"
#include "theme/theme.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace valv::views {

namespace {

constexpr int statusGap = 6;
constexpr int rowHeight = 20;

} // namespace

Icon statusIcon(StatusKind kind)
{
    switch (kind) {
    case StatusKind::Ok:
        return Icon::Ok;
    case StatusKind::Protected:
        return Icon::Protected;
    case StatusKind::Warning:
        return Icon::Warning;
    case StatusKind::Failed:
        return Icon::Failed;
    case StatusKind::Running:
        return Icon::Running;
    case StatusKind::Pending:
        return Icon::Pending;
    case StatusKind::NotProtected:
        return Icon::NotProtected;
    case StatusKind::Stopped:
        return Icon::Stopped;
    case StatusKind::Info:
        return Icon::Info;
    case StatusKind::None:
    case StatusKind::Off:
        break;
    }
    return Icon::Off;
}

Role statusRole(StatusKind kind)
{
    switch (kind) {
    case StatusKind::Ok:
    case StatusKind::Protected:
        return Role::Ok;
    case StatusKind::Warning:
    case StatusKind::Pending:
        return Role::Warn;
    case StatusKind::Failed:
        return Role::Error;
    case StatusKind::Running:
    case StatusKind::Info:
        return Role::Accent;
    case StatusKind::None:
        return Role::Text;
    case StatusKind::NotProtected:
    case StatusKind::Stopped:
    case StatusKind::Off:
        break;
    }
    return Role::Secondary;
}

namespace {

int iconSize(TextStyle style, StatusTone tone)
{
    return tone == StatusTone::Quiet ? 12 : style == TextStyle::Caption ? 14 : Size::iconSmall;
}

Role wordsRole(StatusKind kind, StatusTone tone)
{
    const Role role = statusRole(kind);
    const bool good = role == Role::Ok || role == Role::Accent;
    return tone == StatusTone::Plain || (tone == StatusTone::Quiet && good) ? Role::Text : role;
}

} // namespace

qreal paintStatus(QPainter& painter, const QRectF& rect, StatusKind kind, const QString& text, TextStyle style,
                  StatusTone tone)
{
    if (kind == StatusKind::None) {
        return drawLine(painter, rect, style, color(Role::Text), text);
    }
    const int px = iconSize(style, tone);
    paintIcon(painter, QRectF(rect.x(), rect.y(), px, rect.height()), statusIcon(kind), statusRole(kind), px);
    const QRectF words = rect.adjusted(px + statusGap, 0, 0, 0);
    return px + statusGap + drawLine(painter, words, style, color(wordsRole(kind, tone)), text);
}

QString StatusText::stateWord(StatusKind kind)
{
    switch (kind) {
    case StatusKind::Ok:
    case StatusKind::Protected:
        return tr("OK", "how a check went");
    case StatusKind::Warning:
        return tr("Warning", "how a check went");
    case StatusKind::Failed:
    case StatusKind::NotProtected:
        return tr("Failed", "how a check went");
    case StatusKind::Running:
        return tr("In progress", "how a check went");
    case StatusKind::Pending:
    case StatusKind::Off:
    case StatusKind::Stopped:
        return tr("Not yet", "how a check went");
    case StatusKind::None:
    case StatusKind::Info:
        break;
    }
    return {};
}

StatusText::StatusText(StatusKind kind, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
{
    installAccessibility();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setStatus(kind, text);
}

void StatusText::setStatus(StatusKind kind, const QString& text)
{
    m_kind = kind;
    m_text = text;
    setAccessibleName(text);
    tellState();
    updateGeometry();
    update();
}

//! In a list of checks only the icon says how each went.
void StatusText::tellState()
{
    if (m_tone == StatusTone::Plain) {
        setAccessibleDescription(stateWord(m_kind));
    }
}

void StatusText::setTextStyle(TextStyle style)
{
    m_style = style;
    updateGeometry();
    update();
}

void StatusText::setTone(StatusTone tone)
{
    m_tone = tone;
    tellState();
    updateGeometry();
    update();
}

void StatusText::setWordWrap(bool on)
{
    m_wrap = on;
    QSizePolicy policy(QSizePolicy::Preferred, on ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(on);
    setSizePolicy(policy);
    updateGeometry();
}

QSize StatusText::sizeHint() const
{
    const int icon = m_kind == StatusKind::None ? 0 : iconSize(m_style, m_tone) + statusGap;
    return {icon + textWidth(m_style, m_text) + 1, std::max(rowHeight, lineHeight(m_style))};
}

QSize StatusText::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 60), sizeHint().height()};
}

int StatusText::heightForWidth(int width) const
{
    if (!m_wrap) {
        return sizeHint().height();
    }
    TextBlock block;
    block.setSpans({{m_text, m_style, Role::Text}});
    return std::max(rowHeight, static_cast<int>(block.heightFor(width - Size::iconSmall - statusGap)));
}

void StatusText::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_wrap || width() >= sizeHint().width()) {
        paintStatus(painter, m_wrap ? QRectF(0, 0, width(), rowHeight) : QRectF(rect()), m_kind, m_text, m_style,
                    m_tone);
        return;
    }
    paintIcon(painter, QRectF(0, 0, Size::iconSmall, rowHeight), statusIcon(m_kind), statusRole(m_kind));
    TextBlock block;
    block.setSpans({{m_text, m_style, wordsRole(m_kind, m_tone)}});
    block.setWidth(width() - Size::iconSmall - statusGap);
    block.paint(painter, QPointF(Size::iconSmall + statusGap, 0));
}

bool StatusText::event(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        tellState();
    }
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && !m_wrap && sizeHint().width() > width()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), m_text.toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace valv::views
