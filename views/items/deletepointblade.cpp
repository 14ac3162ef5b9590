// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/deletepointblade.h"

#include "contract/names.h"
#include "controls/button.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/formfooter.h"
#include "controls/formsummary.h"
#include "controls/messagebar.h"
#include "core/whendone.h"
#include "items/pointchanges.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"

#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ErrorText;
using presentation::StatusWords;

DeletePointBlade::DeletePointBlade(const Context& context, const ArmId& point, QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_id(point)
    , m_vm(contract::vmNameFrom(point.parent().name()).value_or(contract::VmName()).vm)
    , m_store(context.session.recoveryPoints(point.parent()))
{
    setObjectName(QStringLiteral("deletePoint"));
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->setObjectName(QStringLiteral("deletePoint.failure"));
    m_failure->hide();
    add(m_failure);
    m_summary = new FormSummary(this);
    add(m_summary);
    m_lost = new MessageBar(MessageKind::Error);
    m_lost->setObjectName(QStringLiteral("deletePoint.lost"));
    add(m_lost);
    m_facts = new Essentials;
    m_facts->setMaxColumns(1);
    m_facts->setRowHeight(Space::xl);
    add(m_facts);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("deletePoint.name"));
    m_nameField = new Field({}, m_name);
    m_nameField->setRequired(true);
    auto* fields = new QWidget;
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(body()->spacing());
    column->addWidget(m_nameField);
    m_last = new QCheckBox;
    m_last->setObjectName(QStringLiteral("deletePoint.last"));
    m_lastField = new Field({}, m_last);
    column->addWidget(m_lastField);
    add(fields);
    m_hold = FormHold(this, fields);
    body()->addStretch(1);
    setButtons({}, ButtonKind::DangerPrimary);
    footer()->primary()->setObjectName(QStringLiteral("deletePoint.submit"));
    m_summary->addField(m_nameField);
    m_summary->addField(m_lastField);
    connect(m_name, &QLineEdit::textEdited, this, [this] { validate(m_tried); });
    connect(m_last, &QCheckBox::toggled, this, [this] { validate(m_tried); });
    connect(this, &Blade::submitted, this, &DeletePointBlade::submit);
    for (const auto signal : {&presentation::ListStoreBase::countChanged, &presentation::ListStoreBase::loadEnded}) {
        connect(&m_store, signal, this, &DeletePointBlade::say);
    }
    connect(&m_store, &presentation::ListStoreBase::rowsChanged, this, &DeletePointBlade::say);
    connect(&m_context.session.refusals(), &presentation::Refusals::changed, this, &DeletePointBlade::say);
    connect(m_failure, &MessageBar::actionTriggered, this, &DeletePointBlade::readTheirs);
    preview();
    say();
}

//! What that would do now.
void DeletePointBlade::preview()
{
    const int number = ++m_asked;
    m_preview.reset();
    m_previewError.reset();
    whenDone(m_store.previewRemoval(m_id), this, [this, number](const Result<contract::RemovalPreview>& preview) {
        if (number != m_asked) {
            return;
        }
        if (preview) {
            m_preview = *preview;
        } else {
            m_previewError = preview.error();
        }
        say();
    });
}

//! Somebody else has changed it: deleting again deletes theirs, once it is said what that is.
void DeletePointBlade::readTheirs()
{
    const auto before = m_seen;
    m_reading = true;
    connect(
        &m_store, &presentation::ListStoreBase::loadEnded, this,
        [this, before] {
            m_reading = false;
            const auto* known = m_store.find(m_id);
            if (known != nullptr && !m_store.error()) {
                m_seen = *known;
                m_theirs = before ? pointChanges(*before, *known, m_context.language.format()) : QString();
                preview();
            }
            say();
        },
        Qt::SingleShotConnection);
    m_store.refresh();
    say();
}

std::optional<Error> DeletePointBlade::obstacle() const
{
    return m_preview && !m_preview->points.isEmpty() ? m_preview->points.constFirst().obstacle : std::nullopt;
}

bool DeletePointBlade::isLastGood() const
{
    const auto stands = obstacle();
    return stands && stands->code == "RecoveryPointLastGood";
}

