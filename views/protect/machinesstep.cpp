// SPDX-License-Identifier: GPL-3.0-or-later
#include "protect/machinesstep.h"

#include "controls/card.h"
#include "controls/emptystate.h"
#include "controls/flowlayout.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "controls/statustext.h"
#include "frame/storetable.h"
#include "presentation/app/language.h"
#include "presentation/models/candidatemodel.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "protect/missingmachinesblade.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QItemSelectionModel>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <vector>

namespace valv::views {

using presentation::CandidateModel;
using presentation::Discovery;

namespace {

//! The line below the rows, on the ground of table headers.
class Foot : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), color(Role::SurfaceAlt));
        hline(painter, QRectF(0, 0, width(), 1), color(Role::Border));
    }
};

QVector<TableColumn> candidateColumns()
{
    QVector<TableColumn> columns(CandidateModel::ColumnCount);
    columns[CandidateModel::Name] = storeColumn(QStringLiteral("name"), CellKind::Text, 140);
    columns[CandidateModel::Name].canHide = false;
    columns[CandidateModel::Name].grows = true;
    columns[CandidateModel::OperatingSystem] = storeColumn(QStringLiteral("os"), CellKind::Text, 180);
    columns[CandidateModel::OperatingSystem].leaves = 2;
    columns[CandidateModel::ResourceGroup] = storeColumn(QStringLiteral("group"), CellKind::Text, 120);
    columns[CandidateModel::ResourceGroup].leaves = 1;
    columns[CandidateModel::Disk] = storeColumn(QStringLiteral("disk"), CellKind::Number, 80);
    columns[CandidateModel::Disk].leaves = 3;
    columns[CandidateModel::Check] = storeColumn(QStringLiteral("check"), CellKind::Status, 330);
    columns[CandidateModel::Check].canHide = false;
    return columns;
}

} // namespace

MachinesStep::MachinesStep(const Context& context, presentation::Candidates& candidates, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_candidates(candidates)
{
    m_model = new CandidateModel(m_candidates, m_context.language.format(), this);
    m_rows = new presentation::CandidateFilter(*m_model, this);
    m_rows->setLocale(m_context.language.format().locale());

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::md);
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->setObjectName(QStringLiteral("protect.discoveryFailed"));
    m_failure->hide();
    layout->addWidget(m_failure);
    connect(m_failure, &MessageBar::actionTriggered, &m_candidates, &presentation::Candidates::discover);

    auto columns = candidateColumns();
    columns[CandidateModel::Name].cell = [this, look = columns[CandidateModel::Name].cell](const QModelIndex& index,
                                                                                           Cell& cell) {
        look(index, cell);
        if (index.data(presentation::NewRole).toBool()) {
            cell.badge = tr("new", "a machine that was just found");
        }
    };
    m_list = new StoreTable(m_context, QStringLiteral("candidates"), m_candidates.machines(), *m_rows, columns);
    m_table = m_list->table();
    m_table->setCheckable(true);
    m_empty = new EmptyState(Icon::VirtualMachine, {}, {});
    m_list->setEmptyState(m_empty);
    m_list->setTotal([this] {
        return m_candidates.isFollowing() ? m_candidates.countChosen()
            : m_rows->showsOthers()       ? m_candidates.machines().count()
                                          : m_candidates.countEligible();
    });
    m_list->card()->body()->insertWidget(0, makeHead());
    m_list->card()->add(makeFoot());
    layout->addWidget(m_list, 1);
    m_table->sortByColumn(CandidateModel::Name, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MachinesStep::choiceChanged);
    connect(m_list, &StoreTable::clearFilterWanted, this, &MachinesStep::clearFilters);
    connect(&m_candidates, &presentation::Candidates::tallyChanged, this, &MachinesStep::update);
    connect(&m_candidates, &presentation::Candidates::eligibleChanged, this, &MachinesStep::update,
            Qt::QueuedConnection);
    connect(&m_candidates, &presentation::Candidates::chosenChanged, this, &MachinesStep::showChoice,
            Qt::QueuedConnection);
    connect(&m_candidates.discovery(), &Discovery::changed, this, &MachinesStep::update);
    connect(&m_candidates.machines(), &presentation::ListStoreBase::stateChanged, this, &MachinesStep::update);
    connect(&m_context.session.items(), &presentation::ListStoreBase::stateChanged, this, &MachinesStep::updateEmpty);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &MachinesStep::showChoice, Qt::QueuedConnection);
    retranslate();
}

