// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storefixture.h"
#include "support/testprogram.h"

#include <sys/stat.h>

namespace tst_recoverykey {

using namespace valv;
using namespace valv::store;

class TestRecoveryKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textKeepsTheKey();
    void knownText();
    void forgives_data();
    void forgives();
    void noticesEveryMistypedCharacter();
    void refuses_data();
    void refuses();
    void fileIsPrivateAndNeverOverwritten();
    void fileProblems();
};

namespace {
RecoveryKey counted()
{
    RecoveryKey::Bytes bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::byte>(i);
    }
    return RecoveryKey(bytes);
}
} // namespace

void TestRecoveryKey::textKeepsTheKey()
{
    for (int i = 0; i < 50; ++i) {
        const auto key = RecoveryKey::generate();
        const auto text = key.text();
        QCOMPARE(text.size(), std::size_t(8 * 7 + 7));
        const auto back = RecoveryKey::fromText(text);
        MUST(back);
        QVERIFY(*back == key);
    }
    QVERIFY(!(RecoveryKey::generate() == RecoveryKey::generate()));
}

//! The text form is part of the format: it must never change.
void TestRecoveryKey::knownText()
{
    const auto text = counted().text();
    QCOMPARE(QString::fromStdString(text).left(55),
             QStringLiteral("000G40R-40M30E2-09185GR-38E1W81-24GK2GA-HC5RR34-D1P70X3"));
}

void TestRecoveryKey::forgives_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("lower case") << QString() << QString();
    QTest::newRow("spaces for hyphens") << QStringLiteral("-") << QStringLiteral(" ");
    QTest::newRow("no hyphens") << QStringLiteral("-") << QString();
    QTest::newRow("letter o for zero") << QStringLiteral("0") << QStringLiteral("o");
    QTest::newRow("letter l for one") << QStringLiteral("1") << QStringLiteral("l");
    QTest::newRow("letter I for one") << QStringLiteral("1") << QStringLiteral("I");
    QTest::newRow("line breaks") << QStringLiteral("-") << QStringLiteral("\r\n");
}

void TestRecoveryKey::forgives()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    auto text = QString::fromStdString(counted().text());
    text = from.isEmpty() ? text.toLower() : text.replace(from, to);
    const auto key = RecoveryKey::fromText(text.toStdString());
    MUST(key);
    QVERIFY(*key == counted());
}

void TestRecoveryKey::noticesEveryMistypedCharacter()
{
    const auto text = counted().text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '-') {
            auto wrong = text;
            wrong[i] = wrong[i] == '7' ? '8' : '7';
            MUST_FAIL(RecoveryKey::fromText(wrong), "RecoveryKeyMistyped");
        }
    }
}

void TestRecoveryKey::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("too short") << QString::fromStdString(counted().text()).chopped(1);
    QTest::newRow("too long") << QString::fromStdString(counted().text()).append(QLatin1Char('0'));
    QTest::newRow("a character that does not occur")
        << QString::fromStdString(counted().text()).replace(3, 1, QStringLiteral("U"));
    QTest::newRow("two characters swapped")
        << QString::fromStdString(counted().text()).replace(QStringLiteral("0G4"), QStringLiteral("G04"));
}

void TestRecoveryKey::refuses()
{
    QFETCH(QString, text);
    MUST_FAIL(RecoveryKey::fromText(text.toStdString()), "RecoveryKeyMistyped");
}

void TestRecoveryKey::fileIsPrivateAndNeverOverwritten()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("nyckel å.key")).toStdString();
    MUST(counted().writeFile(path, "vault-norr", "id"));
    struct stat status = {};
    QCOMPARE(::stat(path.c_str(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0600);
    const auto key = RecoveryKey::fromFile(path);
    MUST(key);
    QVERIFY(*key == counted());
    MUST_FAIL(RecoveryKey::generate().writeFile(path, "other", "id"), "KeyFileExists");
    QVERIFY(*RecoveryKey::fromFile(path) == counted());
}

void TestRecoveryKey::fileProblems()
{
    const QTemporaryDir folder;
    MUST_FAIL(RecoveryKey::fromFile(folder.filePath(QStringLiteral("none")).toStdString()), "KeyFileNotFound");
    QFile file(folder.filePath(QStringLiteral("comments")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# nothing but a comment\n\n");
    file.close();
    MUST_FAIL(RecoveryKey::fromFile(file.fileName().toStdString()), "RecoveryKeyMistyped");
    MUST_FAIL(counted().writeFile(folder.filePath(QStringLiteral("no/such/folder")).toStdString(), "v", "id"),
              "KeyFileNotWritten");
}

VALV_TEST_GUILESS(TestRecoveryKey)

} // namespace tst_recoverykey

#include "tst_recoverykey.moc"
