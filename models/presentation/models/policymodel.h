// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/storemodel.h"
#include "presentation/stores/policyliststore.h"
#include "presentation/stores/protecteditemstore.h"

#include <QHash>

namespace valv::presentation {

//! \brief Policies in words: when they run, what they keep, who uses them.
class PolicyModel final : public StoreModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Vault,
        Schedule,
        Retention,
        Items,
        NextRun,
        More, //!< without a heading: where the commands of the row are
        ColumnCount
    };
    PolicyModel(PolicyListStore& store, ProtectedItemStore& items, const Format& format, QObject* parent = nullptr);
    [[nodiscard]] const contract::BackupPolicy& rowAt(int row) const { return m_store.at(row); }
    //! Items that use it, as far as is known.
    [[nodiscard]] int itemsOf(const contract::BackupPolicy& policy) const;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QString searchText(int row) const override;

private:
    void countItems();

    PolicyListStore& m_store;
    ProtectedItemStore& m_items;
    QHash<ArmId, int> m_counts; //!< of items, by policy
    bool m_loaded = false; //!< the items are all there; before that the backend's count stands
};

} // namespace valv::presentation
