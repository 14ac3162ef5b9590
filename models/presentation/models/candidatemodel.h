// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/filters.h"
#include "presentation/models/storemodel.h"
#include "presentation/stores/candidates.h"

namespace valv::presentation {

//! \brief The machines of which a vault is to protect some. Those that can't be chosen can't be selected, and say why.
//! Source: flows.md C5.
class CandidateModel final : public StoreModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        OperatingSystem,
        ResourceGroup,
        Disk,
        Check, //!< how its check went, or what became of it
        ColumnCount
    };
    CandidateModel(Candidates& candidates, const Format& format, QObject* parent = nullptr);
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] const Candidates& candidates() const { return m_candidates; }

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Disk; }
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QString searchText(int row) const override;

private:
    [[nodiscard]] Cell checkCell(int row) const;
    [[nodiscard]] Cell outcomeCell(const EnableMany::Machine& machine) const;

    Candidates& m_candidates;
};

//! \brief Machines that can be chosen, on demand the others too; while backup is being enabled those that take part.
class CandidateFilter final : public TextFilter
{
    Q_OBJECT
public:
    explicit CandidateFilter(CandidateModel& model, QObject* parent = nullptr);
    void setResourceGroup(const QString& name); //!< whatever its case; empty: all
    void setShowsOthers(bool on);
    [[nodiscard]] bool showsOthers() const { return m_others; }

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;

private:
    const Candidates& m_candidates;
    QString m_group;
    bool m_others = false;
};

} // namespace valv::presentation
