// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/notificationcard.h"

#include "controls/accessible.h"
#include "controls/linkbutton.h"
#include "controls/progressbar.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/textblock.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace valv::views {

namespace {

constexpr int cardLeft = 48;
constexpr int cardRight = 20;
constexpr int cardPadY = 10;
constexpr int barBlock = 32; // bar, and the words below it

} // namespace

NotificationCard::NotificationCard(QWidget* parent)
    : QWidget(parent)
{
    installAccessibility();
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setRing(this, Ring::Inner);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void NotificationCard::setNotification(const NotificationText& text)
{
    const bool linksChanged = text.links != m_text.links;
    m_text = text;
    setProperty("valvAlert", text.status == StatusKind::Failed);
    setAccessibleName(QStringLiteral("%1. %2").arg(text.title, text.text));
    setAccessibleDescription(text.progressText.isEmpty() ? text.time : text.progressText);
    if (text.progress && !m_bar) {
        m_bar = new ProgressBar(this);
    }
    if (m_bar) {
        m_bar->setVisible(text.progress.has_value());
        m_bar->setAccessibleName(text.title);
        m_bar->setAccessibleDescription(text.progressText);
        m_bar->setValue(static_cast<int>(text.progress.value_or(0) * 100));
    }
    if (linksChanged) {
        for (LinkButton* link : std::as_const(m_links)) {
            link->hide();
            link->deleteLater();
        }
        m_links.clear();
        for (const auto& [id, words] : m_text.links) {
            auto* link = new LinkButton(words, this);
            link->show();
            connect(link, &QAbstractButton::clicked, this, [this, key = id] { Q_EMIT linkActivated(key); });
            m_links.append(link);
        }
    }
    updateGeometry();
    arrange();
    update();
}

int NotificationCard::textHeight(int width) const
{
    if (m_text.text.isEmpty()) {
        return 0;
    }
    TextBlock block;
    block.setSpans({{m_text.text, TextStyle::Body, Role::Text}});
    return static_cast<int>(block.heightFor(width - cardLeft - cardRight));
}

int NotificationCard::heightForWidth(int width) const
{
    int height = cardPadY + 20 + textHeight(width) + cardPadY;
    if (m_text.progress) {
        height += barBlock;
    }
    if (!m_links.isEmpty()) {
        height += 24;
    }
    return height;
}

QSize NotificationCard::sizeHint() const
{
    const int width = this->width() > 100 ? this->width() : Size::notificationPanel;
    return {Size::notificationPanel, heightForWidth(width)};
}

void NotificationCard::arrange()
{
    int y = cardPadY + 20 + textHeight(width());
    if (m_text.progress && m_bar) {
        m_bar->setGeometry(cardLeft, y + 4, width() - cardLeft - cardRight, Size::progress);
        y += barBlock;
    }
    int x = cardLeft;
    for (LinkButton* link : std::as_const(m_links)) {
        const QSize size = link->sizeHint();
        link->setGeometry(x, y, std::min(size.width(), width() - cardRight - x), size.height());
        x += size.width() + Space::lg;
    }
}

void NotificationCard::resizeEvent(QResizeEvent* event)
{
    arrange();
    updateGeometry();
    QWidget::resizeEvent(event);
}

void NotificationCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    painter.fillRect(r, color(m_text.unread ? Role::Selected : underMouse() ? Role::Hover : Role::Surface));
    hline(painter, QRectF(0, r.height() - 1, r.width(), 1), color(Role::Border));
    if (m_text.unread) {
        roundedBox(painter, QRectF(8, cardPadY + 7, 6, 6), 3, color(Role::Accent), QColor());
    }
    paintIcon(painter, QRectF(20, cardPadY, Size::iconSmall, 20), statusIcon(m_text.status),
              statusRole(m_text.status));
    const int timeWidth = textWidth(TextStyle::Caption, m_text.time) + 1;
    const QRectF title(cardLeft, cardPadY, r.width() - cardLeft - cardRight - timeWidth - Space::sm, 20);
    drawLine(painter, title, TextStyle::BodyStrong, color(Role::Text), m_text.title);
    drawLine(painter, QRectF(r.width() - cardRight - timeWidth, cardPadY, timeWidth, 20), TextStyle::Caption,
             color(Role::Secondary), m_text.time, Qt::AlignRight);
    if (!m_text.text.isEmpty()) {
        TextBlock block;
        block.setSpans({{m_text.text, TextStyle::Body, Role::Text}});
        block.setWidth(r.width() - cardLeft - cardRight);
        block.paint(painter, QPointF(cardLeft, cardPadY + 20));
    }
    if (m_text.progress) {
        const QRectF below(cardLeft, cardPadY + 20 + textHeight(width()) + 11, r.width() - cardLeft - cardRight, 16);
        drawLine(painter, below, TextStyle::Caption, color(Role::Secondary), m_text.progressText);
        const QString percent =
            locale().toString(static_cast<int>(*m_text.progress * 100)) + QChar(QChar::Nbsp) + QLatin1Char('%');
        drawLine(painter, below, TextStyle::Caption, color(Role::Secondary), percent, Qt::AlignRight);
    }
    if (hasKeyFocus(this)) {
        innerRing(painter, r);
    }
}

void NotificationCard::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        Q_EMIT activated();
    }
    QWidget::mouseReleaseEvent(event);
}

void NotificationCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        Q_EMIT activated();
        return;
    }
    if (event->key() == Qt::Key_Delete) {
        Q_EMIT linkActivated(QStringLiteral("dismiss"));
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace valv::views
