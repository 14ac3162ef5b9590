// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/linkcard.h"

#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>

namespace valv::views {

LinkCard::LinkCard(Icon icon, const QString& title, const QString& caption, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_caption(caption)
{
    setText(title);
    setAccessibleDescription(caption);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRing(this, Ring::Outer);
}

void LinkCard::setCaption(const QString& text)
{
    m_caption = text;
    setAccessibleDescription(text);
    update();
}

void LinkCard::setSmallCard(bool on)
{
    m_small = on;
    updateGeometry();
    update();
}

QSize LinkCard::sizeHint() const
{
    const int texts = std::max(textWidth(TextStyle::BodyStrong, text()), textWidth(TextStyle::Caption, m_caption));
    return {texts + (m_small ? 60 : 108), m_small ? 52 : 68};
}

QSize LinkCard::minimumSizeHint() const
{
    return {m_small ? 120 : 200, sizeHint().height()};
}

void LinkCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool on = isEnabled();
    const QRectF r = rect();
    roundedBox(painter, r, Radius::card,
               color(isChecked()              ? Role::Selected
                         : on && underMouse() ? Role::Hover
                                              : Role::Surface),
               color(isChecked() ? Role::Accent : Role::Border));
    const int left = m_small ? 44 : 56;
    paintIcon(painter, QRectF(m_small ? 14 : 18, 0, Size::icon, r.height()), m_icon, on ? Role::Accent : Role::Disabled,
              m_small ? Size::iconSmall : Size::icon);
    const qreal right = r.right() - (m_small ? 8 : 44);
    const qreal y = (r.height() - 34) / 2;
    drawLine(painter, QRectF(left, y, right - left, 17), m_small ? TextStyle::Body : TextStyle::BodyStrong,
             color(on ? Role::Text : Role::Disabled), text());
    drawLine(painter, QRectF(left, y + 18, right - left, 16), TextStyle::Caption,
             color(on ? Role::Secondary : Role::Disabled), m_caption);
    if (!m_small) {
        paintIcon(painter, QRectF(r.right() - 34, 0, 20, r.height()), Icon::ChevronRight, Role::Secondary);
    }
}

} // namespace valv::views
