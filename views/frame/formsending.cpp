// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/formsending.h"

#include "controls/button.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "theme/tokens.h"

#include <QLayout>
#include <QScrollArea>

namespace valv::views {

using presentation::ErrorText;

namespace {

//! Scrolls what it stands in; the focus stays.
void bringIntoSight(QWidget* bar)
{
    for (auto* at = bar->parentWidget(); at != nullptr; at = at->parentWidget()) {
        auto* area = qobject_cast<QScrollArea*>(at);
        if (area != nullptr && area->widget() != nullptr) {
            if (auto* layout = area->widget()->layout()) {
                layout->activate(); // the bar has just been shown
            }
            area->ensureWidgetVisible(bar, 0, Space::xl);
            return;
        }
    }
}

} // namespace

FormSending::FormSending(const Context& context, QWidget* place, QWidget* fields, MessageBar* failure)
    : QObject(place)
    , m_context(context)
    , m_failure(failure)
    , m_hold(place, fields)
{
    m_failure->hide();
    connect(m_failure, &MessageBar::actionTriggered, this, &FormSending::goOn);
}

void FormSending::setDeed(presentation::Deed deed, std::function<ArmId()> on)
{
    m_deed = deed;
    m_on = std::move(on);
    connect(&m_context.session.refusals(), &presentation::Refusals::changed, this, [this] {
        if (!m_isSending) { // what is refused now is said when it has ended
            Q_EMIT changed();
        }
    });
}

QString FormSending::forbidden() const
{
    return m_on ? m_context.session.refusals().can(m_deed, m_on()).reason() : QString();
}

void FormSending::show(Button& button, const QString& reason) const
{
    button.setReason(reason.isEmpty() ? forbidden() : reason);
    if (m_isSending) {
        button.setEnabled(false);
    }
}

QString FormSending::doing() const
{
    return m_isSending && m_errand.doing ? m_errand.doing() : QString();
}

void FormSending::begin(Errand errand)
{
    m_errand = std::move(errand);
    m_isSending = true;
    m_hold.hold(doing()); // first: who has the focus now has it afterwards
    forget();
    Q_EMIT changed();
}

void FormSending::end(const std::optional<Error>& error)
{
    m_isSending = false;
    m_error = error;
    Q_EMIT changed(); // first: the focus may have been on a button
    m_hold.release();
    if (m_error) {
        showFailure();
        if (presentation::isConflict(*m_error) && m_answers.readTheirs) {
            m_answers.readTheirs(false);
        }
        Q_EMIT refused();
    }
}

void FormSending::refuse(Errand errand, const Error& error)
{
    m_errand = std::move(errand);
    m_error = error;
    showFailure();
}

void FormSending::forget()
{
    m_error.reset();
    m_failure->hide();
}

void FormSending::showFailure()
{
    if (m_answers.said && m_answers.said(*m_error)) {
        return;
    }
    const auto text = ErrorText::of(*m_error, m_context.language.locale());
    const auto theirs = presentation::isConflict(*m_error) && m_answers.conflict ? m_answers.conflict() : QString();
    if (theirs.isEmpty()) {
        m_failure->setMessage(MessageKind::Error, m_errand.refused(), text.sentence());
        m_failure->setAction(m_errand.again ? tr("Try again") : QString());
    } else {
        const auto what = m_answers.theirs ? m_answers.theirs() : QString();
        m_failure->setMessage(
            MessageKind::Warning, theirs,
            (what.isEmpty() ? what : what + QLatin1Char(' '))
                + tr("What you have entered is still here. Save to replace theirs, or read theirs and "
                     "drop yours."));
        m_failure->setAction(tr("Read again"));
    }
    m_failure->setDetail(text.code());
    m_failure->show();
    bringIntoSight(m_failure);
}

//! What the bar of the failure offers.
void FormSending::goOn()
{
    if (m_isSending || !m_error) {
        return;
    }
    if (presentation::isConflict(*m_error) && m_answers.conflict && !m_answers.conflict().isEmpty()) {
        m_answers.readTheirs(true);
    } else if (const auto again = m_errand.again) { // a copy: it is replaced by what begins
        again();
    }
}

void FormSending::retranslate()
{
    if (m_isSending) {
        m_hold.hold(doing());
    }
    if (m_error) {
        showFailure();
    }
}

} // namespace valv::views
