// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/pointblade.h"

#include "contract/names.h"
#include "contract/rules.h"
#include "controls/button.h"
#include "controls/calendar.h"
#include "controls/card.h"
#include "controls/datefield.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/formfooter.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "controls/radiocard.h"
#include "controls/toggle.h"
#include "core/datetime.h"
#include "items/deletepointblade.h"
#include "items/pointchanges.h"
#include "presentation/app/language.h"
#include "presentation/stores/protection.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

using contract::Limits;
using contract::PointChange;
using presentation::ErrorText;
using presentation::StatusWords;

PointBlade::PointBlade(const Context& context, const ArmId& point, QWidget* window)
    : FormBlade(context, QStringLiteral("point"), window)
    , m_id(point)
    , m_store(context.session.recoveryPoints(point.parent()))
{
    m_gone = new MessageBar(MessageKind::Warning);
    m_gone->setObjectName(QStringLiteral("point.gone"));
    m_gone->hide();
    add(m_gone);
    m_facts = new Essentials;
    m_facts->setMaxColumns(1);
    m_facts->setRowHeight(Space::xl);
    add(m_facts);
    add(new Divider);
    m_keepTitle = new Label(LabelKind::Strong);
    add(m_keepTitle);
    auto* choice = new QWidget;
    auto* cards = new QVBoxLayout(choice);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(Space::sm);
    m_byPolicy = new RadioCard({}, {});
    m_byPolicy->setObjectName(QStringLiteral("point.byPolicy"));
    m_byDate = new RadioCard({}, {});
    m_byDate->setObjectName(QStringLiteral("point.byDate"));
    cards->addWidget(m_byPolicy);
    cards->addWidget(m_byDate);
    add(choice);
    const auto today = context.language.format().today();
    m_date = new DateField;
    m_date->setObjectName(QStringLiteral("point.date"));
    m_calendar = new Calendar;
    m_calendar->setObjectName(QStringLiteral("point.calendar"));
    m_date->setCalendar(m_calendar);
    m_date->setToday(today);
    m_calendar->setToday(today);
    m_date->setRange(today.addDays(1), today.addYears(Limits::retainYears));
    m_calendar->setRange(today.addDays(1), today.addYears(Limits::retainYears));
    m_dateField = new Field({}, m_date);
    add(m_dateField);
    add(m_calendar);
    const auto help = [this](Toggle*& toggle, Label*& words, const char* name) {
        toggle = new Toggle;
        toggle->setObjectName(QLatin1String(name));
        words = new Label(LabelKind::Secondary);
        words->setWordWrap(true);
        add(toggle);
        add(words);
        connect(toggle, &QAbstractButton::toggled, this, &PointBlade::edited);
    };
    help(m_pin, m_pinHelp, "point.pin");
    help(m_hold, m_holdHelp, "point.hold");
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("point.reason"));
    m_reasonField = new Field({}, m_reason);
    m_reasonField->setCounter(PointChange::longestReason);
    add(m_reasonField);
    add(new Divider);
    m_delete = new LinkButton;
    m_delete->setObjectName(QStringLiteral("point.delete"));
    m_delete->setLinkIcon(Icon::Delete);
    m_delete->setRole(Role::Error);
    body()->addWidget(m_delete, 0, Qt::AlignLeft);
    body()->addStretch(1);
    summary()->addField(m_dateField);
    summary()->addField(m_reasonField);

    for (auto* card : {m_byPolicy, m_byDate}) {
        connect(card, &QAbstractButton::toggled, this, &PointBlade::edited);
    }
    connect(m_date, &DateField::dateChanged, this, [this](QDate date) {
        m_calendar->setDate(date);
        edited();
    });
    connect(m_date, &DateField::rejected, this, [this] { showErrors(true); });
    connect(m_calendar, &Calendar::dateChanged, this, [this](QDate date) {
        m_date->setDate(date);
        edited();
    });
    connect(m_reason, &QLineEdit::textEdited, this, &PointBlade::edited);
    sending().setDeed(presentation::Deed::KeepPoint, [this] { return m_id; });
    connect(m_delete, &QAbstractButton::clicked, this, [this] {
        auto* next = new DeletePointBlade(this->context(), m_id, this->window());
        auto& navigator = this->context().navigator;
        if (closeBlade()) {
            navigator.openBlade(next);
        } else {
            delete next;
        }
    });
    connect(&m_store, &presentation::ListStoreBase::rowsChanged, this, &PointBlade::follow);
    connect(&m_store, &presentation::ListStoreBase::countChanged, this, &PointBlade::follow);
    load();
    edited();
    retranslate();
}

