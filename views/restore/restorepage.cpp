// SPDX-License-Identifier: GPL-3.0-or-later
#include "restore/restorepage.h"

#include "controls/button.h"
#include "controls/card.h"
#include "controls/essentials.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/radiocard.h"
#include "controls/stepslist.h"
#include "core/whendone.h"
#include "frame/scrollpage.h"
#include "frame/storenotice.h"
#include "frame/storetable.h"
#include "presentation/app/language.h"
#include "presentation/stores/jobstore.h"
#include "presentation/stores/recoverypointstore.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "restore/restorechecks.h"
#include "restore/restoreparts.h"
#include "restore/restorepoints.h"
#include "restore/restorewhere.h"
#include "theme/breakpoints.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using presentation::ErrorText;
using presentation::StatusWords;

RestorePage::RestorePage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_item(ArmId::parse(route.subject).value_or(ArmId()))
    , m_store(context.session.recoveryPoints(m_item))
{
    setObjectName(QStringLiteral("restorePage"));
    auto* layout = scrolledBody(*this);
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->setObjectName(QStringLiteral("restore.failure"));
    m_failure->hide();
    layout->addWidget(m_failure);
    connect(m_failure, &MessageBar::actionTriggered, this, [this] { submit(m_overwriteAsked); });
    m_unread = new StoreNotice(m_context);
    m_unread->setObjectName(QStringLiteral("restore.unread"));
    layout->addWidget(m_unread);
    connect(m_unread, &StoreNotice::retried, this, [this] { focusFirst(); });
    m_summary = new FormSummary(this);
    layout->addWidget(m_summary);

    m_columns = new QGridLayout;
    m_columns->setSpacing(Size::tileGap);
    layout->addLayout(m_columns);
    layout->addStretch(1);
    m_left = new QWidget;
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(Size::tileGap);
    m_points = new RestorePoints(m_context, m_item, route.part);
    left->addWidget(m_points);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(Size::tileGap);
    pair->addWidget(makeWhat(), 1);
    m_where = new RestoreWhere(m_context);
    pair->addWidget(m_where, 1);
    left->addLayout(pair);
    left->addStretch(1); // the review beside it may be longer
    m_hold = FormHold(this, m_left);
    makeReview();
    for (auto* field : m_where->fields()) {
        m_summary->addField(field);
    }
    connect(m_where, &RestoreWhere::changed, this, &RestorePage::updateReview);
    connect(m_where, &RestoreWhere::folderChanged, this, [this] {
        m_overwriteAsked = false;
        m_failed.reset(); // it was about another folder
        showFailure();
    });
    int number = 0;
    for (auto* card : std::initializer_list<Card*>{m_points, m_whatCard, m_where, m_reviewCard}) {
        m_marks[number] = new StepMark(number + 1);
        card->setTitleMark(m_marks[number]);
        ++number;
    }
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_restore, &QAbstractButton::click);
    }
    arrange();

    connect(m_points, &RestorePoints::changed, this, &RestorePage::pointsChanged);
    connect(&m_store, &presentation::ListStoreBase::stateChanged, this, [this] { setBusy(m_store.isBusy()); });
    connect(&context.session.refusals(), &presentation::Refusals::changed, this, &RestorePage::updateReview);
    setBusy(m_store.isBusy());
    m_unread->follow(&m_store);
    retranslate();
}

