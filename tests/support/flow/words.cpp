// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/flow/words.h"

#include <QFile>
#include <QXmlStreamReader>

namespace valv::test {
namespace {

//! Every translation of each source text; of a text with a number, each of its forms.
QHash<QString, QStringList> read(const QString& path)
{
    QHash<QString, QStringList> found;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return found;
    }
    QXmlStreamReader xml(&file);
    QString source;
    const auto add = [&](const QString& words) {
        auto& known = found[Words::plain(source)];
        if (!words.isEmpty() && !known.contains(Words::plain(words))) {
            known.append(Words::plain(words));
        }
    };
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            add(xml.readElementText());
        } else if (xml.name() == QLatin1String("translation")) {
            QString words;
            while (xml.readNext() == QXmlStreamReader::Characters) {
                words += xml.text();
            }
            if (xml.isStartElement() && xml.name() == QLatin1String("numerusform")) {
                add(xml.readElementText());
            } else {
                add(words);
            }
        }
    }
    return found;
}

QString filled(QString words, const Text& text)
{
    if (text.count >= 0) {
        words.replace(QLatin1String("%n"), QString::number(text.count));
    }
    for (int i = 0; i < text.arguments.size(); ++i) {
        words.replace(QLatin1Char('%') + QString::number(i + 1), text.arguments.at(i));
    }
    return words;
}

} // namespace

Words::Words(const QString& language)
    : m_isEnglish(language == QLatin1String("en"))
{
    m_translations = read(QStringLiteral(VALV_SOURCE_DIR "/translations/valv_%1.ts").arg(language));
}

QStringList Words::of(const Text& text) const
{
    if (text.isVerbatim) {
        return {plain(text.english)};
    }
    QStringList words;
    for (const auto& each : m_translations.value(plain(text.english))) {
        words.append(plain(filled(each, text)));
    }
    if (m_isEnglish && words.isEmpty()) {
        words.append(plain(filled(text.english, text)));
    }
    return words;
}

QString Words::plain(QString text)
{
    return text.remove(QLatin1Char('&'))
        .replace(QChar(QChar::Nbsp), QLatin1Char(' '))
        .replace(QChar(0x202f), QLatin1Char(' '))
        .trimmed();
}

} // namespace valv::test
