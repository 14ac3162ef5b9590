// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/attachvaultblade.h"

#include "contract/vault.h"
#include "controls/button.h"
#include "controls/field.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "presentation/app/language.h"
#include "presentation/app/notifications.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ErrorText;
using presentation::Notification;
using presentation::NotificationState;
using presentation::Phrase;

AttachVaultBlade::AttachVaultBlade(const Context& context, QWidget* window)
    : FormBlade(context, QStringLiteral("attach"), window)
    , m_what(new Label(LabelKind::Secondary))
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
    m_folder->setObjectName(QStringLiteral("attach.folder"));
    m_key->setObjectName(QStringLiteral("attach.key"));
    m_name->setObjectName(QStringLiteral("attach.name"));
    m_group->setObjectName(QStringLiteral("attach.group"));
    m_browse->setObjectName(QStringLiteral("attach.browse"));
    m_folderField->setRequired(true);
    m_keyField->setRequired(true);
    m_folderField->addBeside(m_browse);
    // The folders of another computer cannot be looked into from here.
    m_browse->setVisible(!context.session.capabilities().remote);
    add(m_what);
    for (Field* field : {m_folderField, m_keyField, m_nameField, m_groupField}) {
        add(field);
        summary()->addField(field);
    }
    for (QLineEdit* edit : {m_folder, m_key, m_name, m_group}) {
        connect(edit, &QLineEdit::textChanged, this, &AttachVaultBlade::changed);
    }
    connect(m_browse, &QAbstractButton::clicked, this, &AttachVaultBlade::browse);
    retranslate();
}

bool AttachVaultBlade::isDirty() const
{
    return !m_folder->text().isEmpty() || !m_key->text().isEmpty() || !m_name->text().isEmpty()
        || !m_group->text().isEmpty();
}

void AttachVaultBlade::showErrors(bool all)
{
    const QString folder = m_folder->text().trimmed();
    m_folderField->setError(!all && !m_folderField->hasError()  ? QString()
                                : folder.isEmpty()              ? tr("Type the vault's folder.")
                                : !QDir::isAbsolutePath(folder) ? tr("Type the whole path of a folder, from / on.")
                                                                : QString());
    const bool keyJudged = all || m_keyField->hasError();
    m_keyField->setError(keyJudged && m_key->text().trimmed().isEmpty() ? tr("Type the vault's recovery key.")
                                                                        : QString());
    m_nameField->setError({}); // what the engine refused may be right by now
    m_groupField->setError({});
}

void AttachVaultBlade::submit()
{
    if (!isReady()) {
        return;
    }
    const QString subscription = context().session.subscriptions().subscriptionIds().value(0);
    client::AttachVault vault;
    vault.folder = QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
    vault.recoveryKey = m_key->text().trimmed();
    vault.name = m_name->text().trimmed();
    vault.resourceGroup = m_group->text().trimmed();
    send({[] { return tr("Reading the vault …"); }, [] { return tr("The vault could not be attached."); },
          [this] { submit(); }},
         context().session.vaults().attach(subscription, vault),
         [this](const contract::Vault& stands) { tell(stands); });
}

void AttachVaultBlade::tell(const contract::Vault& vault)
{
    Notification note;
    note.state = NotificationState::Succeeded;
    note.title =
        Phrase("valv::views::AttachVaultBlade",
               QT_TRANSLATE_NOOP("valv::views::AttachVaultBlade", "The vault %1 has been attached"), {vault.name});
    note.body =
        Phrase("valv::views::AttachVaultBlade",
               QT_TRANSLATE_NOOP("valv::views::AttachVaultBlade",
                                 "Its policies, items and recovery points are here; schedules count from now."));
    note.target = vault.id;
    context().notifications.add(note);
    Q_EMIT attached(vault.id);
    leave();
}

bool AttachVaultBlade::showRefusal(const Error& error)
{
    const QString code = QString::fromStdString(error.code);
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
        field->setError(ErrorText::of(error, context().language.locale()).sentence());
        field->focusControl();
    }
    return field != nullptr;
}

void AttachVaultBlade::browse()
{
    auto* dialog = new QFileDialog(this, tr("Vault folder"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_folder,
            [this](const QString& path) { m_folder->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void AttachVaultBlade::retranslate()
{
    setTitle(tr("Attach a vault"));
    const QString host = context().session.capabilities().hostName;
    m_what->setText(
        tr("A vault's folder from another computer is read where it is, with its policies, items and recovery "
           "points. Only one computer may work with a folder: attach a copy, or detach it elsewhere first."));
    m_folderField->setLabel(context().session.capabilities().remote ? tr("&Folder on %1").arg(host)
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
    FormBlade::retranslate();
}

} // namespace valv::views
