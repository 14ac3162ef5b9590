// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogue.h"

#include "engine/logging.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

#include <optional>

namespace valv::engine {

namespace {

std::atomic<quint64> nextSerial{1};
std::atomic<quint64> nextConnection{1};

//! A thread of a pool that was waited for is still running its thread-locals, while the program may already be leaving
//! main() and destroying Qt's table of connections. From then on nobody closes any: the table does.
struct ExitGate
{
    std::mutex mutex;
    bool shut = false;
};

ExitGate& exitGate()
{
    static auto* gate = new ExitGate; // outlives all statics: a late thread still comes by
    return *gate;
}

//! To be called when the table is there: what is made after it is destroyed before it.
void shutGateAtExit()
{
    struct Shutter
    {
        ~Shutter()
        {
            const std::lock_guard lock(exitGate().mutex);
            exitGate().shut = true;
        }
    };
    static const Shutter shutter;
}

void closeConnection(const QString& connection)
{
    const std::lock_guard lock(exitGate().mutex);
    if (!exitGate().shut) {
        QSqlDatabase::removeDatabase(connection);
    }
}

//! The connections of one thread, by catalogue; closed when the thread ends.
class ThreadConnections
{
public:
    ~ThreadConnections()
    {
        for (const auto& [serial, name] : m_names) {
            closeConnection(name);
        }
    }
    [[nodiscard]] QString name(quint64 serial) const
    {
        const auto found = m_names.find(serial);
        return found == m_names.end() ? QString() : found->second;
    }
    void add(quint64 serial, const QString& name) { m_names.emplace(serial, name); }
    void remove(quint64 serial)
    {
        if (const auto found = m_names.find(serial); found != m_names.end()) {
            closeConnection(found->second);
            m_names.erase(found);
        }
    }

private:
    std::map<quint64, QString> m_names;
};

thread_local ThreadConnections threadConnections;

tl::unexpected<Error> damaged(const QString& file, const QString& words)
{
    return failure("CatalogueDamaged",
                   QStringLiteral("The catalogue %1 is damaged (%2).").arg(file, words).toStdString(),
                   file.toStdString(),
                   "Move the file away and start again: vaults and their recovery points are whole and can be "
                   "attached with their recovery keys.");
}

tl::unexpected<Error> failed(const QString& file, const QSqlError& error)
{
    const auto native = error.nativeErrorCode().toInt() & 0xff;
    if (native == 11 || native == 26) { // SQLITE_CORRUPT, SQLITE_NOTADB
        return damaged(file, error.databaseText());
    }
    if (native == 8 || native == 14 || native == 13) { // READONLY, CANTOPEN, FULL
        return failure(
            native == 13 ? "DataFolderFull" : "DataFolderUnwritable",
            QStringLiteral("The catalogue %1 could not be written (%2).").arg(file, error.databaseText()).toStdString(),
            file.toStdString(), "Check the free space of the data folder and who may write to it.");
    }
    return failure("InternalServerError", QStringLiteral("The catalogue answered: %1").arg(error.text()).toStdString(),
                   file.toStdString());
}

Result<int> run(const QSqlDatabase& database, const QString& sql, const QVariantList& values,
                const Catalogue::Row& row = {})
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return failed(database.databaseName(), query.lastError());
    }
    for (const auto& value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return failed(database.databaseName(), query.lastError());
    }
    if (row) {
        while (query.next()) {
            row(query);
        }
        if (query.lastError().isValid()) {
            return failed(database.databaseName(), query.lastError());
        }
    }
    return query.numRowsAffected();
}

} // namespace

Catalogue::Catalogue(QString file)
    : m_file(std::move(file))
    , m_serial(nextSerial++)
{ }

Catalogue::~Catalogue()
{
    threadConnections.remove(m_serial); // those of other threads go with their threads
}

Result<QSqlDatabase> Catalogue::connection() const
{
    if (const auto known = threadConnections.name(m_serial); !known.isEmpty()) {
        return QSqlDatabase::database(known, false);
    }
    const auto name = QStringLiteral("valv-catalogue-%1").arg(nextConnection++);
    auto open = [&]() -> Result<QSqlDatabase> {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        shutGateAtExit();
        database.setDatabaseName(m_file);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
        if (!database.open()) {
            return failed(m_file, database.lastError());
        }
        // Each thread that answers keeps pages of its own: 2 MiB unless told; the system has them all once anyway.
        for (const auto* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA foreign_keys=ON", "PRAGMA synchronous=FULL",
                                   "PRAGMA cache_size=-512"}) { // KiB
            if (auto done = run(database, QLatin1String(pragma), {}); !done) {
                return tl::unexpected(done.error());
            }
        }
        return database;
    };
    auto database = open();
    if (!database) {
        closeConnection(name);
        return database;
    }
    threadConnections.add(m_serial, name);
    return database;
}

