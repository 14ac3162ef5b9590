// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/blobstore.h"
#include "store/pointreader.h"
#include "store/pointwriter.h"
#include "store/recoverykey.h"
#include "store/types.h"

#include <cstdint>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace valv::store {

class VaultCore;

struct CreateOptions
{
    std::string name; //!< shown to people; kept readable in the folder
    std::string id; //!< e.g. a UUID; also kept readable. Must not be empty.
    Instant created{};
};

//! \brief How the store works, not what it means: may differ from one opening to the next.
struct VaultOptions
{
    int threads = 0; //!< for packing and unpacking; 0: one for each core
    int compressionLevel = 4; //!< zstd's
    std::uint32_t packSize = 16 * 1024 * 1024; //!< a pack is closed when it has so many bytes
};

//! \brief What identifies a vault without its key.
struct VaultIdentity
{
    std::string id;
    std::string name;
    Instant created{};
    int version = 0;
};

struct VerifyOptions
{
    bool readChunks = true; //!< with the key also decrypt, unpack and hash each chunk; otherwise only stored bytes
    //! A fixed share of the packs: those whose number is `share` modulo `shares`. All n shares together read every
    //! byte.
    unsigned share = 0;
    unsigned shares = 1;
    unsigned count = 1; //!< so many shares, from `share` on; 0: none
    std::set<std::string> also; //!< packs to be read whatever their share, by the names of their files
};

struct DamagedFile
{
    std::string name; //!< within the vault's folder
    std::string reason; //!< one sentence

    friend bool operator==(const DamagedFile&, const DamagedFile&) = default;
};

//! \brief A disk of a point that can't be restored whole.
struct DamagedDisk
{
    std::string pointId;
    std::string vmName; //!< empty without the key
    std::string disk; //!< empty without the key, or when the whole point is meant
    std::uint64_t bytes = 0; //!< how much of it is hit; 0 when not known

    friend bool operator==(const DamagedDisk&, const DamagedDisk&) = default;
};

struct VerifyReport
{
    std::vector<DamagedFile> files;
    std::vector<DamagedDisk> disks;
    std::uint64_t filesChecked = 0;
    std::uint64_t bytesChecked = 0; //!< stored bytes
    std::uint64_t chunksChecked = 0;
    bool withKey = false;

    [[nodiscard]] bool isWhole() const { return files.empty() && disks.empty(); }
};

struct RepairReport
{
    std::vector<DamagedFile> repaired; //!< whole again, and read back
    std::vector<DamagedFile> left; //!< of which no good copy was found
};

struct CollectOptions
{
    double rewriteWhenDead = 0.5; //!< a pack with at least this share of dead bytes is rewritten
};

struct CollectReport
{
    std::uint64_t packsRemoved = 0; //!< rewritten ones included
    std::uint64_t packsRewritten = 0;
    std::uint64_t bytesFreed = 0; //!< net
};