QWidget* RestorePage::makeWhat()
{
    m_whatCard = new Card;
    m_disksChoice = new RadioCard({}, {});
    m_disksChoice->setCardIcon(Icon::Disk);
    m_disksChoice->setObjectName(QStringLiteral("restore.disks"));
    m_vmChoice = new RadioCard({}, {});
    m_vmChoice->setCardIcon(Icon::VirtualMachine);
    m_vmChoice->setObjectName(QStringLiteral("restore.vm"));
    m_disksChoice->setChecked(true);
    m_whatCard->add(m_disksChoice);
    m_whatCard->add(m_vmChoice);
    m_disksTitle = new Label(LabelKind::GroupLabel);
    m_whatCard->add(m_disksTitle);
    m_disks = new DiskList;
    connect(m_disks, &DiskList::changed, this, &RestorePage::updateReview);
    m_whatCard->add(m_disks);
    m_whatCard->body()->addStretch(1);
    for (auto* choice : {m_disksChoice, m_vmChoice}) {
        connect(choice, &QAbstractButton::toggled, this, [this] {
            updateWhere();
            updateReview();
        });
    }
    return m_whatCard;
}

QWidget* RestorePage::makeReview()
{
    m_reviewCard = new Card;
    m_review = new Essentials;
    m_review->setMaxColumns(1);
    m_review->setMinimumLabelWidth(Size::essentialsLabel / 2);
    m_reviewCard->add(m_review);
    m_reviewCard->addDivider();
    m_checks = new RestoreChecks(m_context, m_store);
    m_reviewCard->add(m_checks);
    m_reviewCard->addDivider();
    m_happensTitle = new Label(LabelKind::Strong);
    m_happens = new ArrowLines;
    m_reviewCard->add(m_happensTitle);
    m_reviewCard->add(m_happens);
    m_reviewCard->addDivider();
    m_restore = new Button(ButtonKind::Primary, {});
    m_restore->setObjectName(QStringLiteral("restore.submit"));
    m_cancel = new Button;
    m_cancel->setObjectName(QStringLiteral("restore.cancel"));
    for (auto* button : {m_restore, m_cancel}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    connect(m_restore, &QAbstractButton::clicked, this, [this] { submit(false); });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { m_context.navigator.back(); });
    m_reviewCard->add(m_restore);
    m_reviewCard->add(m_cancel);
    m_az = new CopyAzLink([this] { return az(); });
    m_reviewCard->add(m_az);
    setAzMenu(m_restore, [this] { return az(); });
    return m_reviewCard;
}

ArmId RestorePage::vmId() const
{
    const auto* item = m_context.session.items().find(m_item);
    return item != nullptr ? item->sourceResourceId : ArmId();
}

QString RestorePage::vmName() const
{
    const auto* item = m_context.session.items().find(m_item);
    return item != nullptr ? item->friendlyName : m_item.name().section(QLatin1Char(';'), -1);
}

PageHeading RestorePage::heading() const
{
    return {tr("Restore virtual machine"),
            vmName() + QStringLiteral(" · ") + m_item.vaultId().name()
                + (m_store.hasLoaded() ? QStringLiteral(" · ") + presentation::Format::recoveryPoints(m_store.count())
                                       : QString()),
            Icon::Restore,
            {{tr("Virtual machines"), {QStringLiteral("virtualmachines"), {}, {}}},
             {vmName(), {QStringLiteral("virtualmachine"), vmId().text(), QStringLiteral("backup")}},
             {tr("Restore VM"), {}}}};
}

void RestorePage::refresh()
{
    m_context.session.refusals().forget();
    m_store.refresh();
}

void RestorePage::focusFirst()
{
    m_points->focusFirst();
}

bool RestorePage::asNewVm() const
{
    return m_vmChoice->isChecked();
}

//! The list was read again, or another point is chosen.
void RestorePage::pointsChanged()
{
    showFailure();
    updateDisks();
    updateWhere();
    updateReview();
    Q_EMIT headingChanged();
}

void RestorePage::updateDisks()
{
    const auto* chosen = m_points->chosen();
    if (chosen == nullptr || m_disksOf == chosen->name) {
        return;
    }
    m_disksOf = chosen->name;
    m_disks->setDisks(chosen->disks, m_context.language.format());
}

void RestorePage::updateWhere()
{
    m_disksTitle->setVisible(!asNewVm());
    m_disks->setVisible(!asNewVm());
    m_where->setWhat(asNewVm(), vmName(), m_points->chosen());
}

