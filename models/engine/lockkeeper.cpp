// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lockkeeper.h"

#include "engine/faults.h"

#include <QJsonDocument>
#include <QSqlQuery>

#include <algorithm>

namespace valv::engine {

using contract::LockLevel;
using contract::ManagementLock;

namespace {

constexpr int longestName = 260;
constexpr int longestNotes = 512;

bool isAtOrBelow(const ArmId& inner, const ArmId& outer)
{
    const auto a = keyOf(inner.text());
    const auto b = keyOf(outer.text());
    return a == b || a.startsWith(b + QLatin1Char('/'));
}

Fault badLock(const QString& reason, const QString& target)
{
    return fault(QStringLiteral("InvalidRequestContent"),
                 QStringLiteral("The request content was invalid and could not be deserialized: '%1'.").arg(reason),
                 target);
}

bool isLockName(const QString& name)
{
    return !name.isEmpty() && name.size() <= longestName && !name.endsWith(QLatin1Char('.'))
        && std::none_of(name.begin(), name.end(), [](QChar c) {
               return QStringLiteral("<>%&\\?/").contains(c) || c.category() == QChar::Other_Control;
           });
}

} // namespace

Result<QList<ManagementLock>> LockKeeper::all() const
{
    QList<ManagementLock> locks;
    const auto read = m_context.catalogue->read(
        QStringLiteral("SELECT body FROM locks ORDER BY name_key, scope"), {}, [&locks](const QSqlQuery& row) {
            const auto json = QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object();
            if (const auto lock = ManagementLock::fromJson(json)) {
                locks.append(*lock);
            }
        });
    if (!read) {
        return Fault(read.error());
    }
    return locks;
}

Result<QList<ManagementLock>> LockKeeper::list(const ArmId& scope) const
{
    auto locks = all();
    if (locks) {
        locks->removeIf([&scope](const ManagementLock& lock) {
            return !isAtOrBelow(lock.scope(), scope) && !isAtOrBelow(scope, lock.scope());
        });
    }
    return locks;
}

Result<QList<ManagementLock>> LockKeeper::holding(const ArmId& scope) const
{
    auto locks = all();
    if (locks) {
        locks->removeIf([&scope](const ManagementLock& lock) { return !isAtOrBelow(scope, lock.scope()); });
    }
    return locks;
}

Result<ManagementLock> LockKeeper::get(const ArmId& id) const
{
    const auto locks = all();
    if (!locks) {
        return Fault(locks.error());
    }
    for (const auto& lock : *locks) {
        if (lock.id == id) {
            return lock;
        }
    }
    return fault(QStringLiteral("LockNotFound"), QStringLiteral("The lock '%1' could not be found.").arg(id.name()),
                 id.name());
}

Result<Written<ManagementLock>> LockKeeper::put(const ManagementLock& given)
{
    auto lock = given;
    lock.name = given.id.name();
    if (!isLockName(lock.name)) {
        return badLock(QStringLiteral("The name of a lock has 1 to 260 characters and none of <>%&\\?/."),
                       QStringLiteral("name"));
    }
    if (lock.level.value() == LockLevel::Unknown) {
        return badLock(QStringLiteral("The level of a lock is CanNotDelete or ReadOnly."),
                       QStringLiteral("properties.level"));
    }
    if (lock.notes.size() > longestNotes) {
        return badLock(QStringLiteral("The notes of a lock have at most 512 characters."),
                       QStringLiteral("properties.notes"));
    }
    const std::lock_guard changing(m_context.changing);
    const auto scope = given.scope();
    if (!scope.value(u"vaults").isEmpty()) { // as it is spelled itself
        const auto vault = m_context.vault(scope);
        if (!vault) {
            return Fault(vault.error());
        }
        lock.id = ManagementLock::idOf(vault->vault.id, lock.name);
    }
    const bool there = get(lock.id).has_value();
    const auto body = QString::fromUtf8(QJsonDocument(lock.toJson()).toJson(QJsonDocument::Compact));
    auto saved = m_context.catalogue->write(QStringLiteral("INSERT INTO locks(scope, name_key, body) VALUES(?,?,?)"
                                                           " ON CONFLICT(scope, name_key) DO UPDATE SET"
                                                           " body=excluded.body"),
                                            {keyOf(lock.scope().text()), keyOf(lock.name), body});
    if (!saved) {
        return Fault(saved.error());
    }
    return Written<ManagementLock>{lock, !there};
}

Result<bool> LockKeeper::remove(const ArmId& id)
{
    const auto gone = m_context.catalogue->write(QStringLiteral("DELETE FROM locks WHERE scope=? AND name_key=?"),
                                                 {keyOf(id.parent().text()), keyOf(id.name())});
    return gone ? Result<bool>(*gone > 0) : Fault(gone.error());
}

} // namespace valv::engine
