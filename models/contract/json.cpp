// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/json_p.h"
#include "core/datetime.h"

#include <cmath>
#include <limits>

namespace valv::contract {

Reader::Reader(QJsonObject object)
    : Reader(std::move(object), QString(), std::make_shared<std::optional<Error>>())
{ }

Reader::Reader(QJsonObject object, QString path, std::shared_ptr<std::optional<Error>> problem)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_problem(std::move(problem))
{ }

bool Reader::has(QLatin1String key) const
{
    const auto value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

QString Reader::pathOf(QLatin1String key) const
{
    return m_path.isEmpty() ? QString(key) : QString(m_path + QLatin1Char('.') + key);
}

void Reader::refuse(const Error& error) const
{
    if (!*m_problem) {
        *m_problem = error;
    }
}

void Reader::wrongType(QLatin1String key, const char* wanted) const
{
    const auto path = pathOf(key).toStdString();
    refuse(Error{"InvalidRequestContent",
                 "The request content was invalid and could not be deserialized: '" + path + " is not " + wanted + "'.",
                 path,
                 {},
                 {}});
}

QString Reader::text(QLatin1String key) const
{
    const auto value = m_object.value(key);
    if (has(key) && !value.isString()) {
        wrongType(key, "a string");
    }
    return value.toString();
}

ArmId Reader::id(QLatin1String key) const
{
    return ArmId::parse(text(key)).value_or(ArmId());
}

qint64 Reader::number(QLatin1String key, qint64 absent) const
{
    if (!has(key)) {
        return absent;
    }
    const auto value = m_object.value(key);
    if (value.isString()) {
        bool ok = false;
        const auto number = value.toString().toLongLong(&ok);
        if (ok) {
            return number;
        }
    }
    const double real = value.toDouble(std::nan(""));
    if (std::isnan(real) || std::floor(real) != real || std::abs(real) > 9.2e18) {
        wrongType(key, "a whole number");
        return absent;
    }
    return value.toInteger(static_cast<qint64>(real));
}

int Reader::integer(QLatin1String key, int absent) const
{
    const auto value = number(key, absent);
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
        wrongType(key, "a whole number of that size");
        return absent;
    }
    return static_cast<int>(value);
}

std::optional<double> Reader::real(QLatin1String key) const
{
    if (!has(key)) {
        return std::nullopt;
    }
    const auto value = m_object.value(key);
    if (!value.isDouble()) {
        wrongType(key, "a number");
        return std::nullopt;
    }
    return value.toDouble();
}

bool Reader::flag(QLatin1String key, bool absent) const
{
    if (!has(key)) {
        return absent;
    }
    const auto value = m_object.value(key);
    if (value.isString()) { // some clients write "true"
        if (value.toString().compare(QLatin1String("true"), Qt::CaseInsensitive) == 0) {
            return true;
        }
        if (value.toString().compare(QLatin1String("false"), Qt::CaseInsensitive) == 0) {
            return false;
        }
    }
    if (!value.isBool()) {
        wrongType(key, "true or false");
    }
    return value.toBool(absent);
}

std::optional<QDateTime> Reader::time(QLatin1String key) const
{
    return fromIso(text(key));
}

qint64 Reader::duration(QLatin1String key) const
{
    return fromIsoDuration(text(key)).value_or(0);
}

Reader Reader::in(QLatin1String key) const
{
    if (has(key) && !m_object.value(key).isObject()) {
        wrongType(key, "an object");
    }
    return Reader(m_object.value(key).toObject(), pathOf(key), m_problem);
}

QList<Reader> Reader::list(QLatin1String key) const
{
    if (has(key) && !m_object.value(key).isArray()) {
        wrongType(key, "an array");
    }
    QList<Reader> readers;
    const auto array = m_object.value(key).toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto element = array.at(i);
        if (element.isNull()) {
            continue;
        }
        if (!element.isObject()) {
            wrongType(key, "an array of objects");
            continue;
        }
        readers.append(Reader(element.toObject(), QStringLiteral("%1[%2]").arg(pathOf(key)).arg(i), m_problem));
    }
    return readers;
}

QStringList Reader::texts(QLatin1String key) const
{
    if (has(key) && !m_object.value(key).isArray()) {
        wrongType(key, "an array");
    }
    QStringList texts;
    const auto array = m_object.value(key).toArray();
    for (const auto& element : array) {
        if (element.isNull()) {
            continue;
        }
        if (!element.isString()) {
            wrongType(key, "an array of strings");
            continue;
        }
        texts.append(element.toString());
    }
    return texts;
}

