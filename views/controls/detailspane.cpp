// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/detailspane.h"

#include "controls/blade.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/label.h"
#include "controls/topcolumn.h"
#include "theme/painting.h"
#include "theme/theme.h"
#include "theme/valvstyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace valv::views {

DetailsPane::DetailsPane(QWidget* parent)
    : QWidget(parent)
    , m_header(new QWidget(this))
    , m_title(new Label(LabelKind::Section, QString(), m_header))
    , m_caption(new Label(LabelKind::Caption, QString(), m_header))
    , m_close(new IconButton(Icon::Close, tr("Close"), m_header))
    , m_tools(new QHBoxLayout)
{
    setFixedWidth(Size::detailsPane);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->setSpacing(0);
    auto* column = new QVBoxLayout(m_header);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new QHBoxLayout;
    header->setContentsMargins(Space::xl - 1, Space::md, Space::md, Space::md);
    header->setSpacing(0);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_caption);
    header->addLayout(texts, 1);
    m_tools->setSpacing(0);
    header->addLayout(m_tools);
    header->addWidget(m_close);
    column->addLayout(header);
    column->addWidget(new Divider(this));
    outer->addWidget(m_header);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    setBarInMargin(scroll);
    scroll->viewport()->setAutoFillBackground(false);
    auto* content = new QWidget;
    m_body = new TopColumn(content);
    m_body->setContentsMargins(Space::xl - 1, Space::lg, Space::xl, Space::lg);
    m_body->setSpacing(Space::lg);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget turned it on
    outer->addWidget(scroll, 1);
    connect(m_close, &QAbstractButton::clicked, this, &DetailsPane::closeRequested);
}

void DetailsPane::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
    Q_EMIT titleChanged();
}

QString DetailsPane::title() const
{
    return m_title->text();
}

QString DetailsPane::caption() const
{
    return m_caption->text();
}

void DetailsPane::fill(Blade& blade)
{
    m_header->hide();
    setMinimumWidth(0);
    setMaximumWidth(QWIDGETSIZE_MAX);
    blade.setBodyPadding(0, 0);
    blade.add(this);
    for (auto* tool : m_ownTools) {
        blade.addHeaderWidget(tool);
    }
    const auto follow = [this, &blade] {
        blade.setTitle(title());
        blade.setCaption(caption());
    };
    connect(this, &DetailsPane::titleChanged, &blade, follow);
    connect(this, &DetailsPane::closeRequested, &blade, &Blade::closeBlade);
    follow();
}

void DetailsPane::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    Q_EMIT titleChanged();
}

void DetailsPane::addTool(QWidget* tool)
{
    m_ownTools.append(tool);
    m_tools->addWidget(tool);
}

void DetailsPane::add(QWidget* widget)
{
    m_body->addWidget(widget);
}

void DetailsPane::addDivider()
{
    m_body->addWidget(new Divider(this));
}

void DetailsPane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Surface));
    vline(painter, rect(), color(Role::Border));
}

void DetailsPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

void DetailsPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_close->setName(tr("Close"));
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
