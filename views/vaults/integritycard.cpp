// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/integritycard.h"

#include "controls/button.h"
#include "controls/essentials.h"
#include "controls/messagebar.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"

#include <QEvent>
#include <QHBoxLayout>

namespace valv::views {

using contract::IntegrityState;
using presentation::StatusWords;

namespace {

constexpr qsizetype mostHits = 10; //!< more is for the alert's details

Fact integrityFact(const QString& label, const QString& value)
{
    Fact made;
    made.label = label;
    made.value = value;
    return made;
}

} // namespace

IntegrityCard::IntegrityCard(const Context& context, const ArmId& vault, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
    , m_vault(vault)
    , m_message(new MessageBar(MessageKind::Error))
    , m_facts(new Essentials)
    , m_check(new Button)
{
    setObjectName(QStringLiteral("properties.integrity"));
    m_message->setObjectName(QStringLiteral("properties.integrityMessage"));
    m_message->hide();
    m_facts->setMaxColumns(1); // what is said beside a value is long
    m_check->setObjectName(QStringLiteral("properties.checkNow"));
    add(m_message);
    add(m_facts);
    auto* line = new QHBoxLayout;
    line->addWidget(m_check);
    line->addStretch(1);
    body()->addLayout(line);
    connect(m_check, &QAbstractButton::clicked, this, &IntegrityCard::checkNow);
}

void IntegrityCard::show(const std::optional<contract::Integrity>& integrity)
{
    m_integrity = integrity;
    setVisible(integrity.has_value());
    update();
}

void IntegrityCard::update()
{
    setTitle(tr("Integrity"));
    setCaption(tr("All that is stored is read and checked once a week"));
    m_check->setText(tr("Check now"));
    if (!m_integrity) {
        return;
    }
    const auto& format = m_context.language.format();
    const auto& found = *m_integrity;
    const bool runs = found.state == IntegrityState::Checking;
    QVector<Fact> facts;
    Fact state = integrityFact(tr("State"), StatusWords::of(found.state.value()));
    state.status = StatusWords::kind(found.state.value());
    if (runs && found.progress >= 0) {
        state.suffix = format.percent(found.progress / 100.0);
    }
    facts.append(state);
    const auto moment = [&format](const std::optional<QDateTime>& at) { return at ? format.dateTime(*at) : QString(); };
    Fact last = integrityFact(tr("Last check"), moment(found.lastChecked));
    if (found.checkedBytes > 0) {
        //: A size: how much a check has read
        last.suffix = tr("%1 read").arg(format.size(static_cast<quint64>(found.checkedBytes)));
    }
    facts.append(last);
    facts.append(integrityFact(tr("Everything read since"), moment(found.allReadSince)));
    if (found.lastRepaired) {
        Fact repaired = integrityFact(tr("Last repair"), moment(found.lastRepaired));
        repaired.suffix = tr("%n file(s), from the second location", nullptr, static_cast<int>(found.repairedFiles));
        facts.append(repaired);
    }
    for (const auto& hit : found.damage.mid(0, mostHits)) {
        Fact fact = integrityFact(hit.machine.isEmpty() ? tr("Can't be restored whole") : hit.machine,
                                  hit.time ? format.dateTime(*hit.time) : hit.recoveryPoint);
        fact.status = StatusKind::Failed;
        fact.suffix = hit.disk.isEmpty() ? tr("the whole recovery point")
            : hit.bytes > 0 ? tr("%1 of the disk %2").arg(format.size(static_cast<quint64>(hit.bytes)), hit.disk)
                            : hit.disk;
        facts.append(fact);
    }
    if (found.damage.size() > mostHits) {
        facts.append(integrityFact({}, tr("and %n more", nullptr, static_cast<int>(found.damage.size() - mostHits))));
    }
    m_facts->setFacts(facts);
    updateMessage(found);
    m_check->setReason(m_asking || runs ? tr("It is being checked.") : QString());
}

void IntegrityCard::updateMessage(const contract::Integrity& integrity)
{
    const auto& locale = m_context.language.locale();
    const bool damaged = integrity.damagedFiles > 0;
    if (m_error) {
        const auto text = presentation::ErrorText::of(*m_error, locale);
        m_message->setMessage(MessageKind::Error, tr("The check could not be started."), text.sentence());
    } else if (integrity.problem) {
        const auto text = presentation::ErrorText::of(*integrity.problem, locale);
        m_message->setMessage(MessageKind::Error, tr("The vault could not be checked."), text.sentence());
    } else if (damaged) {
        m_message->setMessage(
            MessageKind::Error,
            tr("%n damaged file(s) in the vault.", nullptr, static_cast<int>(integrity.damagedFiles)),
            integrity.damage.isEmpty()
                ? tr("No recovery point is hit.")
                : tr("What is hit stands below. Check the disk that holds the vault, and back these machines up "
                     "again. A second location lets Valv repair damage by itself."));
    }
    m_message->setVisible(m_error || integrity.problem || damaged);
}

void IntegrityCard::checkNow()
{
    m_asking = true;
    m_error.reset();
    update();
    whenDone(m_context.session.vaults().checkNow(m_vault), this, [this](const auto& begun) {
        m_asking = false;
        if (!begun) {
            m_error = begun.error();
        }
        update();
    });
}

void IntegrityCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        update();
    }
    Card::changeEvent(event);
}

} // namespace valv::views
