// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/radiocard.h"

#include "controls/accessible.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

namespace valv::views {

namespace {

constexpr int cardPadding = 16;
constexpr int markGap = 8;

} // namespace

RadioCard::RadioCard(const QString& title, const QString& description, QWidget* parent)
    : QAbstractButton(parent)
    , m_description(description)
{
    installAccessibility();
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setRing(this, Ring::Outer);
    setAccessibleDescription(description);
}

void RadioCard::setDescription(const QString& text)
{
    m_description = text;
    setAccessibleDescription(m_reason.isEmpty() ? text : m_reason);
    updateGeometry();
    update();
}

void RadioCard::setCardIcon(Icon name)
{
    m_icon = name;
    update();
}

void RadioCard::setChip(const QString& text)
{
    m_chip = text;
    update();
}

void RadioCard::setReason(const QString& reason)
{
    m_reason = reason;
    setEnabled(reason.isEmpty());
    setAccessibleDescription(reason.isEmpty() ? m_description : reason);
    updateGeometry();
    update();
}

QVBoxLayout* RadioCard::body()
{
    if (!m_bodyWidget) {
        m_bodyWidget = new QWidget(this);
        m_bodyWidget->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto* layout = new QVBoxLayout(m_bodyWidget);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(Space::sm);
        arrange();
    }
    return static_cast<QVBoxLayout*>(m_bodyWidget->layout());
}

int RadioCard::textLeft() const
{
    return cardPadding + Size::radio + markGap;
}

int RadioCard::headHeight(int width) const
{
    const QString text = m_reason.isEmpty() ? m_description : m_reason;
    int height = lineHeight(TextStyle::BodyStrong);
    if (!text.isEmpty()) {
        TextBlock block;
        block.setSpans({{text, TextStyle::Body, Role::Secondary}});
        height += static_cast<int>(block.heightFor(width - textLeft() - cardPadding));
    }
    return height;
}

int RadioCard::heightForWidth(int width) const
{
    int height = cardPadding - 2 + headHeight(width) + cardPadding - 2;
    if (m_bodyWidget) {
        const int bodyWidth = width - 2 * cardPadding;
        const QLayout* layout = m_bodyWidget->layout();
        height +=
            Space::sm + (layout->hasHeightForWidth() ? layout->heightForWidth(bodyWidth) : layout->sizeHint().height());
    }
    return height;
}

QSize RadioCard::sizeHint() const
{
    const int chip = m_chip.isEmpty() ? 0 : chipSize(m_chip).width() + Space::sm;
    const int title = textLeft() + (m_icon ? Size::iconSmall + markGap : 0) + textWidth(TextStyle::BodyStrong, text())
        + chip + cardPadding;
    const int width =
        std::max({title, 240, m_bodyWidget ? m_bodyWidget->layout()->sizeHint().width() + 2 * cardPadding : 0});
    return {width, heightForWidth(width)};
}

QSize RadioCard::minimumSizeHint() const
{
    return {200, heightForWidth(std::max(width(), 200))};
}

void RadioCard::arrange()
{
    if (m_bodyWidget) {
        const int y = cardPadding - 2 + headHeight(width()) + Space::sm;
        m_bodyWidget->setGeometry(cardPadding, y, width() - 2 * cardPadding,
                                  std::max(0, height() - y - cardPadding + 2));
        m_bodyWidget->show();
    }
}

void RadioCard::resizeEvent(QResizeEvent* event)
{
    arrange();
    QAbstractButton::resizeEvent(event);
}

void RadioCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateGeometry();
    }
    QAbstractButton::changeEvent(event);
}

bool RadioCard::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        arrange();
    }
    return QAbstractButton::event(event);
}

void RadioCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool on = isEnabled();
    const Role fill = on && isChecked() ? Role::Selected : on && underMouse() ? Role::Hover : Role::Surface;
    roundedBox(painter, rect(), Radius::card, color(fill), color(on && isChecked() ? Role::Accent : Role::Border),
               isChecked() ? 2 : 1);
    const int line = lineHeight(TextStyle::BodyStrong);
    const int y = cardPadding - 2;
    QStyleOption mark;
    mark.initFrom(this);
    mark.rect = QRect(cardPadding, y + (line - Size::radio) / 2, Size::radio, Size::radio);
    mark.state |= isChecked() ? QStyle::State_On : QStyle::State_Off;
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &mark, &painter, this);

    qreal x = textLeft();
    const Role role = on ? Role::Text : Role::Disabled;
    if (m_icon) {
        paintIcon(painter, QRectF(x + 2, y, Size::iconSmall, line), *m_icon, on ? Role::Accent : Role::Disabled);
        x += Size::iconSmall + markGap + 2;
    }
    qreal right = width() - cardPadding;
    if (!m_chip.isEmpty()) {
        const QSize size = chipSize(m_chip);
        const QRectF at(right - size.width(), y + (line - size.height()) / 2.0, size.width(), size.height());
        drawChip(painter, at, m_chip, isChecked() ? Role::Surface : Role::DisabledBg,
                 isChecked() ? Role::Accent : Role::Secondary, isChecked() ? Role::Surface : Role::DisabledBg);
        right = at.left() - Space::sm;
    }
    drawLine(painter, QRectF(x, y, right - x, line), TextStyle::BodyStrong, color(role), text());
    const QString text = m_reason.isEmpty() ? m_description : m_reason;
    if (!text.isEmpty()) {
        TextBlock block;
        block.setSpans({{text, TextStyle::Body, Role::Secondary}});
        block.setWidth(width() - textLeft() - cardPadding);
        block.paint(painter, QPointF(textLeft(), y + line));
    }
}

} // namespace valv::views
