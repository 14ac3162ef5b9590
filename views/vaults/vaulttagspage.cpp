// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaulttagspage.h"

#include "controls/azcopy.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/messagebar.h"
#include "frame/formsending.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "vaults/tagseditor.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

VaultTagsPage::VaultTagsPage(const Context& context, const Route& route, QWidget* parent)
    : VaultPage(context, route, parent)
{
    auto* message = new MessageBar(MessageKind::Error);
    message->setObjectName(QStringLiteral("tags.message"));
    body()->addWidget(message);
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
    setAzMenu(m_save, [this] {
        return isDirty() ? AzLine(presentation::az::setTags(vaultId(), m_editor->tags()))
                         : AzLine::missing(tr("Nothing has been changed."));
    });
    connect(m_discard, &QAbstractButton::clicked, this, &VaultTagsPage::discard);
    m_sending = new FormSending(context, this, m_editor, message);
    m_sending->setDeed(presentation::Deed::ChangeVault, [this] { return vaultId(); });
    connect(m_sending, &FormSending::changed, this, &VaultTagsPage::updateButtons);
    m_sending->setAnswers({{},
                           [] { return tr("Somebody else has changed the vault meanwhile."); },
                           [this](bool drop) { readTheirs(drop); }});
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
    return m_taken && (m_editor->tags() != m_saved || m_editor->isPending());
}

//! What a person is changing is not overwritten by a refresh.
void VaultTagsPage::update()
{
    const auto& theirs = *vault();
    if (!isDirty() && !m_sending->isSending()) {
        m_taken = true;
        m_saved = theirs.tags;
        m_editor->setTags(m_saved);
    }
    if (theirs.tags == m_saved) { // else somebody has changed them while they were changed here, and saving says so
        m_etag = theirs.etag;
    }
    updateButtons();
}

void VaultTagsPage::updateButtons()
{
    m_sending->show(*m_save, isDirty() ? QString() : tr("Nothing has been changed."));
    m_discard->setReason(m_sending->isSending() ? tr("The tags are being saved.")
                             : isDirty()        ? QString()
                                                : tr("Nothing has been changed."));
}

void VaultTagsPage::save()
{
    if (!m_editor->finish() || !isDirty() || m_sending->isSending()) {
        return;
    }
    contract::VaultPatch patch;
    patch.tags = m_editor->tags();
    m_sending->send(
        {[] { return tr("Saving…"); }, [] { return tr("The tags could not be saved."); }, [this] { save(); }},
        context().session.vaults().patch(vaultId(), patch, m_etag),
        [this, tags = m_editor->tags()](const contract::Vault&) {
            m_saved = tags;
            updateButtons();
        });
}

//! \param drop what has been changed here
void VaultTagsPage::readTheirs(bool drop)
{
    whenDone(context().session.vaults().read(vaultId()), this, [this, drop](const Result<contract::Vault>& theirs) {
        if (!theirs || m_sending->isSending()) {
            return; // it stays said, and can be tried again
        }
        m_etag = theirs->etag;
        if (drop) {
            m_saved = theirs->tags;
            discard();
        }
    });
}

void VaultTagsPage::discard()
{
    m_editor->forgetPending();
    m_editor->setTags(m_saved);
    m_sending->forget();
    update();
}

void VaultTagsPage::retranslate()
{
    m_card->setTitle(tr("Tags"));
    m_intro->setText(tr("Tags are names and values of your own, for finding vaults in lists and for reports."));
    m_save->setText(tr("Save"));
    m_discard->setText(tr("Discard"));
    m_sending->retranslate();
}

} // namespace valv::views
