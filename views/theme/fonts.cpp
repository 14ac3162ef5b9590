// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QLocale>

#include <cmath>

namespace valv::views {

void registerFonts()
{
    for (const char* name : {"Regular", "Medium", "SemiBold", "Bold"}) {
        const int id =
            QFontDatabase::addApplicationFont(QStringLiteral(":/valv/fonts/%1.ttf").arg(QLatin1String(name)));
        if (id < 0) {
            qWarning("The text font could not be loaded; the system's font is used.");
            return;
        }
    }
}

QFont font(TextStyle style)
{
    const TypeSpec spec = typeSpec(style);
    QFont f;
    if (style == TextStyle::Mono) {
        f.setFamilies({QStringLiteral("JetBrains Mono"), QStringLiteral("Cascadia Mono"),
                       QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")});
        f.setStyleHint(QFont::Monospace);
    } else {
        f.setFamilies({QStringLiteral("Inter Tab"), QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
                       QStringLiteral("sans-serif")});
    }
    f.setPixelSize(spec.px);
    f.setWeight(static_cast<QFont::Weight>(spec.weight));
    f.setHintingPreference(QFont::PreferNoHinting);
    f.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    if (spec.upper) {
        f.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    }
    return f;
}

int lineHeight(TextStyle style)
{
    return typeSpec(style).line;
}

int textWidth(TextStyle style, const QString& text)
{
    return static_cast<int>(std::ceil(QFontMetricsF(font(style)).horizontalAdvance(styled(style, text))));
}

QString styled(TextStyle style, const QString& text)
{
    return typeSpec(style).upper ? QLocale().toUpper(text) : text;
}

} // namespace valv::views
