// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/servicerow.h"

#include "controls/button.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

namespace valv::views {

namespace {

constexpr int rowHeight = 52;
constexpr int textLeft = 56;
constexpr int starSide = 32;

//! One line whose matching part is bold on a light ground.
void drawMatched(QPainter& painter, const QRectF& r, TextStyle style, TextStyle strong, Role role, const QString& text,
                 const QString& filter)
{
    const Match match = Services::matchIn(text, filter);
    if (!match) {
        drawLine(painter, r, style, color(role), text);
        return;
    }
    const QString before = text.left(match.at);
    const QString hit = text.mid(match.at, match.length);
    const qreal start = QFontMetricsF(views::font(style)).horizontalAdvance(before);
    const qreal width = QFontMetricsF(views::font(strong)).horizontalAdvance(hit);
    const QRectF ground(r.left() + start, r.center().y() - 8, width, 16);
    painter.fillRect(ground, color(Role::WarnBg));
    hline(painter, QRectF(ground.left(), ground.bottom(), ground.width(), 1), color(Role::WarnBorder));
    drawLine(painter, QRectF(r.left(), r.top(), start + 1, r.height()), style, color(role), before, Qt::AlignLeft,
             Qt::ElideNone);
    drawLine(painter, QRectF(r.left() + start, r.top(), width + 2, r.height()), strong, color(Role::Text), hit,
             Qt::AlignLeft, Qt::ElideNone);
    drawLine(painter, QRectF(r.left() + start + width, r.top(), r.width() - start - width, r.height()), style,
             color(role), text.mid(match.at + match.length));
}

} // namespace

ServiceRow::ServiceRow(const Service& service, QWidget* parent)
    : QAbstractButton(parent)
    , m_service(service)
    , m_star(new IconButton(Icon::Favorite, QString(), this))
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setRing(this, Ring::None);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_star->setFocusPolicy(Qt::NoFocus); // Ctrl+D is its key
    connect(m_star, &QAbstractButton::clicked, this, &ServiceRow::favouriteToggled);
    rename();
}

void ServiceRow::rename()
{
    setText(Services::title(m_service));
    setAccessibleName(m_favourite ? tr("%1, favorite").arg(text()) : text());
    setAccessibleDescription(m_state.isEmpty() ? words() : words() + QStringLiteral(". ") + m_state);
    m_star->setName(m_favourite ? tr("Remove %1 from favorites").arg(text()) : tr("Add %1 to favorites").arg(text()));
    m_star->setIconName(m_favourite ? Icon::FavoriteOn : Icon::Favorite, m_favourite ? Role::Accent : Role::Secondary);
    update();
}

QString ServiceRow::words() const
{
    const QString caption = Services::caption(m_service);
    if (m_filter.isEmpty() || Services::matchIn(text(), m_filter) || Services::matchIn(caption, m_filter)) {
        return caption;
    }
    const QString also = Services::alsoMatching(m_service, m_filter);
    //: %1 a sentence about a service, %2 another word for it that the person typed
    return also.isEmpty() ? caption : tr("%1. Also: %2").arg(caption, also);
}

void ServiceRow::setFilter(const QString& filter)
{
    m_filter = filter;
    rename();
}

void ServiceRow::setState(const QString& text)
{
    m_state = text;
    rename();
}

void ServiceRow::setFavourite(bool on)
{
    m_favourite = on;
    rename();
}

void ServiceRow::setLast(bool last)
{
    m_last = last;
    update();
}

QSize ServiceRow::sizeHint() const
{
    return {320, rowHeight};
}

void ServiceRow::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    m_star->setGeometry(width() - starSide - 16, (height() - starSide) / 2, starSide, starSide);
}

void ServiceRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    const bool current = hasFocus();
    if (current || underMouse() || isDown()) {
        painter.fillRect(r, color(current ? Role::Selected : isDown() ? Role::Pressed : Role::Hover));
    }
    if (current) {
        painter.fillRect(QRectF(0, 0, 3, r.height()), color(Role::Accent));
    }
    if (!m_last) {
        hline(painter, QRectF(0, r.height() - 1, r.width(), 1), color(Role::Border));
    }
    paintIcon(painter, QRectF(16, 0, 24, r.height()), m_service.icon, Role::Accent, Size::icon);
    const qreal right = m_star->x() - Space::sm;
    const qreal stateWidth = m_state.isEmpty() ? 0 : textWidth(TextStyle::Caption, m_state);
    const qreal room = right - textLeft - stateWidth - Space::lg;
    drawMatched(painter, QRectF(textLeft, 9, room, 18), TextStyle::Body, TextStyle::BodyStrong, Role::Text, text(),
                m_filter);
    drawMatched(painter, QRectF(textLeft, 27, room, 16), TextStyle::Caption, TextStyle::Caption, Role::Secondary,
                words(), m_filter);
    drawLine(painter, QRectF(right - stateWidth - 1, 0, stateWidth + 1, r.height()), TextStyle::Caption,
             color(Role::Secondary), m_state, Qt::AlignRight);
    if (hasKeyFocus(this)) {
        innerRing(painter, r);
    }
}

void ServiceRow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        Q_EMIT moveWanted(1);
        return;
    case Qt::Key_Up:
        Q_EMIT moveWanted(-1);
        return;
    case Qt::Key_Home:
        Q_EMIT moveWanted(-1000);
        return;
    case Qt::Key_End:
        Q_EMIT moveWanted(1000);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    case Qt::Key_D:
        if (event->modifiers() & Qt::ControlModifier) {
            Q_EMIT favouriteToggled();
            return;
        }
        break;
    default:
        break;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace valv::views
