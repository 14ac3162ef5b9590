// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/storemodel.h"
#include "presentation/stores/virtualmachinestore.h"

namespace valv::presentation {

class VirtualMachineModel final : public StoreModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Status,
        ResourceGroup,
        Location,
        Subscription,
        OperatingSystem,
        Size,
        ProtectionState,
        LastBackup,
        NextRun,
        Tags,
        ColumnCount
    };
    VirtualMachineModel(VirtualMachineStore& store, const Format& format, QObject* parent = nullptr);
    [[nodiscard]] const VmRow& rowAt(int row) const { return m_store.at(row); }

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QString searchText(int row) const override;

private:
    [[nodiscard]] static Cell protectionCell(const VmRow& machine);

    VirtualMachineStore& m_store;
};

} // namespace valv::presentation
