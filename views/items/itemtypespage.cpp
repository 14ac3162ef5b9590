// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/itemtypespage.h"

#include "controls/linkcard.h"
#include "controls/skeleton.h"
#include "frame/scrollpage.h"
#include "frame/storenotice.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/format.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

namespace {

constexpr int loadingRows = 3;

} // namespace

ItemTypesPage::ItemTypesPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_vault(ArmId::parse(route.subject).value_or(ArmId()))
{
    auto* layout = scrolledBody(*this);
    m_unread = new StoreNotice(context);
    m_unread->setObjectName(QStringLiteral("items.types.unread"));
    connect(m_unread, &StoreNotice::retried, this, [this] { setFocus(Qt::OtherFocusReason); });
    layout->addWidget(m_unread);
    m_loading = new Skeleton(loadingRows);
    m_loading->setObjectName(QStringLiteral("items.types.loading"));
    m_loading->setMaximumWidth(Size::bladeWide);
    layout->addWidget(m_loading);
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
    m_unread->follow(&store);
    showCounts();
}

void ItemTypesPage::showCounts()
{
    const auto& store = m_context.session.items();
    setBusy(store.isBusy());
    const int count = m_vault.isEmpty() ? store.count() : store.countIn(m_vault);
    const bool known = store.hasLoaded() || count > 0;
    const bool loading = !known && !store.error();
    const bool wasLoading = !m_loading->isHidden();
    m_unread->setTitle(tr("The backup items could not be read."));
    m_loading->setVisible(loading);
    for (auto* type : std::as_const(m_types)) {
        type->setVisible(!loading);
    }
    m_types[0]->setText(tr("Azure virtual machine"));
    m_types[0]->setCaption(known ? presentation::Format::backupItems(count) : tr("How many is not known."));
    m_types[0]->setEnabled(count > 0 || !store.hasLoaded());
    m_types[0]->setToolTip(
        m_types[0]->isEnabled() ? QString() : tr("An item appears here when backup is enabled for a virtual machine."));
    m_types[1]->setText(tr("Azure file share"));
    m_types[2]->setText(tr("SQL Server in Azure VM"));
    for (auto* type : m_types.mid(1)) { // Valv protects machines: of these there are none
        type->setCaption(presentation::Format::backupItems(0));
        type->setEnabled(false);
        type->setToolTip(tr("Valv cannot back up this workload yet."));
    }
    if (wasLoading && !loading && hasFocus()) {
        focusFirst();
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
    m_context.session.refusals().forget();
    m_context.session.items().refresh();
}

void ItemTypesPage::focusFirst()
{
    for (auto* type : m_types) {
        if (type->isEnabled() && !type->isHidden()) {
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
