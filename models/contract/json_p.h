// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/open.h"
#include "core/armid.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1String>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

//! Private to the room: reading typed members out of JSON, and writing them over the JSON they came from.
namespace valv::contract {

//! Members that many documents have.
inline constexpr QLatin1String propertiesKey("properties");
inline constexpr QLatin1String extendedInfoKey("extendedInfo");
inline constexpr QLatin1String valvKey("valv"); //!< ours, beside what the contract has

//! \brief Reads members of one object. null equals absent. A member of the wrong JSON type is remembered as an
//! InvalidRequestContent with its path; reading goes on with defaults, and done() tells. Copies share what they found.
class Reader
{
public:
    explicit Reader(QJsonObject object);

    [[nodiscard]] bool has(QLatin1String key) const;
    [[nodiscard]] const QJsonObject& json() const { return m_object; }
    [[nodiscard]] const QString& path() const { return m_path; }

    [[nodiscard]] QString text(QLatin1String key) const;
    [[nodiscard]] ArmId id(QLatin1String key) const; //!< empty when there is none or it is no id
    [[nodiscard]] qint64 number(QLatin1String key, qint64 absent = 0) const;
    [[nodiscard]] int integer(QLatin1String key, int absent = 0) const;
    [[nodiscard]] std::optional<double> real(QLatin1String key) const;
    [[nodiscard]] bool flag(QLatin1String key, bool absent = false) const;
    [[nodiscard]] std::optional<QDateTime> time(QLatin1String key) const; //!< nothing for the spellings of never
    [[nodiscard]] qint64 duration(QLatin1String key) const; //!< milliseconds
    template <typename E>
    [[nodiscard]] Open<E> word(QLatin1String key) const
    {
        return Open<E>::fromWire(text(key));
    }
    [[nodiscard]] Reader in(QLatin1String key) const; //!< an empty object when there is none
    [[nodiscard]] QList<Reader> list(QLatin1String key) const;
    [[nodiscard]] QStringList texts(QLatin1String key) const;
    [[nodiscard]] QMap<QString, QString> map(QLatin1String key) const; //!< numbers and flags become text

    //! Remembers a fault of the caller's own; the first one wins.
    void refuse(const Error& error) const;
    [[nodiscard]] const std::optional<Error>& problem() const { return *m_problem; }

private:
    Reader(QJsonObject object, QString path, std::shared_ptr<std::optional<Error>> problem);
    void wrongType(QLatin1String key, const char* wanted) const;
    [[nodiscard]] QString pathOf(QLatin1String key) const;

    QJsonObject m_object;
    QString m_path;
    std::shared_ptr<std::optional<Error>> m_problem;
};

//! The value, or what was wrong with it.
template <typename T>
[[nodiscard]] Result<T> checked(const Reader& reader, T value)
{
    if (reader.problem()) {
        return tl::unexpected<Error>(*reader.problem());
    }
    return value;
}

//! \brief Writes members over an object. What holds nothing is removed, but what this version could not read (an id of
//! another form, a date in another spelling) stays; a time or duration that still says the same keeps its spelling,
//! with all its digits.
class Writer
{
public:
    explicit Writer(QJsonObject over = {});

    Writer& text(QLatin1String key, const QString& value); //!< empty removes
    Writer& always(QLatin1String key, const QString& value); //!< empty is written
    Writer& id(QLatin1String key, const ArmId& value); //!< empty removes
    Writer& number(QLatin1String key, qint64 value);
    Writer& known(QLatin1String key, qint64 value); //!< negative removes
    Writer& real(QLatin1String key, const std::optional<double>& value);
    Writer& flag(QLatin1String key, bool value);
    Writer& flagIfSet(QLatin1String key, bool value); //!< false removes
    Writer& time(QLatin1String key, const std::optional<QDateTime>& value);
    //! As time(), with a spelling of never where there is none.
    Writer& timeOr(QLatin1String key, const std::optional<QDateTime>& value, QLatin1String never);
    Writer& duration(QLatin1String key, qint64 milliseconds);
    template <typename E>
    Writer& word(QLatin1String key, const Open<E>& value)
    {
        return text(key, value.text());
    }
    Writer& object(QLatin1String key, const QJsonObject& value); //!< empty removes
    Writer& array(QLatin1String key, const QJsonArray& value); //!< empty removes
    Writer& texts(QLatin1String key, const QStringList& value); //!< empty removes
    Writer& map(QLatin1String key, const QMap<QString, QString>& value); //!< empty removes
    Writer& otherwise(QLatin1String key, const QJsonValue& value); //!< only where there is nothing
    Writer& remove(QLatin1String key);

    [[nodiscard]] QJsonObject child(QLatin1String key) const; //!< what stands there now
    [[nodiscard]] QJsonArray children(QLatin1String key) const;
    [[nodiscard]] const QJsonObject& done() const { return m_object; }

private:
    QJsonObject m_object;
};

//! \brief A problem as a member of ours: code, message, target, recommendedAction.
[[nodiscard]] Error problemFrom(const Reader& reader);
[[nodiscard]] QJsonObject problemJson(const Error& error, const QJsonObject& old);

//! The old element that a new one is written over, so that an element keeps what this version does not know.
[[nodiscard]] QJsonObject elementWith(const QJsonArray& old, QLatin1String key, const QJsonValue& value);

} // namespace valv::contract
