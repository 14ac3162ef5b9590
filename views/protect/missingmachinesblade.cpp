// SPDX-License-Identifier: GPL-3.0-or-later
#include "protect/missingmachinesblade.h"

#include "controls/label.h"
#include "presentation/app/language.h"

#include <QEvent>
#include <QMap>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {
namespace {

constexpr qsizetype namesShown = 12;

} // namespace

MissingMachinesBlade::MissingMachinesBlade(const Context& context, const presentation::Candidates& candidates,
                                           QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_candidates(&candidates)
{
    setObjectName(QStringLiteral("missingMachines"));
    for (const auto signal : {&presentation::ListStoreBase::countChanged, &presentation::ListStoreBase::stateChanged}) {
        connect(&candidates.machines(), signal, this, &MissingMachinesBlade::showMissing);
    }
    connect(&candidates.machines(), &presentation::ListStoreBase::rowsChanged, this,
            &MissingMachinesBlade::showMissing);
    connect(&candidates, &presentation::Candidates::eligibleChanged, this, &MissingMachinesBlade::showMissing);
    retranslate();
}

void MissingMachinesBlade::addGroup(const Group& missing)
{
    auto* group = new QWidget;
    auto* lines = new QVBoxLayout(group);
    lines->setContentsMargins(0, 0, 0, Space::lg);
    lines->setSpacing(Space::xs);
    const auto count = m_context.language.format().number(static_cast<qint64>(missing.names.size()));
    const auto addLabel = [lines](LabelKind kind, const QString& text) {
        auto* label = new Label(kind, text);
        label->setWordWrap(true);
        lines->addWidget(label);
    };
    addLabel(LabelKind::Strong, QStringLiteral("%1 (%2)").arg(missing.reason, count));
    auto shown = missing.names.mid(0, namesShown);
    if (missing.names.size() > shown.size()) {
        shown.append(tr("%n more", nullptr, static_cast<int>(missing.names.size() - shown.size())));
    }
    addLabel(LabelKind::Body, presentation::Format::list(shown));
    if (!missing.remedy.isEmpty()) {
        addLabel(LabelKind::Secondary, missing.remedy);
    }
    m_groups->layout()->addWidget(group);
}

QVector<MissingMachinesBlade::Group> MissingMachinesBlade::missing() const
{
    const QMap<QString, QString> remedies{
        {QStringLiteral("CandidateOtherRegion"), tr("Use or create a vault in that region.")},
        {QStringLiteral("CandidateProtected"),
         tr("One vault at a time protects a machine. To move it, stop its backup there and delete the data.")},
        {QStringLiteral("CandidateStopped"), tr("Resume its backup in that vault, or delete the data there first.")},
        {QStringLiteral("CandidateDeleted"),
         tr("Undo the deletion in that vault, or wait until the data is gone for good.")},
        {QStringLiteral("CommandProtectionUnknown"), tr("Wait until all vaults have been read, or refresh.")},
        {QStringLiteral("CommandNoDisks"), tr("There is nothing to back up.")},
        {QStringLiteral("CandidateNotOffered"),
         tr("A vault that you can't see may protect it, or the server does not support it.")},
    };
    QMap<QString, Group> byReason;
    const auto& machines = m_candidates->machines();
    for (int row = 0; row < machines.count(); ++row) {
        if (!m_candidates->isEligible(row)) {
            const auto can = m_candidates->canChoose(row);
            auto& group = byReason[can.reason()];
            group.reason = can.reason();
            group.remedy = remedies.value(can.reasonCode);
            group.names.append(machines.at(row).vm.name);
        }
    }
    QVector<Group> groups(byReason.cbegin(), byReason.cend());
    for (auto& group : groups) {
        std::sort(group.names.begin(), group.names.end(),
                  [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; });
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) { return a.names.size() > b.names.size(); });
    return groups;
}

void MissingMachinesBlade::showMissing()
{
    if (m_candidates == nullptr) {
        return; // the page is going
    }
    const auto groups = missing();
    if (m_groups != nullptr && groups == m_shown) {
        return;
    }
    m_shown = groups;
    delete m_groups;
    m_groups = new QWidget;
    auto* layout = new QVBoxLayout(m_groups);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const auto& group : groups) {
        addGroup(group);
    }
    if (groups.isEmpty()) {
        auto* none = new Label(LabelKind::Body, tr("No machine is missing: every one that was found can be chosen."));
        none->setWordWrap(true);
        layout->addWidget(none);
    }
    add(m_groups);
}

void MissingMachinesBlade::retranslate()
{
    setTitle(tr("Why is a virtual machine missing?"));
    setCaption(m_candidates->vaultId().name());
    delete m_groups;
    m_groups = nullptr;
    showMissing();
}

void MissingMachinesBlade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && m_candidates != nullptr) {
        retranslate();
    }
    Blade::changeEvent(event);
}

} // namespace valv::views
