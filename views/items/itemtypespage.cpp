// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/itemtypespage.h"

#include "controls/linkcard.h"
#include "frame/scrollpage.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

ItemTypesPage::ItemTypesPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_vault(ArmId::parse(route.subject).value_or(ArmId()))
{
    auto* layout = scrolledBody(*this);
    const auto add = [this, layout](Icon icon, const char* name) {
        auto* card = new LinkCard(icon, {}, {});
        card->setObjectName(QLatin1String(name));
        card->setMaximumWidth(Size::bladeWide);
        layout->addWidget(card);
        m_types.append(card);
    };
    add(Icon::VirtualMachine, "items.type.vm");
    add(Icon::Folder, "items.type.files");
    add(Icon::Database, "items.type.sql");
    layout->addStretch(1);
    connect(m_types.constFirst(), &QAbstractButton::clicked, this, [this] {
        m_context.navigator.open({QStringLiteral("items"), m_vault.text(), {}});
    });
    auto& store = m_context.session.items();
    connect(&store, &presentation::ListStoreBase::countChanged, this, &ItemTypesPage::showCounts);
    connect(&store, &presentation::ListStoreBase::stateChanged, this, &ItemTypesPage::showCounts);
    showCounts();
}

void ItemTypesPage::showCounts()
{
    const auto& store = m_context.session.items();
    setBusy(store.isBusy());
    const int count = m_vault.isEmpty() ? store.count() : store.countIn(m_vault);
    m_types[0]->setText(tr("Azure virtual machine"));
    m_types[0]->setCaption(store.hasLoaded() || count > 0 ? presentation::Format::backupItems(count)
                               : store.error()
                               ? presentation::ErrorText::of(*store.error(), m_context.language.locale()).sentence()
                               : tr("Loading…"));
    m_types[0]->setEnabled(count > 0 || !store.hasLoaded());
    m_types[1]->setText(tr("Azure file share"));
    m_types[2]->setText(tr("SQL Server in Azure VM"));
    for (auto* type : m_types.mid(1)) { // Valv protects machines: of these there are none
        type->setCaption(presentation::Format::backupItems(0));
        type->setEnabled(false);
        type->setToolTip(tr("Valv cannot back up this workload yet."));
    }
}

PageHeading ItemTypesPage::heading() const
{
    const QString title = tr("Backup items");
    if (m_vault.isEmpty()) {
        return {title, tr("All vaults"), Icon::ProtectedItem, {{title, {}}}};
    }
    return {title,
            m_vault.name() + QStringLiteral(" · ") + m_vault.resourceGroup(),
            Icon::ProtectedItem,
            {{tr("Recovery Services vaults"), vaultsRoute()},
             {m_vault.name(), vaultRoute(m_vault)},
             {title, {}}}};
}

QList<MenuEntry> ItemTypesPage::resourceMenu() const
{
    return m_vault.isEmpty() ? QList<MenuEntry>() : vaultMenu(m_context, m_vault);
}

void ItemTypesPage::refresh()
{
    m_context.session.items().refresh();
}

void ItemTypesPage::focusFirst()
{
    for (auto* type : m_types) {
        if (type->isEnabled()) {
            type->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    setFocus(Qt::OtherFocusReason);
}

void ItemTypesPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        showCounts();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

} // namespace valv::views
