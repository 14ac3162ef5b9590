// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/columns.h"

#include "theme/tokens.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

Columns::Columns(int firstShare, int secondShare, QWidget* parent)
    : QWidget(parent)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_first(new QVBoxLayout)
    , m_second(new QVBoxLayout)
{
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(Size::tileGap);
    for (auto* column : {m_first, m_second}) {
        column->setSpacing(Size::tileGap);
    }
    m_columns->addLayout(m_first, firstShare);
    m_columns->addLayout(m_second, secondShare);
}

void Columns::setStacked(bool stacked)
{
    m_columns->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    follow();
}

bool Columns::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        follow();
    }
    return done;
}

bool Columns::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scrolled && event->type() == QEvent::Move) {
        follow();
    }
    return QWidget::eventFilter(watched, event);
}

void Columns::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    for (auto* each = parentWidget(); m_scrolled == nullptr && each != nullptr; each = each->parentWidget()) {
        auto* area = qobject_cast<QScrollArea*>(each);
        if (area != nullptr) {
            m_scrolled = area->widget();
            m_scrolled->installEventFilter(this);
        }
    }
    follow();
}

//! The margin above the second column is what is scrolled away, as far as the first reaches.
void Columns::follow()
{
    const int before = m_second->contentsMargins().top();
    int above = 0;
    if (m_scrolled != nullptr && m_columns->direction() == QBoxLayout::LeftToRight) {
        const auto* seen = m_scrolled->parentWidget();
        const int width = m_second->geometry().width();
        const int high =
            (m_second->hasHeightForWidth() ? m_second->heightForWidth(width) : m_second->sizeHint().height()) - before;
        if (high + 2 * Space::lg <= seen->height()) {
            above = std::clamp(-mapTo(seen, QPoint()).y() + Space::lg, 0, std::max(0, height() - high));
        }
    }
    if (above != before) {
        m_second->setContentsMargins(0, above, 0, 0);
        m_columns->activate();
    }
}

} // namespace valv::views
