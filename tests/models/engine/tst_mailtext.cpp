// SPDX-License-Identifier: GPL-3.0-or-later
// What mails about alerts say: why it happened and what to do, in the mail's language.
#include "contract/errorwords.h"
#include "engine/alerts.h"
#include "engine/faults.h"
#include "engine/mailtext.h"
#include "support/sourcecodes.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_mailtext {

using namespace valv;
using namespace valv::engine;
using contract::Alert;

namespace {

//! That a job of a machine failed so.
Alert failed(const contract::JobError& error)
{
    Alert alert;
    alert.code = alert::backupFailed;
    alert.severity = contract::AlertSeverity::Critical;
    alert.targetName = QStringLiteral("web");
    alert.last = QDateTime(QDate(2018, 12, 19), QTime(8, 42), Qt::UTC);
    alert.job = QStringLiteral("job-7");
    alert.facts = {{QStringLiteral("error"), error.code}, {QStringLiteral("message"), error.message}};
    return alert;
}

QStringList linesOf(const Alert& alert, const char* language)
{
    return mailAbout({alert}, QStringLiteral("vault1"), QString::fromLatin1(language), QTimeZone("Europe/Stockholm"))
        .body.split(QLatin1Char('\n'));
}

//! What stands behind a label; null: there is no such line.
QString behind(const QStringList& lines, const char* label)
{
    const auto begin = QString::fromUtf8(label) + QStringLiteral(": ");
    for (const auto& line : lines) {
        if (line.startsWith(begin)) {
            return line.mid(begin.size());
        }
    }
    return {};
}

} // namespace

class MailTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCauseIsSaidInSwedish_data()
    {
        QTest::addColumn<QString>("code");
        auto codes = test::codesMadeIn(
            {QStringLiteral("models/hypervisor"), QStringLiteral("models/store"), QStringLiteral("models/engine")});
        codes.unite({QStringLiteral("ValvConsistencyFellBack"), QStringLiteral("ValvDiskSkipped"),
                     QStringLiteral("ValvDiskGone"), QStringLiteral("ValvSecondLocationBehind"),
                     QStringLiteral("ValvReadSecondLocation")}); // warnings of a job
        QCOMPARE_GE(static_cast<int>(codes.size()), 70);
        for (const auto& code : {"DiskUnreadable", "VaultFull", "SecondLocationOther", "ValvRestoreNoSpace"}) {
            QVERIFY2(codes.contains(QLatin1String(code)), code);
        }
        QStringList sorted(codes.begin(), codes.end());
        sorted.sort();
        for (const auto& code : std::as_const(sorted)) {
            QTest::newRow(qPrintable(code)) << code;
        }
    }
    //! Whatever ends a job: the console's words, and nothing of the English that the engine tells.
    void everyCauseIsSaidInSwedish()
    {
        QFETCH(QString, code);
        const auto* made = contract::errorRow(code);
        QVERIFY(made != nullptr);
        const QStringList values{QStringLiteral("disk-1"), QStringLiteral("b"), QStringLiteral("c")};
        const auto english = contract::withValues(QString::fromUtf8(made->message), values).value_or(QString());
        QVERIFY(!english.isEmpty());
        const auto error = jobError(Error{code.toStdString(), english.toStdString(), {}, {}, {}});
        const auto* row = contract::errorRow(error.code);
        QVERIFY2(row != nullptr, qPrintable(error.code));
        QVERIFY(!error.message.isEmpty());

        const auto lines = linesOf(failed(error), "sv");
        const auto cause = behind(lines, "Orsak");
        QVERIFY2(cause.endsWith(QStringLiteral(" (%1)").arg(error.code)), qPrintable(cause));
        QVERIFY2(!cause.contains(english), qPrintable(cause));
        QVERIFY2(!cause.contains(QString::fromUtf8(row->message)), qPrintable(cause));
        QVERIFY2(!cause.contains(QLatin1Char('%')), qPrintable(cause));
        const auto advised = QString::fromUtf8(row->action.text);
        if (!advised.isEmpty() && contract::withValues(advised, {})) { // an alert has no values for an advice
            const auto action = behind(lines, "Rekommenderad åtgärd");
            QVERIFY(!action.isEmpty());
            QVERIFY2(action != advised, qPrintable(action));
        }
        QCOMPARE(behind(lines, "Jobb"), QStringLiteral("job-7"));
    }

    //! In English it is what the engine said, whole.
    void causesInEnglish()
    {
        const auto error = jobError(Error{"DiskUnreadable", "sda.raw: input/output error.", {}, {}, {}});
        const auto lines = linesOf(failed(error), "en");
        QCOMPARE(behind(lines, "Cause"),
                 QStringLiteral("The disk image cannot be read. sda.raw: input/output error. (DiskUnreadable)"));
        QCOMPARE(behind(lines, "Recommended action"),
                 QStringLiteral("Check that the file exists and that Valv may read it."));
        QCOMPARE(behind(lines, "When"), QStringLiteral("2018-12-19 09:42"));
    }

    void whatACauseNamesIsSaid()
    {
        const auto error = jobError(Error{
            "DiskMissing", "The disk sda.raw is missing: valv.json names it, but there is no such file.", {}, {}, {}});
        QCOMPARE(behind(linesOf(failed(error), "sv"), "Orsak"),
                 QStringLiteral(
                     "Disken sda.raw saknas: valv.json nämner den, men det finns ingen sådan fil. (DiskMissing)"));
    }

    void withoutWordsOfItsOwn_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("a code that nobody knows") << QStringLiteral("BrandNew") << QStringLiteral("It broke.");
        QTest::newRow("a sentence of other words") << QStringLiteral("DiskMissing") << QStringLiteral("No such disk.");
    }
    //! The engine's words as they are.
    void withoutWordsOfItsOwn()
    {
        QFETCH(QString, code);
        QFETCH(QString, message);
        for (const auto& [language, label] : {std::pair("sv", "Orsak"), std::pair("en", "Cause")}) {
            const auto lines = linesOf(failed({510099, code, message, {}}), language);
            QCOMPARE(behind(lines, label), QStringLiteral("%1 (%2)").arg(message, code));
        }
    }

    void everyAlertIsSaid_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("swedish");
        const auto row = [](const QString& code, const char* swedish) {
            QTest::newRow(qPrintable(code)) << code << QString::fromUtf8(swedish);
        };
        row(alert::backupFailed, "Säkerhetskopieringen av web misslyckades.");
        row(alert::restoreFailed, "Återställningen av web misslyckades.");
        row(alert::pointTooOld, "Den senaste felfria återställningspunkten för web är äldre än principen medger.");
        row(alert::missedRun, "1 schemalagd säkerhetskopiering av web kunde inte starta i tid.");
        row(alert::backupWithWarnings, "Säkerhetskopieringen av web slutfördes med varningar.");
        row(alert::backupDataDeleted, "Säkerhetskopierade data för web togs bort (2 återställningspunkter).");
        row(alert::recoveryPointDeleted, "En återställningspunkt för web togs bort.");
        row(alert::policyShortened, "En ändring av principen Guld gör att 2 återställningspunkter upphör att gälla.");
        row(alert::softDeleteOff, "Mjuk borttagning stängdes av för valvet web.");
        row(alert::replicationProblem, "Den andra platsen för valvet web kan inte hållas aktuell.");
        row(alert::vaultDamaged, "Kontrollen av valvet web hittade skador.");
        row(alert::machineAdded, "Regeln sql-* skyddade web.");
        row(alert::clockDoubted,
            "Klockan på web har hoppat framåt. Tills Valv kan lita på den tas inget bort på grund av sin ålder.");
    }
    void everyAlertIsSaid()
    {
        QFETCH(QString, code);
        QFETCH(QString, swedish);
        auto told = failed({});
        told.code = code;
        told.description = QStringLiteral("What the wire says.");
        told.facts = {{QStringLiteral("missed"), QStringLiteral("1")},
                      {QStringLiteral("points"), QStringLiteral("2")},
                      {QStringLiteral("policy"), QStringLiteral("Guld")},
                      {QStringLiteral("rule"), QStringLiteral("sql-*")}};
        QCOMPARE(linesOf(told, "sv").value(2), QStringLiteral("Kritisk: ") + swedish);
        const auto english = linesOf(told, "en").value(2);
        const auto about = code == alert::policyShortened ? QStringLiteral("Guld") : told.targetName;
        QVERIFY2(english.startsWith(QLatin1String("Critical: ")) && english.contains(about), qPrintable(english));
        QVERIFY2(!english.contains(told.description) && !english.contains(QLatin1Char('{'))
                     && !english.contains(QLatin1Char('%')) && !english.contains(QLatin1String("(s)")),
                 qPrintable(english));
    }

    void severalAlertsAreCounted()
    {
        const QList<Alert> two{failed({}), failed({})};
        const QTimeZone zone("Europe/Stockholm");
        QCOMPARE(mailAbout(two, QStringLiteral("v"), QStringLiteral("en"), zone).subject,
                 QStringLiteral("Valv: 2 alerts in v"));
        QCOMPARE(mailAbout(two, QStringLiteral("v"), QStringLiteral("sv"), zone).subject,
                 QStringLiteral("Valv: 2 aviseringar i v"));
    }

    //! A check counts; its sentence is not quoted.
    void damageIsToldInNumbers()
    {
        Alert alert = failed({});
        alert.code = alert::vaultDamaged;
        alert.targetName = QStringLiteral("vault1");
        alert.facts = {{QStringLiteral("message"), QStringLiteral("2 damaged files, 3 recovery points hit.")},
                       {QStringLiteral("files"), QStringLiteral("2")},
                       {QStringLiteral("points"), QStringLiteral("3")},
                       {QStringLiteral("machines"), QStringLiteral("db, web")},
                       {QStringLiteral("repaired"), QStringLiteral("0")}};
        const auto swedish = linesOf(alert, "sv");
        QCOMPARE(behind(swedish, "Skadade filer"), QStringLiteral("2"));
        QCOMPARE(behind(swedish, "Drabbade återställningspunkter"), QStringLiteral("3"));
        QCOMPARE(behind(swedish, "Drabbade datorer"), QStringLiteral("db, web"));
        QVERIFY(!swedish.join(QLatin1Char('\n')).contains(QLatin1String("damaged")));
        QCOMPARE(behind(linesOf(alert, "en"), "Damaged files"), QStringLiteral("2"));
        // Where nothing can be read there is nothing to count.
        alert.facts.insert(QStringLiteral("error"), QStringLiteral("VaultDamaged"));
        QCOMPARE(behind(linesOf(alert, "sv"), "Orsak"), QStringLiteral("Valvet är skadat. (VaultDamaged)"));
    }
};

VALV_TEST_GUILESS(MailTexts)

} // namespace tst_mailtext

#include "tst_mailtext.moc"
