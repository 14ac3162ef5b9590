// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/app/language.h"

#include "presentation/app/search.h"

#include <QCoreApplication>
#include <QFile>
#include <QTranslator>

// Outside any namespace, as Q_INIT_RESOURCE asks for.
static void initTranslations()
{
    Q_INIT_RESOURCE(valv_i18n);
}

namespace valv::presentation {

namespace {

QLocale systemLocale()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString& name : wanted) {
        const QLocale locale(name);
        if (locale.language() == QLocale::Swedish || locale.language() == QLocale::English) {
            return locale;
        }
    }
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QLocale localeFor(LanguageChoice choice)
{
    if (choice == LanguageChoice::Swedish) {
        return QLocale(QLocale::Swedish, QLocale::Sweden);
    }
    // "C" and "en" alone say no country: its dates would be American.
    const QLocale system = systemLocale();
    if (choice == LanguageChoice::System && system.language() == QLocale::Swedish) {
        return QLocale(QLocale::Swedish, system.territory());
    }
    const bool american = system.name() == QLatin1String("en_US") && QLocale::system().name() != QLatin1String("C");
    return QLocale(QLocale::English, american ? QLocale::UnitedStates : QLocale::UnitedKingdom);
}

//! A term without what is only its clothing: marks of keys, "…" at the end, case.
QString termKey(QString term)
{
    term.remove(QLatin1Char('&'));
    while (term.endsWith(QChar(0x2026)) || term.endsWith(QLatin1Char('.')) || term.endsWith(QLatin1Char(' '))) {
        term.chop(1);
    }
    return foldedInPlace(term.trimmed());
}

//! \param column where the English stands; the Swedish is next to it
void readTerms(const QString& file, int column, QHash<QString, QString>& into)
{
    QFile table(file);
    if (!table.open(QIODevice::ReadOnly)) {
        return;
    }
    const QStringList lines = QString::fromUtf8(table.readAll()).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        const QStringList cells = line.split(QLatin1Char('\t'));
        const QString english = cells.value(column);
        const QString swedish = cells.value(column + 1);
        // Sentences with values are no terms.
        if (english.isEmpty() || swedish.isEmpty() || english.contains(QLatin1Char('%'))) {
            continue;
        }
        into.insert(termKey(english), swedish);
        into.insert(termKey(swedish), english);
    }
}

} // namespace

//! One translator for good whose content changes: the application hears of a switch once.
class Language::Words final : public QTranslator
{
public:
    void load(const QString& folder)
    {
        for (const auto& [translator, file] : {std::pair(&m_swedish, "valv_sv"), std::pair(&m_swedishQt, "qtbase_sv"),
                                               std::pair(&m_english, "valv_en")}) {
            if (!translator->load(folder + QLatin1Char('/') + QLatin1String(file))) {
                qWarning("valv: the translation %s is missing", file);
            }
        }
    }
    void setSwedish(bool on) { m_isSwedish = on; }

    [[nodiscard]] QString in(bool swedish, const char* context, const char* source, const char* comment, int n) const
    {
        if (!swedish) {
            return m_english.translate(context, source, comment, n);
        }
        const QString text = m_swedish.translate(context, source, comment, n);
        return text.isNull() ? m_swedishQt.translate(context, source, comment, n) : text;
    }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* comment, int n) const override
    {
        return in(m_isSwedish, context, source, comment, n);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    QTranslator m_swedish;
    QTranslator m_swedishQt;
    QTranslator m_english;
    bool m_isSwedish = false;
};

Language::Language(Settings& settings, const QTimeZone& zone, const Clock& clock, QObject* parent,
                   const QString& folder)
    : QObject(parent)
    , m_settings(settings)
    , m_zone(zone)
    , m_clock(clock)
    , m_folder(folder)
    , m_words(std::make_unique<Words>())
    , m_format(QLocale::c(), zone, clock)
{
    initTranslations();
    m_words->load(folder);
    apply(false);
    QCoreApplication::installTranslator(m_words.get());
    connect(&settings, &Settings::changed, this, [this](Settings::Key key) {
        if (key == Settings::Key::Language) {
            apply(true);
        }
    });
}

Language::~Language()
{
    QCoreApplication::removeTranslator(m_words.get());
}

QString Language::code() const
{
    return isSwedish() ? QStringLiteral("sv") : QStringLiteral("en");
}

void Language::choose(LanguageChoice choice)
{
    m_settings.setLanguage(choice);
}

void Language::toggle()
{
    choose(isSwedish() ? LanguageChoice::English : LanguageChoice::Swedish);
}

QString Language::translate(const QString& code, const char* context, const char* source) const
{
    const QString text = m_words->in(code == QLatin1String("sv"), context, source, nullptr, -1);
    return text.isNull() ? QString::fromUtf8(source) : text;
}

QString Language::inOtherLanguage(const QString& shown) const
{
    if (m_other.isEmpty()) {
        readTerms(m_folder + QStringLiteral("/extra.tsv"), 0, m_other);
        readTerms(m_folder + QStringLiteral("/glossary.tsv"), 1, m_other); // the glossary has the last word
    }
    return m_other.value(termKey(shown));
}

void Language::apply(bool tell)
{
    const QLocale locale = localeFor(m_settings.language());
    const bool same = locale == m_locale && tell;
    m_locale = locale;
    QLocale::setDefault(locale);
    m_format = Format(locale, m_zone, m_clock);
    m_words->setSwedish(isSwedish());
    if (tell && !same) {
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(QCoreApplication::instance(), &event);
        Q_EMIT changed();
    }
}

} // namespace valv::presentation