//! \brief A vault: recovery points and documents in one place, encrypted, explaining itself. See docs/vault-format.md.
//! Any thread. Writing takes the place's lock for as long as it lasts (a PointWriter: as long as it lives); another
//! process that writes meanwhile gets "VaultInUse". Readers need no lock. Writers and readers of points may outlive it.
//! Errors beside those of BlobStore: "VaultNotFound", "VaultNotAVault", "VaultFormatTooNew", "VaultWrongKey",
//! "VaultDamaged", "VaultExists", "VaultFolderNotEmpty", "PointNotFound", "PointExists", "PointDamaged", "NameInvalid",
//! "DocumentNotFound", "DocumentDamaged".
class Vault
{
public:
    //! Makes the folder when only its last part is missing; it must be empty.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> create(const std::string& folder, const CreateOptions& create,
                                                               const RecoveryKey& key,
                                                               const VaultOptions& options = {});
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open(const std::string& folder, const RecoveryKey& key,
                                                             const VaultOptions& options = {});
    //! The same on any place.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> create(std::shared_ptr<BlobStore> place,
                                                               const CreateOptions& create, const RecoveryKey& key,
                                                               const VaultOptions& options = {});
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open(std::shared_ptr<BlobStore> place, const RecoveryKey& key,
                                                             const VaultOptions& options = {});
    //! What a folder says about itself without a key.
    [[nodiscard]] static Result<VaultIdentity> identify(const std::string& folder);
    //! Checks every stored byte without a key: packs, manifests, states, documents, and that no pack of a point is
    //! gone.
    [[nodiscard]] static Result<VerifyReport> verifyStored(const std::string& folder, const VerifyOptions& options = {},
                                                           const std::stop_token& stop = {},
                                                           const ProgressCallback& progress = {});
    [[nodiscard]] static Result<VerifyReport> verifyStored(const BlobStore& place, const VerifyOptions& options = {},
                                                           const std::stop_token& stop = {},
                                                           const ProgressCallback& progress = {});

    explicit Vault(std::shared_ptr<VaultCore> core);
    [[nodiscard]] const std::shared_ptr<VaultCore>& core() const { return m_core; } //!< for this room alone
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;
    ~Vault();

    [[nodiscard]] const VaultIdentity& identity() const;
    [[nodiscard]] std::string place() const;

    //! Oldest first (by time, then id). Soft-deleted and damaged ones included.
    [[nodiscard]] Result<std::vector<PointInfo>> points() const;
    [[nodiscard]] Result<PointInfo> point(const std::string& id) const;
    [[nodiscard]] Result<std::unique_ptr<PointWriter>> beginPoint(const PointHeader& header);
    //! \param copy asked for, once, when something of the point can't be read here; its chunks are read in its place.
    //! May be empty. Called on any thread.
    [[nodiscard]] Result<std::unique_ptr<PointReader>> openPoint(const std::string& id,
                                                                 const PointReader::Copy& copy = {}) const;
    [[nodiscard]] Result<> setPointState(const std::string& id, const PointState& state);
    //! At once and for good; its chunks go with the next collect(). Soft delete is a state, see PointState.
    [[nodiscard]] Result<> removePoint(const std::string& id);
    //! What the removal of all these points together would free in the end. Reads the maps of all points.
    [[nodiscard]] Result<std::uint64_t> bytesOnlyIn(const std::set<std::string>& points,
                                                    const std::stop_token& stop = {}) const;
    //! Removes packs that no point needs and rewrites those that are mostly dead. Spares what running writers and
    //! readers of this process use. Points that can't be read keep all packs that their list names.
    [[nodiscard]] Result<CollectReport> collect(const CollectOptions& options = {}, const std::stop_token& stop = {},
                                                const ProgressCallback& progress = {});
    //! Checks the whole vault, or a share of it, and says which disks of which points are hit.
    [[nodiscard]] Result<VerifyReport> verify(const VerifyOptions& options = {}, const std::stop_token& stop = {},
                                              const ProgressCallback& progress = {}) const;

    //! \brief Puts back what a check found damaged or missing. A copy's file is taken when it is whole by the vault's
    //! own keys; it replaces the damaged one in one step and is read back. Without a copy: what the vault can make anew.
    //! \param copyIsCurrent else only files that never change are taken from it
    [[nodiscard]] Result<RepairReport> repair(const std::vector<DamagedFile>& damaged, const Vault* copy,
                                              bool copyIsCurrent, const std::stop_token& stop = {});

    //! \brief Files that a check found damaged and nothing could repair: a backup stores anew what is in packs of these
    //! names instead of naming it there, which also heals the points that need it. Replaces those of the last call; no
    //! file is written. As long as this object lives.
    void doubt(const std::set<std::string>& files);

    //! Names of the blobs that say that a point, and a document, is there.
    [[nodiscard]] static std::string pointBlob(const std::string& id);
    [[nodiscard]] std::string documentBlob(const std::string& name) const;

    [[nodiscard]] Result<> putDocument(const std::string& name, std::string_view text);
    [[nodiscard]] Result<Document> document(const std::string& name) const;
    //! All whose name begins with the prefix, in the order of their names. One that can't be read fails the call
    //! with "DocumentDamaged", its details naming each file, unless `damaged` is given to take these instead.
    [[nodiscard]] Result<std::vector<Document>> documents(std::string_view prefix = {},
                                                          std::vector<DamagedFile>* damaged = nullptr) const;
    [[nodiscard]] Result<> removeDocument(const std::string& name);

    [[nodiscard]] Result<VaultStats> stats() const;

private:
    std::shared_ptr<VaultCore> m_core;
};

} // namespace valv::store
