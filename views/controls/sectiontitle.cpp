// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/sectiontitle.h"

#include "controls/label.h"
#include "theme/painting.h"

#include <QHBoxLayout>
#include <QPainter>

namespace valv::views {
namespace {

//! Drawn, not a pixmap: it follows the theme by itself.
class SectionMark : public QWidget
{
public:
    explicit SectionMark(Icon icon)
        : m_icon(icon)
    {
        setFixedSize(Size::iconSmall, Size::icon);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        paintIcon(painter, rect(), m_icon, isEnabled() ? Role::Accent : Role::Disabled);
    }

private:
    Icon m_icon;
};

} // namespace

SectionTitle::SectionTitle(Icon icon, QWidget* parent)
    : QWidget(parent)
    , m_text(new Label(LabelKind::Strong))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    layout->addWidget(new SectionMark(icon));
    layout->addWidget(m_text, 1);
}

void SectionTitle::setText(const QString& text)
{
    m_text->setText(text);
}

} // namespace valv::views
