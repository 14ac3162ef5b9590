// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/reportloader.h"

#include "core/datetime.h"

namespace valv::presentation {

ReportLoader::ReportLoader(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    for (const ListStoreBase* store :
         std::initializer_list<const ListStoreBase*>{&session.vaults(), &session.items()}) {
        connect(store, &ListStoreBase::loadEnded, this, [this] {
            if (m_waiting) {
                begin();
            }
        });
    }
}

void ReportLoader::ask(const ReportPeriod& period, const ArmId& vault, const QTimeZone& zone)
{
    ++m_asked;
    if (!(period == m_period) || !(vault == m_vault)) { // what is shown is not about this
        m_report = {};
        m_loaded = false;
    }
    m_period = period;
    m_vault = vault;
    m_zone = zone;
    setState(m_loaded ? LoadState::Refreshing : LoadState::Loading);
    begin();
}

void ReportLoader::begin()
{
    const auto& vaults = m_session.vaults();
    const auto& items = m_session.items();
    m_waiting = !vaults.hasLoaded() || !items.hasLoaded();
    if (m_waiting) {
        const auto& error = vaults.error() ? vaults.error() : items.error();
        if (error && !items.isAwaited()) {
            m_waiting = false;
            m_error = error;
            setState(m_loaded ? LoadState::Stale : LoadState::Failed);
        }
        return;
    }
    m_counter = std::make_unique<ReportCounter>(m_period, m_zone);
    QList<ArmId> asked;
    for (int row = 0; row < vaults.count(); ++row) {
        if (isOpenable(vaults.at(row)) && (m_vault.isEmpty() || vaults.idAt(row) == m_vault)) {
            asked.append(vaults.idAt(row));
            m_counter->addVault(vaults.idAt(row),
                                vaults.at(row).redundancy == contract::StorageModel::GeoRedundant);
        }
    }
    for (int row = 0; row < items.count(); ++row) {
        if (m_vault.isEmpty() || items.at(row).id.vaultId() == m_vault) {
            m_counter->add(items.at(row));
        }
    }
    m_error.reset();
    m_read = 0;
    m_pending = 1; // until all are asked
    for (const auto& vault : asked) {
        readJobs(vault);
        readStorage(vault);
        readPolicies(vault);
    }
    answered({});
}

void ReportLoader::readJobs(const ArmId& vault)
{
    client::JobFilter filter;
    filter.from = m_period.first.startOfDay(m_zone).toUTC();
    filter.to = m_period.last.addDays(1).startOfDay(m_zone).toUTC();
    ++m_pending;
    const int asked = m_asked;
    whenDone(m_session.client().jobs().list(vault, filter), this,
             [this, asked](const Result<QList<contract::BackupJob>>& jobs) {
                 if (asked != m_asked) {
                     return;
                 }
                 if (jobs) {
                     for (const auto& job : *jobs) {
                         m_counter->add(job);
                     }
                     ++m_read;
                 }
                 answered(jobs ? std::nullopt : std::optional<Error>(jobs.error()));
             });
}

void ReportLoader::readStorage(const ArmId& vault)
{
    if (!m_session.capabilities().vaultFacts) {
        return;
    }
    const auto today = toDateTime(m_session.clock().now()).toTimeZone(m_zone).date();
    const int days = std::max(1, static_cast<int>(m_period.first.daysTo(today)) + 1);
    ++m_pending;
    const int asked = m_asked;
    whenDone(m_session.vaults().storageHistory(vault, days), this,
             [this, asked, vault](const Result<QList<contract::StorageSample>>& samples) {
                 if (asked != m_asked) {
                     return;
                 }
                 if (samples) {
                     m_counter->add(vault, *samples);
                     ++m_read;
                 }
                 answered(samples ? std::nullopt : std::optional<Error>(samples.error()));
             });
}

void ReportLoader::readPolicies(const ArmId& vault)
{
    ++m_pending;
    const int asked = m_asked;
    whenDone(m_session.client().policies().list(vault), this,
             [this, asked](const Result<QList<contract::BackupPolicy>>& policies) {
                 if (asked != m_asked) {
                     return;
                 }
                 if (policies) {
                     for (const auto& policy : *policies) {
                         m_counter->add(policy);
                     }
                 }
                 answered(policies ? std::nullopt : std::optional<Error>(policies.error()));
             });
}

void ReportLoader::answered(const std::optional<Error>& error)
{
    m_error = m_error ? m_error : error;
    if (--m_pending == 0) {
        end();
    }
}

//! What could be read is shown, with what could not.
void ReportLoader::end()
{
    const bool nothing = m_error && m_read == 0;
    m_isHeld = nothing && m_loaded;
    if (!nothing) {
        m_report = m_counter->done();
        m_loaded = true;
        m_readAt = toDateTime(m_session.clock().now());
    }
    m_counter.reset();
    setState(!m_error ? LoadState::Ready : nothing && !m_loaded ? LoadState::Failed : LoadState::Stale);
}

void ReportLoader::setState(LoadState state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace valv::presentation
