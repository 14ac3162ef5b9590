// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/errorwords.h"
#include "presentation/app/language.h"
#include "presentation/text/errortext.h"
#include "support/sourcecodes.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTest>

namespace tst_errortext {

using namespace valv;
using namespace valv::presentation;

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_settings.setLanguage(LanguageChoice::Swedish); }

    void everyRowOfTheTableIsKnown()
    {
        QFile file(QStringLiteral(VALV_SOURCE_DIR "/translations/errors.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        lines.removeFirst();
        QCOMPARE_GE(static_cast<int>(lines.size()), 158);
        for (const QString& line : std::as_const(lines)) {
            const QStringList cells = line.split(QLatin1Char('\t'));
            QVERIFY2(ErrorText::knows(cells.at(0)), qPrintable(cells.at(0)));
            const ErrorText text = ErrorText::of(cells.at(0), {1, 2, 3});
            QVERIFY2(!text.message().isEmpty(), qPrintable(cells.at(0)));
            if (!cells.at(3).contains(QLatin1Char('%'))) {
                QCOMPARE(text.message(), cells.at(3));
            }
            if (!cells.at(5).contains(QLatin1Char('%'))) {
                QCOMPARE(text.action(), cells.at(5));
            }
        }
    }

    void otherNamesLeadToKnownCodes()
    {
        for (const auto& alias : contract::errorAliases()) {
            QVERIFY2(ErrorText::knows(QString::fromLatin1(alias.known)), alias.known);
        }
        QCOMPARE(ErrorText::of(Error{"PreconditionFailed", "x", {}, {}, {}}).message(),
                 ErrorText::of(Error{"ConflictETagMismatch", "x", {}, {}, {}}).message());
    }

    void everyRowSaysWhatToDoInBothLanguages()
    {
        // Whoever cancels knows what to do.
        const QSet<QString> nothingToDo{QStringLiteral("PointCancelled"), QStringLiteral("JobCancelled"),
                                        QStringLiteral("OperationCanceled"), QStringLiteral("RequestCancelled")};
        const auto swedish = [](const char* english, const char* comment = nullptr) {
            return QCoreApplication::translate(contract::errorContext, english, comment,
                                               contract::isCounted(english) ? 2 : -1);
        };
        int count = 0;
        for (const auto rows :
             {contract::serviceErrors(), contract::formErrors(), contract::localErrors(), contract::vaultErrors()}) {
            for (const auto& row : rows) {
                ++count;
                QVERIFY2(swedish(row.message) != QString::fromUtf8(row.message), row.code);
                const bool advised = row.action.text != nullptr && row.action.text[0] != '\0';
                QVERIFY2(advised != nothingToDo.contains(QString::fromLatin1(row.code)), row.code);
                QVERIFY2(!advised || swedish(row.action.text, row.action.comment) != QString::fromUtf8(row.action.text),
                         row.code);
            }
        }
        QCOMPARE_GE(count, 280);
    }

    void everyCodeThatTheProgramMakesIsKnown()
    {
        int files = 0;
        const auto codes = test::codesMadeIn(
            {QStringLiteral("models"), QStringLiteral("app/console"), QStringLiteral("app/inprocess")}, &files);
        QCOMPARE_GE(files, 200);
        QCOMPARE_GE(static_cast<int>(codes.size()), 80);
        QVERIFY(codes.contains(QStringLiteral("NetworkOffline"))); // client
        QVERIFY(codes.contains(QStringLiteral("ResourceGroupNotFound"))); // engine
        QVERIFY(codes.contains(QStringLiteral("VaultInUse"))); // store
        QVERIFY(codes.contains(QStringLiteral("DiskUnreadable"))); // hypervisor
        QVERIFY(codes.contains(QStringLiteral("TokenFileUnreadable"))); // console
        QStringList unknown;
        for (const QString& code : std::as_const(codes)) {
            if (!ErrorText::knows(code)) {
                unknown.append(code);
            }
        }
        unknown.sort();
        QCOMPARE(unknown.join(QLatin1Char(' ')), QString());
    }

    void argumentsArePutIn()
    {
        const ErrorText text = ErrorText::of(QStringLiteral("TooManyDataDisks"), {17, 16});
        QCOMPARE(text.message(),
                 QStringLiteral("Den virtuella datorn har 17 datadiskar. Högst 16 kan säkerhetskopieras."));
        QCOMPARE(text.title(), QStringLiteral("Den virtuella datorn har 17 datadiskar."));
        QCOMPARE(ErrorText::of(QStringLiteral("PolicyInUse"), {1}).message(),
                 QStringLiteral("Principen används av 1 objekt och kan inte tas bort."));
        QCOMPARE(ErrorText::of(QStringLiteral("ItemSoftDeleted"), {1}).action(),
                 QStringLiteral("Ångra borttagningen först. 1 dag återstår."));
        // A value with a place in it stays as it is.
        QCOMPARE(ErrorText::of(QStringLiteral("RegionMismatch"), {QStringLiteral("%2"), QStringLiteral("b")}).message(),
                 QStringLiteral("Den virtuella datorn finns i %2 men valvet finns i b."));
    }

    void valuesAreReadOutOfTheServersSentence()
    {
        const Error error{"RegionMismatch", "The VM is in westeurope but the vault is in swedencentral.", {}, {}, {}};
        QCOMPARE(ErrorText::of(error).message(),
                 QStringLiteral("Den virtuella datorn finns i westeurope men valvet finns i swedencentral."));
        const Error counted{"PolicyInUse", "The policy is used by 3 items and cannot be deleted.", {}, {}, {}};
        QCOMPARE(ErrorText::of(counted).message(),
                 QStringLiteral("Principen används av 3 objekt och kan inte tas bort."));
        const Error limit{"PolicyVmLimitReached", "A policy can be used by at most 40 VMs.", {}, {}, {}};
        QCOMPARE(ErrorText::of(limit).message(),
                 QStringLiteral("En princip kan användas av högst 40 virtuella datorer."));
        const Error otherWords{"RegionMismatch", "Wrong region.", {}, "Move it.", {}};
        QCOMPARE(ErrorText::of(otherWords).message(), QStringLiteral("Wrong region."));
    }

    void unknownCodesKeepTheServersWords()
    {
        const ErrorText text = ErrorText::of(Error{"BrandNew", "Line one.\r\nLine two.", {}, "Do this.", {}});
        QCOMPARE(text.message(), QStringLiteral("Line one.\nLine two."));
        QCOMPARE(text.action(), QStringLiteral("Do this."));
        QCOMPARE(text.code(), QStringLiteral("BrandNew"));
        QVERIFY(!ErrorText::of(Error{"BrandNew", {}, {}, {}, {}}).message().isEmpty());
    }

    void thePreciseCodeInTheDetailsWins()
    {
        Error error{"BMSUserErrorObjectLocked", "Another operation is in progress.", {}, {}, {}};
        error.details.push_back(Error{"UserErrorBackupOperationInProgress", {}, {}, {}, {}});
        QCOMPARE(ErrorText::of(error).code(), QStringLiteral("UserErrorBackupOperationInProgress"));
    }

    void violations()
    {
        contract::Violation vault{QStringLiteral("ValVaultNameChars"),
                                  {QStringLiteral("ö"), QStringLiteral("valv-malmo")},
                                  QStringLiteral("name"),
                                  QStringLiteral("valv-malmo")};
        QCOMPARE(
            ErrorText::of(vault).underField(),
            QStringLiteral(
                "Tecknet ”ö” är inte tillåtet. Använd bokstäver (A–Z), siffror och bindestreck. Förslag: valv-malmo"));
        contract::Violation days{QStringLiteral("ValRetentionDayMismatch"),
                                 {QStringList{QStringLiteral("Saturday"), QStringLiteral("Sunday")}},
                                 QStringLiteral("weekly"),
                                 {}};
        QCOMPARE(ErrorText::of(days).message(), QStringLiteral("Ingen säkerhetskopia tas på lördagar och söndagar."));
        contract::Violation order{QStringLiteral("ValTierOrder"),
                                  {QStringLiteral("weekly"), QStringLiteral("daily")},
                                  QStringLiteral("weekly"),
                                  {}};
        QCOMPARE(ErrorText::of(order).message(),
                 QStringLiteral("Punkter av typen veckovis upphör tidigare än punkter av typen dagligen."));
        m_settings.setLanguage(LanguageChoice::English);
        QCOMPARE(ErrorText::of(order).message(), QStringLiteral("Weekly points expire before daily points."));
    }

private:
    ManualClock m_clock{Instant{}};
    Settings m_settings;
    Language m_language{m_settings, QTimeZone::utc(), m_clock};
};

VALV_TEST_GUILESS(TestErrorText)

} // namespace tst_errortext

#include "tst_errortext.moc"
