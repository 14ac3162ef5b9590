// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/whendone.h"
#include "support/testprogram.h"

#include <QTest>
#include <QThread>

#include <memory>
#include <thread>

namespace tst_whendone {

using namespace valv;

class TestWhenDone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calledOnceWithTheResult();
    void readyFutureIsCalledLater();
    void deadContextIsNeverCalled();
    void contextThatDiesBetweenResultAndCall();
    void droppedPromiseCallsNothing();
    void calledOnTheContextsThread();
    void watcherGoesAway();
    void severalOnOneFuture();
};

void TestWhenDone::calledOnceWithTheResult()
{
    QFutureInterface<int> promise;
    promise.reportStarted();
    int calls = 0, value = 0;
    whenDone(promise.future(), this, [&](int result) {
        ++calls;
        value = result;
    });
    QCoreApplication::processEvents();
    QCOMPARE(calls, 0);
    promise.reportResult(42);
    promise.reportFinished();
    QTRY_COMPARE(calls, 1);
    QCOMPARE(value, 42);
    QCoreApplication::processEvents();
    QCOMPARE(calls, 1);
}

void TestWhenDone::readyFutureIsCalledLater()
{
    bool called = false;
    whenDone(readyFuture(QStringLiteral("x")), this, [&](const QString& text) { called = text == QLatin1String("x"); });
    QVERIFY(!called); // never from within
    QTRY_VERIFY(called);
}

void TestWhenDone::deadContextIsNeverCalled()
{
    QFutureInterface<int> promise;
    promise.reportStarted();
    bool called = false;
    auto context = std::make_unique<QObject>();
    whenDone(promise.future(), context.get(), [&](int) { called = true; });
    context.reset();
    promise.reportResult(1);
    promise.reportFinished();
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestWhenDone::contextThatDiesBetweenResultAndCall()
{
    bool called = false;
    auto context = std::make_unique<QObject>();
    whenDone(readyFuture(1), context.get(), [&](int) { called = true; });
    context.reset();
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestWhenDone::droppedPromiseCallsNothing()
{
    bool called = false;
    QFuture<int> future;
    {
        QPromise<int> promise;
        promise.start();
        future = promise.future();
        whenDone(future, this, [&](int) { called = true; });
    }
    QTRY_VERIFY(future.isFinished());
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestWhenDone::calledOnTheContextsThread()
{
    QFutureInterface<int> promise;
    promise.reportStarted();
    QThread* where = nullptr;
    whenDone(promise.future(), this, [&](int) { where = QThread::currentThread(); });
    std::jthread worker([promise]() mutable {
        promise.reportResult(1);
        promise.reportFinished();
    });
    QTRY_VERIFY(where != nullptr);
    QCOMPARE(where, thread());
}

void TestWhenDone::watcherGoesAway()
{
    QObject context;
    bool called = false;
    whenDone(readyFuture(1), &context, [&](int) { called = true; });
    QCOMPARE(context.children().size(), 1);
    QTRY_VERIFY(called);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(context.children().size(), 0);
}

void TestWhenDone::severalOnOneFuture()
{
    const auto future = readyFuture(3);
    int sum = 0;
    whenDone(future, this, [&](int n) { sum += n; });
    whenDone(future, this, [&](int n) { sum += n; });
    QTRY_COMPARE(sum, 6);
}

VALV_TEST_GUILESS(TestWhenDone)

} // namespace tst_whendone

#include "tst_whendone.moc"
