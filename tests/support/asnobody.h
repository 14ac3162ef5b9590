// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QString>

#include <unistd.h>

namespace valv::test {

//! \brief While it lives the whole process is nobody, so that permissions count although the tests run as root. All
//! that lies below the folder is given to that user first. Does nothing when the process is no root anyway.
class AsNobody
{
public:
    explicit AsNobody(const QString& folder)
        : m_wasRoot(::geteuid() == 0)
    {
        if (!m_wasRoot) {
            return;
        }
        const auto give = [](const QString& path) {
            return ::lchown(QFile::encodeName(path).constData(), nobody, nobody) == 0;
        };
        bool given = give(folder);
        QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            given = give(all.next()) && given;
        }
        m_done = given && ::seteuid(nobody) == 0; // all threads of the process
    }
    ~AsNobody()
    {
        if (m_done) {
            (void)!::seteuid(0);
        }
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
    //! False: permissions still don't count here.
    [[nodiscard]] bool isSo() const { return !m_wasRoot || m_done; }

private:
    static constexpr uid_t nobody = 65534;
    const bool m_wasRoot;
    bool m_done = false;
};

} // namespace valv::test
