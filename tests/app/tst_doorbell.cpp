// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/doorbell.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>
#include <QtConcurrent>

using valv::console::Doorbell;

class TestDoorbell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_name = QStringLiteral("valv-test-") + QUuid::createUuid().toString(QUuid::WithoutBraces); }

    void nobodyIsThere() { QVERIFY(!Doorbell::ring(QStringLiteral("valv://jobs"), m_name)); }

    void theLinkArrives()
    {
        Doorbell bell(m_name);
        QVERIFY(bell.listen());
        QSignalSpy rung(&bell, &Doorbell::rung);
        const QString link = QStringLiteral("valv://settings?part=secrets");
        const auto ringing = QtConcurrent::run([this, link] { return Doorbell::ring(link, m_name); });
        QTRY_COMPARE(rung.size(), 1);
        QVERIFY(ringing.result());
        QCOMPARE(rung.first().first().toString(), link);
        Doorbell second(m_name);
        QVERIFY(!second.listen()); // one is enough
    }

    void whatIsNoLinkIsDropped()
    {
        Doorbell bell(m_name);
        QVERIFY(bell.listen());
        QSignalSpy rung(&bell, &Doorbell::rung);
        const auto ringing = QtConcurrent::run([this] {
            (void)Doorbell::ring(QStringLiteral("rm -rf /"), m_name);
            (void)Doorbell::ring(QString(10'000, QLatin1Char('x')), m_name);
            return Doorbell::ring(QStringLiteral("valv://jobs"), m_name);
        });
        QTRY_COMPARE(rung.size(), 1);
        QCOMPARE(rung.first().first().toString(), QStringLiteral("valv://jobs"));
        (void)ringing;
    }

private:
    QString m_name;
};

QTEST_GUILESS_MAIN(TestDoorbell)
#include "tst_doorbell.moc"
