// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/backupnowblade.h"

#include "contract/rules.h"
#include "controls/button.h"
#include "controls/calendar.h"
#include "controls/capacitybar.h"
#include "controls/datefield.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/formfooter.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/pill.h"
#include "controls/pillgroup.h"
#include "core/datetime.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/errortext.h"

#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using contract::Limits;
using presentation::ErrorText;

namespace {

struct Quick
{
    int days = 0;
    int years = 0;

    [[nodiscard]] QDate from(QDate today) const { return today.addDays(days).addYears(years); }
};
constexpr double worthTelling = 1e6; // bytes in a second
constexpr Quick quickChoices[]{{7, 0}, {Limits::defaultRetainDays, 0}, {90, 0}, {0, 1}};

} // namespace

BackupNowBlade::BackupNowBlade(const Context& context, const QList<ArmId>& items, QWidget* window)
    : ItemBlade(
        context, QStringLiteral("backupNow"), items,
        [&session = context.session](const ArmId& id) {
            const auto* known = session.items().find(id);
            const auto* row = known != nullptr ? session.virtualMachines().find(known->sourceResourceId) : nullptr;
            return presentation::canBackupNow(known, row != nullptr ? &row->vm : nullptr).reason();
        },
        window)
    , m_today(context.language.format().today())
{
    m_off = new MessageBar(MessageKind::Warning);
    m_off->hide();
    form()->addWidget(m_off);

    const QDate standard = m_today.addDays(Limits::defaultRetainDays);
    m_date = new DateField;
    m_date->setObjectName(QStringLiteral("backupNow.date"));
    m_calendar = new Calendar;
    m_calendar->setObjectName(QStringLiteral("backupNow.calendar"));
    m_date->setCalendar(m_calendar);
    m_date->setToday(m_today);
    m_date->setDefaultDate(standard);
    m_date->setRange(m_today.addDays(1), m_today.addYears(Limits::retainYears));
    m_calendar->setToday(m_today);
    m_calendar->setDefaultDate(standard);
    m_calendar->setRange(m_today.addDays(1), m_today.addYears(Limits::retainYears));
    m_dateField = new Field({}, m_date);
    auto* when = new QVBoxLayout; // the date in all its forms
    when->setSpacing(Space::md);
    form()->addLayout(when);
    when->addWidget(m_dateField);
    m_quick = new PillGroup;
    m_quick->setStretch(true);
    for (std::size_t i = 0; i < std::size(quickChoices); ++i) {
        m_quick->addPill({})->setTick(true);
    }
    when->addWidget(m_quick);
    when->addWidget(m_calendar);
    m_kept = new Label(LabelKind::Secondary);
    m_kept->setObjectName(QStringLiteral("backupNow.kept"));
    m_kept->setWordWrap(true);
    when->addWidget(m_kept);

    m_estimateTitle = new Label(LabelKind::Strong);
    m_estimate = new Essentials;
    m_estimate->setMaxColumns(1);
    m_estimate->setRowHeight(Space::xl);
    m_estimate->setValueAlignment(Qt::AlignRight);
    auto* estimate = new QVBoxLayout;
    estimate->setSpacing(Space::xs);
    estimate->addWidget(m_estimateTitle);
    estimate->addWidget(m_estimate);
    form()->addLayout(estimate);
    m_space = new CapacityBar;
    m_space->hide();
    form()->addWidget(m_space);
    m_note = new MessageBar(MessageKind::Info);
    form()->addWidget(m_note);
    setDeed(presentation::Deed::BackUp);
    finish();

    connect(m_quick, &PillGroup::chosen, this,
            [this](int index) { choose(quickChoices[static_cast<std::size_t>(index)].from(m_today)); });
    connect(m_date, &DateField::dateChanged, this, &BackupNowBlade::dateChosen);
    connect(m_date, &DateField::rejected, this, [this] { validate(); });
    connect(m_calendar, &Calendar::dateChanged, this, &BackupNowBlade::choose);
    choose(standard);
    BackupNowBlade::retranslate();
    // Of several vaults none is the one whose room counts.
    const auto vault = this->items().isEmpty() ? ArmId() : this->items().constFirst().vaultId();
    const bool one = std::all_of(this->items().cbegin(), this->items().cend(),
                                 [&vault](const ArmId& id) { return id.vaultId() == vault; });
    if (one && !vault.isEmpty()) {
        whenDone(context.session.vaults().usages(vault), this, [this, vault](const auto& usages) {
            m_usage = presentation::VaultUsage::of(vault, usages.value_or(QList<contract::Usage>()));
            showEstimate();
        });
    }
}

