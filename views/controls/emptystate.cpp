// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/emptystate.h"

#include "controls/label.h"
#include "theme/painting.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace valv::views {

namespace {

class BigIcon : public QWidget
{
public:
    BigIcon(const Icon& name, QWidget* parent)
        : QWidget(parent)
        , m_icon(name)
    {
        setFixedHeight(Size::control);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_icon, Role::Secondary, Size::control);
    }

private:
    const Icon& m_icon;
};

constexpr int textMaximum = 400;

} // namespace

EmptyState::EmptyState(Icon icon, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_icon(icon)
{
    m_mark = new BigIcon(m_icon, this);
    m_title = new Label(LabelKind::Strong, title, this);
    m_title->setAlignment(Qt::AlignHCenter);
    m_text = new Label(LabelKind::Secondary, text, this);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(textMaximum);
    m_layout->setContentsMargins(Space::lg, Space::xl, Space::lg, Space::xl);
    m_layout->setSpacing(Space::xs);
    m_layout->addStretch(1);
    m_layout->addWidget(m_mark);
    m_layout->addSpacing(Space::sm);
    m_layout->addWidget(m_title);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addStretch(1);
    row->addWidget(m_text, 100);
    row->addStretch(1);
    m_layout->addLayout(row);
    m_layout->addStretch(1);
    setTexts(icon, title, text);
}

void EmptyState::setTexts(Icon icon, const QString& title, const QString& text)
{
    m_icon = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    m_mark->update();
}

Button* EmptyState::setButton(const QString& text, ButtonKind kind)
{
    if (!m_button) {
        m_button = new Button(kind, text, this);
        setSmall(m_button);
        m_layout->insertSpacing(m_layout->count() - 1, Space::sm);
        m_layout->insertWidget(m_layout->count() - 1, m_button, 0, Qt::AlignHCenter);
    }
    m_button->setKind(kind);
    m_button->setText(text);
    return m_button;
}

} // namespace valv::views
