// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/driver.h"
#include "console/options.h"
#include "console/script.h"
#include "core/clock.h"

#include <QObject>
#include <QRect>
#include <QStringList>

#include <functional>
#include <memory>

namespace valv::console {

class Console;

//! \brief Draws the pictures of the guide (docs/guide/screenshots.tsv) on the demo estate, with a clock that stands
//! still and without motion: two runs give the same files. Ends the program with 0, or 1 when a picture is missing.
class Pictures : public QObject
{
    Q_OBJECT
public:
    Pictures(Console& console, Options options, std::shared_ptr<ManualClock> clock, QObject* parent = nullptr);
    void start();
    //! Every picture that this program draws, as named in the list.
    [[nodiscard]] static QStringList names();

private:
    using Act = std::function<void()>;
    using Ready = std::function<bool()>;

    void plan();
    void planList();
    void planEnabling();
    void planItem();
    void planProtected();
    //! Does something once the window is ready for it.
    void then(Ready ready, Act act);
    //! Waits until nothing is being fetched or shown any more, and draws.
    void draw(const QString& name, Ready ready = {}, std::function<QRect()> part = {});
    void openPage(const QString& page, const QString& vm = {}, const QString& part = {});
    void openItem(const QString& vm, const QString& page, const QString& part = {});
    [[nodiscard]] bool isQuiet() const;
    [[nodiscard]] QString vmId(const QString& name) const;
    void focus(const QString& name) const;

    Console& m_console;
    Options m_options;
    std::shared_ptr<ManualClock> m_clock;
    Driver m_driver;
    Script m_script;
    QStringList m_missing;
    int m_drawn = 0;
};

} // namespace valv::console
