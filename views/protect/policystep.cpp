// SPDX-License-Identifier: GPL-3.0-or-later
#include "protect/policystep.h"

#include "controls/badge.h"
#include "controls/card.h"
#include "controls/field.h"
#include "frame/schedulesnote.h"
#include "policies/policychooser.h"
#include "policies/retentionpreview.h"
#include "presentation/app/language.h"

#include <QBoxLayout>
#include <QEvent>
#include <QResizeEvent>

namespace valv::views {

PolicyStep::PolicyStep(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(Size::tileGap);
    outer->addLayout(m_columns);
    outer->addStretch(1);
    m_chooserCard = new Card;
    m_chooser = new PolicyChooser(context);
    m_chooserCard->add(m_chooser);
    m_keepCard = new Card;
    m_atMost = new Badge(BadgeKind::Neutral);
    m_keepCard->addHeaderWidget(m_atMost);
    m_preview = new RetentionPreview(RetentionPreview::Size::Small);
    m_keepCard->add(m_preview);
    m_keepCard->add(new SchedulesNote(m_context));
    m_columns->addWidget(m_chooserCard, 57, Qt::AlignTop);
    m_columns->addWidget(m_keepCard, 43, Qt::AlignTop);
    connect(m_chooser, &PolicyChooser::changed, this, [this] {
        showPolicy();
        Q_EMIT changed();
    });
    retranslate();
}

void PolicyStep::setVault(const ArmId& vault)
{
    m_chooser->setVault(vault);
}

bool PolicyStep::isLoading() const
{
    return m_chooser->isLoading();
}

std::optional<contract::BackupPolicy> PolicyStep::policy() const
{
    return m_chooser->policy();
}

bool PolicyStep::isNewPolicy() const
{
    return m_chooser->isNewPolicy();
}

bool PolicyStep::isDraft() const
{
    return m_chooser->isDraft();
}

void PolicyStep::policySaved()
{
    m_chooser->policySaved();
}

void PolicyStep::refuseName()
{
    m_chooser->refuseName();
}

Field* PolicyStep::field() const
{
    return m_chooser->field();
}

QString PolicyStep::problemFor(int machines) const
{
    return m_chooser->problemFor(machines);
}

bool PolicyStep::validate(int machines)
{
    return m_chooser->validate(machines);
}

void PolicyStep::showPolicy()
{
    const auto chosen = policy();
    m_keepCard->setVisible(chosen.has_value());
    if (chosen) {
        m_preview->showPolicy(*chosen, m_context.language.format());
        //: a limit: "at most 61 points"
        m_atMost->setText(tr("at most %n point(s)", nullptr, static_cast<int>(m_preview->simulation().pointsAtMost)));
    }
}

void PolicyStep::retranslate()
{
    m_chooserCard->setTitle(tr("2. Backup policy"));
    m_keepCard->setTitle(tr("What this policy keeps"));
    showPolicy();
}

void PolicyStep::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void PolicyStep::resizeEvent(QResizeEvent* event)
{
    const bool narrow = event->size().width() < Size::bladeWide + Size::resourceMenu - 2 * Size::contentMargin;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

} // namespace valv::views
