// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/context.h"
#include "presentation/stores/candidates.h"

#include <QWidget>

class QBoxLayout;
class QItemSelection;

namespace valv::presentation {
class CandidateFilter;
class CandidateModel;
} // namespace valv::presentation

namespace valv::views {

class Button;
class EmptyState;
class FilterPill;
class Label;
class LinkButton;
class MessageBar;
class Pill;
class SearchField;
class StatusText;
class StoreTable;
class Table;

//! \brief Machines to choose, with how each one's validation goes; then the same machines with what became of them.
//! What is chosen stays chosen whatever the filter shows. Source: flows.md C5; picture backupgoal_sv.
class MachinesStep : public QWidget
{
    Q_OBJECT
public:
    MachinesStep(const Context& context, presentation::Candidates& candidates, QWidget* parent = nullptr);

    void focusFirst(); //!< the list, or what stands in its place
    void focusMachine(const ArmId& machine); //!< its row; the filter goes when it hides it
    [[nodiscard]] SearchField* filter() const { return m_filter; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    void filterBy(const std::function<void()>& change);
    void choiceChanged(const QItemSelection& selected, const QItemSelection& deselected);
    void showChoice();
    void clearFilters();
    void update();
    void updateEmpty();
    void updateShown();
    void updateGroups();
    void updateDiscovery();
    void updateTally();
    void retranslate();
    void showMissing();

    const Context m_context;
    presentation::Candidates& m_candidates;
    presentation::CandidateModel* m_model;
    presentation::CandidateFilter* m_rows;
    MessageBar* m_failure;
    StoreTable* m_list;
    Table* m_table;
    QBoxLayout* m_head = nullptr;
    Label* m_title;
    QWidget* m_filters;
    SearchField* m_filter;
    FilterPill* m_group;
    Pill* m_others;
    EmptyState* m_empty;
    Button* m_emptyButton = nullptr;
    Label* m_validated;
    StatusText* m_passed;
    StatusText* m_warned;
    StatusText* m_refused;
    StatusText* m_looked; //!< how the discovery went
    LinkButton* m_again;
    LinkButton* m_missing;
    bool m_filtering = false; //!< rows go because of the filter, not because a person left them
};

} // namespace valv::views
