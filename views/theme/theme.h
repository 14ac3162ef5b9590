// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QObject>
#include <QPalette>

#include <memory>

class QApplication;

namespace valv::views {

class DesktopSettings;
class FocusRing;

//! What the person chose for colours; System follows the desktop (its portal), light when it doesn't say.
enum class ThemeChoice
{
    System,
    Light,
    Dark
};
//! What the person chose for motion; System follows the desktop, full when it doesn't say.
enum class MotionChoice
{
    System,
    Full,
    Reduced
};

//! \brief The application's look: style, palette, fonts and their live switch.
//! Made by the program once after QApplication and before the first widget; it must live as long as widgets are
//! painted. Widgets ask color(Role) while painting, so that a switch is setPalette and a repaint. GUI thread.
class Theme : public QObject
{
    Q_OBJECT
public:
    //! Installs style, fonts, palette and focus ring into the application.
    explicit Theme(QApplication& app);
    ~Theme() override;

    //! The theme of this application, null before one was made. For widgets that must hear changed().
    [[nodiscard]] static Theme* current();

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const { return m_scheme == Scheme::Dark; }

    [[nodiscard]] MotionChoice motionChoice() const { return m_motionChoice; }
    void setMotionChoice(MotionChoice choice);
    [[nodiscard]] bool reducedMotion() const;

    //! Stronger outlines and no grey text.
    [[nodiscard]] bool highContrast() const { return m_highContrast; }
    void setHighContrast(bool on);

    [[nodiscard]] QColor color(Role role) const;
    [[nodiscard]] QPalette palette() const;

Q_SIGNALS:
    //! Colours changed; palette and repaint are already under way. Only for what is not asked at paint time.
    void changed();
    void motionChanged();

private:
    void apply();
    void updateScheme();

    QApplication& m_app;
    std::unique_ptr<DesktopSettings> m_desktop;
    std::unique_ptr<FocusRing> m_focusRing;
    ThemeChoice m_choice = ThemeChoice::System;
    MotionChoice m_motionChoice = MotionChoice::System;
    Scheme m_scheme = Scheme::Light;
    bool m_highContrast = false;
};

//! \brief The role's colour in the application's theme right now; light tokens when there is no Theme. GUI thread.
[[nodiscard]] QColor color(Role role);
//! \brief The same with an alpha of 0..1.
[[nodiscard]] QColor color(Role role, double alpha);
//! \brief A duration to animate with: milliseconds, or 0 with reduced motion.
[[nodiscard]] int motion(int milliseconds);

} // namespace valv::views
