// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualmachines/vmpage.h"

#include "presentation/stores/session.h"
#include "presentation/text/statuswords.h"

#include <QEvent>

namespace valv::views {

VmPage::VmPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_route(route)
    , m_vm(ArmId::parse(route.subject).value_or(ArmId()))
{
    auto& store = m_context.session.virtualMachines();
    connect(&store, &presentation::ListStoreBase::rowsChanged, this, &VmPage::storeChanged);
    connect(&store, &presentation::ListStoreBase::countChanged, this, &VmPage::storeChanged);
    connect(&store, &presentation::ListStoreBase::stateChanged, this, &VmPage::storeChanged);
    // That nobody may read the items changes no machine, but what can be said of it.
    connect(&m_context.session.items(), &presentation::ListStoreBase::stateChanged, this, &VmPage::storeChanged);
}

void VmPage::storeChanged()
{
    setBusy(m_context.session.virtualMachines().isBusy());
    update();
    Q_EMIT headingChanged();
}

const presentation::VmRow* VmPage::row() const
{
    return m_context.session.virtualMachines().find(m_vm);
}

PageHeading VmPage::heading() const
{
    QString caption = tr("Virtual machine") + QStringLiteral(" · ") + m_vm.resourceGroup();
    if (const auto* vm = row()) {
        caption += QStringLiteral(" · ") + presentation::StatusWords::region(vm->vm.location);
    }
    const Route list{QStringLiteral("virtualmachines"), {}, {}};
    const Route overview{QStringLiteral("virtualmachine"), m_vm.text(), QStringLiteral("overview")};
    return {m_vm.name(),
            caption,
            Icon::VirtualMachine,
            {{tr("Virtual machines"), list}, {m_vm.name(), overview}, {partTitle(), {}}}};
}

QList<MenuEntry> VmPage::resourceMenu() const
{
    const auto part = [this](const char* name) {
        return Route{QStringLiteral("virtualmachine"), m_vm.text(), QLatin1String(name)};
    };
    return {{tr("Overview"), {}, Icon::Overview, part("overview")},
            {tr("Backup"), tr("Operations"), Icon::ProtectedItem, part("backup")}};
}

void VmPage::refresh()
{
    m_context.session.refusals().forget();
    auto& machines = m_context.session.virtualMachines();
    if (row() == nullptr || machines.error()) { // one of a list that is not known
        machines.refresh();
    } else {
        machines.refreshVm(m_vm);
    }
    m_context.session.items().refresh();
}

void VmPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        update();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

} // namespace valv::views
