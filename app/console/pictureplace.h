// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTemporaryDir>

#include <unistd.h>

#include <optional>

namespace valv::console {

//! \brief Where the demo of the pictures lives: in the same place each time, so that a path that a picture shows is the
//! same as well; in another one while another run has that. What a run left that was killed is taken away.
class PicturePlace
{
public:
    PicturePlace()
    {
        const bool isNew = QDir().mkdir(m_usual, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QFileInfo found(m_usual);
        const bool isMine = isNew || (found.isDir() && !found.isSymLink() && found.ownerId() == ::getuid());
        m_lock.setStaleLockTime(0); // stale: only when its process is gone
        if (isMine && m_lock.tryLock()) {
            QDir(data(m_usual)).removeRecursively();
        } else {
            m_other.emplace();
        }
    }
    ~PicturePlace()
    {
        if (!m_other) {
            m_lock.unlock();
            QDir(m_usual).removeRecursively();
        }
    }
    PicturePlace(const PicturePlace&) = delete;
    PicturePlace& operator=(const PicturePlace&) = delete;

    [[nodiscard]] QString dataFolder() const { return data(m_other ? m_other->path() : m_usual); }

private:
    static QString data(const QString& place) { return QDir(place).filePath(QStringLiteral("data")); }

    QString m_usual = QDir::temp().filePath(QStringLiteral("valv-demo"));
    QLockFile m_lock{QDir(m_usual).filePath(QStringLiteral("lock"))};
    std::optional<QTemporaryDir> m_other;
};

} // namespace valv::console
