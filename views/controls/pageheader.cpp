// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/pageheader.h"

#include "controls/label.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace valv::views {

namespace {

constexpr int titleLine = 24;
constexpr int titleBlock = Size::title - Space::xs; // with the breadcrumb above: 80, then the line

class TitleMark : public QWidget
{
public:
    TitleMark(const Icon& name, QWidget* parent)
        : QWidget(parent)
        , m_icon(name)
    {
        setFixedSize(Size::iconTitle, titleBlock - Space::xs);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_icon, Role::Accent, Size::iconTitle);
    }

private:
    const Icon& m_icon;
};

} // namespace

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent)
    , m_breadcrumb(new Breadcrumb(this))
    , m_title(new Label(LabelKind::Title, QString(), this))
    , m_caption(new Label(LabelKind::Caption, QString(), this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, Space::xs, 0, 1);
    outer->setSpacing(0);
    outer->addWidget(m_breadcrumb);
    m_row = new QHBoxLayout;
    m_row->setContentsMargins(Size::contentMargin, 0, Size::contentMargin, 0);
    m_row->setSpacing(Space::md);
    m_mark = new TitleMark(m_icon, this);
    m_row->addWidget(m_mark, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setContentsMargins(0, 0, 0, Space::xs);
    texts->setSpacing(0);
    m_title->setFixedHeight(titleLine);
    m_caption->setFixedHeight(16);
    texts->addWidget(m_title);
    texts->addWidget(m_caption);
    m_row->addLayout(texts);
    m_row->addSpacing(Space::sm);
    m_row->addStretch(1);
    outer->addLayout(m_row);
    m_title->setFocusPolicy(Qt::NoFocus);
    setFixedHeight(Space::xs + Size::breadcrumb + titleBlock + 1);
}

void PageHeader::setTitle(Icon icon, const QString& title, const QString& caption)
{
    m_icon = icon;
    m_title->setText(title);
    m_caption->setText(caption);
    setAccessibleName(title);
    setAccessibleDescription(caption);
    m_mark->update();
}

void PageHeader::setBreadcrumb(const QVector<Breadcrumb::Part>& parts)
{
    m_breadcrumb->setParts(parts);
}

void PageHeader::addWidget(QWidget* widget)
{
    m_row->insertWidget(m_row->count() - 1, widget, 0, Qt::AlignVCenter);
}

void PageHeader::setMargin(int px)
{
    m_breadcrumb->setMargin(px);
    m_row->setContentsMargins(px, 0, px, 0);
}

void PageHeader::focusTitle()
{
    m_title->setFocusPolicy(Qt::TabFocus);
    m_title->setFocus(Qt::OtherFocusReason);
    m_title->setFocusPolicy(Qt::ClickFocus);
}

QString PageHeader::title() const
{
    return m_title->text();
}

void PageHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    hline(painter, QRectF(0, height() - 1, width(), 1), color(Role::Border));
}

} // namespace valv::views