QDate BackupNowBlade::date() const
{
    return m_date->date();
}

void BackupNowBlade::choose(QDate date)
{
    m_date->setDate(date);
    dateChosen(date);
}

void BackupNowBlade::dateChosen(QDate date)
{
    m_calendar->setDate(date);
    int quick = -1;
    for (std::size_t i = 0; i < std::size(quickChoices); ++i) {
        if (quickChoices[i].from(m_today) == date) {
            quick = static_cast<int>(i);
        }
    }
    m_quick->setCurrentIndex(quick);
    m_dateField->setError({});
    const auto days = m_today.daysTo(date);
    m_kept->setText((isForSeveral() ? tr("The recovery points are kept for %1 and then removed.")
                                    : tr("The recovery point is kept for %1 and then removed."))
                        .arg(presentation::Format::days(static_cast<int>(days))));
}

bool BackupNowBlade::validate()
{
    QString error;
    if (m_date->text().trimmed().isEmpty()) {
        error = ErrorText::of(QStringLiteral("ValRetainTillRequired"), {}).underField();
    } else if (!m_date->typedDate().isValid()) {
        error = ErrorText::of(QStringLiteral("ValRetainTillFormat"),
                              {context().language.format().date(m_today.addDays(Limits::defaultRetainDays))})
                    .sentence();
    } else if (const auto violation = contract::checkRetainUntil(m_date->typedDate(), m_today)) {
        error = ErrorText::of(*violation, context().language.locale()).underField();
    }
    m_dateField->setError(error);
    return error.isEmpty();
}

//! What is known of the transfer, of all items together.
void BackupNowBlade::showEstimate()
{
    const auto& format = context().language.format();
    qint64 allocated = 0;
    qint64 changed = 0;
    int disks = 0;
    int off = 0;
    int first = 0;
    bool changesKnown = true;
    std::optional<QDateTime> next;
    std::optional<QDateTime> latest;
    std::optional<ArmId> sourceOfOne;
    for (const auto& id : items()) {
        const auto* known = item(id);
        const auto* row =
            known != nullptr ? context().session.virtualMachines().find(known->sourceResourceId) : nullptr;
        if (row == nullptr) {
            continue;
        }
        qint64 used = 0;
        for (const auto& disk : row->vm.disks) {
            used += std::max<qint64>(disk.allocatedBytes, 0);
        }
        allocated += used;
        disks += static_cast<int>(row->vm.disks.size());
        off += row->vm.power == contract::PowerState::Stopped || row->vm.power == contract::PowerState::Deallocated;
        const bool pending = known->state == contract::ProtectionState::IRPending;
        first += pending ? 1 : 0;
        changed += pending ? used : std::max<qint64>(known->estimatedChangedBytes, 0);
        changesKnown = changesKnown && (pending || known->estimatedChangedBytes >= 0);
        next = !next || (known->nextRun && *known->nextRun < *next) ? known->nextRun : next;
        latest = known->lastRecoveryPoint;
        sourceOfOne = known->sourceResourceId;
    }
    QVector<Fact> facts;
    const auto fact = [&facts](const QString& label, const QString& value) {
        Fact made;
        made.label = label;
        made.value = value;
        made.wrap = true;
        facts.append(made);
    };
    const auto bytes = [&format](qint64 size) { return format.size(static_cast<quint64>(size)); };
    const bool several = isForSeveral();
    if (disks > 0) {
        fact(tr("To read"), tr("%1 on %2").arg(bytes(allocated), presentation::Format::disks(disks)));
    }
    if (first > 0 && first == items().size()) {
        fact(tr("To store"), tr("at most %1, compressed").arg(bytes(allocated)));
    } else if (changesKnown) {
        fact(tr("To store"), tr("about %1").arg(bytes(changed)));
    } else {
        fact(tr("To store"),
             several || !latest ? tr("only what has changed since %1").arg(tr("the last point"))
                                : tr("only what has changed since %1").arg(format.dateTimeShort(*latest)));
    }
    // What has to be read takes the time; what is stored takes the room.
    const qint64 toRead = changesKnown ? changed : allocated;
    if (!several && sourceOfOne) {
        const auto rate = context().session.jobs().usualRate(contract::JobOperation::Backup, *sourceOfOne);
        if (rate && toRead > 0) {
            const auto time = static_cast<qint64>(static_cast<double>(toRead) / *rate * 1000);
            const auto about = format.durationShort(time);
            // The speed of a disk that is read in no time says nothing about the machine.
            fact(tr("Estimated time"),
                 *rate < worthTelling ? tr("about %1").arg(about)
                                      : tr("about %1 (%2)", "time (speed)").arg(about, format.rate(*rate)));
            fact(tr("Done around"), format.time(format.now().addMSecs(time)));
        }
    }
    showSpace(toRead);
    if (m_usage.freeBytes >= 0) {
        const auto free = std::max<qint64>(0, m_usage.freeBytes - toRead);
        fact(tr("Free in the vault afterwards"), tr("at least %1 of %2").arg(bytes(free), bytes(m_usage.diskBytes)));
    }
    if (several) {
        fact(tr("First copies"), tr("%1 of %2").arg(format.number(first), format.number(items().size())));
    }
    m_estimate->setFacts(facts);
    m_off->setMessage(MessageKind::Warning, {},
                      several
                          ? tr("%n virtual machine(s) off. The recovery points will be crash-consistent.", nullptr, off)
                          : tr("The virtual machine is off. The recovery point will be crash-consistent."));
    m_off->setVisible(off > 0);
    m_note->setMessage(MessageKind::Info, {},
                       next && !several ? tr("This copy does not change the schedule. The next regular run is on %1.")
                                              .arg(format.dateTimeSentence(*next))
                                        : tr("This copy does not change the schedule."));
}

