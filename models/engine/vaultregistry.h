// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/records.h"
#include "store/vault.h"

#include <QJsonObject>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace valv::engine {

//! \brief The open vaults: each is opened when first needed and stays open. Keeps the recovery points in memory, since
//! this program is a vault's only writer. Documents are what brings a vault's policies and items back when it is
//! attached elsewhere. A vault whose disk hangs keeps nobody waiting but those who want that vault. Any thread. Errors:
//! those of store::Vault and store::RecoveryKey.
class VaultRegistry
{
public:
    using Points = std::vector<store::PointInfo>; //!< oldest first

    //! Who keeps a copy of the vaults.
    struct Watch
    {
        //! Before a point's manifest or a document goes for good; an error keeps it.
        std::function<Result<>(const QString& vaultId, const std::string& blob)> removing;
        //! Files of the vault have changed. Must not call back.
        std::function<void(const QString& vaultId)> changed;
        //! The vault was opened, before anybody uses it. Must not call back.
        std::function<void(const QString& vaultId, store::Vault& vault)> opened;
    };

    explicit VaultRegistry(store::VaultOptions options = {})
        : m_options(options)
    { }
    //! Once, before others use it.
    void setWatch(Watch watch) { m_watch = std::move(watch); }

    //! Makes key file and folder. On an error nothing of them is left.
    [[nodiscard]] Result<> create(const VaultRecord& record, Instant now);
    [[nodiscard]] Result<std::shared_ptr<store::Vault>> open(const VaultRecord& record);
    //! The copy in the vault's second location: to be read only. Opened each time. Error SecondLocationNone.
    [[nodiscard]] Result<std::shared_ptr<store::Vault>> openSecond(const VaultRecord& record) const;
    //! A vault that was opened, and read, to be attached.
    void adopt(const QString& vaultId, std::shared_ptr<store::Vault> vault, Points points);
    void forget(const QString& vaultId);
    //! What is kept of the points may be wrong by now.
    void readPointsAgain(const QString& vaultId);
    [[nodiscard]] Result<QString> recoveryKey(const VaultRecord& record) const;

    //! Those of one VM (ItemRecord::nameKey()); an empty item: all. From the second location when the first is lost,
    //! and those that are damaged there.
    [[nodiscard]] Result<Points> points(const VaultRecord& record, const QString& item);
    void pointAdded(const QString& vaultId, const store::PointInfo& point);
    [[nodiscard]] Result<> setPointState(const VaultRecord& record, const std::string& pointId,
                                         const store::PointState& state);
    [[nodiscard]] Result<> removePoint(const VaultRecord& record, const std::string& pointId);

    [[nodiscard]] Result<> putDocument(const VaultRecord& record, const QString& name, const QJsonObject& json);
    [[nodiscard]] Result<> removeDocument(const VaultRecord& record, const QString& name);
    //! Frees what no point needs.
    [[nodiscard]] Result<> collect(const VaultRecord& record, const std::stop_token& stop);

private:
    struct Entry
    {
        std::mutex mutex; //!< for all below; held while the vault is opened or read
        std::shared_ptr<store::Vault> vault;
        std::optional<Points> points; //!< not read yet
        bool ofSecond = false; //!< the points were read in the second location
    };
    [[nodiscard]] std::shared_ptr<Entry> entryOf(const QString& vaultId);
    [[nodiscard]] Result<std::shared_ptr<store::Vault>> openLocked(Entry& entry, const VaultRecord& record) const;
    [[nodiscard]] Result<> loadPoints(Entry& entry, const VaultRecord& record) const;
    void tellChanged(const QString& vaultId) const;

    const store::VaultOptions m_options;
    Watch m_watch;
    std::mutex m_mutex; // for the map alone
    std::map<QString, std::shared_ptr<Entry>> m_entries;
};

//! The item that a point belongs to, as ItemRecord::nameKey(). `valvd vault backup` knows no resource groups: its
//! points are of the group that VMs without one are in.
[[nodiscard]] QString itemKeyOf(const store::PointHeader& header);
inline const QString groupOfNone = QStringLiteral("valv");

//! Names of documents in a vault.
[[nodiscard]] QString policyDocument(const QString& policyName);
[[nodiscard]] QString itemDocument(const QString& nameKey);
[[nodiscard]] QString ruleDocument(const QString& ruleName);
inline const QString vaultDocument = QStringLiteral("vault");

} // namespace valv::engine
