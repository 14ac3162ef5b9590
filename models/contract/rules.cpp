// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace valv::contract {
namespace {

constexpr int vaultNameMin = 2;
constexpr int vaultNameMax = 50;
constexpr int policyNameMin = 3;
constexpr int policyNameMax = 150;
constexpr int groupNameMax = 90;
constexpr int windowsNameMax = 15;
constexpr int linuxNameMax = 64;

bool isAsciiLetter(char32_t c)
{
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

bool isPlain(char32_t c)
{
    return isAsciiLetter(c) || (c >= U'0' && c <= U'9') || c == U'-';
}

bool isGroupCharacter(char32_t c)
{
    return QChar::isLetterOrNumber(c) || c == U'_' || c == U'-' || c == U'.' || c == U'(' || c == U')';
}

QString textOf(char32_t c)
{
    return QString::fromUcs4(&c, 1);
}

//! The letter without its mark (å → a), which for some letters is no decomposition but a custom (ø → o, ß → ss).
QString plain(char32_t c)
{
    switch (c) {
    case U'ø':
        return QStringLiteral("o");
    case U'Ø':
        return QStringLiteral("O");
    case U'æ':
        return QStringLiteral("ae");
    case U'Æ':
        return QStringLiteral("Ae");
    case U'ß':
        return QStringLiteral("ss");
    default:
        break;
    }
    const auto base = textOf(c).normalized(QString::NormalizationForm_KD).toUcs4();
    return !base.isEmpty() && isPlain(base.front()) ? textOf(base.front()) : QStringLiteral("-");
}

//! A name of letters, digits and hyphens that starts with a letter, as near to what was typed as can be.
QString suggestedName(const QString& name, int min, int max, bool mayEndWithHyphen, const QString& fallback)
{
    QString suggestion;
    const auto composed = name.trimmed().normalized(QString::NormalizationForm_C).toUcs4();
    for (const char32_t c : composed) {
        const auto replaced = isPlain(c) ? textOf(c) : plain(c);
        if (replaced == QLatin1String("-") && c != U'-' && suggestion.endsWith(QLatin1Char('-'))) {
            continue; // one hyphen for several characters that can't stay
        }
        suggestion += replaced;
    }
    while (!suggestion.isEmpty() && !isAsciiLetter(suggestion.front().unicode())) {
        suggestion.remove(0, 1);
    }
    suggestion.truncate(max);
    while (!mayEndWithHyphen && suggestion.endsWith(QLatin1Char('-'))) {
        suggestion.chop(1);
    }
    return suggestion.size() < min ? fallback : suggestion;
}

struct BadCharacter
{
    QString text;
    int position; // from 1
};

template <typename Allowed>
std::optional<BadCharacter> firstBad(const QString& name, Allowed allowed)
{
    const auto characters = name.toUcs4();
    for (qsizetype i = 0; i < characters.size(); ++i) {
        if (!allowed(static_cast<char32_t>(characters[i]))) {
            return BadCharacter{textOf(characters[i]), static_cast<int>(i) + 1};
        }
    }
    return std::nullopt;
}

Violation nameViolation(const char* code, QVariantList arguments = {}, const QString& suggestion = {})
{
    return {QString::fromLatin1(code), std::move(arguments), QStringLiteral("name"), suggestion};
}

Violation badCharacter(const char* code, const BadCharacter& bad, const QString& suggestion)
{
    return nameViolation(code, {bad.text, suggestion, bad.position}, suggestion);
}

int lengthOf(const QString& text)
{
    return static_cast<int>(text.toUcs4().size());
}

} // namespace

VaultNameRules vaultNameRules(const QString& name)
{
    VaultNameRules rules;
    rules.length = lengthOf(name) >= vaultNameMin && lengthOf(name) <= vaultNameMax;
    rules.start = !name.isEmpty() && isAsciiLetter(static_cast<char32_t>(name.toUcs4().front()));
    rules.characters = !name.isEmpty() && !firstBad(name, isPlain);
    return rules;
}

std::optional<Violation> checkVaultName(const QString& name)
{
    if (name.isEmpty()) {
        return nameViolation("ValVaultNameRequired");
    }
    const auto suggestion = suggestedName(name, vaultNameMin, vaultNameMax, true, QStringLiteral("vault"));
    const auto first = static_cast<char32_t>(name.toUcs4().front());
    // A letter with a mark is a letter: the words about the character help more than those about the start.
    if (!isAsciiLetter(first) && !QChar::isLetter(first)) {
        return nameViolation("ValVaultNameStart", {}, suggestion);
    }
    if (const auto bad = firstBad(name, isPlain)) {
        return badCharacter("ValVaultNameChars", *bad, suggestion);
    }
    if (lengthOf(name) < vaultNameMin || lengthOf(name) > vaultNameMax) {
        return nameViolation("ValVaultNameLength", {lengthOf(name)},
                             lengthOf(name) > vaultNameMax ? suggestion : QString());
    }
    return std::nullopt;
}

std::optional<Violation> checkResourceGroupName(const QString& name)
{
    if (name.isEmpty()) {
        return nameViolation("ValResourceGroupRequired");
    }
    if (lengthOf(name) > groupNameMax) {
        return nameViolation("ValResourceGroupLength", {lengthOf(name)});
    }
    if (const auto bad = firstBad(name, isGroupCharacter)) {
        QString suggestion;
        const auto characters = name.trimmed().toUcs4();
        for (const char32_t c : characters) {
            suggestion += isGroupCharacter(c) ? textOf(c) : QStringLiteral("-");
        }
        while (suggestion.endsWith(QLatin1Char('.'))) {
            suggestion.chop(1);
        }
        return badCharacter("ValResourceGroupChars", *bad, suggestion);
    }
    if (name.endsWith(QLatin1Char('.'))) {
        auto suggestion = name;
        while (suggestion.endsWith(QLatin1Char('.'))) {
            suggestion.chop(1);
        }
        return nameViolation("ValResourceGroupEnd", {}, suggestion);
    }
    return std::nullopt;
}

std::optional<Violation> checkPolicyName(const QString& name)
{
    if (name.isEmpty()) {
        return nameViolation("ValPolicyNameRequired");
    }
    const auto suggestion = suggestedName(name, policyNameMin, policyNameMax, false, QStringLiteral("policy"));
    const auto first = static_cast<char32_t>(name.toUcs4().front());
    if (!isAsciiLetter(first) && !QChar::isLetter(first)) {
        return nameViolation("ValPolicyNameStart", {}, suggestion);
    }
    if (const auto bad = firstBad(name, isPlain)) {
        return badCharacter("ValPolicyNameChars", *bad, suggestion);
    }
    if (lengthOf(name) < policyNameMin || lengthOf(name) > policyNameMax) {
        return nameViolation("ValPolicyNameLength", {lengthOf(name)},
                             lengthOf(name) > policyNameMax ? suggestion : QString());
    }
    if (name.endsWith(QLatin1Char('-'))) {
        return nameViolation("ValPolicyNameEnd", {}, suggestion);
    }
    return std::nullopt;
}

std::optional<Violation> checkVmName(const QString& name, bool windows)
{
    const int max = windows ? windowsNameMax : linuxNameMax;
    if (name.isEmpty()) {
        return nameViolation("ValVmNameRequired");
    }
    const auto characters = name.toUcs4();
    const bool onlyDigits =
        std::all_of(characters.begin(), characters.end(), [](uint c) { return c >= '0' && c <= '9'; });
    if (const auto bad = firstBad(name, isPlain)) {
        return badCharacter("ValVmNameChars", *bad, suggestedName(name, 1, max, false, QStringLiteral("vm")));
    }
    if (onlyDigits) {
        return nameViolation("ValVmNameChars", {}, QString(QStringLiteral("vm-") + name).left(max));
    }
    if (lengthOf(name) > max) {
        return nameViolation("ValVmNameLength", {max, lengthOf(name)}, suggestedName(name, 1, max, false, QString()));
    }
    if (name.endsWith(QLatin1Char('-'))) {
        return nameViolation("ValVmNameChars", {}, suggestedName(name, 1, max, false, QStringLiteral("vm")));
    }
    return std::nullopt;
}

std::optional<Violation> checkRetainUntil(const QDate& until, const QDate& today)
{
    const auto field = QStringLiteral("retainUntil");
    if (!until.isValid()) {
        return Violation{QStringLiteral("ValRetainTillRequired"), {}, field, {}};
    }
    const auto latest = today.addYears(Limits::retainYears); // 29 February falls back to 28 February
    if (until <= today) {
        return Violation{QStringLiteral("ValRetainTillPast"), {}, field, today.addDays(1).toString(Qt::ISODate)};
    }
    if (until > latest) {
        return Violation{QStringLiteral("ValRetainTillTooFar"), {}, field, latest.toString(Qt::ISODate)};
    }
    return std::nullopt;
}

std::optional<Violation> checkRetainUntil(const QDateTime& until, const QDateTime& now, const QTimeZone& zone)
{
    const auto here = checkRetainUntil(until.toTimeZone(zone).date(), now.toTimeZone(zone).date());
    const auto there = checkRetainUntil(until.toUTC().date(), now.toUTC().date());
    if (!here || !there) {
        return std::nullopt;
    }
    const bool isADayOver = !checkRetainUntil(until.toUTC().date().addDays(-1), now.toUTC().date());
    return isADayOver ? std::nullopt : here;
}

std::optional<Violation> checkWholeNumber(const QString& text, int from, int to, const QString& code)
{
    static const QRegularExpression digits(QStringLiteral("^[0-9]+$"));
    if (!digits.match(text.trimmed()).hasMatch()) {
        return Violation{QStringLiteral("ValWholeNumber"), {from, to}, {}, {}};
    }
    bool fits = false;
    const auto value = text.trimmed().toLongLong(&fits);
    if (!fits || value < from || value > to) {
        return Violation{code, {from, to}, {}, {}};
    }
    return std::nullopt;
}

} // namespace valv::contract
