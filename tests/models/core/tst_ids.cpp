// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids.h"
#include "support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

#include <set>
#include <thread>
#include <vector>

namespace tst_ids {

using namespace valv;

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellFormed();
    void sameSeedSameSequence();
    void severalThreads();
};

void TestIds::wellFormed()
{
    const QRegularExpression version4(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    SequenceIds sequence;
    RandomIds random;
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        for (IdGenerator* ids : {static_cast<IdGenerator*>(&sequence), static_cast<IdGenerator*>(&random)}) {
            const auto id = ids->uuid();
            QVERIFY2(version4.match(QString::fromStdString(id)).hasMatch(), id.c_str());
            QVERIFY(seen.insert(id).second);
        }
    }
}

void TestIds::sameSeedSameSequence()
{
    SequenceIds one(7), other(7), third(8);
    for (int i = 0; i < 10; ++i) {
        const auto id = one.uuid();
        QCOMPARE(other.uuid(), id);
        QVERIFY(third.uuid() != id);
    }
}

void TestIds::severalThreads()
{
    SequenceIds ids;
    std::vector<std::vector<std::string>> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto& list : made) {
            threads.emplace_back([&ids, &list] {
                for (int i = 0; i < 500; ++i) {
                    list.push_back(ids.uuid());
                }
            });
        }
    }
    std::set<std::string> all;
    for (const auto& list : made) {
        all.insert(list.begin(), list.end());
    }
    QCOMPARE(all.size(), std::size_t{2000});
}

VALV_TEST_GUILESS(TestIds)

} // namespace tst_ids

#include "tst_ids.moc"
