// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/pillgroup.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace valv::views {

PillGroup::PillGroup(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Space::sm);
    m_layout->addStretch(0);
    connect(m_group, &QButtonGroup::idClicked, this, &PillGroup::chosen);
}

void PillGroup::setStretch(bool stretch)
{
    m_stretch = stretch;
    for (int i = 0; i < count(); ++i) {
        pill(i)->setSizePolicy(stretch ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
        m_layout->setStretch(i, stretch ? 1 : 0);
    }
    m_layout->setStretch(count(), stretch ? 0 : 1);
}

Pill* PillGroup::addPill(const QString& text, const QVariant& value)
{
    auto* pill = new Pill(text, this);
    pill->setCheckable(true);
    const int index = count();
    m_layout->insertWidget(index, pill);
    m_group->addButton(pill, index);
    m_data.append(value);
    setStretch(m_stretch);
    return pill;
}

Pill* PillGroup::pill(int index) const
{
    return static_cast<Pill*>(m_group->button(index));
}

int PillGroup::count() const
{
    return static_cast<int>(m_data.size());
}

int PillGroup::currentIndex() const
{
    return m_group->checkedId();
}

void PillGroup::setCurrentIndex(int index)
{
    if (QAbstractButton* button = m_group->button(index)) {
        button->setChecked(true);
    } else if (QAbstractButton* checked = m_group->checkedButton()) {
        m_group->setExclusive(false);
        checked->setChecked(false);
        m_group->setExclusive(true);
    }
}

QVariant PillGroup::currentData() const
{
    return m_data.value(currentIndex());
}

void PillGroup::setCurrentData(const QVariant& value)
{
    setCurrentIndex(static_cast<int>(m_data.indexOf(value)));
}

} // namespace valv::views
