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
#include "presentation/text/errortext.h"

#include <QEvent>
#include <QVBoxLayout>

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
constexpr Quick quickChoices[] { { 7, 0 }, { Limits::defaultRetainDays, 0 }, { 90, 0 }, { 0, 1 } };

} // namespace

BackupNowBlade::BackupNowBlade(const Context& context, const ArmId& item, QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_item(item)
    , m_today(context.language.format().today())
{
    setObjectName(QStringLiteral("backupNow"));
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->setObjectName(QStringLiteral("backupNow.failure"));
    m_failure->hide();
    add(m_failure);
    m_off = new MessageBar(MessageKind::Warning);
    m_off->hide();
    add(m_off);

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
    add(m_dateField);
    m_quick = new PillGroup;
    m_quick->setStretch(true);
    for (std::size_t i = 0; i < std::size(quickChoices); ++i) {
        m_quick->addPill({})->setTick(true);
    }
    add(m_quick);
    add(m_calendar);
    m_kept = new Label(LabelKind::Secondary);
    m_kept->setObjectName(QStringLiteral("backupNow.kept"));
    m_kept->setWordWrap(true);
    add(m_kept);

    m_estimateTitle = new Label(LabelKind::Section);
    m_estimate = new Essentials;
    m_estimate->setMaxColumns(1);
    m_estimate->setRowHeight(Space::xl);
    m_estimate->setValueAlignment(Qt::AlignRight);
    add(m_estimateTitle);
    add(m_estimate);
    m_space = new CapacityBar;
    m_space->hide();
    add(m_space);
    m_note = new MessageBar(MessageKind::Info);
    add(m_note);
    body()->addStretch(1);
    setButtons(tr("Back up now"));
    footer()->primary()->setObjectName(QStringLiteral("backupNow.submit"));
    footer()->setKeyHint({ QStringLiteral("Ctrl"), tr("Enter", "key") });

    connect(m_quick, &PillGroup::chosen, this, [this](int index) {
        choose(quickChoices[static_cast<std::size_t>(index)].from(m_today));
    });
    connect(m_date, &DateField::dateChanged, this, &BackupNowBlade::dateChosen);
    connect(m_date, &DateField::rejected, this, [this] { validate(); });
    connect(m_calendar, &Calendar::dateChanged, this, &BackupNowBlade::choose);
    connect(this, &Blade::submitted, this, &BackupNowBlade::submit);
    retranslate();
    choose(standard);
    m_context.session.items().refreshItem(m_item);
    whenDone(m_context.session.vaults().usages(m_item.vaultId()), this, [this](const auto& usages) {
        for (const auto& usage : usages.value_or(QList<contract::Usage>())) {
            if (usage.name == QLatin1String("ValvDiskUsage") && usage.limit > 0) {
                m_disk = usage;
            }
        }
        showEstimate();
    });
    connect(&m_context.session.items(), &presentation::ListStoreBase::rowsChanged, this, &BackupNowBlade::showEstimate);
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
    m_kept->setText(tr("The recovery point is kept for %1, through %2. Then it is removed.")
                        .arg(presentation::Format::days(static_cast<int>(days)), m_context.language.format().dateLong(date)));
}

bool BackupNowBlade::validate()
{
    QString error;
    if (m_date->text().trimmed().isEmpty()) {
        error = ErrorText::of(QStringLiteral("ValRetainTillRequired"), {}).underField();
    } else if (!m_date->typedDate().isValid()) {
        error = ErrorText::of(QStringLiteral("ValRetainTillFormat"),
                              { m_context.language.format().date(m_today.addDays(Limits::defaultRetainDays)) })
                    .sentence();
    } else if (const auto violation = contract::checkRetainUntil(m_date->typedDate(), m_today)) {
        error = ErrorText::of(*violation, m_context.language.locale()).underField();
    }
    m_dateField->setError(error);
    return error.isEmpty();
}

void BackupNowBlade::showEstimate()
{
    const auto& format = m_context.language.format();
    const auto* item = m_context.session.items().find(m_item);
    if (item == nullptr) {
        return;
    }
    const auto* row = m_context.session.virtualMachines().find(item->sourceResourceId);
    QVector<Fact> facts;
    const auto fact = [&facts](const QString& label, const QString& value) {
        Fact made;
        made.label = label;
        made.value = value;
        made.wrap = true;
        facts.append(made);
    };
    qint64 allocated = 0;
    if (row != nullptr) {
        for (const auto& disk : row->vm.disks) {
            allocated += std::max<qint64>(disk.allocatedBytes, 0);
        }
        fact(tr("To read"), tr("%1 on %2").arg(format.size(static_cast<quint64>(allocated)),
                                                presentation::Format::disks(static_cast<int>(row->vm.disks.size()))));
        m_off->setVisible(row->vm.power == contract::PowerState::Stopped
                          || row->vm.power == contract::PowerState::Deallocated);
    }
    const bool first = item->state == contract::ProtectionState::IRPending;
    if (first) {
        fact(tr("To store"), tr("at most %1, compressed").arg(format.size(static_cast<quint64>(allocated))));
    } else if (item->estimatedChangedBytes >= 0) {
        fact(tr("To store"), tr("about %1").arg(format.size(static_cast<quint64>(item->estimatedChangedBytes))));
    } else {
        fact(tr("To store"), tr("only what has changed since %1")
                                 .arg(item->lastRecoveryPoint ? format.dateTimeShort(*item->lastRecoveryPoint) : tr("the last point")));
    }
    // What has to be read takes the time; what is stored takes the room.
    const qint64 toRead = first || item->estimatedChangedBytes < 0 ? allocated : item->estimatedChangedBytes;
    if (const auto rate = m_context.session.jobs().usualRate(contract::JobOperation::Backup, item->sourceResourceId);
        rate && toRead > 0) {
        const auto time = static_cast<qint64>(static_cast<double>(toRead) / *rate * 1000);
        fact(tr("Estimated time"), tr("about %1 (%2)", "time (speed)").arg(format.duration(time), format.rate(*rate)));
        fact(tr("Done around"), format.time(format.now().addMSecs(time)));
    }
    showSpace(toRead);
    if (m_disk) {
        const auto free = std::max<qint64>(0, m_disk->limit - m_disk->current - toRead);
        fact(tr("Free in the vault afterwards"), tr("at least %1 of %2").arg(format.size(static_cast<quint64>(free)),
                                                                    format.size(static_cast<quint64>(m_disk->limit))));
    }
    fact(tr("Kind"), first ? tr("First copy: everything in use is read") : tr("Later copy: known data is not stored again"));
    m_estimate->setFacts(facts);
    m_note->setMessage(MessageKind::Info, {},
                       item->nextRun ? tr("This copy does not change the schedule. The next regular run is on %1.")
                                           .arg(format.dateTimeSentence(*item->nextRun))
                                     : tr("This copy does not change the schedule."));
}

void BackupNowBlade::showSpace(qint64 stored)
{
    m_space->setVisible(m_disk.has_value());
    if (!m_disk) {
        return;
    }
    const auto& format = m_context.language.format();
    const auto size = [&format](qint64 bytes) { return format.size(static_cast<quint64>(bytes)); };
    m_space->setParts({ { tr("Used %1").arg(size(m_disk->current)), static_cast<double>(m_disk->current), Role::Secondary },
                        { tr("This copy, at most %1").arg(size(stored)), static_cast<double>(stored), Role::Accent } },
                      static_cast<double>(m_disk->limit));
}

void BackupNowBlade::submit()
{
    if (m_sending) {
        return;
    }
    if (!validate()) {
        m_date->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_date->commit(); // Ctrl+Enter comes while the field is being typed into
    m_sending = true;
    m_error.reset();
    showFailure();
    footer()->primary()->setEnabled(false);
    // Kept through the chosen day, as the person's calendar has it.
    const auto zone = m_context.language.format().zone();
    const auto until = fromWallClock(m_date->date().addDays(1), QTime(0, 0), zone).addSecs(-1);
    whenDone(m_context.session.items().backupNow(m_item, until), this,
             [this](const Result<presentation::StartedJob>& result) {
                 m_sending = false;
                 footer()->primary()->setEnabled(true);
                 if (result) {
                     Q_EMIT started(result->job);
                     closeBlade();
                     return;
                 }
                 m_error = result.error();
                 showFailure();
             });
}

void BackupNowBlade::showFailure()
{
    if (!m_error) {
        m_failure->hide();
        return;
    }
    const auto text = ErrorText::of(*m_error, m_context.language.locale());
    m_failure->setMessage(MessageKind::Error, text.title(), text.action());
    m_failure->setDetail(text.code());
    m_failure->show();
}

void BackupNowBlade::retranslate()
{
    m_failure->setAccessibleName(tr("Problem"));
    setTitle(tr("Back up now"));
    const auto* item = m_context.session.items().find(m_item);
    const QString name = item != nullptr ? item->friendlyName : m_item.name().section(QLatin1Char(';'), -1);
    setCaption(name + QStringLiteral(" · ") + m_item.vaultId().name());
    m_dateField->setLabel(tr("&Keep the recovery point through"));
    const auto& format = m_context.language.format();
    for (int i = 0; i < m_quick->count(); ++i) {
        const auto& quick = quickChoices[i];
        m_quick->pill(i)->setText(quick.years > 0 ? presentation::Format::years(quick.years)
                                                  //: a short length of time, "30 d"
                                                  : tr("%1 d", "days").arg(format.number(quick.days)));
        m_quick->pill(i)->setAccessibleName(quick.years > 0 ? presentation::Format::years(quick.years)
                                                            : presentation::Format::days(quick.days));
    }
    m_quick->setAccessibleName(tr("Quick choices"));
    m_off->setMessage(MessageKind::Warning, {}, tr("The virtual machine is off. The recovery point will be crash-consistent."));
    m_estimateTitle->setText(tr("Estimated transfer"));
    if (footer()->primary() != nullptr) {
        footer()->setPrimary(tr("Back up now"));
        footer()->setKeyHint({ QStringLiteral("Ctrl"), tr("Enter", "key") });
    }
    showEstimate();
    showFailure();
    if (m_date->date().isValid()) {
        const bool wrong = m_dateField->hasError();
        dateChosen(m_date->date());
        if (wrong) {
            validate(); // what is typed is kept, and still wrong
        }
    }
}

void BackupNowBlade::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_note != nullptr) {
        retranslate();
    }
}

} // namespace valv::views
