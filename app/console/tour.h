// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/driver.h"
#include "console/options.h"
#include "console/script.h"
#include "contract/backupjob.h"
#include "core/armid.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace valv::console {

class Console;

//! \brief Drives the console through its own buttons and fields, from the list of machines to restored disks, and
//! compares each with its source byte for byte. Prints each step; ends the program with 0, or 1 when anything differs.
//! On a data folder that was toured before it adds a recovery point to the same item.
class Tour : public QObject
{
    Q_OBJECT
public:
    Tour(Console& console, Options options, QObject* parent = nullptr);
    void start();

private:
    void connected();
    void plan();
    void planEnabling();
    void planBackup();
    void planRestore();
    void planComparing();
    void compared(const QStringList& differing);
    void picture(const QString& name);
    void say(const QString& text);
    void fail(const QString& reason);
    [[nodiscard]] bool onPage(const QString& page, const QString& part = {}) const;
    //! True when the newest job of the machine's item has ended; fails the tour when it ended badly.
    [[nodiscard]] bool jobEnded(contract::JobOperation operation);

    Console& m_console;
    Options m_options;
    Driver m_driver;
    Script m_script;
    QString m_vmName;
    ArmId m_vm;
    ArmId m_job; //!< the one that is waited for
    int m_points = -1;
    int m_pictures = 0;
    bool m_comparing = false;
    std::optional<QStringList> m_differing;
};

} // namespace valv::console
