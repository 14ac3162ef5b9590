// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/armid.h"

#include <QStringTokenizer>

#include <algorithm>

namespace valv {

namespace {

//! One character in one case, alike for comparing and hashing.
char16_t folded(QChar c)
{
    const auto u = c.unicode();
    if (u < 0x80) {
        return u >= u'A' && u <= u'Z' ? static_cast<char16_t>(u + 0x20) : u;
    }
    return c.toCaseFolded().unicode();
}

struct Segment
{
    QStringView type;
    QStringView name;
    qsizetype end = 0; //!< behind the name
};

//! The segment that begins at that slash.
Segment segmentAt(QStringView text, qsizetype slash)
{
    const auto middle = text.indexOf(u'/', slash + 1);
    const auto end = text.indexOf(u'/', middle + 1);
    const auto stop = end < 0 ? text.size() : end;
    return {text.mid(slash + 1, middle - slash - 1), text.mid(middle + 1, stop - middle - 1), stop};
}

//! The first segment of that type; its end is -1 when there is none.
Segment find(QStringView text, QStringView type)
{
    for (qsizetype at = 0; at < text.size();) {
        const auto segment = segmentAt(text, at);
        if (segment.type.compare(type, Qt::CaseInsensitive) == 0) {
            return segment;
        }
        at = segment.end;
    }
    return {{}, {}, -1};
}

} // namespace

std::optional<ArmId> ArmId::parse(QStringView text)
{
    if (text.startsWith(u"https://", Qt::CaseInsensitive)) {
        const auto slash = text.indexOf(u'/', 8);
        if (slash < 0) {
            return std::nullopt;
        }
        text = text.mid(slash);
    }
    if (!text.startsWith(u'/')) {
        return std::nullopt;
    }
    QString kept;
    kept.reserve(text.size());
    int parts = 0;
    for (const auto part : text.tokenize(u'/', Qt::SkipEmptyParts)) {
        if (parts == 0 && part.compare(u"subscriptions", Qt::CaseInsensitive) != 0) {
            return std::nullopt;
        }
        kept.append(u'/').append(part);
        ++parts;
    }
    if (parts == 0 || parts % 2 != 0) {
        return std::nullopt;
    }
    return ArmId(std::move(kept));
}

ArmId ArmId::subscription(const QString& subscriptionId)
{
    return ArmId().child(u"subscriptions", subscriptionId);
}

ArmId ArmId::resourceGroup(const QString& subscriptionId, const QString& group)
{
    return subscription(subscriptionId).child(u"resourceGroups", group);
}

ArmId ArmId::vault(const QString& subscriptionId, const QString& group, const QString& vault)
{
    return resourceGroup(subscriptionId, group)
        .child(u"providers", u"Microsoft.RecoveryServices")
        .child(u"vaults", vault);
}

ArmId ArmId::virtualMachine(const QString& subscriptionId, const QString& group, const QString& vm)
{
    return resourceGroup(subscriptionId, group)
        .child(u"providers", u"Microsoft.Compute")
        .child(u"virtualMachines", vm);
}

QString ArmId::value(QStringView type) const
{
    return find(m_text, type).name.toString();
}

QString ArmId::name() const
{
    return m_text.mid(m_text.lastIndexOf(u'/') + 1);
}

ArmId ArmId::parent() const
{
    qsizetype last = 0; // where the last segment begins
    qsizetype before = 0;
    for (qsizetype at = 0; at < m_text.size();) {
        before = last;
        last = at;
        at = segmentAt(m_text, at).end;
    }
    if (last > 0 && segmentAt(m_text, before).type.compare(u"providers", Qt::CaseInsensitive) == 0) {
        last = before;
    }
    return ArmId(m_text.left(last));
}

ArmId ArmId::child(QStringView type, QStringView name) const
{
    QString text;
    text.reserve(m_text.size() + type.size() + name.size() + 2);
    text.append(m_text).append(u'/').append(type).append(u'/').append(name);
    return ArmId(std::move(text));
}

ArmId ArmId::vaultId() const
{
    const auto vault = find(m_text, u"vaults");
    return vault.end < 0 ? ArmId() : ArmId(m_text.left(vault.end));
}

int ArmId::compare(const ArmId& other) const
{
    if (m_text.constData() == other.m_text.constData() && m_text.size() == other.m_text.size()) {
        return 0; // copies
    }
    const auto shorter = std::min(m_text.size(), other.m_text.size());
    for (qsizetype i = 0; i < shorter; ++i) {
        if (m_text[i] == other.m_text[i]) {
            continue;
        }
        const auto a = folded(m_text[i]);
        const auto b = folded(other.m_text[i]);
        if (a != b) {
            return a < b ? -1 : 1;
        }
    }
    return m_text.size() == other.m_text.size() ? 0 : m_text.size() < other.m_text.size() ? -1 : 1;
}

size_t ArmId::hash(size_t seed) const
{
    size_t hash = seed ^ size_t(0xcbf29ce484222325); // FNV-1a over the folded characters
    for (const QChar c : m_text) {
        hash = (hash ^ folded(c)) * size_t(0x100000001b3);
    }
    return hash;
}

} // namespace valv
