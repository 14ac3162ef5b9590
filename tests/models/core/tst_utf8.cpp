// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utf8.h"
#include "support/testprogram.h"

#include <QString>
#include <QTest>

namespace tst_utf8 {

using valv::exactUtf8;

class TestUtf8 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatItNeeds()
    {
        const QString text = QStringLiteral("säkerhetskopiera sql-01 \u212A \U0001F512");
        const auto utf8 = exactUtf8(text);
        QCOMPARE(utf8, text.toUtf8());
        QVERIFY(utf8.capacity() < text.toUtf8().capacity());
    }

    //! A cache tells one that is made from one that is not.
    void nothingIsNotNull()
    {
        QVERIFY(exactUtf8({}).isEmpty() && !exactUtf8({}).isNull());
        QVERIFY(exactUtf8(u"").isEmpty() && !exactUtf8(u"").isNull());
    }
};

VALV_TEST_GUILESS(TestUtf8)

} // namespace tst_utf8

#include "tst_utf8.moc"
