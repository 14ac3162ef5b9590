// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/candidatemodel.h"

#include "presentation/text/errortext.h"
#include "presentation/text/readinesstext.h"

namespace valv::presentation {

CandidateModel::CandidateModel(Candidates& candidates, const Format& format, QObject* parent)
    : StoreModel(candidates.machines(), format, parent)
    , m_candidates(candidates)
{
    connect(&m_candidates, &Candidates::rowsTouched, this, [this](const QList<int>& rows) {
        touchRows(rows);
        Q_EMIT headerDataChanged(Qt::Horizontal, Check, Check); // what it says may need more room now
    });
    connect(&m_candidates, &Candidates::eligibleChanged, this, [this] { touch(0, rowCount() - 1); });
    connect(&m_candidates.discovery(), &Discovery::ended, this, [this] { touch(0, rowCount() - 1); }); // what is new
}

Qt::ItemFlags CandidateModel::flags(const QModelIndex& index) const
{
    auto flags = StoreModel::flags(index);
    if (index.isValid() && (m_candidates.isFollowing() || !m_candidates.isEligible(index.row()))) {
        flags.setFlag(Qt::ItemIsSelectable, false);
    }
    return flags;
}

QString CandidateModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return tr("Name");
    case OperatingSystem:
        return tr("Operating system");
    case ResourceGroup:
        return tr("Resource group");
    case Disk:
        //: Column heading: the size of a machine's disks. Keep short.
        return tr("Disk");
    case Check:
        //: Column heading: whether a vault could protect the machine, and then whether it does. Keep short.
        return tr("Validation");
    case ColumnCount:
        break;
    }
    return {};
}

Cell CandidateModel::cell(int row, int column) const
{
    const auto& machine = m_candidates.machines().at(row);
    const auto& vm = machine.vm;
    switch (static_cast<Column>(column)) {
    case Name: {
        Cell c = textCell(vm.name);
        c.isNew = m_candidates.discovery().isNew(vm.id);
        return c;
    }
    case OperatingSystem:
        return textCell(vm.osName.isEmpty() ? StatusWords::of(vm.osType) : vm.osName);
    case ResourceGroup:
        return textCell(vm.id.resourceGroup());
    case Disk: {
        qint64 bytes = 0;
        for (const auto& disk : vm.disks) {
            bytes += std::max<qint64>(disk.capacityBytes, 0);
        }
        return sizeCell(vm.disks.isEmpty() ? -1 : bytes);
    }
    case Check:
        return checkCell(row);
    case ColumnCount:
        break;
    }
    return {};
}

Cell CandidateModel::outcomeCell(const EnableMany::Machine& machine) const
{
    switch (machine.state) {
    case EnableMany::State::Waiting:
        return statusCell(tr("In queue"), StatusKind::Pending);
    case EnableMany::State::Running:
        return statusCell(tr("Enabling backup…"), StatusKind::Running);
    case EnableMany::State::Done:
        return statusCell(tr("Backup is enabled"), StatusKind::Ok);
    case EnableMany::State::Failed:
        break;
    }
    const auto text = ErrorText::of(machine.error.value_or(Error()), format().locale());
    Cell c = statusCell(text.title(), StatusKind::Failed);
    c.toolTip = text.sentence();
    return c;
}

Cell CandidateModel::checkCell(int row) const
{
    const auto& machine = m_candidates.machines().idAt(row);
    if (const auto* outcome = m_candidates.outcomeOf(machine)) {
        return outcomeCell(*outcome);
    }
    if (!m_candidates.isEligible(row)) {
        Cell c = textCell(m_candidates.canChoose(row).reason());
        c.secondary = true;
        return c;
    }
    const auto check = m_candidates.checkOf(machine);
    switch (check.state) {
    case ProtectionChecks::State::None: {
        Cell c = textCell(tr("Not validated"));
        c.secondary = true;
        return c;
    }
    case ProtectionChecks::State::Waiting:
    case ProtectionChecks::State::Running:
        return statusCell(tr("Validating"), StatusKind::Running);
    case ProtectionChecks::State::Passed:
        return statusCell(tr("Valid"), StatusKind::Ok);
    case ProtectionChecks::State::Warned: {
        QStringList sentences;
        for (const auto& code : check.warnings) {
            sentences << ReadinessText::advice(code);
        }
        QString words = ReadinessText::words(check.warnings.value(0));
        if (check.warnings.size() > 1) {
            //: %1 a warning, and there are %n more, which the tool tip tells
            words = tr("%1 and %n more", nullptr, static_cast<int>(check.warnings.size()) - 1).arg(words);
        }
        Cell c = statusCell(words, StatusKind::Warning);
        c.toolTip = sentences.join(QLatin1Char('\n'));
        return c;
    }
    case ProtectionChecks::State::Refused: {
        const auto text = ErrorText::of(check.error.value_or(Error()), format().locale());
        Cell c = statusCell(text.title(), StatusKind::Failed);
        c.toolTip = text.sentence();
        return c;
    }
    case ProtectionChecks::State::Unanswered: {
        Cell c = statusCell(tr("Could not be validated"), StatusKind::Warning);
        c.toolTip = ErrorText::of(check.error.value_or(Error()), format().locale()).sentence();
        return c;
    }
    }
    return {};
}

QString CandidateModel::searchText(int row) const
{
    const auto& vm = m_candidates.machines().at(row).vm;
    QString text = vm.name + QLatin1Char('\n') + vm.id.resourceGroup() + QLatin1Char('\n') + vm.osName;
    for (auto tag = vm.tags.cbegin(); tag != vm.tags.cend(); ++tag) {
        text += QLatin1Char('\n') + tag.key() + QLatin1String(": ") + tag.value();
    }
    return text;
}

CandidateFilter::CandidateFilter(CandidateModel& model, QObject* parent)
    : TextFilter(parent)
    , m_candidates(model.candidates())
{
    setSourceModel(&model);
}

void CandidateFilter::setResourceGroup(const QString& name)
{
    m_group = name;
    invalidateFilter();
}

void CandidateFilter::setShowsOthers(bool on)
{
    m_others = on;
    invalidateFilter();
}

bool CandidateFilter::accepts(int sourceRow) const
{
    const auto& machine = m_candidates.machines().idAt(sourceRow);
    if (m_candidates.isFollowing()) {
        return m_candidates.outcomeOf(machine) != nullptr;
    }
    return (m_others || m_candidates.isEligible(sourceRow))
        && (m_group.isEmpty() || machine.resourceGroup().compare(m_group, Qt::CaseInsensitive) == 0);
}

} // namespace valv::presentation
