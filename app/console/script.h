// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <vector>

namespace valv::console {

//! \brief Steps taken one after the other, each as soon as the window is ready for it. The event loop runs between
//! them, as it does between the clicks of a person. GUI thread.
class Script : public QObject
{
    Q_OBJECT
public:
    struct Step
    {
        QString what; //!< said when it is taken; empty: silent
        std::function<bool()> ready; //!< asked until it is true
        std::function<void()> act;
        std::chrono::milliseconds patience{60'000}; //!< zero: waits for ever
    };

    using QObject::QObject;

    void add(Step step) { m_steps.push_back(std::move(step)); }
    void add(const QString& what, std::function<bool()> ready, std::function<void()> act)
    {
        m_steps.push_back({what, std::move(ready), std::move(act)});
    }
    //! Steps that only become known on the way; taken right after the current one.
    void addNext(Step step);
    void run();
    //! Ends the script after this step, without a word.
    void stop();
    //! Ends the script at once with this reason.
    void fail(const QString& reason);

Q_SIGNALS:
    void stepTaken(const QString& what);
    void finished();
    void failed(const QString& reason);

private:
    void poll();

    std::vector<Step> m_steps;
    std::size_t m_next = 0;
    std::size_t m_insertAt = 0;
    bool m_over = false;
    QTimer m_timer;
    QElapsedTimer m_waiting;
};

} // namespace valv::console
