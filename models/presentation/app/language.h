// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/app/settings.h"
#include "presentation/text/format.h"

#include <QHash>
#include <QLocale>
#include <QObject>
#include <QString>
#include <QTimeZone>

#include <memory>

namespace valv::presentation {

//! \brief The language of the program: words, locale and Format, switched while running.
//! Installs one translator into the application and the locale as QLocale's default; a switch sends one
//! QEvent::LanguageChange to the application (and so to every window), then changed(). Follows the setting Language.
//! Make it after the application and before the first text; it must outlive the windows. GUI thread.
class Language final : public QObject
{
    Q_OBJECT
public:
    //! \param zone the person's time zone
    //! \param folder where valv_sv.qm, valv_en.qm and qtbase_sv.qm are; the program's own resources by default
    Language(Settings& settings, const QTimeZone& zone, const Clock& clock, QObject* parent = nullptr,
             const QString& folder = QStringLiteral(":/i18n"));
    ~Language() override;

    [[nodiscard]] bool isSwedish() const { return m_locale.language() == QLocale::Swedish; }
    [[nodiscard]] QString code() const; //!< "sv" or "en"
    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] const Format& format() const { return m_format; }

    //! Chooses and remembers; System follows the desktop's first language that is Swedish or English.
    void choose(LanguageChoice choice);
    //! The other one of the two.
    void toggle();

    //! \brief A text in a language that need not be the current one, e.g. to find a page by its other name.
    [[nodiscard]] QString translate(const QString& code, const char* context, const char* source) const;
    //! \brief What a term that is shown now is called in the other language, whatever its class: so that a command is
    //! found by either name. Empty when no table has it. The tables are read at the first call.
    [[nodiscard]] QString inOtherLanguage(const QString& shown) const;

Q_SIGNALS:
    void changed();

private:
    class Words;
    void apply(bool tell);

    Settings& m_settings;
    QTimeZone m_zone;
    const Clock& m_clock;
    QString m_folder;
    std::unique_ptr<Words> m_words;
    QLocale m_locale;
    Format m_format;
    mutable QHash<QString, QString> m_other; //!< Swedish to English and back, by termKey()
};

} // namespace valv::presentation
