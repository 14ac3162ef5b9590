// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/pagerig.h"
#include "support/widgetwalk.h"

#include <QComboBox>
#include <QTest>

#include <functional>

namespace valv::test {

//! \brief A state of a screen: what brings the screen into it, and what it says then. Each is drawn in English, light
//! and wide, and in Swedish, dark and narrow. Within a test:
//!
//!     void eachIsDrawn_data() { addStates(states()); }
//!     void eachIsDrawn()
//!     {
//!         QFETCH(DrawnAs, as);
//!         Rig rig(as.words());
//!         rig.settings.setLook(as.look());
//!         rig.open(as.size());
//!         states()[as.state].bring(rig);
//!         QCOMPARE(faultsOfState(*rig.window, states()[as.state], as, "screen"), QString());
//!     }
template <typename Rig>
struct DrawnState
{
    const char* name;
    const char* english; //!< stands somewhere in the window then
    const char* swedish; //!< UTF-8
    std::function<void(Rig&)> bring;
};

struct DrawnAs
{
    int state = 0;
    bool isSwedish = false;

    [[nodiscard]] presentation::LanguageChoice words() const
    {
        return isSwedish ? presentation::LanguageChoice::Swedish : presentation::LanguageChoice::English;
    }
    [[nodiscard]] presentation::LookChoice look() const
    {
        return isSwedish ? presentation::LookChoice::Dark : presentation::LookChoice::Light;
    }
    [[nodiscard]] QSize size() const { return isSwedish ? QSize(1000, 700) : QSize(1440, 900); }
};

template <typename Rig>
void addStates(const std::vector<DrawnState<Rig>>& states)
{
    QTest::addColumn<DrawnAs>("as");
    for (std::size_t i = 0; i < states.size(); ++i) {
        for (const bool isSwedish : {false, true}) {
            QTest::addRow("%s-%s", states[i].name, isSwedish ? "sv" : "en") << DrawnAs{static_cast<int>(i), isSwedish};
        }
    }
}

//! What is wrong with the window in that state; empty: it says what it should, and nothing is cut or nameless.
template <typename Rig>
QString faultsOfState(QWidget& window, const DrawnState<Rig>& state, const DrawnAs& as, const char* screen)
{
    keepPicture(window, QLatin1String(screen) + QLatin1Char('-') + QLatin1String(QTest::currentDataTag()));
    const auto wanted = QString::fromUtf8(as.isSwedish ? state.swedish : state.english);
    auto said = wordsOf(window);
    for (const auto* combo : window.findChildren<QComboBox*>()) {
        if (combo->isVisible()) {
            said.append(combo->currentIndex() < 0 ? combo->placeholderText() : combo->currentText());
        }
    }
    if (std::none_of(said.cbegin(), said.cend(), [&](const QString& each) { return spaced(each).contains(wanted); })) {
        return wanted + QStringLiteral(" is not in\n") + said.join(QLatin1Char('\n'));
    }
    return faultsOf(window);
}

} // namespace valv::test

Q_DECLARE_METATYPE(valv::test::DrawnAs)