void RestorePage::updateReview()
{
    const auto& format = m_context.language.format();
    const auto* chosen = m_points->chosen();
    auto& session = m_context.session;
    m_restore->setReason(chosen == nullptr ? tr("Choose a recovery point first.")
                                           : session.refusals().can(presentation::Deed::Restore, m_item).reason());
    if (m_sending) {
        m_restore->setEnabled(false);
    }
    QVector<Fact> facts;
    const auto fact = [&facts](const QString& label, const QString& value) -> Fact& {
        Fact made;
        made.label = label;
        made.value = value;
        facts.append(made);
        return facts.last();
    };
    if (chosen != nullptr) {
        fact(tr("Point"), format.dateTime(chosen->time));
        fact(tr("Consistency"), StatusWords::of(chosen->consistency)).status =
            StatusWords::kind(chosen->consistency.value());
    }
    fact(tr("Restore"), asNewVm() ? tr("Whole virtual machine") : tr("Disks only"));
    if (asNewVm()) {
        fact(tr("To"), m_where->name());
    } else {
        fact(tr("To"), m_where->folder()).elide = Qt::ElideMiddle;
        fact(tr("Format"), m_where->format());
        fact(tr("Disks"), tr("%1 of %2").arg(format.number(m_disks->chosen()), format.number(m_disks->count())));
    }
    if (chosen != nullptr) {
        if (chosen->sourceBytes >= 0) {
            fact(tr("Data"), format.size(static_cast<quint64>(chosen->sourceBytes)));
        }
        if (chosen->sourceBytes >= 0) {
            if (const auto rate = m_context.session.jobs().usualRate(contract::JobOperation::Restore, vmId())) {
                fact(tr("Estimated"),
                     tr("%1 at %2", "time at speed")
                         .arg(format.duration(
                                  static_cast<qint64>(static_cast<double>(chosen->sourceBytes) / *rate * 1000)),
                              format.rate(*rate)));
            }
        }
        fact(tr("Data loss"),
             tr("What changed in the last %1 is not included")
                 .arg(format.duration(chosen->time.msecsTo(format.now().toUTC()))))
            .wrap = true;
    }
    m_review->setFacts(facts);
    m_happens->setLines({tr("%1 is not changed").arg(vmName()), tr("Every block is checked while it is written"),
                         tr("Follow the progress in Backup jobs"), tr("You can cancel at any time")});
    m_restore->setText(asNewVm() && !m_where->name().isEmpty() ? tr("Restore to %1").arg(m_where->name())
                                                               : tr("Restore"));
    if (chosen != nullptr && m_where->isComplete()) {
        m_checks->look(chosen->id, target(false));
    } else {
        m_checks->clear();
    }
    m_az->look();
    updateSteps();
}

//! To the place of the machine's group: az takes no folder.
AzLine RestorePage::az() const
{
    const auto* chosen = m_points->chosen();
    if (chosen == nullptr) {
        return AzLine::missing(tr("Choose a recovery point first."));
    }
    if (asNewVm()) {
        return AzLine::missing(tr("az restores disks, not whole machines."));
    }
    if (m_disks->chosen() == 0) {
        return AzLine::missing(tr("Choose a disk first."));
    }
    AzLine line(presentation::az::restoreDisks(chosen->id, presentation::az::restoreAccount(), vmId().resourceGroup(),
                                               m_disks->allChosen() ? QList<int>() : m_disks->chosenLuns()));
    line.note = tr("az restores to the storage account %1, not to the folder chosen here.")
                    .arg(presentation::az::restoreAccount());
    return line;
}

//! Ticked as far as all is there; the first that is not is the current one.
void RestorePage::updateSteps()
{
    const bool done[] = {m_points->chosen() != nullptr, asNewVm() || m_disks->chosen() > 0, m_where->isComplete(),
                         false};
    bool before = true;
    for (int i = 0; i < 4; ++i) {
        m_marks[i]->setState(done[i], before && !done[i]);
        before = before && done[i];
    }
}

