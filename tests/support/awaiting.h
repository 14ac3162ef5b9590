// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/whendone.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QTest>
#include <QThreadPool>

#include <optional>

namespace valv::test {

//! \brief The result of a future, with the event loop turning; nothing when it ended without one or takes too long.
template <typename T>
[[nodiscard]] std::optional<T> await(const QFuture<T>& future, int milliseconds = 5000)
{
    QElapsedTimer timer;
    timer.start();
    while (!future.isFinished() && timer.elapsed() < milliseconds) {
        QTest::qWait(1);
    }
    if (!future.isFinished() || future.resultCount() == 0) {
        return std::nullopt;
    }
    return future.result();
}

//! Turns the event loop until nothing posted is left, and nothing that the pool reads.
inline void settle()
{
    for (int i = 0; i < 50; ++i) {
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

} // namespace valv::test
