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
    retranslate();
}

void MissingMachinesBlade::addGroup(const QString& reason, const QString& remedy, const QStringList& names)
{
    auto* group = new QWidget;
    auto* lines = new QVBoxLayout(group);
    lines->setContentsMargins(0, 0, 0, Space::lg);
    lines->setSpacing(Space::xs);
    const auto count = m_context.language.format().number(static_cast<qint64>(names.size()));
    auto* title = new Label(LabelKind::Strong, QStringLiteral("%1 (%2)").arg(reason, count));
    title->setWordWrap(true);
    lines->addWidget(title);
    auto shown = names.mid(0, namesShown);
    if (names.size() > shown.size()) {
        shown.append(tr("%n more", nullptr, static_cast<int>(names.size() - shown.size())));
    }
    auto* list = new Label(LabelKind::Body, presentation::Format::list(shown));
    list->setWordWrap(true);
    lines->addWidget(list);
    if (!remedy.isEmpty()) {
        auto* what = new Label(LabelKind::Secondary, remedy);
        what->setWordWrap(true);
        lines->addWidget(what);
    }
    m_groups->layout()->addWidget(group);
}

void MissingMachinesBlade::retranslate()
{
    setTitle(tr("Why is a virtual machine missing?"));
    setCaption(m_candidates->vaultId().name());
    delete m_groups;
    m_groups = new QWidget;
    auto* layout = new QVBoxLayout(m_groups);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);

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
    struct Group
    {
        QString code;
        QStringList names;
    };
    QMap<QString, Group> groups; // by the reason in words
    const auto& machines = m_candidates->machines();
    for (int row = 0; row < machines.count(); ++row) {
        if (!m_candidates->isEligible(row)) {
            const auto can = m_candidates->canChoose(row);
            auto& group = groups[can.reason()];
            group.code = can.reasonCode;
            group.names.append(machines.at(row).vm.name);
        }
    }
    QStringList reasons = groups.keys();
    std::stable_sort(reasons.begin(), reasons.end(), [&groups](const QString& a, const QString& b) {
        return groups.value(a).names.size() > groups.value(b).names.size();
    });
    for (const auto& reason : std::as_const(reasons)) {
        auto names = groups.value(reason).names;
        std::sort(names.begin(), names.end(),
                  [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; });
        addGroup(reason, remedies.value(groups.value(reason).code), names);
    }
    if (reasons.isEmpty()) {
        auto* none = new Label(LabelKind::Body, tr("No machine is missing: every one that was found can be chosen."));
        none->setWordWrap(true);
        layout->addWidget(none);
    }
    add(m_groups);
}

void MissingMachinesBlade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && m_groups != nullptr && m_candidates != nullptr) {
        retranslate();
    }
    Blade::changeEvent(event);
}

} // namespace valv::views
