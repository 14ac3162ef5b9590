// SPDX-License-Identifier: GPL-3.0-or-later
// Every text has its Swedish, every plural its forms, and every value its place.
#include "support/testprogram.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace tst_translations {

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList forms; //!< one, or one for each plural
    bool plural = false;
    bool finished = true;
};

QList<Message> read(const QString& name)
{
    QList<Message> messages;
    QFile file(QStringLiteral(VALV_SOURCE_DIR "/translations/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            messages.append(
                {context, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes"), true});
        } else if (xml.name() == QLatin1String("source")) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            messages.last().comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            messages.last().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!messages.last().plural) {
                messages.last().forms.append(xml.readElementText());
            }
        } else if (xml.name() == QLatin1String("numerusform")) {
            messages.last().forms.append(xml.readElementText());
        }
    }
    return messages;
}

QStringList places(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%L?(?:[1-9]|n)"));
    QStringList found;
    for (auto at = place.globalMatch(text); at.hasNext();) {
        found.append(at.next().captured());
    }
    found.sort();
    return found;
}

QStringList mistakes(const QString& name)
{
    QStringList wrong;
    const QList<Message> messages = read(name);
    for (const Message& each : messages) {
        const QString what = each.context + QStringLiteral(": ") + each.source;
        if (!each.finished || each.forms.isEmpty() || each.forms.contains(QString())) {
            wrong.append(QStringLiteral("missing: ") + what);
            continue;
        }
        if (each.plural && each.forms.size() != 2) {
            wrong.append(QStringLiteral("not two forms: ") + what);
        }
        for (const QString& form : each.forms) {
            if (places(form) != places(each.source)) {
                wrong.append(QStringLiteral("other places: ") + what + QStringLiteral(" → ") + form);
            }
            if (form.contains(QLatin1Char('|')) != each.source.contains(QLatin1Char('|'))) {
                wrong.append(QStringLiteral("a bar: ") + what);
            }
        }
    }
    return wrong;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("Swedish") << QStringLiteral("valv_sv.ts") << 600;
        QTest::newRow("English plurals") << QStringLiteral("valv_en.ts") << 20;
        QTest::newRow("what Qt says") << QStringLiteral("qtbase_sv.ts") << 150;
    }
    void complete()
    {
        QFETCH(QString, file);
        QFETCH(int, atLeast);
        QVERIFY(read(file).size() >= atLeast);
        const QStringList wrong = mistakes(file);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("\n") + wrong.join(QLatin1Char('\n'))));
    }
};

VALV_TEST_GUILESS(TestTranslations)

} // namespace tst_translations

#include "tst_translations.moc"
