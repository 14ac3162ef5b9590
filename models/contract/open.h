// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace valv::contract {

//! \brief The wire's text of an enumeration value and back; one table for each enumeration, in enums.cpp.
//! fromText ignores case and answers E::Unknown for what this version does not know.
template <typename E>
[[nodiscard]] QString toText(E value);
template <typename E>
[[nodiscard]] E fromText(const QString& text);

//! \brief An enumeration that keeps the text it came from, so that a value of a later version survives a round trip.
template <typename E>
class Open
{
public:
    Open() = default;
    Open(E value) // NOLINT(google-explicit-constructor): Open<E> stands for E
        : m_value(value)
        , m_text(value == E::Unknown ? QString() : toText(value))
    { }
    [[nodiscard]] static Open fromWire(const QString& text)
    {
        Open open;
        open.m_value = fromText<E>(text);
        open.m_text = text;
        if (open.m_value != E::Unknown) {
            if (const auto known = toText(open.m_value); known == text) {
                open.m_text = known; // thousands of rows share one text
            }
        }
        return open;
    }
    [[nodiscard]] E value() const { return m_value; }
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    friend bool operator==(const Open& a, const Open& b)
    {
        return a.m_text.compare(b.m_text, Qt::CaseInsensitive) == 0;
    }
    friend bool operator==(const Open& a, E b) { return a.m_value == b; }

private:
    E m_value = E::Unknown;
    QString m_text;
};

} // namespace valv::contract