QWidget* MachinesStep::makeHead()
{
    auto* place = new QWidget;
    m_head = new QBoxLayout(QBoxLayout::LeftToRight, place);
    m_head->setContentsMargins(Space::lg, Space::sm, Space::lg, Space::sm);
    m_head->setSpacing(Space::sm);
    m_title = new Label(LabelKind::Section);
    m_filters = new QWidget;
    auto* filters = new QHBoxLayout(m_filters);
    filters->setContentsMargins(0, 0, 0, 0);
    filters->setSpacing(Space::sm);
    m_filter = new SearchField({}, this, Icon::Filter);
    m_filter->setObjectName(QStringLiteral("candidates.filter"));
    m_filter->setMinimumWidth(Size::essentialsLabel);
    m_filter->setMaximumWidth(Size::nav - Space::sm);
    m_filter->setMaxLength(100);
    m_group = new FilterPill({}, this);
    m_group->setObjectName(QStringLiteral("candidates.group"));
    m_others = new Pill({}, this);
    m_others->setObjectName(QStringLiteral("candidates.others"));
    m_others->setCheckable(true);
    m_others->setTick(true);
    filters->addWidget(m_filter, 1);
    filters->addWidget(m_group);
    filters->addWidget(m_others);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_filters, 2);

    connect(m_filter, &QLineEdit::textChanged, this,
            [this](const QString& text) { filterBy([this, &text] { m_rows->setText(text); }); });
    connect(m_filter, &SearchField::moveToList, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_group, &FilterPill::currentChanged, this, [this](const QVariant& group) {
        filterBy([this, &group] { m_rows->setResourceGroup(group.toString()); });
    });
    connect(m_others, &QAbstractButton::toggled, this, [this](bool on) {
        filterBy([this, on] { m_rows->setShowsOthers(on); });
        updateGroups();
    });
    return place;
}

QWidget* MachinesStep::makeFoot()
{
    auto* foot = new Foot;
    auto* outer = new QVBoxLayout(foot);
    outer->setContentsMargins(Space::lg, Space::sm, Space::lg, Space::sm);
    auto* flow = new FlowLayout;
    flow->setSpacing(Space::md);
    outer->addLayout(flow);
    m_validated = new Label(LabelKind::Strong);
    m_validated->setObjectName(QStringLiteral("protect.validated"));
    m_passed = new StatusText;
    m_warned = new StatusText;
    m_refused = new StatusText;
    m_looked = new StatusText;
    m_looked->setObjectName(QStringLiteral("protect.discovery"));
    m_looked->setTone(StatusTone::Plain);
    m_looked->setTextStyle(TextStyle::Caption);
    m_again = new LinkButton;
    m_again->setObjectName(QStringLiteral("protect.discover"));
    m_missing = new LinkButton;
    m_missing->setObjectName(QStringLiteral("protect.whyMissing"));
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_validated, m_passed, m_warned, m_refused, m_looked, m_again, m_missing}) {
        flow->addWidget(part);
    }
    connect(m_again, &QAbstractButton::clicked, &m_candidates, &presentation::Candidates::discover);
    connect(m_missing, &QAbstractButton::clicked, this, &MachinesStep::showMissing);
    return foot;
}

void MachinesStep::filterBy(const std::function<void()>& change)
{
    m_filtering = true;
    change();
    m_filtering = false;
    showChoice();
    updateShown();
}

//! The person's choice, and nothing else, is told on.
void MachinesStep::choiceChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    if (m_filtering || m_candidates.isFollowing()) {
        return;
    }
    const auto idsOf = [this](const QItemSelection& selection) {
        QList<ArmId> ids;
        for (const auto& range : selection) {
            if (range.left() > CandidateModel::Name) {
                continue; // each row once
            }
            for (int row = range.top(); row <= range.bottom(); ++row) {
                ids.append(m_rows->idAt(row));
            }
        }
        return ids;
    };
    m_candidates.choose(idsOf(deselected), false);
    m_candidates.choose(idsOf(selected), true);
}

