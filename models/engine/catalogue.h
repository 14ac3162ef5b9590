// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QString>
#include <QVariantList>

#include <any>
#include <atomic>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

class QSqlQuery;

namespace valv::engine {

//! \brief One step of the catalogue's form. Numbers ascend without gaps from 1 and never change once released.
struct Migration
{
    int number = 0;
    QStringList statements;
};
[[nodiscard]] const QList<Migration>& migrations();

//! \brief The engine's memory: one SQLite file (WAL, foreign keys on, synchronous FULL, so that a job row is on the
//! disk before the job begins). Each calling thread has a connection of its own, closed when the thread ends. Writers
//! of this process take turns; another process is kept out by the data folder's lock.
class Catalogue
{
public:
    //! Files up to this size are looked through before open() ends, which takes about 20 ms; larger ones by whole().
    static constexpr qint64 smallFile = qint64(16) << 20;

    //! Looks whether the file is whole, and runs missing migrations, each in a transaction. A large file can be read
    //! before it has been looked through; nothing is written to it before that. Errors: CatalogueDamaged,
    //! CatalogueTooNew (made by a later version), DataFolderUnwritable.
    [[nodiscard]] static Result<std::unique_ptr<Catalogue>>
    open(const QString& file, const QList<Migration>& steps = migrations(), qint64 checkedFirst = smallFile);
    ~Catalogue();
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;

    //! Called for each row in turn; values by column number.
    using Row = std::function<void(const QSqlQuery& row)>;
    [[nodiscard]] Result<> read(const QString& sql, const QVariantList& values, const Row& row) const;
    //! The first column of the first row; nothing when there is none.
    [[nodiscard]] Result<std::optional<QVariant>> value(const QString& sql, const QVariantList& values = {}) const;

    //! \brief One transaction; rolled back when the body fails. Not to be nested.
    class Writer
    {
    public:
        //! \return rows changed
        [[nodiscard]] Result<int> run(const QString& sql, const QVariantList& values = {});
        [[nodiscard]] const QString& folder() const { return m_folder; }

    private:
        friend class Catalogue;
        Writer(QSqlDatabase database, QString folder)
            : m_database(std::move(database))
            , m_folder(std::move(folder))
        { }
        QSqlDatabase m_database;
        QString m_folder;
    };
    [[nodiscard]] Result<> write(const std::function<Result<>(Writer&)>& body);
    //! A transaction of one statement.
    [[nodiscard]] Result<int> write(const QString& sql, const QVariantList& values = {});

    //! What make() reads, kept under that name until the next write has ended: for what is asked for often and changes
    //! seldom. Within a write it is read anew.
    template <typename T>
    [[nodiscard]] Result<T> remembered(const std::string& name, const std::function<Result<T>()>& make) const
    {
        if (m_damaged || m_writer == std::this_thread::get_id()) {
            return make(); // within a write: of what is written already, which may yet be undone
        }
        quint64 writes = 0;
        {
            const std::lock_guard lock(m_remembering);
            if (const auto found = m_remembered.find(name); found != m_remembered.end()) {
                return std::any_cast<const T&>(found->second);
            }
            writes = m_writes;
        }
        auto made = make();
        const std::lock_guard lock(m_remembering);
        if (made && writes == m_writes) {
            m_remembered.insert_or_assign(name, *made);
        }
        return made;
    }

    //! Looks through the whole file unless that was done; every write asks first. To be asked before anything is
    //! removed because of what the catalogue says. Error CatalogueDamaged, which reading and writing answer from then
    //! on, too.
    [[nodiscard]] Result<> whole() const;

    [[nodiscard]] int version() const;
    //! The one that its file lies in, absolute.
    [[nodiscard]] QString folder() const;

private:
    class WritingThread;
    explicit Catalogue(QString file);
    [[nodiscard]] Result<QSqlDatabase> connection() const; //!< this thread's
    [[nodiscard]] Result<> migrate(const QList<Migration>& steps);
    [[nodiscard]] Result<> check() const;
    [[nodiscard]] Result<> query(const QString& sql, const QVariantList& values, const Row& row) const;

    QString m_file;
    quint64 m_serial; //!< tells catalogues of one process apart
    std::mutex m_writing;
    std::atomic<std::thread::id> m_writer; //!< who is within write()
    mutable std::mutex m_remembering;
    mutable std::map<std::string, std::any> m_remembered;
    quint64 m_writes = 0; //!< that have ended; guarded as what is remembered
    std::atomic_bool m_damaged = false;
    std::shared_future<Result<>> m_check; // runs on the thread that asks first; others wait for it
};

//! What a statement says when nobody asks how many rows it changed.
[[nodiscard]] inline Result<> done(const Result<int>& changed)
{
    return changed ? Result<>() : tl::unexpected(changed.error());
}

} // namespace valv::engine
