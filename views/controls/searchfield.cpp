// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/searchfield.h"

#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/valvstyle.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

namespace valv::views {

namespace {

constexpr int iconLeft = 9;
constexpr int textBehindIcon = 22;

} // namespace

SearchField::SearchField(const QString& placeholder, QWidget* parent, Icon icon)
    : QLineEdit(parent)
    , m_icon(icon)
{
    setSmall(this);
    setFont(views::font(TextStyle::Caption));
    setHint(placeholder);
    setTextMargins(textBehindIcon, 0, 0, 0);
    m_clear = addAction(views::icon(Icon::Close, Role::Secondary), TrailingPosition);
    m_clear->setText(tr("Clear"));
    m_clear->setVisible(false);
    connect(m_clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, m_clear,
            [this](const QString& text) { m_clear->setVisible(!text.isEmpty()); });
    setMinimumWidth(120);
}

void SearchField::setHint(const QString& placeholder)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    if (m_clear) {
        m_clear->setText(tr("Clear"));
    }
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    paintIcon(painter, QRectF(iconLeft, 0, Size::iconSmall, height()), m_icon,
              isEnabled() ? Role::Secondary : Role::Disabled);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        Q_EMIT moveToList();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace valv::views