//! Rows that came back, and rows that can't be chosen any more.
void MachinesStep::showChoice()
{
    auto* selection = m_table->selectionModel();
    const auto rows = static_cast<std::size_t>(m_rows->rowCount());
    std::vector<char> chosen(rows);
    std::vector<char> selected(rows);
    for (std::size_t row = 0; row < rows && !m_candidates.isFollowing(); ++row) {
        chosen[row] = m_candidates.isChosen(m_rows->idAt(static_cast<int>(row)));
    }
    for (const auto& range : selection->selection()) {
        std::fill(selected.begin() + range.top(), selected.begin() + range.bottom() + 1, 1);
    }
    if (chosen != selected) {
        QItemSelection wanted;
        for (auto from = std::find(chosen.cbegin(), chosen.cend(), 1); from != chosen.cend();) {
            const auto to = std::find(from, chosen.cend(), 0);
            wanted.append(QItemSelectionRange(
                m_rows->index(static_cast<int>(from - chosen.cbegin()), 0),
                m_rows->index(static_cast<int>(to - chosen.cbegin()) - 1, CandidateModel::ColumnCount - 1)));
            from = std::find(to, chosen.cend(), 1);
        }
        m_filtering = true;
        selection->select(wanted, QItemSelectionModel::ClearAndSelect);
        selection->select(QItemSelection(), QItemSelectionModel::Select); // a range that follows takes none of it away
        m_filtering = false;
    }
    updateTally();
}

void MachinesStep::clearFilters()
{
    m_filter->clear();
    m_group->setCurrent({});
    filterBy([this] { m_rows->setResourceGroup({}); });
}

void MachinesStep::focusFirst()
{
    if (m_rows->rowCount() == 0 && m_emptyButton != nullptr && m_emptyButton->isVisibleTo(this)) {
        m_emptyButton->setFocus(Qt::TabFocusReason);
    } else {
        m_table->setFocus(Qt::TabFocusReason);
    }
}

void MachinesStep::focusMachine(const ArmId& machine)
{
    if (!m_rows->indexOf(machine).isValid()) {
        clearFilters();
    }
    const auto index = m_rows->indexOf(machine);
    if (index.isValid()) {
        m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_table->scrollTo(index);
    }
    m_table->setFocus(Qt::TabFocusReason);
}

void MachinesStep::showMissing()
{
    m_context.navigator.openBlade(new MissingMachinesBlade(m_context, m_candidates, window()));
}

void MachinesStep::update()
{
    updateGroups();
    updateShown();
}

//! What a filter changes. The groups to choose from it does not, and looking for them takes as long as filtering.
void MachinesStep::updateShown()
{
    const bool following = m_candidates.isFollowing();
    m_title->setText(following ? tr("3. Enable backup") : tr("3. Select virtual machines"));
    m_group->setVisible(!following);
    m_others->setVisible(!following);
    updateDiscovery();
    updateTally();
    updateEmpty();
}

void MachinesStep::updateGroups()
{
    QSet<QString> names;
    const auto& machines = m_candidates.machines();
    for (int row = 0; row < machines.count(); ++row) {
        if (m_rows->showsOthers() || m_candidates.isEligible(row)) {
            names.insert(machines.idAt(row).resourceGroup());
        }
    }
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort(Qt::CaseInsensitive);
    QVector<FilterPill::Choice> choices{{tr("all", "filter: no limit"), {}}};
    for (const auto& name : std::as_const(sorted)) {
        choices.append({name, name});
    }
    if (m_group->property("shown").toStringList() != sorted
        || m_group->property("words") != choices.constFirst().text) {
        m_group->setProperty("shown", sorted);
        m_group->setProperty("words", choices.constFirst().text);
        m_group->setChoices(choices);
    }
}

void MachinesStep::updateDiscovery()
{
    const auto& discovery = m_candidates.discovery();
    const auto& format = m_context.language.format();
    const bool failed = discovery.state() == Discovery::State::Failed;
    if (failed) {
        const auto text = presentation::ErrorText::of(*discovery.error(), format.locale());
        m_failure->setMessage(MessageKind::Error, tr("The search for virtual machines failed."), text.sentence());
        m_failure->setDetail(text.code());
        m_failure->setAction(tr("Try again"));
    }
    // That the list itself could not be read is said where it stands.
    m_failure->setVisible(failed && !m_candidates.isFollowing() && !m_candidates.machines().error());
    switch (discovery.state()) {
    case Discovery::State::Idle:
    case Discovery::State::Failed:
        m_looked->setStatus(StatusKind::None, {});
        break;
    case Discovery::State::Looking:
        m_looked->setStatus(StatusKind::Running, tr("Looking for virtual machines…"));
        break;
    case Discovery::State::Reading:
        m_looked->setStatus(StatusKind::Running,
                            tr("Looking for virtual machines… %n found", nullptr, discovery.found()));
        break;
    case Discovery::State::Ready:
        m_looked->setStatus(StatusKind::None,
                            discovery.countNew() > 0
                                ? tr("Discovery at %1 found %n new machine(s).", nullptr, discovery.countNew())
                                      .arg(format.time(discovery.endedAt()))
                                : tr("Discovery at %1 found no new machines.").arg(format.time(discovery.endedAt())));
        break;
    }
    m_looked->setVisible(!m_looked->text().isEmpty() && !m_candidates.isFollowing());
    m_again->setVisible(!discovery.isRunning() && !m_candidates.isFollowing());
    const int others = m_candidates.machines().count() - m_candidates.countEligible();
    m_missing->setVisible(!m_candidates.isFollowing() && others > 0);
}

