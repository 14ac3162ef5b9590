// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/searchfield.h"

#include "theme/fonts.h"
#include "theme/valvstyle.h"

#include <QAction>
#include <QKeyEvent>

namespace valv::views {

SearchField::SearchField(const QString& placeholder, QWidget* parent, Icon icon)
    : QLineEdit(parent)
{
    setSmall(this);
    setFont(views::font(TextStyle::Caption));
    setHint(placeholder);
    addAction(views::icon(icon, Role::Secondary), LeadingPosition)->setEnabled(false);
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
