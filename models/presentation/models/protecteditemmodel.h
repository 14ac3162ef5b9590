// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/storemodel.h"
#include "presentation/stores/protecteditemstore.h"

namespace valv::presentation {

class ProtectedItemModel final : public StoreModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        ResourceGroup,
        PreCheck,
        LastBackupStatus,
        LatestPoint,
        NextRun,
        Policy,
        Vault,
        More, //!< without a heading: where the commands of the row are
        ColumnCount
    };
    ProtectedItemModel(ProtectedItemStore& store, const Format& format, QObject* parent = nullptr);
    [[nodiscard]] const contract::ProtectedItem& rowAt(int row) const { return m_store.at(row); }

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QString searchText(int row) const override;

private:
    ProtectedItemStore& m_store;
};

} // namespace valv::presentation
