// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogue.h"

namespace valv::engine {

// Names that people give are kept as they were typed, and found by a key in one case (SQLite's own NOCASE knows only
// A–Z). Times are milliseconds since 1970, UTC. Columns called body hold the wire's JSON.
const QList<Migration>& migrations()
{
    static const QList<Migration> all{
        {1,
         {
             QStringLiteral("CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"),
             QStringLiteral("CREATE TABLE resource_groups(key TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID"),
             QStringLiteral("CREATE TABLE vaults(id TEXT PRIMARY KEY, group_key TEXT NOT NULL, name_key TEXT NOT NULL,"
                            " folder TEXT NOT NULL, key_file TEXT NOT NULL, deleting INTEGER NOT NULL DEFAULT 0,"
                            " ever_protected INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL,"
                            " UNIQUE(group_key, name_key))"),
             QStringLiteral("CREATE TABLE policies(vault TEXT NOT NULL REFERENCES vaults(id) ON DELETE CASCADE,"
                            " name_key TEXT NOT NULL, changed INTEGER NOT NULL, etag TEXT NOT NULL, body TEXT NOT NULL,"
                            " PRIMARY KEY(vault, name_key)) WITHOUT ROWID"),
             QStringLiteral(
                 "CREATE TABLE items(id TEXT PRIMARY KEY,"
                 " vault TEXT NOT NULL REFERENCES vaults(id) ON DELETE CASCADE,"
                 " name_key TEXT NOT NULL, group_name TEXT NOT NULL, vm_name TEXT NOT NULL,"
                 " source_id TEXT NOT NULL, policy_key TEXT, state TEXT NOT NULL,"
                 " counts_from INTEGER NOT NULL, last_status TEXT NOT NULL DEFAULT '',"
                 " last_time INTEGER, last_point INTEGER, oldest_point INTEGER,"
                 " points INTEGER NOT NULL DEFAULT 0, deleted INTEGER, source_bytes INTEGER NOT NULL DEFAULT -1,"
                 " checkpoint TEXT NOT NULL DEFAULT '', checkpoint_point TEXT NOT NULL DEFAULT '',"
                 " checkpoint_vm TEXT NOT NULL DEFAULT '', last_error TEXT NOT NULL DEFAULT '',"
                 " FOREIGN KEY(vault, policy_key) REFERENCES policies(vault, name_key),"
                 " UNIQUE(vault, name_key))"),
             QStringLiteral("CREATE INDEX items_by_name ON items(name_key)"),
             QStringLiteral("CREATE INDEX items_by_policy ON items(vault, policy_key)"),
             QStringLiteral("CREATE TABLE jobs(id TEXT PRIMARY KEY,"
                            " vault TEXT NOT NULL REFERENCES vaults(id) ON DELETE CASCADE, item TEXT NOT NULL,"
                            " operation TEXT NOT NULL, status TEXT NOT NULL, started INTEGER NOT NULL, ended INTEGER,"
                            " leftovers TEXT NOT NULL DEFAULT '[]', body TEXT NOT NULL)"),
             QStringLiteral("CREATE INDEX jobs_by_time ON jobs(vault, started DESC)"),
             QStringLiteral("CREATE INDEX jobs_by_status ON jobs(status)"),
             QStringLiteral("CREATE TABLE operations(id TEXT PRIMARY KEY, vault TEXT NOT NULL, status TEXT NOT NULL,"
                            " started INTEGER NOT NULL, ended INTEGER, job TEXT NOT NULL DEFAULT '',"
                            " error_code TEXT NOT NULL DEFAULT '', error_message TEXT NOT NULL DEFAULT '')"),
         }},
        {2,
         {
             QStringLiteral("ALTER TABLE items ADD COLUMN missed_runs INTEGER NOT NULL DEFAULT 0"),
             QStringLiteral("ALTER TABLE items ADD COLUMN last_missed INTEGER"),
             QStringLiteral("ALTER TABLE items ADD COLUMN since INTEGER NOT NULL DEFAULT 0"),
             QStringLiteral("UPDATE items SET since=counts_from"),
             QStringLiteral("ALTER TABLE jobs ADD COLUMN request TEXT NOT NULL DEFAULT '{}'"),
             QStringLiteral("CREATE TABLE alerts(id TEXT PRIMARY KEY, subject TEXT NOT NULL, target TEXT NOT NULL,"
                            " severity TEXT NOT NULL, condition TEXT NOT NULL, state TEXT NOT NULL,"
                            " raised INTEGER NOT NULL, changed INTEGER NOT NULL, body TEXT NOT NULL)"),
             QStringLiteral("CREATE INDEX alerts_by_subject ON alerts(subject, condition)"),
             QStringLiteral("CREATE INDEX alerts_by_time ON alerts(changed DESC)"),
         }},
        {3,
         {
             QStringLiteral("CREATE TABLE protection_rules(vault TEXT NOT NULL REFERENCES vaults(id) ON DELETE CASCADE,"
                            " name_key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY(vault, name_key)) WITHOUT ROWID"),
         }},
        {4,
         {
             QStringLiteral("ALTER TABLE vaults ADD COLUMN second_folder TEXT NOT NULL DEFAULT ''"),
             QStringLiteral("CREATE TABLE replicas(vault TEXT PRIMARY KEY REFERENCES vaults(id) ON DELETE CASCADE,"
                            " begun INTEGER NOT NULL DEFAULT 0, same_disk INTEGER NOT NULL DEFAULT 0,"
                            " behind_since INTEGER, behind_bytes INTEGER NOT NULL DEFAULT 0, last_copied INTEGER,"
                            " last_checked INTEGER, share INTEGER NOT NULL DEFAULT 0,"
                            " repaired INTEGER NOT NULL DEFAULT 0, problem TEXT NOT NULL DEFAULT '') WITHOUT ROWID"),
             QStringLiteral("CREATE TABLE replica_removals(vault TEXT NOT NULL REFERENCES vaults(id) ON DELETE CASCADE,"
                            " blob TEXT NOT NULL, PRIMARY KEY(vault, blob)) WITHOUT ROWID"),
             QStringLiteral("CREATE TABLE locks(scope TEXT NOT NULL, name_key TEXT NOT NULL, body TEXT NOT NULL,"
                            " PRIMARY KEY(scope, name_key)) WITHOUT ROWID"),
             QStringLiteral("CREATE TABLE storage_samples(vault TEXT NOT NULL REFERENCES vaults(id) ON DELETE CASCADE,"
                            " time INTEGER NOT NULL, stored INTEGER NOT NULL, source INTEGER NOT NULL,"
                            " PRIMARY KEY(vault, time)) WITHOUT ROWID"),
         }},
        {5,
         {
             QStringLiteral("CREATE TABLE vault_checks(vault TEXT PRIMARY KEY REFERENCES vaults(id) ON DELETE CASCADE,"
                            " due INTEGER NOT NULL, share INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID"),
         }},
        {6,
         {
             // Rules that were saved before vaults held them: 0, until they are there too.
             QStringLiteral("ALTER TABLE protection_rules ADD COLUMN in_vault INTEGER NOT NULL DEFAULT 0"),
         }},
        {7,
         {
             QStringLiteral("CREATE TABLE mail_queue(id INTEGER PRIMARY KEY,"
                            " vault TEXT NOT NULL REFERENCES vaults(id) ON DELETE CASCADE, alert TEXT NOT NULL,"
                            " kind TEXT NOT NULL, queued INTEGER NOT NULL, due INTEGER NOT NULL,"
                            " attempts INTEGER NOT NULL DEFAULT 0)"),
             QStringLiteral("CREATE INDEX mail_queue_due ON mail_queue(due)"),
             QStringLiteral("CREATE TABLE mail_state(vault TEXT PRIMARY KEY REFERENCES vaults(id) ON DELETE CASCADE,"
                            " last_sent INTEGER, last_failed INTEGER, problem TEXT NOT NULL DEFAULT '') WITHOUT ROWID"),
         }},
    };
    return all;
}

} // namespace valv::engine