void MachinesStep::updateTally()
{
    const auto tally = m_candidates.tally();
    const auto& format = m_context.language.format();
    const bool any = tally.chosen > 0 && !m_candidates.isFollowing();
    const auto number = [&format](int value) { return format.number(static_cast<qint64>(value)); };
    m_validated->setText(
        tr("Validation: %1 of %2 done").arg(number(tally.chosen - tally.pending), number(tally.chosen)));
    m_passed->setStatus(StatusKind::Ok, tr("%n valid", nullptr, tally.passed));
    m_warned->setStatus(StatusKind::Warning, tr("%n with warnings", nullptr, tally.warned));
    m_refused->setStatus(StatusKind::Failed, tr("%n not valid", nullptr, tally.refused));
    m_validated->setVisible(any);
    m_passed->setVisible(any && tally.passed > 0);
    m_warned->setVisible(any && tally.warned > 0);
    m_refused->setVisible(any && tally.refused > 0);
}

//! Nothing to choose: because nothing was found, or because nothing that was found fits.
void MachinesStep::updateEmpty()
{
    const auto* vault = m_context.session.vaults().find(m_candidates.vaultId());
    const auto& items = m_context.session.items();
    const bool none = m_candidates.machines().isEmpty();
    if (m_candidates.discovery().isRunning()) {
        m_empty->setTexts(Icon::Search, tr("Looking for virtual machines…"),
                          tr("Those that can be protected appear here as they are found."));
    } else if (none && m_candidates.discovery().state() == Discovery::State::Failed) {
        m_empty->setTexts(Icon::Help, tr("It is not known which virtual machines there are"),
                          tr("The search for them failed."));
    } else if (!none && !items.hasLoaded()) { // which of them are protected, and so can't be chosen
        m_empty->setTexts(Icon::Help,
                          items.error() ? tr("It is not known which virtual machines are protected already")
                                        : tr("Loading…"),
                          items.error() ? tr("The backup items could not be read.") : QString());
    } else if (none) {
        m_empty->setTexts(Icon::VirtualMachine, tr("No virtual machines were found"),
                          tr("When there is one, search again."));
    } else {
        m_empty->setTexts(Icon::Protected, tr("There is no virtual machine to protect here"),
                          tr("All in %1 are protected already, or can't be. Those elsewhere need a vault there.")
                              .arg(vault != nullptr ? presentation::StatusWords::region(vault->location) : QString()));
    }
    if (m_emptyButton == nullptr) {
        m_emptyButton = m_empty->setButton({});
        m_emptyButton->setObjectName(QStringLiteral("candidates.emptyAction"));
        connect(m_emptyButton, &QAbstractButton::clicked, this, [this] {
            if (m_candidates.machines().isEmpty()) {
                m_candidates.discover();
            } else {
                showMissing();
            }
        });
    }
    m_emptyButton->setText(none ? tr("Search again") : tr("Why is a virtual machine missing?"));
    m_emptyButton->setVisible(!m_candidates.discovery().isRunning());
}

void MachinesStep::retranslate()
{
    m_model->setFormat(m_context.language.format());
    m_rows->setLocale(m_context.language.format().locale());
    m_filter->setHint(tr("Filter by name"));
    m_group->setLabel(tr("Resource group:"));
    m_others->setText(tr("Show those that can't be chosen too"));
    m_again->setText(tr("Search again"));
    m_missing->setText(tr("Why is a virtual machine missing?"));
    m_table->setAccessibleName(tr("Virtual machines"));
    update();
}

void MachinesStep::resizeEvent(QResizeEvent* event)
{
    const int needed = m_title->sizeHint().width() + m_filters->sizeHint().width() + Space::xxl + Space::xl;
    m_head->setDirection(event->size().width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

void MachinesStep::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