QMap<QString, QString> Reader::map(QLatin1String key) const
{
    const auto inner = in(key).json();
    QMap<QString, QString> map;
    for (auto it = inner.begin(); it != inner.end(); ++it) {
        if (it.value().isNull()) {
            continue;
        }
        if (it.value().isObject() || it.value().isArray()) {
            wrongType(key, "a map of strings");
            continue;
        }
        map.insert(it.key(), it.value().toVariant().toString());
    }
    return map;
}

Writer::Writer(QJsonObject over)
    : m_object(std::move(over))
{ }

Writer& Writer::text(QLatin1String key, const QString& value)
{
    return value.isEmpty() ? remove(key) : always(key, value);
}

Writer& Writer::always(QLatin1String key, const QString& value)
{
    m_object.insert(key, value);
    return *this;
}

Writer& Writer::id(QLatin1String key, const ArmId& value)
{
    const auto old = ArmId::parse(m_object.value(key).toString());
    if (!value.isEmpty()) {
        return always(key, value.text());
    }
    return old || m_object.value(key).toString().isEmpty() ? remove(key) : *this;
}

Writer& Writer::number(QLatin1String key, qint64 value)
{
    m_object.insert(key, value);
    return *this;
}

Writer& Writer::known(QLatin1String key, qint64 value)
{
    return value < 0 ? remove(key) : number(key, value);
}

Writer& Writer::real(QLatin1String key, const std::optional<double>& value)
{
    if (!value) {
        return remove(key);
    }
    m_object.insert(key, *value);
    return *this;
}

Writer& Writer::flag(QLatin1String key, bool value)
{
    m_object.insert(key, value);
    return *this;
}

Writer& Writer::flagIfSet(QLatin1String key, bool value)
{
    return value ? flag(key, true) : remove(key);
}

Writer& Writer::time(QLatin1String key, const std::optional<QDateTime>& value)
{
    const auto text = m_object.value(key).toString();
    const auto old = fromIso(text);
    if (value && value->isValid()) {
        return old == *value ? *this : always(key, toIso(*value));
    }
    return old || text.isEmpty() ? remove(key) : *this;
}

Writer& Writer::timeOr(QLatin1String key, const std::optional<QDateTime>& value, QLatin1String never)
{
    time(key, value);
    return value && value->isValid() ? *this : otherwise(key, QString(never));
}

Writer& Writer::duration(QLatin1String key, qint64 milliseconds)
{
    const auto old = fromIsoDuration(m_object.value(key).toString());
    return old == milliseconds ? *this : always(key, toIsoDuration(milliseconds));
}

Writer& Writer::object(QLatin1String key, const QJsonObject& value)
{
    if (value.isEmpty()) {
        return remove(key);
    }
    m_object.insert(key, value);
    return *this;
}

Writer& Writer::array(QLatin1String key, const QJsonArray& value)
{
    if (value.isEmpty()) {
        return remove(key);
    }
    m_object.insert(key, value);
    return *this;
}

Writer& Writer::texts(QLatin1String key, const QStringList& value)
{
    return array(key, QJsonArray::fromStringList(value));
}

Writer& Writer::map(QLatin1String key, const QMap<QString, QString>& value)
{
    QJsonObject written;
    for (auto it = value.begin(); it != value.end(); ++it) {
        written.insert(it.key(), it.value());
    }
    return object(key, written);
}

Writer& Writer::otherwise(QLatin1String key, const QJsonValue& value)
{
    const auto old = m_object.value(key);
    if (old.isUndefined() || old.isNull()) {
        m_object.insert(key, value);
    }
    return *this;
}

Writer& Writer::remove(QLatin1String key)
{
    m_object.remove(key);
    return *this;
}

QJsonObject Writer::child(QLatin1String key) const
{
    return m_object.value(key).toObject();
}

QJsonArray Writer::children(QLatin1String key) const
{
    return m_object.value(key).toArray();
}

Error problemFrom(const Reader& reader)
{
    return {reader.text(QLatin1String("code")).toStdString(),
            reader.text(QLatin1String("message")).toStdString(),
            reader.text(QLatin1String("target")).toStdString(),
            reader.text(QLatin1String("recommendedAction")).toStdString(),
            {}};
}

QJsonObject problemJson(const Error& error, const QJsonObject& old)
{
    return Writer(old)
        .text(QLatin1String("code"), QString::fromStdString(error.code))
        .text(QLatin1String("message"), QString::fromStdString(error.message))
        .text(QLatin1String("target"), QString::fromStdString(error.target))
        .text(QLatin1String("recommendedAction"), QString::fromStdString(error.action))
        .done();
}

QJsonObject elementWith(const QJsonArray& old, QLatin1String key, const QJsonValue& value)
{
    for (const auto& element : old) {
        if (element.toObject().value(key) == value) {
            return element.toObject();
        }
    }
    return {};
}

} // namespace valv::contract
