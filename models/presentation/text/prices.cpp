// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/prices.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace valv::presentation {

namespace {

struct PriceKey
{
    const char* name;
    std::optional<double> Prices::*price;
};
constexpr PriceKey priceKeys[] = {
    {"small", &Prices::small}, {"full", &Prices::full}, {"local", &Prices::local}, {"geo", &Prices::geo}};

} // namespace

QStringList Prices::currencies()
{
    return {QStringLiteral("SEK"), QStringLiteral("EUR"), QStringLiteral("USD")};
}

QString Prices::toText() const
{
    QJsonObject json{{QStringLiteral("currency"), currency}};
    for (const auto& key : priceKeys) {
        if (const auto& price = this->*key.price) {
            json.insert(QLatin1String(key.name), *price);
        }
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Prices Prices::fromText(const QString& text)
{
    const auto json = QJsonDocument::fromJson(text.toUtf8()).object();
    Prices prices;
    if (const auto currency = json.value(QLatin1String("currency")).toString(); currencies().contains(currency)) {
        prices.currency = currency;
    }
    for (const auto& key : priceKeys) {
        const auto value = json.value(QLatin1String(key.name)).toDouble(-1);
        if (value >= 0 && value <= highest) {
            prices.*key.price = value;
        }
    }
    return prices;
}

Prices::Typed Prices::typed(const QString& text)
{
    auto plain = text.trimmed();
    if (plain.isEmpty()) {
        return {};
    }
    static const QRegularExpression form(QStringLiteral("^[0-9]{1,9}([.,][0-9]{1,4})?$"));
    plain.replace(QLatin1Char(','), QLatin1Char('.'));
    const auto value = form.match(plain).hasMatch() ? plain.toDouble() : -1;
    return value >= 0 && value <= highest ? Typed{value, {}} : Typed{std::nullopt, QStringLiteral("ValPrice")};
}

QString Prices::editable(const std::optional<double>& price, const QLocale& locale)
{
    if (!price) {
        return {};
    }
    auto plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(*price, 'f', QLocale::FloatingPointShortest);
}

QString Prices::amount(double value, const QLocale& locale) const
{
    return locale.toString(value, 'f', 2) + QChar(QChar::Nbsp) + currency;
}

} // namespace valv::presentation
