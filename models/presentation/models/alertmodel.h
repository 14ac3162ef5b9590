// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/filters.h"
#include "presentation/models/storemodel.h"
#include "presentation/stores/alertstore.h"
#include "presentation/text/alerttext.h"

#include <QSet>

namespace valv::presentation {

class AlertModel final : public StoreModel
{
    Q_OBJECT
public:
    enum Column
    {
        Severity, //!< sorts by what needs attention: active, severity, newest
        Title,
        Resource,
        Vault,
        Raised,
        State,
        By, //!< who acknowledged or closed it
        ColumnCount
    };
    AlertModel(AlertStore& store, const Format& format, QObject* parent = nullptr);
    [[nodiscard]] const contract::Alert& rowAt(int row) const { return m_store.at(row); }

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QString searchText(int row) const override;

private:
    AlertStore& m_store;
};

//! \brief Alerts by severity, standing, time and what they are about; empty means all.
class AlertFilter final : public TextFilter
{
    Q_OBJECT
public:
    explicit AlertFilter(AlertModel& model, QObject* parent = nullptr);
    void setSeverity(contract::AlertSeverity severity); //!< Unknown: all
    void setStandings(const QSet<AlertStanding>& standings);
    void setSince(const std::optional<QDateTime>& since); //!< raised before: only if active
    void setScope(const ArmId& scope); //!< a vault and all that is in it, or an item
    void setVault(const ArmId& vault); //!< within the scope
    [[nodiscard]] const contract::Alert& rowAt(int row) const;

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;

private:
    AlertModel& m_model;
    contract::AlertSeverity m_severity = contract::AlertSeverity::Unknown;
    QSet<AlertStanding> m_standings;
    std::optional<QDateTime> m_since;
    ArmId m_scope;
    ArmId m_vault;
};

} // namespace valv::presentation
