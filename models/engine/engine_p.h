// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/backupwork.h"
#include "engine/context.h"
#include "engine/engine.h"
#include "engine/housekeeper.h"
#include "engine/jobkeeper.h"
#include "engine/lockkeeper.h"
#include "engine/pointkeeper.h"
#include "engine/policykeeper.h"
#include "engine/protection.h"
#include "engine/restorework.h"
#include "engine/rulekeeper.h"
#include "engine/startup.h"
#include "engine/vaultkeeper.h"

namespace valv::engine {

//! The parts of an engine, in the order they stand on each other: the last goes first.
class Engine::Private
{
public:
    std::unique_ptr<FolderLock> lock;
    Context context;
    VaultKeeper vaults{context};
    LockKeeper locks{context};
    PolicyKeeper policies{context};
    Protection protection{context};
    RuleKeeper rules{context, protection};
    PointKeeper points{context};
    BackupWork backups{context};
    RestoreWork restores{context};
    JobKeeper jobs{context, backups, restores};
    std::unique_ptr<Housekeeper> housekeeper;
    contract::EngineInfo info;

    ~Private();
};

} // namespace valv::engine
