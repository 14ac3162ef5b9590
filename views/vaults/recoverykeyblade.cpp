// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/recoverykeyblade.h"

#include "controls/button.h"
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/statustext.h"
#include "core/whendone.h"
#include "frame/savetext.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "theme/fonts.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

namespace {

//! As it is compared: case, spaces and hyphens do not matter.
QString bare(const QString& key)
{
    QString plain;
    for (const QChar c : key) {
        if (c.isLetterOrNumber()) {
            plain.append(c.toUpper());
        }
    }
    return plain;
}

} // namespace

RecoveryKeyBlade::RecoveryKeyBlade(const Context& context, const ArmId& vault, bool isNew, QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_vault(vault)
    , m_isNew(isNew)
{
    setObjectName(QStringLiteral("recoveryKey"));
    m_why = new MessageBar(MessageKind::Warning);
    add(m_why);
    m_problem = new MessageBar(MessageKind::Error);
    m_problem->setObjectName(QStringLiteral("recoveryKey.problem"));
    m_problem->hide();
    add(m_problem);
    m_shown = new QLineEdit;
    m_shown->setObjectName(QStringLiteral("recoveryKey.key"));
    m_shown->setReadOnly(true);
    m_shown->setFont(views::font(TextStyle::Mono));
    m_keyField = new Field({}, m_shown);
    add(m_keyField);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Space::sm);
    m_copy = new Button;
    m_copy->setObjectName(QStringLiteral("recoveryKey.copy"));
    m_copy->setIcon(Icon::Copy);
    m_save = new Button;
    m_save->setObjectName(QStringLiteral("recoveryKey.save"));
    m_save->setIcon(Icon::Save);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    m_done = new StatusText;
    m_done->setObjectName(QStringLiteral("recoveryKey.done"));
    m_done->setWordWrap(true);
    m_done->hide();
    add(m_done);
    m_typed = new QLineEdit;
    m_typed->setObjectName(QStringLiteral("recoveryKey.typed"));
    m_typed->setFont(views::font(TextStyle::Mono));
    m_typedField = new Field({}, m_typed);
    add(m_typedField);
    m_checked = new StatusText;
    m_checked->setObjectName(QStringLiteral("recoveryKey.checked"));
    m_checked->setWordWrap(true);
    m_typedField->addBelow(m_checked);
    body()->addStretch(1);
    setButtons({});
    footer()->primary()->setObjectName(QStringLiteral("recoveryKey.submit"));

    connect(m_copy, &QAbstractButton::clicked, this, &RecoveryKeyBlade::copy);
    connect(m_save, &QAbstractButton::clicked, this, &RecoveryKeyBlade::save);
    connect(m_problem, &MessageBar::actionTriggered, this, [this] {
        m_shown->setFocus(Qt::OtherFocusReason); // the bar goes, with the focus
        ask();
    });
    connect(m_typed, &QLineEdit::textEdited, this, [this] { m_typedField->setError({}); });
    connect(this, &Blade::submitted, this, &RecoveryKeyBlade::check);
    ask();
}

void RecoveryKeyBlade::ask()
{
    m_error.reset();
    retranslate();
    whenDone(m_context.session.vaults().recoveryKey(m_vault), this, [this](const Result<QString>& key) {
        if (key) {
            m_key = *key;
        } else {
            m_error = key.error();
        }
        retranslate();
    });
}

void RecoveryKeyBlade::say(StatusKind kind, const QString& text)
{
    m_done->setStatus(kind, text);
    m_done->show();
}

void RecoveryKeyBlade::copy()
{
    QApplication::clipboard()->setText(m_key);
    say(StatusKind::Ok, tr("The key is on the clipboard. Paste it into a password manager, and clear the clipboard."));
}

