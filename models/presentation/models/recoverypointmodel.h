// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/storemodel.h"
#include "presentation/stores/recoverypointstore.h"

namespace valv::presentation {

class RecoveryPointModel final : public StoreModel
{
    Q_OBJECT
public:
    enum Column
    {
        Time,
        Consistency,
        Type,
        KeptUntil,
        KeptBy,
        Size,
        Stored,
        More, //!< without a heading: where the commands of the row are
        ColumnCount
    };
    RecoveryPointModel(RecoveryPointStore& store, const Format& format, QObject* parent = nullptr);
    [[nodiscard]] const contract::RecoveryPoint& rowAt(int row) const { return m_store.at(row); }

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;

private:
    RecoveryPointStore& m_store;
};

} // namespace valv::presentation
