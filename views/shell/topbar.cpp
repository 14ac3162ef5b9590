// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/topbar.h"

#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace valv::views {

namespace {

constexpr int side = 36;
constexpr int searchHeight = 30;
constexpr int searchWidth = 520;
constexpr int searchNarrow = 360;
constexpr int pillHeight = 28;
constexpr int chevronPx = 12;

void paintLogo(QPainter& painter, const QPointF& at)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath arch;
    arch.moveTo(at + QPointF(2.5, 19));
    arch.lineTo(at + QPointF(2.5, 9.5));
    arch.arcTo(QRectF(at + QPointF(2.5, 2), QSizeF(15, 15)), 180, -180);
    arch.lineTo(at + QPointF(17.5, 19));
    QPen pen(color(Role::TopbarText), 4);
    pen.setCapStyle(Qt::FlatCap);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawPath(arch);
    // The bar keeps the light blue of the dark theme: it stands on the dark bar in both.
    QPainterPath bar;
    bar.moveTo(at + QPointF(8, 19));
    bar.lineTo(at + QPointF(8, 9.5));
    bar.arcTo(QRectF(at + QPointF(8, 7.5), QSizeF(4, 4)), 180, -180);
    bar.lineTo(at + QPointF(12, 19));
    painter.fillPath(bar, tokenColor(Role::Accent, Scheme::Dark));
    painter.restore();
}

QString badgeText(int count)
{
    return count > 99 ? QStringLiteral("99+") : QString::number(count);
}

void topRing(QPainter& painter, const QRectF& r, qreal radius)
{
    roundedBox(painter, r.adjusted(1, 1, -1, -1), radius, QColor(), color(Role::TopbarText), 2);
}

bool opens(const QKeyEvent* event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down;
}

} // namespace

TopBarButton::TopBarButton(Icon icon, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setRing(this, Ring::Inner);
}

void TopBarButton::setBarIcon(Icon icon)
{
    m_icon = icon;
    update();
}

void TopBarButton::setName(const QString& name, const QString& shortcut)
{
    setAccessibleName(name);
    setToolTip(shortcut.isEmpty() ? name : name + QStringLiteral(" (") + shortcut + QLatin1Char(')'));
}

void TopBarButton::setCount(int count)
{
    m_count = count;
    update();
}

QSize TopBarButton::sizeHint() const
{
    const int words = text().isEmpty() ? 0 : textWidth(TextStyle::BodyStrong, text()) + 6;
    return {side + words, side};
}

void TopBarButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    if (underMouse() || isDown() || isChecked()) {
        roundedBox(painter, r, Radius::control, color(Role::TopbarField), QColor());
    }
    const QRectF iconRect(r.left(), r.top(), side, r.height());
    paintIcon(painter, iconRect, m_icon, Role::TopbarText, Size::iconSmall);
    if (!text().isEmpty()) {
        drawLine(painter, QRectF(side - 4, 0, r.width() - side + 4, r.height()), TextStyle::BodyStrong,
                 color(Role::TopbarText), text());
    }
    if (m_count > 0) {
        const QString count = badgeText(m_count);
        const int w = std::max(16, textWidth(TextStyle::Badge, count) + 8);
        const QRectF badge(r.left() + side / 2.0, 1, w, 16);
        roundedBox(painter, badge, Radius::badge, color(Role::Badge), QColor());
        painter.setFont(views::font(TextStyle::Badge));
        painter.setPen(color(Role::TopbarText));
        painter.drawText(badge, Qt::AlignCenter, count);
    }
    if (hasKeyFocus(this)) {
        topRing(painter, r, Radius::control);
    }
}

void TopBarButton::keyPressEvent(QKeyEvent* event)
{
    if (opens(event)) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

ConnectionPill::ConnectionPill(QWidget* parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setRing(this, Ring::Inner);
}

void ConnectionPill::setConnection(const QString& name, LinkState state, const QString& description)
{
    m_state = state;
    setText(name);
    setToolTip(description);
    setAccessibleDescription(description);
    updateGeometry();
    update();
}

QSize ConnectionPill::sizeHint() const
{
    return {textWidth(TextStyle::Body, text()) + 58, pillHeight};
}

QSize ConnectionPill::minimumSizeHint() const
{
    return {64, pillHeight};
}

void ConnectionPill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    const bool lit = underMouse() || isDown();
    roundedBox(painter, r, Radius::pill, lit ? color(Role::TopbarField) : QColor(),
               color(Role::TopbarFieldBorder, lit ? 1.0 : 0.6));
    // Dark-theme colours in both themes: the bar is dark in both. The shape differs too: ring, dot, cross.
    const QRectF dot(11, r.center().y() - 4, 8, 8);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (m_state) {
    case LinkState::Connected:
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokenColor(Role::Ok, Scheme::Dark));
        painter.drawEllipse(dot);
        break;
    case LinkState::Connecting:
        painter.setPen(QPen(color(Role::TopbarSecondary), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(dot.adjusted(0.75, 0.75, -0.75, -0.75));
        break;
    case LinkState::Offline:
    case LinkState::SignedOut:
        paintIcon(painter, QRectF(dot.left() - 3, 0, 14, r.height()), Icon::Warning,
                  tokenColor(Role::Warn, Scheme::Dark), 12);
        break;
    }
    drawLine(painter, QRectF(26, 0, r.width() - 26 - 28, r.height()), TextStyle::Body, color(Role::TopbarText), text());
    paintIcon(painter, QRectF(r.right() - 27, 0, 20, r.height()), Icon::ChevronDown, Role::TopbarText, chevronPx);
    if (hasKeyFocus(this)) {
        topRing(painter, r, Radius::pill);
    }
}

void ConnectionPill::keyPressEvent(QKeyEvent* event)
{
    if (opens(event)) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

TopSearch::TopSearch(QWidget* parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::IBeamCursor);
    setFocusPolicy(Qt::StrongFocus);
    setRing(this, Ring::Inner);
    connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT wanted(QString()); });
}