void BackupNowBlade::showSpace(qint64 stored)
{
    m_space->setVisible(m_usage.freeBytes >= 0);
    if (m_usage.freeBytes < 0) {
        return;
    }
    const auto used = m_usage.diskBytes - m_usage.freeBytes;
    const auto& format = context().language.format();
    const auto size = [&format](qint64 bytes) { return format.size(static_cast<quint64>(bytes)); };
    m_space->setParts({{tr("Used %1").arg(size(used)), static_cast<double>(used), Role::Secondary},
                       {tr("This copy, at most %1").arg(size(stored)), static_cast<double>(stored), Role::Accent}},
                      static_cast<double>(m_usage.diskBytes));
}

QString BackupNowBlade::primaryText() const
{
    return isForSeveral() ? tr("Back up %n item(s) now", nullptr, static_cast<int>(items().size())) : tr("Back up now");
}

//! Kept through the chosen day, as the person's calendar has it.
QDateTime BackupNowBlade::until() const
{
    return fromWallClock(m_date->date().addDays(1), QTime(0, 0), context().language.format().zone()).addSecs(-1);
}

AzLine BackupNowBlade::azText(const ArmId& item) const
{
    return AzLine::orMissing(presentation::az::backupNow(item, until()), tr("Enter a date first."));
}

void BackupNowBlade::submit()
{
    if (!validate()) {
        m_date->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_date->commit(); // Ctrl+Enter comes while the field is being typed into
    presentation::ItemCommand command;
    command.kind = presentation::ActivityKind::BackupNow;
    command.until = until();
    send(command);
}

void BackupNowBlade::retranslate()
{
    m_space->setAccessibleName(tr("Space on the disk"));
    setTitle(tr("Back up now"));
    m_dateField->setLabel(isForSeveral() ? tr("&Keep the recovery points through")
                                         : tr("&Keep the recovery point through"));
    const auto& format = context().language.format();
    for (int i = 0; i < m_quick->count(); ++i) {
        const auto& quick = quickChoices[i];
        m_quick->pill(i)->setText(quick.years > 0 ? presentation::Format::years(quick.years)
                                                  //: a short length of time, "30 d"
                                                  : tr("%1 d", "days").arg(format.number(quick.days)));
        m_quick->pill(i)->setAccessibleName(quick.years > 0 ? presentation::Format::years(quick.years)
                                                            : presentation::Format::days(quick.days));
    }
    m_quick->setAccessibleName(tr("Quick choices"));
    m_estimateTitle->setText(tr("Estimated transfer"));
    footer()->setKeyHint({QStringLiteral("Ctrl"), tr("Enter", "key")});
    ItemBlade::retranslate();
    showEstimate();
    const bool wrong = m_dateField->hasError();
    if (m_date->date().isValid()) {
        dateChosen(m_date->date());
    }
    if (wrong) {
        validate(); // what is typed is kept, and still wrong
    }
}

} // namespace valv::views