const contract::RecoveryPoint* PointBlade::point() const
{
    return m_store.find(m_id);
}

//! The fields, from the point as it is.
void PointBlade::load()
{
    const auto* known = point();
    if (known == nullptr) {
        return;
    }
    m_before = *known;
    m_mine.reset();
    const auto& format = context().language.format();
    (known->expiryChosen ? m_byDate : m_byPolicy)->setChecked(true);
    const auto date = known->expiry ? known->expiry->toTimeZone(format.zone()).date() : QDate();
    const auto first = format.today().addDays(1);
    m_date->setDate(date.isValid() && date >= first ? date : format.today().addDays(Limits::defaultRetainDays));
    m_calendar->setDate(m_date->date());
    m_pin->setChecked(known->pinned);
    m_hold->setChecked(known->held);
    m_reason->setText(known->reason);
}

//! What this person has changed, whatever somebody else has.
PointChange PointBlade::change() const
{
    PointChange change;
    const auto& known = m_before;
    if (!known) {
        return change;
    }
    if (m_pin->isChecked() != known->pinned) {
        change.pinned = m_pin->isChecked();
    }
    if (m_hold->isChecked() != known->held) {
        change.held = m_hold->isChecked();
    }
    if (m_reason->text().trimmed() != known->reason) {
        change.reason = m_reason->text().trimmed();
    }
    if (m_byPolicy->isChecked()) {
        change.followPolicy = known->expiryChosen;
        return change;
    }
    // Kept through the chosen day, as the person's calendar has it.
    const auto zone = context().language.format().zone();
    const bool same = known->expiryChosen && known->expiry && known->expiry->toTimeZone(zone).date() == m_date->date();
    if (m_byDate->isEnabled() && !same) {
        change.expiry = fromWallClock(m_date->date().addDays(1), QTime(0, 0), zone).addSecs(-1);
    }
    return change;
}

bool PointBlade::isDirty() const
{
    if (point() == nullptr || !m_before) {
        return false; // nothing can be kept
    }
    const auto wanted = change();
    return wanted.pinned || wanted.held || wanted.reason || wanted.expiry || wanted.followPolicy
        || (m_byDate->isChecked() && !m_date->isValidDate());
}

void PointBlade::showErrors(bool)
{
    QString error;
    const auto today = context().language.format().today();
    if (m_byDate->isChecked()) {
        if (m_date->text().trimmed().isEmpty()) {
            error = ErrorText::of(QStringLiteral("ValRetainTillRequired"), {}).underField();
        } else if (!m_date->typedDate().isValid()) {
            error = ErrorText::of(QStringLiteral("ValRetainTillFormat"),
                                  {context().language.format().date(today.addDays(Limits::defaultRetainDays))})
                        .sentence();
        } else if (const auto violation = contract::checkRetainUntil(m_date->typedDate(), today)) {
            error = ErrorText::of(*violation, context().language.locale()).underField();
        }
    }
    m_dateField->setError(error);
    const auto length = static_cast<int>(m_reason->text().size());
    m_reasonField->setError(
        length > PointChange::longestReason
            ? ErrorText::of(QStringLiteral("ValCommentLength"), {length}, context().language.locale()).sentence()
            : QString());
}

void PointBlade::edited()
{
    const bool byDate = m_byDate->isChecked();
    m_dateField->setVisible(byDate);
    m_calendar->setVisible(byDate);
    showErrors(true);
    changed();
}

void PointBlade::updateState()
{
    FormBlade::updateState();
    if (!isSending()) {
        sending().show(*footer()->primary(),
                       point() == nullptr ? tr("The recovery point is gone.")
                           : !isDirty()   ? tr("Nothing has been changed.")
                                          : QString());
    }
    m_delete->setReason(context().session.refusals().can(presentation::Deed::DeletePoint, m_id).reason());
}

//! What has become of it. A form that nobody has touched shows it; what was typed stays.
void PointBlade::follow()
{
    const auto* known = point();
    if (known != nullptr && !isSending() && (!m_before || (!isDirty() && !contract::sameRow(*known, *m_before)))) {
        load();
    }
    showPoint();
}