void DeletePointBlade::say()
{
    const auto& format = m_context.language.format();
    const auto* known = m_store.find(m_id);
    if (!m_seen && known != nullptr) {
        m_seen = *known;
    }
    setTitle(tr("Delete recovery point"));
    setCaption(known != nullptr ? m_vm + QStringLiteral(" · ") + format.dateTime(known->time) : m_vm);
    m_lost->setMessage(MessageKind::Error, tr("The recovery point is gone for good."),
                       tr("It cannot be undeleted. Other recovery points of %1 are not affected.").arg(m_vm));
    QVector<Fact> facts;
    const auto fact = [&facts](const QString& label, const QString& value) {
        Fact made;
        made.label = label;
        made.value = value;
        made.wrap = true;
        facts.append(made);
    };
    if (known != nullptr) {
        fact(tr("Consistency"), StatusWords::of(known->consistency));
        fact(tr("Kept until"),
             known->expiry ? format.date(*known->expiry) : tr("You delete it", "a recovery point is kept until …"));
    }
    fact(tr("Frees in the vault"),
         m_preview            ? format.size(static_cast<quint64>(m_preview->freedBytes))
             : m_previewError ? tr("It is not known.")
                              : tr("Being worked out…"));
    m_facts->setFacts(facts);
    m_nameField->setLabel(tr("Type the &name of the backup item"));
    m_nameField->setHint(tr("Upper and lower case matter."));
    m_lastField->setLabel(tr("Consequences"));
    m_last->setText(tr("I understand that this is the newest good point."));
    m_lastField->setVisible(isLastGood());
    const auto stands = obstacle();
    const auto& refusals = m_context.session.refusals();
    showFailure();
    footer()->setPrimary(tr("Delete recovery point"), ButtonKind::DangerPrimary);
    footer()->primary()->setReason(m_sending                     ? tr("It is being deleted.")
                                       : m_reading               ? tr("It is being read again.")
                                       : stands && !isLastGood() ? ErrorText::of(*stands, format.locale()).title()
                                       : known == nullptr
                                       ? tr("The recovery point is gone.")
                                       : refusals.can(presentation::Deed::DeletePoint, m_id).reason());
    validate(m_tried);
}

//! Why it was not deleted, or can't be.
void DeletePointBlade::showFailure()
{
    const auto& locale = m_context.language.locale();
    const auto stands = obstacle();
    const bool gone = !m_sending && m_seen && m_store.hasLoaded() && m_store.find(m_id) == nullptr;
    const bool conflict = m_error && presentation::isConflict(*m_error);
    const auto wrong = stands && !isLastGood() ? stands : m_error;
    m_failure->setVisible(wrong.has_value() || gone);
    m_failure->setAction({});
    m_failure->setDetail({});
    if (gone) {
        m_failure->setMessage(MessageKind::Warning, tr("The recovery point is gone."),
                              tr("It has expired or was deleted by someone else."));
    } else if (conflict) {
        // What stands against it now is part of what they did.
        const auto more = stands && !isLastGood() ? ErrorText::of(*stands, locale).sentence()
            : m_store.error()                     ? tr("What they did could not be read.")
                              : tr("What you have typed is still here. Delete it all the same, or close.");
        m_failure->setMessage(MessageKind::Warning, tr("Somebody else has changed the recovery point meanwhile."),
                              m_theirs.isEmpty() ? more : m_theirs + QLatin1Char(' ') + more);
        m_failure->setAction(m_store.error() && !m_reading ? tr("Try again") : QString());
    } else if (wrong) {
        const auto text = ErrorText::of(*wrong, locale);
        m_failure->setMessage(MessageKind::Error, text.title(), text.action());
        m_failure->setDetail(text.code());
    }
}

bool DeletePointBlade::validate(bool all)
{
    const bool named = m_name->text().trimmed() == m_vm;
    const bool judged = all || !m_name->text().isEmpty();
    m_nameField->setError(judged && !named ? ErrorText::of(QStringLiteral("ValNameMismatch"), {m_vm}).sentence()
                                           : QString());
    const bool agreed = !isLastGood() || m_last->isChecked();
    m_lastField->setError(all && !agreed ? tr("Tick the box to confirm the consequences.") : QString());
    return named && agreed;
}

void DeletePointBlade::submit()
{
    if (!footer()->primary()->isAvailable()) {
        return;
    }
    m_tried = true;
    if (!validate(true)) {
        m_summary->focusFirstError();
        return;
    }
    m_sending = true;
    m_hold.hold(tr("It is being deleted."));
    m_error.reset();
    m_theirs.clear();
    say();
    whenDone(m_store.remove(m_id, isLastGood(), m_seen ? m_seen->etag : QString()), this,
             [this](const Result<client::Outcome>& outcome) {
                 m_sending = false;
                 if (outcome) {
                     closeBlade();
                     return;
                 }
                 m_error = outcome.error();
                 say();
                 m_hold.release();
                 if (presentation::isConflict(*m_error)) {
                     readTheirs();
                 }
             });
}

void DeletePointBlade::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_lastField != nullptr) {
        say();
    }
}

} // namespace valv::views
