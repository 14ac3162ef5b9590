// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHash>
#include <QLocale>

#include <cmath>
#include <utility>

namespace valv::views {

namespace {

//! What was measured: shaping a text costs far more than to look it up, and a list measures the same words with each
//! key and each painting.
QHash<std::pair<int, QString>, qreal>& measured()
{
    static QHash<std::pair<int, QString>, qreal> widths;
    return widths;
}

constexpr qsizetype mostMeasured = 4000; // some windows full of texts

} // namespace

void registerFonts()
{
    measured().clear();
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
    return static_cast<int>(std::ceil(advance(style, styled(style, text))));
}

qreal advance(TextStyle style, const QString& shown)
{
    auto& widths = measured();
    const std::pair key(static_cast<int>(style), shown);
    if (const auto known = widths.constFind(key); known != widths.cend()) {
        return *known;
    }
    if (widths.size() >= mostMeasured) {
        widths.clear();
    }
    return *widths.insert(key, QFontMetricsF(font(style)).horizontalAdvance(shown));
}

QString styled(TextStyle style, const QString& text)
{
    return typeSpec(style).upper ? QLocale().toUpper(text) : text;
}

} // namespace valv::views
