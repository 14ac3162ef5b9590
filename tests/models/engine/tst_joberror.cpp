// SPDX-License-Identifier: GPL-3.0-or-later
// What a job's row says about an error: a code with words, a sentence, and what to do.
#include "contract/errorwords.h"
#include "engine/faults.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_joberror {

using namespace valv;
using namespace valv::engine;
using contract::JobOperation;

class JobErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void told_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* code, const char* words, const char* shown,
                            const char* said) {
            QTest::newRow(name) << QString::fromLatin1(code) << QString::fromLatin1(words) << QString::fromLatin1(shown)
                                << QString::fromLatin1(said);
        };
        row("without words of its own", "DiskInUse", "", "DiskInUse", "Another program is writing to the disk image.");
        row("with words that know more", "DiskUnreadable", "sda.raw: input/output error.", "DiskUnreadable",
            "The disk image cannot be read. sda.raw: input/output error.");
        row("with words that begin the same", "VaultInUse", "Another program is writing to the vault. It is process 7.",
            "VaultInUse", "Another program is writing to the vault. It is process 7.");
        row("with words that name something", "DiskMissing",
            "The disk sda.raw is missing: valv.json names it, but there is no such file.", "DiskMissing",
            "The disk sda.raw is missing: valv.json names it, but there is no such file.");
        row("by Azure's name", "VmNotFound", "", "UserErrorVmNotFoundV2", "The VM no longer exists or has been moved.");
        row("by the name of what it means", "SealDamaged", "", "VaultDamaged", "The vault is damaged.");
        row("of a table of its own", "SecondLocationOther", "It is of the vault valv-b.", "SecondLocationOther",
            "It is of the vault valv-b.");
        row("by its code alone", "BackUpOperationFailed", "", "BackUpOperationFailed",
            "The backup failed because of an internal error.");
        row("that nobody thought of", "Strange", "Words.", "BackUpOperationFailed",
            "The operation failed because of an internal error (Strange). Words.");
    }
    void told()
    {
        QFETCH(QString, code);
        QFETCH(QString, words);
        QFETCH(QString, shown);
        QFETCH(QString, said);
        const auto error = jobError(Error{code.toStdString(), words.toStdString(), {}, {}, {}});
        QCOMPARE(error.code, shown);
        QCOMPARE(error.message, said);
        QVERIFY(error.number > 510000);
        QVERIFY(contract::errorRow(error.code) != nullptr);
    }

    void whatToDo()
    {
        QCOMPARE(jobError(Error{"VaultInUse", {}, {}, "Ask the source.", {}}).recommendations,
                 QStringList{QStringLiteral("Wait until it is done, then try again.")});
        QCOMPARE(jobError(Error{"Strange", {}, {}, "Ask the source.", {}}).recommendations,
                 QStringList{QStringLiteral("Ask the source.")});
        QVERIFY(jobError(Error{"Strange", {}, {}, {}, {}}).recommendations.isEmpty());
    }

    //! What a restore met is no failure of a backup.
    void ofARestore()
    {
        QCOMPARE(jobError(Error{"Strange", {}, {}, {}, {}}, JobOperation::Restore).code,
                 QStringLiteral("OperationFailed"));
        QCOMPARE(jobError(Error{"VaultInUse", {}, {}, {}, {}}, JobOperation::Restore).code,
                 QStringLiteral("VaultInUse"));
    }

    void theCauseOfNotReady()
    {
        Error error{"VmNotReady", "Not ready.", {}, {}, {}};
        QCOMPARE(jobError(error).code, QStringLiteral("UserErrorVmNotInDesirableState"));
        error.details.push_back(Error{"DiskVanished", "sda.raw is gone.", {}, {}, {}});
        QCOMPARE(jobError(error).code, QStringLiteral("DiskVanished"));
    }
};

VALV_TEST_GUILESS(JobErrors)

} // namespace tst_joberror

#include "tst_joberror.moc"
