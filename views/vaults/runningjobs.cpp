// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/runningjobs.h"

#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/progressbar.h"
#include "frame/emptywords.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/statuswords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

namespace {

constexpr int mostRows = 3;

} // namespace

RunningJobs::RunningJobs(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_layout(new QVBoxLayout(this))
    , m_none(new Label(LabelKind::Secondary))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Space::md);
    m_none->setWordWrap(true);
    m_layout->addWidget(m_none);
    for (int i = 0; i < mostRows; ++i) {
        Row row{new QWidget, new LinkButton, new Label(LabelKind::Caption), new ProgressBar};
        auto* lines = new QVBoxLayout(row.place);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(Space::xs);
        auto* first = new QHBoxLayout;
        first->setSpacing(Space::sm);
        first->addWidget(row.name);
        first->addStretch(1);
        first->addWidget(row.state);
        lines->addLayout(first);
        lines->addWidget(row.bar);
        row.place->hide();
        m_layout->addWidget(row.place);
        connect(row.name, &QAbstractButton::clicked, this, [this, link = row.name] {
            m_context.navigator.open({QStringLiteral("jobs"), {}, link->property("job").toString()});
        });
        m_rows.append(row);
    }
}

void RunningJobs::setVault(const ArmId& vault)
{
    m_vault = vault;
    update();
}

void RunningJobs::update()
{
    const auto& jobs = m_context.session.jobs();
    const auto& format = m_context.language.format();
    int shown = 0;
    const contract::BackupJob* latest = nullptr;
    for (int at = 0; at < jobs.count(); ++at) {
        const auto& job = jobs.at(at);
        if (!(job.id.vaultId() == m_vault)) {
            continue;
        }
        latest = latest == nullptr || job.startTime > latest->startTime ? &job : latest;
        if (!job.isRunning() || shown == mostRows) {
            continue;
        }
        const Row& row = m_rows.at(shown++);
        row.name->setText(job.entity);
        row.name->setProperty("job", job.id.text());
        row.name->setAccessibleName(tr("Open the job of %1").arg(job.entity));
        QString state =
            job.progress ? format.percent(*job.progress / 100.0) : presentation::StatusWords::of(job.status);
        if (job.figures && job.figures->remainingMs >= 0) {
            state += QStringLiteral(" · ") + tr("%1 left").arg(format.durationShort(job.figures->remainingMs));
        }
        row.state->setText(state);
        row.bar->setValue(job.progress ? static_cast<int>(*job.progress) : 0);
        row.bar->setAccessibleName(tr("Progress of %1").arg(job.entity));
        row.bar->setAccessibleDescription(state);
    }
    for (int i = 0; i < mostRows; ++i) {
        m_rows.at(i).place->setVisible(i < shown);
    }
    m_none->setVisible(shown == 0);
    const EmptyWords none{tr("Reading the jobs …"), tr("The jobs could not be read."), tr("No job has run yet.")};
    m_none->setText(latest == nullptr
                        ? none.of(jobs)
                        : tr("No job is running. The last one started %1.").arg(format.relative(latest->startTime)));
}

} // namespace valv::views
