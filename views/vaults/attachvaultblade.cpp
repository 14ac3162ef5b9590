// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/attachvaultblade.h"

#include "contract/vault.h"
#include "controls/button.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/app/notifications.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ErrorText;
using presentation::Notification;
using presentation::NotificationState;
using presentation::Phrase;

AttachVaultBlade::AttachVaultBlade(const Context& context, QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_what(new Label(LabelKind::Secondary))
    , m_failure(new MessageBar(MessageKind::Error))
    , m_folder(new QLineEdit)
    , m_folderField(new Field({}, m_folder))
    , m_browse(new Button)
    , m_key(new QLineEdit)
    , m_keyField(new Field({}, m_key))
    , m_name(new QLineEdit)
    , m_nameField(new Field({}, m_name))
    , m_group(new QLineEdit)
    , m_groupField(new Field({}, m_group))
{
    setObjectName(QStringLiteral("attachVaultBlade"));
    m_what->setWordWrap(true);
    m_failure->hide();
    m_folder->setObjectName(QStringLiteral("attach.folder"));
    m_key->setObjectName(QStringLiteral("attach.key"));
    m_name->setObjectName(QStringLiteral("attach.name"));
    m_group->setObjectName(QStringLiteral("attach.group"));
    m_browse->setObjectName(QStringLiteral("attach.browse"));
    m_folderField->setRequired(true);
    m_keyField->setRequired(true);
    m_folderField->addBeside(m_browse);
    // The folders of another computer cannot be looked into from here.
    m_browse->setVisible(!m_context.session.capabilities().remote);
    add(m_failure);
    add(m_what);
    for (Field* field : {m_folderField, m_keyField, m_nameField, m_groupField}) {
        add(field);
    }
    for (QLineEdit* edit : {m_folder, m_key, m_name, m_group}) {
        connect(edit, &QLineEdit::textEdited, this, [this] {
            m_error.reset();
            m_failure->hide();
            (void)validate();
        });
    }
    connect(m_browse, &QAbstractButton::clicked, this, &AttachVaultBlade::browse);
    connect(this, &Blade::submitted, this, &AttachVaultBlade::submit);
    retranslate();
}

bool AttachVaultBlade::validate()
{
    const QString folder = m_folder->text().trimmed();
    m_folderField->setError(!m_tried                            ? QString()
                                : folder.isEmpty()              ? tr("Type the vault's folder.")
                                : !QDir::isAbsolutePath(folder) ? tr("Type the whole path of a folder, from / on.")
                                                                : QString());
    m_keyField->setError(m_tried && m_key->text().trimmed().isEmpty() ? tr("Type the vault's recovery key.")
                                                                      : QString());
    m_nameField->setError({});
    m_groupField->setError({});
    return !m_folderField->hasError() && !m_keyField->hasError();
}

void AttachVaultBlade::submit()
{
    if (m_sending) {
        return;
    }
    m_tried = true;
    m_error.reset();
    m_failure->hide();
    if (!validate()) {
        (m_folderField->hasError() ? m_folderField : m_keyField)->focusControl();
        return;
    }
    const QString subscription = m_context.session.subscriptions().subscriptionIds().value(0);
    client::AttachVault vault;
    vault.folder = QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
    vault.recoveryKey = m_key->text().trimmed();
    vault.name = m_name->text().trimmed();
    vault.resourceGroup = m_group->text().trimmed();
    m_sending = true;
    footer()->primary()->setEnabled(false);
    footer()->setStatus(StatusKind::Running, tr("Reading the vault …"));
    whenDone(m_context.session.vaults().attach(subscription, vault), this,
             [this](const Result<contract::Vault>& answer) { answered(answer); });
}

void AttachVaultBlade::answered(const Result<contract::Vault>& vault)
{
    m_sending = false;
    footer()->primary()->setEnabled(true);
    footer()->setStatus(StatusKind::None, {});
    if (!vault) {
        m_error = vault.error();
        showError();
        return;
    }
    Notification note;
    note.state = NotificationState::Succeeded;
    note.title =
        Phrase("valv::views::AttachVaultBlade",
               QT_TRANSLATE_NOOP("valv::views::AttachVaultBlade", "The vault %1 has been attached"), {vault->name});
    note.body =
        Phrase("valv::views::AttachVaultBlade",
               QT_TRANSLATE_NOOP("valv::views::AttachVaultBlade",
                                 "Its policies, items and recovery points are here; schedules count from now."));
    note.target = vault->id;
    m_context.notifications.add(note);
    Q_EMIT attached(vault->id);
    closeBlade();
}

//! Beside the field that it is about; above the form when it is about none.
void AttachVaultBlade::showError()
{
    if (!m_error) {
        return;
    }
    const ErrorText text = ErrorText::of(*m_error, m_context.language.locale());
    const QString code = QString::fromStdString(m_error->code);
    Field* field = nullptr;
    if (code == QLatin1String("RecoveryKeyMistyped") || code == QLatin1String("VaultWrongKey")) {
        field = m_keyField;
    } else if (code == QLatin1String("ResourceNameInvalid") || code.startsWith(QLatin1String("ValVaultName"))) {
        field = m_nameField;
    } else if (code.startsWith(QLatin1String("ValResourceGroup"))) {
        field = m_groupField;
    } else if (code == QLatin1String("VaultNotFound") || code == QLatin1String("VaultNotAVault")
               || code == QLatin1String("VaultNoPermission") || code == QLatin1String("VaultFormatTooNew")) {
        field = m_folderField;
    }
    if (field != nullptr) {
        field->setError(text.sentence());
        field->focusControl();
        return;
    }
    m_failure->setMessage(MessageKind::Error, tr("The vault could not be attached."), text.sentence());
    m_failure->setDetail(code);
    m_failure->show();
}

void AttachVaultBlade::browse()
{
    auto* dialog = new QFileDialog(this, tr("Vault folder"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_folder, [this](const QString& path) {
        m_folder->setText(QDir::toNativeSeparators(path));
        (void)validate();
    });
    dialog->open();
}

void AttachVaultBlade::retranslate()
{
    setTitle(tr("Attach a vault"));
    const QString host = m_context.session.capabilities().hostName;
    m_what->setText(
        tr("A vault's folder from another computer is read where it is, with its policies, items and recovery "
           "points. Only one computer may work with a folder: attach a copy, or detach it elsewhere first."));
    m_folderField->setLabel(m_context.session.capabilities().remote ? tr("&Folder on %1").arg(host)
                                                                    : tr("Vault &folder"));
    m_folderField->setHint(tr("The folder that holds valv-vault.json."));
    m_browse->setText(tr("Browse …"));
    m_keyField->setLabel(tr("Recovery &key"));
    m_keyField->setHint(tr("Capitals, spaces and hyphens do not matter."));
    m_nameField->setLabel(tr("&Name here"));
    m_nameField->setHint(tr("Empty: the vault's own name."));
    m_groupField->setLabel(tr("Resource &group"));
    m_groupField->setHint(tr("Empty: the vault's own resource group."));
    setButtons(tr("Attach"));
    footer()->primary()->setObjectName(QStringLiteral("attach.submit"));
    (void)validate();
    showError();
}

void AttachVaultBlade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Blade::changeEvent(event);
}

} // namespace valv::views
