// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaulttagspage.h"

#include "controls/button.h"
#include "controls/card.h"
#include "controls/messagebar.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "vaults/tagseditor.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

VaultTagsPage::VaultTagsPage(const Context& context, const Route& route, QWidget* parent)
    : VaultPage(context, route, parent)
{
    m_message = new MessageBar(MessageKind::Error);
    m_message->setObjectName(QStringLiteral("tags.message"));
    m_message->hide();
    body()->addWidget(m_message);
    m_card = new Card;
    m_intro = new Label(LabelKind::Secondary);
    m_intro->setWordWrap(true);
    m_card->add(m_intro);
    m_editor = new TagsEditor;
    m_card->add(m_editor);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Space::sm);
    m_save = new Button(ButtonKind::Primary, {});
    m_save->setObjectName(QStringLiteral("tags.save"));
    m_discard = new Button;
    m_discard->setObjectName(QStringLiteral("tags.discard"));
    buttons->addWidget(m_save);
    buttons->addWidget(m_discard);
    buttons->addStretch(1);
    m_card->body()->addLayout(buttons);
    body()->addWidget(m_card);
    connect(m_editor, &TagsEditor::changed, this, &VaultTagsPage::updateButtons);
    connect(m_save, &QAbstractButton::clicked, this, &VaultTagsPage::save);
    connect(m_discard, &QAbstractButton::clicked, this, &VaultTagsPage::discard);
    connect(m_message, &MessageBar::actionTriggered, this, &VaultTagsPage::save);
    begin();
}

void VaultTagsPage::focusFirst()
{
    m_editor->focusFirst();
}

QString VaultTagsPage::partTitle() const
{
    return tr("Tags");
}

QString VaultTagsPage::unsaved() const
{
    return isDirty() ? tr("The tags have been changed and not saved.") : QString();
}

bool VaultTagsPage::isDirty() const
{
    return m_taken && m_editor->tags() != m_saved;
}

//! What a person is changing is not overwritten by a refresh.
void VaultTagsPage::update()
{
    if (!isDirty() && !m_running) {
        m_taken = true;
        m_saved = vault()->tags;
        m_editor->setTags(m_saved);
    }
    updateButtons();
}

void VaultTagsPage::updateButtons()
{
    m_save->setReason(isDirty() ? QString() : tr("Nothing has been changed."));
    m_save->setEnabled(isDirty() && !m_running);
    m_discard->setEnabled(isDirty() && !m_running);
}

void VaultTagsPage::save()
{
    if (!m_editor->finish() || !isDirty() || m_running) {
        return;
    }
    m_running = true;
    m_message->hide();
    updateButtons();
    contract::VaultPatch patch;
    patch.tags = m_editor->tags();
    whenDone(context().session.vaults().patch(vaultId(), patch), this,
             [this, tags = m_editor->tags()](const auto& result) {
                 m_running = false;
                 if (result) {
                     m_saved = tags;
                 } else {
                     const auto text = presentation::ErrorText::of(result.error(), context().language.locale());
                     m_message->setMessage(MessageKind::Error, tr("The tags could not be saved."), text.sentence());
                     m_message->setAction(tr("Try again"));
                     m_message->show();
                 }
                 updateButtons();
             });
}

void VaultTagsPage::discard()
{
    m_editor->setTags(m_saved);
    m_message->hide();
    update();
}

void VaultTagsPage::retranslate()
{
    m_card->setTitle(tr("Tags"));
    m_intro->setText(tr("Tags are names and values of your own, for finding vaults in lists and for reports."));
    m_save->setText(tr("Save"));
    m_discard->setText(tr("Discard"));
}

} // namespace valv::views
