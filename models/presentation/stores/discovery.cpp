// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/discovery.h"

#include "core/datetime.h"
#include "core/whendone.h"

namespace valv::presentation {

using client::Outcome;
using contract::ProtectableItem;

Discovery::Discovery(const StoreContext& context, const ArmId& vault, VirtualMachineStore& machines, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_vault(vault)
    , m_machines(machines)
{
    connect(&m_machines, &ListStoreBase::loadEnded, this, &Discovery::machinesRead);
}

void Discovery::run()
{
    if (isRunning()) {
        return;
    }
    m_state = State::Looking;
    m_error.reset();
    m_next.clear();
    m_before.reset();
    if (m_machines.hasLoaded()) {
        m_before.emplace();
        for (int row = 0; row < m_machines.count(); ++row) {
            m_before->insert(m_machines.idAt(row));
        }
    }
    Q_EMIT changed();
    whenDone(m_context.client.vaults().discover(m_vault), this, [this](const Result<Outcome>& result) {
        if (result) {
            read();
        } else {
            fail(result.error());
        }
    });
}

void Discovery::read()
{
    m_state = State::Reading;
    m_parts = 2;
    m_machinesWanted = true;
    Q_EMIT changed();
    m_machines.refresh();
    const auto page = [this](const QList<ProtectableItem>& items) {
        for (const auto& item : items) {
            m_next.insert(item.virtualMachineId);
        }
        Q_EMIT changed();
    };
    whenDone(m_context.client.items().protectable(m_vault, {this, page}), this,
             [this](const Result<QList<ProtectableItem>>& result) {
                 if (!isRunning()) {
                     return; // the other list failed
                 }
                 if (result) {
                     partDone();
                 } else {
                     fail(result.error());
                 }
             });
}

//! A load that was under way already when this one was asked for does not count.
void Discovery::machinesRead()
{
    if (!m_machinesWanted || m_state != State::Reading || m_machines.isBusy()) {
        return;
    }
    // Told before the load that was asked for meanwhile begins: its own end comes later.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_machinesWanted || m_state != State::Reading || m_machines.isBusy()) {
                return;
            }
            m_machinesWanted = false;
            if (m_machines.error()) {
                fail(*m_machines.error());
            } else {
                partDone();
            }
        },
        Qt::QueuedConnection);
}

void Discovery::partDone()
{
    if (--m_parts > 0) {
        return;
    }
    m_offered = m_next;
    m_new.clear();
    if (m_before) {
        for (const auto& machine : std::as_const(m_next)) {
            if (!m_before->contains(machine)) {
                m_new.insert(machine);
            }
        }
    }
    m_state = State::Ready;
    m_endedAt = toDateTime(m_context.client.clock().now());
    Q_EMIT changed();
    Q_EMIT ended();
}

void Discovery::fail(const Error& error)
{
    m_machinesWanted = false;
    m_state = State::Failed;
    m_error = error;
    Q_EMIT changed();
    Q_EMIT ended();
}

} // namespace valv::presentation