presentation::RestoreTarget RestorePage::target(bool overwrite) const
{
    presentation::RestoreTarget target;
    if (asNewVm()) {
        target.type = contract::RecoveryType::AlternateLocation;
        target.vmName = m_where->name();
        return target;
    }
    target.folder = m_where->folder();
    target.format = m_where->format();
    target.overwrite = overwrite;
    if (!m_disks->allChosen()) {
        target.diskLuns = m_disks->chosenLuns();
    }
    return target;
}

void RestorePage::submit(bool overwrite)
{
    const auto* chosen = m_points->chosen();
    if (chosen == nullptr) {
        return;
    }
    if (!m_where->validate()) {
        m_summary->focusFirstError();
        return;
    }
    m_failed.reset();
    m_overwriteAsked = false;
    m_sending = true;
    m_hold.hold(tr("The restore is being asked for."));
    showFailure();
    updateReview();
    whenDone(m_store.restore(chosen->id, target(overwrite)), this,
             [this](const Result<presentation::StartedJob>& result) {
                 m_sending = false;
                 updateReview();
                 m_hold.release();
                 if (!result) {
                     m_failed = result.error();
                     showFailure();
                     return;
                 }
                 m_context.navigator.replace({QStringLiteral("jobs"), {}, result->job.text()});
             });
}

//! What went wrong with the request, in the language of now.
void RestorePage::showFailure()
{
    if (!m_failed) {
        m_failure->hide();
        return;
    }
    const auto text = ErrorText::of(*m_failed, m_context.language.locale());
    m_failure->setMessage(MessageKind::Error, text.title(),
                          text.message().mid(text.title().size()).trimmed() + QLatin1Char(' ') + text.action());
    m_failure->setDetail(text.code());
    const auto exists = [](const Error& each) { return each.code == "ValvRestoreTargetExists"; };
    m_overwriteAsked = exists(*m_failed) || std::any_of(m_failed->details.begin(), m_failed->details.end(), exists);
    m_failure->setAction(m_overwriteAsked ? tr("Overwrite these files") : tr("Try again"));
    m_failure->show();
}

void RestorePage::arrange()
{
    const bool narrow = width() < Breakpoint::formOneColumnBelow;
    m_columns->removeWidget(m_left);
    m_columns->removeWidget(m_reviewCard);
    m_columns->addWidget(m_left, 0, 0);
    m_columns->addWidget(m_reviewCard, narrow ? 1 : 0, narrow ? 0 : 1, narrow ? Qt::Alignment() : Qt::AlignTop);
    m_review->setMaxColumns(narrow ? 2 : 1);
    m_columns->setColumnStretch(0, 74);
    m_columns->setColumnStretch(1, narrow ? 0 : 26);
}

void RestorePage::retranslate()
{
    m_unread->setTitle(tr("The recovery points could not be read."));
    m_whatCard->setTitle(tr("What to restore"));
    m_disksChoice->setText(tr("Disks only"));
    m_disksChoice->setDescription(tr("As images in a folder, raw or qcow2"));
    m_vmChoice->setText(tr("Whole virtual machine"));
    m_vmChoice->setDescription(tr("A new machine with all disks, beside the original"));
    m_vmChoice->setReason(
        m_context.session.capabilities().restoreAsNewVm ? QString() : tr("This connection can't create machines."));
    m_disksTitle->setText(tr("Disks"));
    m_where->retranslate();
    m_reviewCard->setTitle(tr("Review"));
    m_checks->retranslate();
    m_happensTitle->setText(tr("What happens"));
    m_cancel->setText(tr("Cancel"));
    m_disksOf.clear();
    m_points->retranslate();
}

void RestorePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Page::changeEvent(event);
}

void RestorePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

} // namespace valv::views
