// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/candidates.h"
#include "vaults/vaultpage.h"

#include <QPointer>

#include <memory>

class QBoxLayout;

namespace valv::views {

class Button;
class Card;
class CopyAzLink;
class Essentials;
class FormFooter;
class FormSummary;
class GoalStep;
class LinkButton;
class MachinesStep;
class PolicyStep;
class ProtectResults;
class StepBar;

//! \brief Protects many machines from a vault: goal, policy, machines, and what became of each. What was entered stays
//! when one goes back. Enabling goes on when the page is left; one notification tells of it.
//! Route: {vault, its id, backup}. Source: flows.md C2–C6; picture backupgoal_sv.
class ProtectPage : public VaultPage
{
    Q_OBJECT
public:
    ProtectPage(const Context& context, const Route& route, QWidget* parent = nullptr);
    ~ProtectPage() override;

    [[nodiscard]] QList<QAction*> commands() const override { return {}; }
    void refresh() override;
    void focusFirst() override;
    [[nodiscard]] QWidget* filterField() const override;
    [[nodiscard]] QString unsaved() const override;

protected:
    void update() override;
    void retranslate() override;
    [[nodiscard]] QString partTitle() const override;
    [[nodiscard]] QList<presentation::ListStoreBase*> besides() const override;

private:
    enum class Step
    {
        Goal,
        Policy,
        Machines,
        Results, //!< of enabling: runs, or has ended
    };
    void makeSummaries();
    void makeFooter();
    void goTo(Step step);
    void submit();
    void choosePolicy();
    void enable();
    [[nodiscard]] presentation::EnableRequest choice() const;
    void startEnabling();
    void runEnded();
    void skipRefused();
    void startOver();
    void backUpNow();
    void showSteps();
    void showSummaries();
    void showFooter();
    void showResults();
    [[nodiscard]] QString selectionProblem() const; //!< in words; empty: backup can be enabled
    [[nodiscard]] bool isRunning() const { return m_many != nullptr && m_many->isRunning(); }
    [[nodiscard]] int countOf(presentation::EnableMany::State state) const;

    std::unique_ptr<presentation::Candidates> m_candidates;
    QPointer<presentation::EnableMany> m_many;
    QList<ArmId> m_taken; //!< those that backup is being enabled for
    Step m_step = Step::Goal;
    bool m_known = false; //!< the vault was there once
    bool m_wanted = false; //!< enabling was asked for while the validation ran
    QString m_problem; //!< why the primary button did nothing
    StepBar* m_steps;
    QBoxLayout* m_summaries;
    Card* m_goalCard;
    Essentials* m_goalFacts;
    LinkButton* m_changeGoal;
    Card* m_policyCard;
    Essentials* m_policyFacts;
    LinkButton* m_changePolicy;
    FormSummary* m_errors;
    GoalStep* m_goal;
    PolicyStep* m_policyStep;
    ProtectResults* m_results;
    MachinesStep* m_machines;
    FormFooter* m_footer;
    Button* m_previous;
    LinkButton* m_skip;
    CopyAzLink* m_az;
};

} // namespace valv::views
