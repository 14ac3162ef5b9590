// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"

namespace valv::views {

class LinkCard;
class Skeleton;
class StoreNotice;

//! \brief How many backup items there are of each type; a type without any is dimmed. Route: subject = a vault, or
//! empty for all; part = "types". Source: flows.md D3.
class ItemTypesPage : public Page
{
    Q_OBJECT
public:
    ItemTypesPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override;
    void refresh() override;
    void focusFirst() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void showCounts();

    Context m_context;
    ArmId m_vault; //!< empty: all
    StoreNotice* m_unread;
    Skeleton* m_loading;
    QList<LinkCard*> m_types; //!< virtual machines first
};

} // namespace valv::views
