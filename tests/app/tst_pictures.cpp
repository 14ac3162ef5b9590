// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of the guide: drawn by the program itself, the same bytes each time.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int patience = 600'000;

struct Outcome
{
    int exitCode = -1;
    QString err;
};

Outcome draw(const QString& folder, const QStringList& more)
{
    QProcess valv;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    valv.setProcessEnvironment(environment);
    valv.start(qEnvironmentVariable("VALV_BIN_DIR") + QStringLiteral("/valv"),
               QStringList{QStringLiteral("--screenshots"), folder} + more);
    Outcome outcome;
    if (valv.waitForFinished(patience) && valv.exitStatus() == QProcess::NormalExit) {
        outcome.exitCode = valv.exitCode();
    } else {
        valv.kill();
        valv.waitForFinished();
    }
    outcome.err = QString::fromUtf8(valv.readAllStandardError());
    return outcome;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The row describes it, so the guide will ask for it.
bool isInTheList(const QString& name)
{
    return bytesOf(QStringLiteral(VALV_SOURCE_DIR "/docs/guide/screenshots.tsv"))
        .contains((name + QLatin1Char('\t')).toUtf8());
}

} // namespace

class PicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! All of them, and some of them once more.
    void twoRunsGiveTheSameFiles()
    {
        QTemporaryDir one;
        QTemporaryDir two;
        // They are taken early on, so that the runs are short: a list, a form with a pop-up, and the moment of a click.
        const QStringList wanted{QStringLiteral("list-of-vms"), QStringLiteral("set-backup-policy"),
                                 QStringLiteral("vm-management-blade-enable-backup-notification")};
        QStringList options{QStringLiteral("--language"), QStringLiteral("sv"),     QStringLiteral("--theme"),
                            QStringLiteral("light"),      QStringLiteral("--size"), QStringLiteral("1000x700")};
        const auto all = draw(one.path(), options);
        QVERIFY2(all.exitCode == 0, qPrintable(all.err));
        for (const auto& name : wanted) {
            options << QStringLiteral("--only") << name;
        }
        const auto some = draw(two.path(), options);
        QVERIFY2(some.exitCode == 0, qPrintable(some.err));
        for (const auto& name : wanted) {
            const QString file =
                QStringLiteral("media/backup-azure-vms-first-look-arm/") + name + QStringLiteral(".png");
            QVERIFY(isInTheList(file));
            const QByteArray first = bytesOf(one.filePath(file));
            QVERIFY2(!first.isEmpty(), qPrintable(file));
            QVERIFY2(first == bytesOf(two.filePath(file)), qPrintable(file));
            QCOMPARE(QImage::fromData(first).size(), QSize(1000, 700));
        }
        QCOMPARE(QDir(two.filePath(QStringLiteral("media"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(),
                 1); // only those
        QDirIterator drawn(one.path(), {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        while (drawn.hasNext()) {
            QVERIFY2(!QImage(drawn.next()).isNull(), qPrintable(drawn.filePath()));
            ++count;
        }
        QVERIFY2(count >= 73, qPrintable(QString::number(count)));
    }

    void whatCantBeDrawnIsSaid_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("said");
        QTest::newRow("no such picture") << QStringList{QStringLiteral("--only"), QStringLiteral("nothing")}
                                         << QStringLiteral("list-of-vms");
        QTest::newRow("too small") << QStringList{QStringLiteral("--size"), QStringLiteral("640x480")}
                                   << QStringLiteral("1000x700");
        QTest::newRow("no size") << QStringList{QStringLiteral("--size"), QStringLiteral("large")}
                                 << QStringLiteral("1440x900");
    }
    void whatCantBeDrawnIsSaid()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, said);
        QTemporaryDir folder;
        const auto outcome = draw(folder.path(), options);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
    }
};

QTEST_GUILESS_MAIN(PicturesTest)
#include "tst_pictures.moc"
