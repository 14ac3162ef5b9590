// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/policysummaryblade.h"

#include "controls/button.h"
#include "controls/essentials.h"
#include "controls/formfooter.h"
#include "controls/label.h"
#include "controls/skeleton.h"
#include "frame/storenotice.h"
#include "policies/retentionpreview.h"
#include "presentation/app/language.h"
#include "presentation/stores/policystore.h"
#include "presentation/stores/session.h"
#include "presentation/text/retentiontext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

namespace {

constexpr int loadingRows = 6;

} // namespace

PolicySummaryBlade::PolicySummaryBlade(const Context& context, const ArmId& policy, QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_policy(policy)
{
    setObjectName(QStringLiteral("policySummary"));
    m_loading = new Skeleton(loadingRows);
    m_loading->setObjectName(QStringLiteral("policySummary.loading"));
    m_gone = new Label(LabelKind::Secondary);
    m_gone->setWordWrap(true);
    m_notice = new StoreNotice(m_context);
    m_notice->setObjectName(QStringLiteral("policySummary.unread"));
    m_rows = new Essentials;
    m_rows->setMaxColumns(1);
    m_runsTitle = new Label(LabelKind::Strong);
    m_runs = new Essentials;
    m_runs->setMaxColumns(1);
    m_runs->setRowHeight(Space::xl);
    m_keepsTitle = new Label(LabelKind::Strong);
    m_preview = new RetentionPreview(RetentionPreview::Size::Small);
    for (QWidget* part : std::initializer_list<QWidget*>{m_notice, m_loading, m_gone, m_rows, m_runsTitle, m_runs,
                                                         m_keepsTitle, m_preview}) {
        add(part);
    }
    body()->addStretch(1);
    setOnlyShows();
    setButtons({});
    footer()->primary()->setObjectName(QStringLiteral("policySummary.edit"));
    connect(this, &Blade::submitted, this, [this] {
        auto& navigator = m_context.navigator;
        const Route page{QStringLiteral("policy"), m_policy.text(), {}};
        if (closeBlade()) {
            navigator.open(page);
        }
    });
    auto& store = m_context.session.policies(m_policy.vaultId());
    m_notice->follow(&store);
    connect(m_notice, &StoreNotice::retried, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(&store, &presentation::ListStoreBase::stateChanged, this, &PolicySummaryBlade::showPolicy);
    connect(&store, &presentation::ListStoreBase::rowsChanged, this, &PolicySummaryBlade::showPolicy);
    showPolicy();
}

void PolicySummaryBlade::showPolicy()
{
    const auto& format = m_context.language.format();
    setTitle(m_policy.name());
    setCaption(tr("Backup policy") + QStringLiteral(" · ") + m_policy.vaultId().name());
    footer()->setPrimary(tr("Edit policy"), ButtonKind::Standard);
    m_runsTitle->setText(tr("Next runs"));
    m_keepsTitle->setText(tr("What this policy keeps"));
    m_notice->setTitle(tr("The policy could not be read."));
    auto& store = m_context.session.policies(m_policy.vaultId());
    const auto* policy = store.byName(m_policy.name());
    for (QWidget* part : std::initializer_list<QWidget*>{m_rows, m_runsTitle, m_runs, m_keepsTitle, m_preview}) {
        part->setVisible(policy != nullptr);
    }
    m_loading->setVisible(policy == nullptr && !store.hasLoaded() && m_notice->isHidden());
    m_gone->setText(tr("The policy is not there. It may have been deleted."));
    m_gone->setVisible(policy == nullptr && store.hasLoaded());
    footer()->primary()->setReason(m_gone->isHidden() ? QString() : m_gone->text());
    if (policy == nullptr) {
        return;
    }
    QVector<Fact> rows;
    for (const auto& row : presentation::RetentionText(format).rows(*policy)) {
        Fact fact;
        fact.label = row.label;
        fact.value = row.value;
        fact.wrap = true;
        rows.append(fact);
    }
    m_rows->setFacts(rows);
    m_preview->showPolicy(*policy, format);
    QVector<Fact> runs;
    for (const auto& run : m_preview->simulation().nextRuns) {
        Fact fact;
        fact.label = format.dateTime(run);
        fact.value = format.relative(run);
        runs.append(fact);
    }
    m_runs->setFacts(runs);
}

void PolicySummaryBlade::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_preview != nullptr) {
        showPolicy();
    }
}

} // namespace valv::views
