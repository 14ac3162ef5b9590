// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/keyhint.h"

#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>

namespace valv::views {

namespace {

constexpr int keyHeight = 18;
constexpr int keyPadding = 6;
constexpr int keyGap = 4;

int keyWidth(const QString& key)
{
    return std::max(22, textWidth(TextStyle::Axis, key) + 2 * keyPadding);
}

} // namespace

KeyHint::KeyHint(const QStringList& keys, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_keys(keys)
    , m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyHint::setHint(const QStringList& keys, const QString& text)
{
    m_keys = keys;
    m_text = text;
    updateGeometry();
    update();
}

QSize KeyHint::sizeHint() const
{
    int width = m_text.isEmpty() ? 0 : textWidth(TextStyle::Caption, m_text) + 1;
    for (const QString& key : m_keys) {
        width += keyWidth(key) + keyGap;
    }
    return {width, 20};
}

void KeyHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    qreal x = 0;
    for (const QString& key : m_keys) {
        const QRectF box(x, (height() - keyHeight) / 2, keyWidth(key), keyHeight);
        roundedBox(painter, box, 3, color(Role::Surface), color(Role::BorderStrong));
        drawLine(painter, box, TextStyle::Axis, color(Role::Secondary), key, Qt::AlignHCenter);
        x += box.width() + keyGap;
    }
    drawLine(painter, QRectF(x, 0, width() - x, height()), TextStyle::Caption, color(Role::Secondary), m_text);
}

} // namespace valv::views