Result<std::unique_ptr<Catalogue>> Catalogue::open(const QString& file, const QList<Migration>& steps,
                                                   qint64 checkedFirst)
{
    auto catalogue = std::unique_ptr<Catalogue>(new Catalogue(file));
    const auto look = [me = catalogue.get()] {
        auto checked = me->check();
        if (!checked) {
            qCCritical(lcEngine).noquote() << QString::fromStdString(checked.error().message);
        }
        me->m_damaged = !checked;
        return checked;
    };
    const bool first = QFileInfo(file).size() <= checkedFirst;
    catalogue->m_check = std::async(std::launch::deferred, look).share();
    if (const auto checked = first ? catalogue->whole() : Result<>(); !checked) {
        return tl::unexpected(checked.error());
    }
    if (auto migrated = catalogue->migrate(steps); !migrated) {
        return tl::unexpected(migrated.error());
    }
    return catalogue;
}

Result<> Catalogue::check() const
{
    std::optional<QString> found;
    const auto read = query(QStringLiteral("PRAGMA quick_check(1)"), {},
                            [&found](const QSqlQuery& row) { found = row.value(0).toString(); });
    if (!read) {
        return read;
    }
    return found == QLatin1String("ok") ? Result<>() : damaged(m_file, found.value_or(QString()));
}

Result<> Catalogue::whole() const
{
    return m_check.get();
}

int Catalogue::version() const
{
    const auto found = value(QStringLiteral("PRAGMA user_version"));
    return found && *found ? (*found)->toInt() : 0;
}

QString Catalogue::folder() const
{
    return QFileInfo(m_file).absolutePath();
}

Result<> Catalogue::migrate(const QList<Migration>& steps)
{
    const int from = version();
    const int newest = steps.isEmpty() ? 0 : steps.last().number;
    if (from > newest) {
        return failure(
            "CatalogueTooNew",
            QStringLiteral("The catalogue %1 was made by a later version of Valv.").arg(m_file).toStdString(),
            m_file.toStdString(), "Install that version or a later one.");
    }
    for (const auto& step : steps) {
        if (step.number <= from) {
            continue;
        }
        auto done = write([&step](Writer& writer) -> Result<> {
            for (const auto& statement : step.statements) {
                if (auto ran = writer.run(statement); !ran) {
                    return tl::unexpected(ran.error());
                }
            }
            auto numbered = writer.run(QStringLiteral("PRAGMA user_version=%1").arg(step.number));
            return numbered ? Result<>() : tl::unexpected(numbered.error());
        });
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<> Catalogue::read(const QString& sql, const QVariantList& values, const Row& row) const
{
    return m_damaged ? whole() : query(sql, values, row);
}

Result<> Catalogue::query(const QString& sql, const QVariantList& values, const Row& row) const
{
    const auto database = connection();
    if (!database) {
        return tl::unexpected(database.error());
    }
    const auto done = run(*database, sql, values, row);
    return done ? Result<>() : tl::unexpected(done.error());
}

Result<std::optional<QVariant>> Catalogue::value(const QString& sql, const QVariantList& values) const
{
    std::optional<QVariant> first;
    const auto done = read(sql, values, [&first](const QSqlQuery& row) {
        if (!first) {
            first = row.value(0);
        }
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return first;
}

Result<int> Catalogue::Writer::run(const QString& sql, const QVariantList& values)
{
    return engine::run(m_database, sql, values);
}

//! While a write goes on; at its end nothing is remembered.
class Catalogue::WritingThread
{
public:
    explicit WritingThread(Catalogue& catalogue)
        : m_catalogue(catalogue)
    {
        m_catalogue.m_writer = std::this_thread::get_id();
    }
    ~WritingThread()
    {
        m_catalogue.m_writer = std::thread::id();
        const std::lock_guard lock(m_catalogue.m_remembering);
        ++m_catalogue.m_writes;
        m_catalogue.m_remembered.clear();
    }
    WritingThread(const WritingThread&) = delete;
    WritingThread& operator=(const WritingThread&) = delete;

private:
    Catalogue& m_catalogue;
};

Result<> Catalogue::write(const std::function<Result<>(Writer&)>& body)
{
    if (auto found = whole(); !found) {
        return found;
    }
    const auto database = connection();
    if (!database) {
        return tl::unexpected(database.error());
    }
    const std::lock_guard lock(m_writing);
    const WritingThread writing(*this);
    Writer writer(*database, folder());
    if (auto begun = writer.run(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        return tl::unexpected(begun.error());
    }
    auto done = body(writer);
    if (done) {
        if (auto committed = writer.run(QStringLiteral("COMMIT")); !committed) {
            done = tl::unexpected(committed.error());
        }
    }
    if (!done) {
        (void)writer.run(QStringLiteral("ROLLBACK")); // fails only where there is nothing to undo any more
    }
    return done;
}

Result<int> Catalogue::write(const QString& sql, const QVariantList& values)
{
    int rows = 0;
    const auto done = write([&](Writer& writer) -> Result<> {
        auto ran = writer.run(sql, values);
        if (!ran) {
            return tl::unexpected(ran.error());
        }
        rows = *ran;
        return {};
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return rows;
}

} // namespace valv::engine
