// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/desktopsettings.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/valvstyle.h"

#include <QApplication>
#include <QPixmapCache>
#include <QToolTip>

int qInitResources_valv_look();

namespace valv::views {

namespace {

constexpr const char* themeProperty = "valvTheme";
constexpr int iconCacheKilobytes = 20 * 1024;

} // namespace

Theme::Theme(QApplication& app)
    : m_app(app)
    , m_desktop(std::make_unique<DesktopSettings>())
{
    qInitResources_valv_look();
    registerFonts();
    QPixmapCache::setCacheLimit(iconCacheKilobytes);
    app.setProperty(themeProperty, QVariant::fromValue<QObject*>(this));
    app.setStyle(new ValvStyle);
    app.setFont(font(TextStyle::Body));
    for (const char* name :
         {"QMenu", "QAbstractItemView", "QToolTip", "QMessageBox", "QPushButton", "QToolButton", "QLabel"}) {
        app.setFont(font(qstrcmp(name, "QToolTip") == 0 ? TextStyle::Caption : TextStyle::Body), name);
    }
    m_focusRing = std::make_unique<FocusRing>(app);
    connect(m_desktop.get(), &DesktopSettings::changed, this, [this] {
        updateScheme();
        Q_EMIT motionChanged();
    });
    apply();
}

Theme::~Theme()
{
    m_app.setProperty(themeProperty, QVariant());
}

Theme* Theme::current()
{
    return qApp ? static_cast<Theme*>(qApp->property(themeProperty).value<QObject*>()) : nullptr;
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    updateScheme();
}

void Theme::updateScheme()
{
    const bool dark =
        m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_desktop->dark().value_or(false));
    const Scheme wanted = dark ? Scheme::Dark : Scheme::Light;
    if (wanted != m_scheme) {
        m_scheme = wanted;
        apply();
    }
}

void Theme::setMotionChoice(MotionChoice choice)
{
    if (m_motionChoice != choice) {
        m_motionChoice = choice;
        Q_EMIT motionChanged();
    }
}

bool Theme::reducedMotion() const
{
    return m_motionChoice == MotionChoice::Reduced
        || (m_motionChoice == MotionChoice::System && m_desktop->reducedMotion().value_or(false));
}

void Theme::setHighContrast(bool on)
{
    if (m_highContrast != on) {
        m_highContrast = on;
        apply();
    }
}

QColor Theme::color(Role role) const
{
    if (m_highContrast) {
        switch (role) {
        case Role::Secondary:
        case Role::BorderStrong:
            return tokenColor(Role::Text, m_scheme);
        case Role::Border:
        case Role::Grid:
            return tokenColor(Role::BorderStrong, m_scheme);
        case Role::Disabled:
            return tokenColor(Role::Secondary, m_scheme);
        default:
            break;
        }
    }
    return tokenColor(role, m_scheme);
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto set = [&](QPalette::ColorRole to, Role from) { p.setColor(QPalette::All, to, color(from)); };
    set(QPalette::Window, Role::Bg);
    set(QPalette::Base, Role::Surface);
    set(QPalette::AlternateBase, Role::SurfaceAlt);
    set(QPalette::Button, Role::Surface);
    set(QPalette::Text, Role::Text);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::BrightText, Role::OnAccent);
    set(QPalette::PlaceholderText, Role::Secondary);
    set(QPalette::Link, Role::Accent);
    set(QPalette::LinkVisited, Role::Accent);
    set(QPalette::Highlight, Role::Accent);
    set(QPalette::HighlightedText, Role::OnAccent);
    set(QPalette::Light, Role::Surface);
    set(QPalette::Midlight, Role::Hover);
    set(QPalette::Mid, Role::Border);
    set(QPalette::Dark, Role::BorderStrong);
    set(QPalette::Shadow, Role::BorderStrong);
    set(QPalette::ToolTipBase, Role::Text);
    set(QPalette::ToolTipText, Role::Surface);
    for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText, QPalette::PlaceholderText}) {
        p.setColor(QPalette::Disabled, role, color(Role::Disabled));
    }
    p.setColor(QPalette::Disabled, QPalette::Button, color(Role::DisabledBg));
    p.setColor(QPalette::Disabled, QPalette::Base, color(Role::SurfaceAlt));
    return p;
}

void Theme::apply()
{
    const QPalette p = palette();
    m_app.setPalette(p);
    QPalette views = p;
    views.setColor(QPalette::Highlight, color(Role::Selected));
    views.setColor(QPalette::HighlightedText, color(Role::Text));
    m_app.setPalette(views, "QAbstractItemView");
    QToolTip::setPalette(p);
    QToolTip::setFont(font(TextStyle::Caption));
    Q_EMIT changed();
}

QColor color(Role role)
{
    const Theme* theme = Theme::current();
    return theme ? theme->color(role) : tokenColor(role, Scheme::Light);
}

QColor color(Role role, double alpha)
{
    QColor c = color(role);
    c.setAlphaF(static_cast<float>(alpha));
    return c;
}

int motion(int milliseconds)
{
    const Theme* theme = Theme::current();
    return theme && theme->reducedMotion() ? 0 : milliseconds;
}

} // namespace valv::views