QString RecoveryKeyBlade::sheet() const
{
    const auto* vault = m_context.session.vaults().find(m_vault);
    QStringList lines{tr("Recovery key of a Valv vault"),
                      {},
                      tr("Vault: %1").arg(m_vault.name()),
                      tr("Resource group: %1").arg(m_vault.resourceGroup())};
    if (vault != nullptr && !vault->folder.isEmpty()) {
        lines.append(tr("Folder: %1").arg(vault->folder));
    }
    lines +=
        {tr("Written: %1").arg(m_context.language.format().date(m_context.language.format().now())),
         {},
         m_key,
         {},
         tr("Who has this key and the vault's folder can read everything in the vault. Keep the sheet apart from "
            "the computer that makes the backups."),
         tr("To restore on another computer: copy the vault's folder there, put the key alone into a file, and run"),
         QStringLiteral("    valvd vault list --location FOLDER --key-file FILE"),
         QStringLiteral("    valvd vault restore --location FOLDER --key-file FILE --point latest --to FOLDER"),
         {}};
    return lines.join(QLatin1Char('\n'));
}

void RecoveryKeyBlade::save()
{
    saveText(this, tr("Save the recovery key"), tr("recovery-key-%1.txt").arg(m_vault.name()), sheet(),
             [this](const QString& file, const QString& problem) {
                 say(problem.isEmpty() ? StatusKind::Ok : StatusKind::Failed,
                     problem.isEmpty() ? tr("The key is saved in %1.").arg(file) : problem);
             });
}

void RecoveryKeyBlade::check()
{
    if (m_key.isEmpty()) {
        return;
    }
    const QString typed = bare(m_typed->text());
    if (typed != bare(m_key)) {
        m_typedField->setError(typed.isEmpty()
                                   ? tr("Type the key as you have written it down.")
                                   : tr("This is not the key. Compare it sign by sign with what is shown."));
        m_typedField->focusControl();
        return;
    }
    m_context.settings.setRecoveryKeyChecked(m_vault.text(), m_context.language.format().now());
    m_typed->clear();
    showChecked();
}

void RecoveryKeyBlade::showChecked()
{
    const auto checked = m_context.settings.recoveryKeyChecked(m_vault.text());
    m_checked->setVisible(checked.isValid());
    m_checked->setStatus(StatusKind::Ok,
                         tr("The key was typed correctly on %1.").arg(m_context.language.format().date(checked)));
}

void RecoveryKeyBlade::retranslate()
{
    setTitle(m_isNew ? tr("The vault has been created: keep its key") : tr("Recovery key"));
    setCaption(m_vault.name());
    m_why->setMessage(
        MessageKind::Warning, tr("Nobody can restore the key for you."),
        tr("It opens the vault when this computer is lost. Who has it can read everything in the vault."));
    m_keyField->setLabel(tr("Recovery key"));
    m_shown->setText(m_key);
    m_shown->setCursorPosition(0);
    m_shown->setPlaceholderText(m_error ? QString() : tr("Loading…"));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the recovery key"));
    m_save->setText(tr("Save to file…"));
    const auto unknown = !m_key.isEmpty() ? QString()
        : m_error                         ? tr("The key is not known.")
                                          : tr("The key is being read.");
    m_copy->setReason(unknown);
    m_save->setReason(unknown);
    m_typedField->setLabel(tr("&Type the key to test what you have kept"));
    m_typedField->setHint(
        tr("From your paper or password manager, not from above. Case, spaces and hyphens do not matter."));
    setButtons(tr("Test the key"));
    footer()->primary()->setReason(unknown);
    if (m_error) {
        const auto text = presentation::ErrorText::of(*m_error, m_context.language.locale());
        m_problem->setMessage(MessageKind::Error, tr("The recovery key could not be read."), text.sentence());
        m_problem->setAction(tr("Try again"));
    }
    m_problem->setVisible(m_error.has_value());
    showChecked();
}

void RecoveryKeyBlade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Blade::changeEvent(event);
}

} // namespace valv::views
