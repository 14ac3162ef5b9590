// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/themechoice.h"

#include "controls/accessible.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace valv::views {

namespace {

constexpr int themePictureWidth = 108;
constexpr int themePictureHeight = 84;
constexpr int themeRadio = 16;

//! Bar, navigation, a line of text and a card, as they look there.
void paintScheme(QPainter& painter, const QRectF& r, Scheme scheme)
{
    const auto fill = [&painter, scheme](const QRectF& part, Role role) {
        painter.fillRect(part, tokenColor(role, scheme));
    };
    fill(r, Role::Bg);
    fill(QRectF(r.left(), r.top(), r.width(), 10), Role::Topbar);
    const QRectF menu(r.left(), r.top() + 10, r.width() / 3, r.height() - 10);
    fill(menu, Role::Surface);
    fill(QRectF(menu.right(), menu.top(), 1, menu.height()), Role::Border);
    const qreal left = menu.right() + 10;
    fill(QRectF(left, r.top() + 22, 32, 7), Role::Text);
    roundedBox(painter, QRectF(left, r.top() + 38, r.right() - left - 10, r.height() - 50), 3,
               tokenColor(Role::Surface, scheme), tokenColor(Role::Border, scheme));
}

} // namespace

ThemeChoiceButton::ThemeChoiceButton(Shows shows, QWidget* parent)
    : QAbstractButton(parent)
    , m_shows(shows)
{
    installAccessibility();
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setRing(this, Ring::Outer);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ThemeChoiceButton::sizeHint() const
{
    const int words = textWidth(TextStyle::Body, text()) + themeRadio + Space::sm;
    return {std::max(themePictureWidth, words), themePictureHeight + Space::sm + lineHeight(TextStyle::Body)};
}

void ThemeChoiceButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF picture(0, 0, themePictureWidth, themePictureHeight);
    const QRectF inner = picture.adjusted(2, 2, -2, -2);
    QPainterPath clip;
    clip.addRoundedRect(inner, Radius::control, Radius::control);
    painter.save();
    painter.setClipPath(clip);
    paintScheme(painter, inner, m_shows == Shows::Dark ? Scheme::Dark : Scheme::Light);
    if (m_shows == Shows::Both) {
        painter.setClipRect(QRectF(inner.center().x(), inner.top(), inner.width(), inner.height()), Qt::IntersectClip);
        paintScheme(painter, inner, Scheme::Dark);
    }
    painter.restore();
    const Role outline = isChecked() ? Role::Accent : underMouse() ? Role::Text : Role::BorderStrong;
    roundedBox(painter, picture, Radius::control, QColor(), color(outline), isChecked() ? 2 : 1);

    const qreal y = themePictureHeight + Space::sm;
    const QRectF mark(0, y + 2, themeRadio, themeRadio);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(isChecked() ? Role::Accent : Role::BorderStrong), 1));
    painter.setBrush(color(Role::Surface));
    painter.drawEllipse(mark.adjusted(0.5, 0.5, -0.5, -0.5));
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::Accent));
        painter.drawEllipse(mark.adjusted(4, 4, -4, -4));
    }
    drawLine(painter, QRectF(themeRadio + Space::sm, y, width() - themeRadio - Space::sm, lineHeight(TextStyle::Body)),
             TextStyle::Body, color(Role::Text), text());
}

} // namespace valv::views
