// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/armid.h"

#include "core/utf8.h"

#include <algorithm>
#include <cstring>

namespace valv {

namespace {

constexpr qsizetype block = 32; // bytes: ids of a list begin alike

bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

//! One character in one case, alike for comparing and hashing.
char16_t folded(char c)
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
}

char16_t folded(QChar c)
{
    return c.unicode() < 0x80 ? folded(static_cast<char>(c.unicode())) : c.toCaseFolded().unicode();
}

constexpr quint64 each = 0x0101010101010101; // times a byte: that byte eight times

//! Calls that with eight bytes after the other; behind the last one stand zeros.
template <typename Take>
void inEights(const QByteArray& bytes, Take take)
{
    quint64 eight = 0;
    qsizetype i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::memcpy(&eight, bytes.constData() + i, 8);
        take(eight);
    }
    eight = 0;
    std::memcpy(&eight, bytes.constData() + i, static_cast<size_t>(bytes.size() - i));
    take(eight);
}

bool isAscii(const QByteArray& bytes)
{
    quint64 seen = 0;
    inEights(bytes, [&seen](quint64 eight) { seen |= eight; });
    return (seen & 0x80 * each) == 0;
}

//! FNV-1a, eight bytes at a time, with the letters of ASCII in one case: ids are long, and looked up all the time.
size_t hashed(const QByteArray& utf8, size_t seed)
{
    quint64 hash = seed ^ 0xcbf29ce484222325;
    inEights(utf8, [&hash](quint64 eight) {
        const quint64 low = eight & 0x7f * each;
        const quint64 fromA = low + (0x80 - 'A') * each; // the highest bit of each byte says it
        const quint64 behindZ = low + (0x7f - 'Z') * each;
        const quint64 upper = (fromA ^ behindZ) & 0x80 * each;
        hash = (hash ^ (eight | upper >> 2)) * 0x100000001b3;
        hash ^= hash >> 32;
    });
    return hash;
}

//! Any two ids; slow.
int comparedSlowly(const QByteArray& a, const QByteArray& b)
{
    const auto left = QString::fromUtf8(a);
    const auto right = QString::fromUtf8(b);
    const auto shorter = std::min(left.size(), right.size());
    for (qsizetype i = 0; i < shorter; ++i) {
        if (const auto l = folded(left[i]), r = folded(right[i]); l != r) {
            return l < r ? -1 : 1;
        }
    }
    return left.size() == right.size() ? 0 : left.size() < right.size() ? -1 : 1;
}

bool isType(QByteArrayView segment, QStringView type)
{
    return QLatin1String(segment.data(), segment.size()).compare(type, Qt::CaseInsensitive) == 0;
}

struct Segment
{
    QByteArrayView type;
    QByteArrayView name;
    qsizetype end = 0; //!< behind the name
};

//! The segment that begins at that slash.
Segment segmentAt(QByteArrayView id, qsizetype slash)
{
    const auto middle = id.indexOf('/', slash + 1);
    const auto end = id.indexOf('/', middle + 1);
    const auto stop = end < 0 ? id.size() : end;
    return {id.sliced(slash + 1, middle - slash - 1), id.sliced(middle + 1, stop - middle - 1), stop};
}

//! The first segment of that type; its end is -1 when there is none.
Segment find(QByteArrayView id, QStringView type)
{
    for (qsizetype at = 0; at < id.size();) {
        const auto segment = segmentAt(id, at);
        if (isType(segment.type, type)) {
            return segment;
        }
        at = segment.end;
    }
    return {{}, {}, -1};
}

//! Without empty segments and a final slash.
QByteArray tidied(const QByteArray& id)
{
    if (!id.contains("//") && !id.endsWith('/')) {
        return id;
    }
    QByteArray kept;
    kept.reserve(id.size());
    for (const auto& part : id.split('/')) {
        if (!part.isEmpty()) {
            kept.append('/').append(part);
        }
    }
    return kept;
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
    auto id = tidied(exactUtf8(text));
    if (id.isEmpty() || id.count('/') % 2 != 0 || !isType(segmentAt(id, 0).type, u"subscriptions")) {
        return std::nullopt;
    }
    return ArmId(std::move(id));
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
    return resourceGroup(subscriptionId, group).child(u"providers", u"Microsoft.Compute").child(u"virtualMachines", vm);
}

QString ArmId::value(QStringView type) const
{
    return QString::fromUtf8(find(m_utf8, type).name);
}

QString ArmId::name() const
{
    return QString::fromUtf8(QByteArrayView(m_utf8).sliced(m_utf8.lastIndexOf('/') + 1));
}

ArmId ArmId::parent() const
{
    qsizetype last = 0; // where the last segment begins
    qsizetype before = 0;
    for (qsizetype at = 0; at < m_utf8.size();) {
        before = last;
        last = at;
        at = segmentAt(m_utf8, at).end;
    }
    if (last > 0 && isType(segmentAt(m_utf8, before).type, u"providers")) {
        last = before;
    }
    return ArmId(m_utf8.left(last));
}

ArmId ArmId::child(QStringView type, QStringView name) const
{
    const auto typeUtf8 = type.toUtf8();
    const auto nameUtf8 = name.toUtf8();
    QByteArray id;
    id.reserve(m_utf8.size() + typeUtf8.size() + nameUtf8.size() + 2);
    id.append(m_utf8).append('/').append(typeUtf8).append('/').append(nameUtf8);
    return ArmId(std::move(id));
}

ArmId ArmId::vaultId() const
{
    const auto vault = find(m_utf8, u"vaults");
    return vault.end < 0 ? ArmId() : ArmId(m_utf8.left(vault.end));
}

int ArmId::compare(const ArmId& other) const
{
    const auto* left = m_utf8.constData();
    const auto* right = other.m_utf8.constData();
    const auto shorter = std::min(m_utf8.size(), other.m_utf8.size());
    if (left == right && m_utf8.size() == other.m_utf8.size()) {
        return 0; // copies
    }
    for (qsizetype i = 0; i < shorter; ++i) {
        while (i + block <= shorter && std::memcmp(left + i, right + i, block) == 0) {
            i += block;
        }
        if (i == shorter || left[i] == right[i]) {
            continue;
        }
        if (!isAscii(left[i]) || !isAscii(right[i])) {
            return comparedSlowly(m_utf8, other.m_utf8);
        }
        if (const auto a = folded(left[i]), b = folded(right[i]); a != b) {
            return a < b ? -1 : 1;
        }
    }
    return m_utf8.size() == other.m_utf8.size() ? 0 : m_utf8.size() < other.m_utf8.size() ? -1 : 1;
}

size_t ArmId::hash(size_t seed) const
{
    if (isAscii(m_utf8)) {
        return hashed(m_utf8, seed);
    }
    QString inOneCase = text();
    for (QChar& c : inOneCase) {
        c = QChar(folded(c));
    }
    return hashed(inOneCase.toUtf8(), seed);
}

} // namespace valv