void TopSearch::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF box = rect();
    const bool lit = underMouse() || isDown();
    roundedBox(painter, box, Radius::control, color(Role::TopbarField),
               color(lit ? Role::TopbarText : Role::TopbarFieldBorder));
    paintIcon(painter, QRectF(box.left() + 11, box.top(), Size::iconSmall, box.height()), Icon::Search,
              Role::TopbarSecondary, Size::iconSmall);
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
    const int w = textWidth(TextStyle::Axis, keys) + 12;
    const QRectF chip(box.right() - w - 6, box.center().y() - 9, w, 18);
    drawLine(painter, QRectF(34, 0, chip.left() - 34 - Space::sm, box.height()), TextStyle::Body,
             color(Role::TopbarSecondary), text());
    roundedBox(painter, chip, 3, QColor(), color(Role::TopbarFieldBorder));
    drawLine(painter, chip, TextStyle::Axis, color(Role::TopbarSecondary), keys, Qt::AlignHCenter);
    if (hasKeyFocus(this)) {
        topRing(painter, box, Radius::control);
    }
}

void TopSearch::keyPressEvent(QKeyEvent* event)
{
    if (opens(event)) {
        click();
        return;
    }
    const QString typed = event->text();
    const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    if (!typed.isEmpty() && typed.at(0).isPrint() && !typed.at(0).isSpace() && !chord) {
        Q_EMIT wanted(typed);
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

TopBar::TopBar(QWidget* parent)
    : QWidget(parent)
    , m_search(new TopSearch(this))
    , m_connection(new ConnectionPill(this))
    , m_bell(new TopBarButton(Icon::Alert, this))
    , m_settings(new TopBarButton(Icon::Settings, this))
    , m_language(new TopBarButton(Icon::Language, this))
    , m_theme(new TopBarButton(Icon::Dark, this))
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(Size::topbar);
    m_bell->setCheckable(true);
    m_settings->setCheckable(true); // while their page is open
    retranslate();
}

QRect TopBar::searchBox() const
{
    if (width() < Breakpoint::navCollapsesBelow) {
        const int right = m_connection->isHidden() ? m_bell->x() : m_connection->x();
        return {176, (height() - searchHeight) / 2, std::min(searchNarrow, right - 176 - Space::lg), searchHeight};
    }
    return {(width() - searchWidth) / 2, (height() - searchHeight) / 2, searchWidth, searchHeight};
}

void TopBar::arrange()
{
    int right = width() - 8;
    for (TopBarButton* button : {m_theme, m_language, m_settings, m_bell}) {
        const int w = button->sizeHint().width();
        right -= w;
        button->setGeometry(right, (height() - side) / 2, w, side);
        right -= 2;
    }
    right -= 8;
    const int room =
        right - (width() < Breakpoint::navCollapsesBelow ? 176 + 200 : (width() + searchWidth) / 2) - Space::lg;
    const int w =
        std::clamp(m_connection->sizeHint().width(), m_connection->minimumSizeHint().width(), std::max(64, room));
    m_connection->setGeometry(right - w, (height() - pillHeight) / 2, w, pillHeight);
    m_search->setGeometry(searchBox());
    update();
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Topbar));
    paintLogo(painter, QPointF(18, 12));
    QFont name = views::font(TextStyle::Section);
    name.setPixelSize(16);
    painter.setFont(name);
    painter.setPen(color(Role::TopbarText));
    painter.drawText(QRect(50, 0, 120, height()), Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("Valv"));
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void TopBar::retranslate()
{
    m_search->setText(tr("Search resources, commands …"));
    m_search->setAccessibleName(tr("Search resources and commands"));
    m_settings->setName(tr("Settings"));
    arrange();
}

} // namespace valv::views
