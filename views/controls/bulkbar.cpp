// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/bulkbar.h"

#include "controls/action.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyleOption>

namespace valv::views {

BulkBar::BulkBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new Label(LabelKind::Strong, QString(), this))
    , m_clear(new LinkButton(QString(), this))
{
    setFixedHeight(Size::bulkBar + Space::xs);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(37, 0, Space::md, 0);
    layout->setSpacing(Space::sm);
    m_commands = new QHBoxLayout;
    m_commands->setSpacing(Space::sm);
    m_commands->setContentsMargins(Space::sm, 0, 0, 0);
    m_clear->setLinkIcon(Icon::Close);
    m_clear->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addWidget(m_text);
    layout->addLayout(m_commands);
    layout->addStretch(1);
    layout->addWidget(m_clear);
    connect(m_clear, &QAbstractButton::clicked, this, &BulkBar::cleared);
    retranslate();
    hide();
}

void BulkBar::setCount(int count)
{
    m_count = count;
    setVisible(count > 0);
    retranslate();
}

Button* BulkBar::addCommand(QAction* action)
{
    auto* button = new Button(actionKind(action) == ActionKind::Primary           ? ButtonKind::Primary
                                  : actionKind(action) == ActionKind::Destructive ? ButtonKind::Danger
                                                                                  : ButtonKind::Standard,
                              action->text(), this);
    setSmall(button);
    button->bindAction(action);
    m_commands->addWidget(button);
    setTabOrder(button, m_clear); // from left to right
    return button;
}

void BulkBar::retranslate()
{
    m_text->setText(tr("%n selected", nullptr, m_count));
    m_clear->setText(tr("Clear", "the selection"));
    m_clear->updateGeometry();
}

void BulkBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void BulkBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Selected));
    hline(painter, QRectF(0, height() - 1, width(), 1), color(Role::Border));
    QStyleOption mark;
    mark.initFrom(this);
    mark.state |= QStyle::State_On;
    mark.rect = QRect(Space::md, (height() - Size::checkbox) / 2, Size::checkbox, Size::checkbox);
    style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &mark, &painter, this);
}

} // namespace valv::views
