// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/storemodel.h"
#include "presentation/stores/jobstore.h"

namespace valv::presentation {

class JobModel final : public StoreModel
{
    Q_OBJECT
public:
    enum Column
    {
        Item,
        Operation,
        Status,
        Type,
        Start,
        Duration,
        Transferred,
        Vault,
        ColumnCount
    };
    JobModel(JobStore& store, const Format& format, QObject* parent = nullptr);
    [[nodiscard]] const contract::BackupJob& rowAt(int row) const { return m_store.at(row); }

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QString searchText(int row) const override;

private:
    JobStore& m_store;
};

} // namespace valv::presentation