void PointBlade::showPoint()
{
    const auto* known = point();
    const auto& format = context().language.format();
    const auto vm = contract::vmNameFrom(m_id.parent().name()).value_or(contract::VmName()).vm;
    setTitle(tr("Recovery point"));
    setCaption(known != nullptr ? vm + QStringLiteral(" · ") + format.dateTime(known->time) : vm);
    m_gone->setVisible(known == nullptr);
    m_gone->setMessage(MessageKind::Warning, tr("The recovery point is gone."),
                       tr("It has expired or was deleted by someone else."));
    updateState();
    if (known == nullptr) {
        return;
    }
    QVector<Fact> facts;
    const auto fact = [&facts](const QString& label, const QString& value) {
        Fact made;
        made.label = label;
        made.value = value;
        made.wrap = true;
        facts.append(made);
    };
    fact(tr("Time", "moment"), format.dateTime(known->time));
    fact(tr("Consistency"), StatusWords::of(known->consistency));
    facts.last().status = StatusWords::kind(known->consistency.value());
    if (!known->consistencyReason.isEmpty()) {
        fact(tr("Why"), known->consistencyReason);
    }
    fact(tr("Kept until"),
         known->expiry ? format.date(*known->expiry) : tr("You delete it", "a recovery point is kept until …"));
    QStringList keptBy;
    for (const auto& reason : known->keptBy) {
        keptBy.append(StatusWords::keptBy(reason));
    }
    fact(tr("Kept by"), keptBy.join(QStringLiteral(", ")));
    if (known->sourceBytes >= 0) {
        fact(tr("Size"), format.size(static_cast<quint64>(known->sourceBytes)));
    }
    if (known->storedBytes >= 0) {
        fact(tr("Stored"), format.size(static_cast<quint64>(known->storedBytes)));
    }
    m_facts->setFacts(facts);
    const auto* item = context().session.items().find(m_id.parent());
    const bool stopped = item != nullptr && presentation::protectionOf(*item) == presentation::Protection::Stopped;
    m_byDate->setReason(stopped ? tr("Backup is stopped: the point is kept until you delete it.") : QString());
}

void PointBlade::submit()
{
    m_date->commit(); // Ctrl+Enter comes while the field is being typed into
    if (!isDirty() || !isReady()) {
        return;
    }
    send({[] { return tr("Saving…"); }, [] { return tr("The recovery point could not be changed."); },
          [this] { submit(); }},
         m_store.change(m_id, change(), m_before ? m_before->etag : QString()),
         [this](const contract::RecoveryPoint&) { leave(); });
}

QString PointBlade::conflict() const
{
    return tr("Somebody else has changed the recovery point meanwhile.");
}

QString PointBlade::theirs() const
{
    return m_mine && m_before ? pointChanges(*m_mine, *m_before, context().language.format()) : QString();
}

//! Saving again replaces theirs. One that is gone is said by showPoint().
void PointBlade::readTheirs(bool drop)
{
    const auto read = [this, drop] {
        const auto* known = point();
        if (known == nullptr || isSending() || m_store.error()) {
            return; // it stays said, and can be tried again
        }
        if (drop) {
            load();
            edited();
            return;
        }
        if (m_before && m_before->etag != known->etag) {
            m_mine = m_before;
        }
        m_before = *known;
        sending().retranslate();
        updateState();
    };
    connect(&m_store, &presentation::ListStoreBase::loadEnded, this, read, Qt::SingleShotConnection);
    m_store.refresh();
}

void PointBlade::retranslate()
{
    m_keepTitle->setText(tr("How long it is kept"));
    m_byPolicy->setText(tr("As the policy says"));
    m_byPolicy->setDescription(tr("It expires when no rule keeps it any longer."));
    m_byDate->setText(tr("Until a date of its own"));
    m_byDate->setDescription(tr("The policy has no say any more."));
    m_dateField->setLabel(tr("&Keep the recovery point through"));
    m_pin->setText(tr("Pinned"));
    m_pinHelp->setText(tr("It never expires while it is pinned."));
    m_hold->setText(tr("On hold"));
    m_holdHelp->setText(tr("It is kept by an order: nobody can delete it until the hold is lifted."));
    m_reasonField->setLabel(tr("&Reason"));
    m_reasonField->setHint(tr("Why it is pinned or on hold, for whoever comes after you."));
    m_delete->setText(tr("Delete this recovery point"));
    setButtons(tr("Save"));
    showPoint();
    FormBlade::retranslate();
}

} // namespace valv::views
