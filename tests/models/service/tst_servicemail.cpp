// SPDX-License-Identifier: GPL-3.0-or-later
// The mail server and a vault's notifications, at the door. Source: docs/wire-extensions.md, Alerts by mail; flows.md I9.
#include "support/testprogram.h"
#include "world.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QTest>

namespace tst_servicemail {

using namespace valv;
using namespace valv::test;

namespace {

QString serverPath()
{
    return QStringLiteral("/subscriptions/{s}/providers/Microsoft.RecoveryServices/valv/mailServer");
}

QJsonObject withProperties(const QJsonObject& properties)
{
    return {{QStringLiteral("properties"), properties}};
}

QJsonObject server()
{
    return {{QStringLiteral("host"), QStringLiteral("mail.nordvik.example")},
            {QStringLiteral("port"), 465},
            {QStringLiteral("security"), QStringLiteral("Tls")},
            {QStringLiteral("user"), QStringLiteral("valv")},
            {QStringLiteral("password"), QStringLiteral("hemligt åäö")},
            {QStringLiteral("from"), QStringLiteral("valv@nordvik.example")},
            {QStringLiteral("owners"), QJsonArray{QStringLiteral("it@nordvik.example")}}};
}

QJsonObject notifications()
{
    return {{QStringLiteral("enabled"), true},
            {QStringLiteral("recipients"), QJsonArray{QStringLiteral("drift@nordvik.example")}},
            {QStringLiteral("digest"), QStringLiteral("Hourly")},
            {QStringLiteral("severities"), QJsonArray{QStringLiteral("Sev0")}},
            {QStringLiteral("language"), QStringLiteral("sv")}};
}

QJsonObject vaultWith(const QJsonObject& notifications)
{
    return withProperties({{QStringLiteral("valv"), QJsonObject{{QStringLiteral("notifications"), notifications}}}});
}

//! "ValEmail recipients", for each rule that was broken.
QStringList broken(const Reply& reply)
{
    QStringList found;
    for (const auto& each :
         reply.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray()) {
        const auto detail = each.toObject();
        found.append(detail.value(QLatin1String("code")).toString() + QLatin1Char(' ')
                     + detail.value(QLatin1String("target")).toString());
    }
    return found;
}

QJsonArray addresses(int count)
{
    QJsonArray all;
    for (int i = 0; i < count; ++i) {
        all.append(QStringLiteral("a%1@nordvik.example").arg(i));
    }
    return all;
}

} // namespace

class TestServiceMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>(1);
        m_world->makeVault();
    }
    void cleanup() { m_world.reset(); }

    void theServerIsKeptWithoutTellingItsPassword()
    {
        QVERIFY(!m_world->get(serverPath()).properties().contains(QLatin1String("host")));

        auto told = server();
        told.remove(QStringLiteral("password"));
        told.insert(QStringLiteral("hasPassword"), true);
        const auto kept = m_world->put(serverPath(), withProperties(server()));
        QCOMPARE(kept.status, 200);
        QCOMPARE(kept.properties(), told);
        const auto read = m_world->get(serverPath());
        QCOMPARE(read.properties(), told);
        QVERIFY(!read.body.contains("hemligt"));

        const QFileInfo password(m_world->data() + QStringLiteral("/keys/mailserver.password"));
        QVERIFY(password.exists());
        QCOMPARE(password.permissions() & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser),
                 QFile::Permissions());

        // What was read can be written back: the password stays.
        QCOMPARE(m_world->put(serverPath(), withProperties(told)).properties(), told);

        // Another server does not get it.
        auto moved = told;
        moved.insert(QStringLiteral("host"), QStringLiteral("other.example"));
        const auto elsewhere = m_world->put(serverPath(), withProperties(moved));
        QCOMPARE(elsewhere.status, 200);
        QVERIFY(!elsewhere.properties().contains(QLatin1String("hasPassword")));
        QVERIFY(!QFileInfo::exists(password.filePath()));

        QCOMPARE(m_world->remove(serverPath()).status, 200);
        QVERIFY(!m_world->get(serverPath()).properties().contains(QLatin1String("host")));
    }

    void brokenRulesOfTheServer_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QStringList>("rules");
        const auto row = [](const char* what, const char* key, const QJsonValue& value, const char* rule) {
            QTest::newRow(what) << QString::fromLatin1(key) << value << QStringList{QString::fromLatin1(rule)};
        };
        row("no host", "host", QString(), "ValMailHost host");
        row("a host with a space", "host", QStringLiteral("mail nordvik"), "ValMailHost host");
        row("a host that begins another command", "host", QStringLiteral("a.example\r\nQUIT"), "ValMailHost host");
        row("port 0", "port", 0, "ValWholeNumber port");
        row("port 65536", "port", 65536, "ValWholeNumber port");
        row("a password in the clear", "security", QStringLiteral("None"), "ValMailUnencrypted user");
        row("no sender", "from", QString(), "ValEmailRequired from");
        row("two senders", "from", QStringLiteral("a@b.example, c@d.example"), "ValEmail from");
        row("a sender with another header", "from", QStringLiteral("a@b.example\r\nBcc: c@d.example"), "ValEmail from");
        row("an owner that is no address", "owners", QJsonArray{QStringLiteral("it")}, "ValEmail owners");
        row("21 owners", "owners", addresses(21), "ValEmailTooMany owners");
    }
    void brokenRulesOfTheServer()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        QFETCH(const QStringList, rules);
        QCOMPARE(m_world->put(serverPath(), withProperties(server())).status, 200);
        const auto before = m_world->get(serverPath()).properties();
        auto changed = server();
        changed.insert(key, value);
        const auto refused = m_world->put(serverPath(), withProperties(changed));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.code(), QStringLiteral("BMSUserErrorInvalidInput"));
        QCOMPARE(broken(refused), rules);
        QCOMPARE(m_world->get(serverPath()).properties(), before);
    }

    void notificationsAreKeptWithTheVault()
    {
        const auto kept = m_world->patch(QStringLiteral("{v}"), vaultWith(notifications()));
        QCOMPARE(kept.status, 200);
        const auto valv =
            m_world->get(QStringLiteral("{v}")).properties().value(QLatin1String("valv")).toObject();
        QCOMPARE(valv.value(QLatin1String("notifications")).toObject(), notifications());
        const auto state = valv.value(QLatin1String("notificationState")).toObject();
        QVERIFY(!state.value(QLatin1String("hasMailServer")).toBool());

        // Another change of the vault leaves them alone.
        QCOMPARE(m_world
                     ->patch(QStringLiteral("{v}"),
                             {{QStringLiteral("tags"), QJsonObject{{QStringLiteral("a"), QStringLiteral("1")}}}})
                     .status,
                 200);
        QCOMPARE(m_world->get(QStringLiteral("{v}"))
                     .properties()
                     .value(QLatin1String("valv"))
                     .toObject()
                     .value(QLatin1String("notifications"))
                     .toObject(),
                 notifications());
    }

    void brokenRulesOfNotifications_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QStringList>("rules");
        const auto row = [](const char* what, const char* key, const QJsonValue& value, const char* rule) {
            QTest::newRow(what) << QString::fromLatin1(key) << value << QStringList{QString::fromLatin1(rule)};
        };
        row("nobody", "recipients", QJsonArray(), "ValEmailRequired recipients");
        row("no address", "recipients", QJsonArray{QStringLiteral("drift@")}, "ValEmail recipients");
        row("a line break", "recipients", QJsonArray{QStringLiteral("a@b.example\nBcc: c@d.example")},
            "ValEmail recipients");
        row("21 of them", "recipients", addresses(21), "ValEmailTooMany recipients");
        row("no severity", "severities", QJsonArray(), "ValSeverityRequired severities");
        row("a language that mails do not have", "language", QStringLiteral("fi"), "ValMailLanguage language");
    }
    void brokenRulesOfNotifications()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        QFETCH(const QStringList, rules);
        auto changed = notifications();
        changed.insert(key, value);
        const auto refused = m_world->patch(QStringLiteral("{v}"), vaultWith(changed));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.code(), QStringLiteral("BMSUserErrorInvalidInput"));
        QCOMPARE(broken(refused), rules);
    }

    void aTestMailAsksForRecipientsAndAServer()
    {
        const auto send = QStringLiteral("{v}/valv/sendTestMail");
        QCOMPARE(broken(m_world->post(send)), QStringList{QStringLiteral("ValEmailRequired recipients")});
        QCOMPARE(m_world->patch(QStringLiteral("{v}"), vaultWith(notifications())).status, 200);
        QCOMPARE(broken(m_world->post(send)), QStringList{QStringLiteral("MailServerMissing mailServer")});
        QCOMPARE(m_world->post(QStringLiteral("{v}2/valv/sendTestMail")).status, 404);
    }

private:
    std::unique_ptr<World> m_world;
};

VALV_TEST_GUILESS(TestServiceMail)

} // namespace tst_servicemail

#include "tst_servicemail.moc"
