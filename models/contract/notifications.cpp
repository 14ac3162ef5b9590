// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/notifications.h"

#include "contract/json_p.h"

#include <QRegularExpression>

#include <algorithm>

namespace valv::contract {
namespace {

constexpr QLatin1String enabledKey("enabled");
constexpr QLatin1String recipientsKey("recipients");
constexpr QLatin1String digestKey("digest");
constexpr QLatin1String severitiesKey("severities");
constexpr QLatin1String languageKey("language");
constexpr QLatin1String hourlyWord("Hourly");
constexpr QLatin1String noDigestWord("None");

void checkAddresses(QList<Violation>& found, const QStringList& addresses, const QString& field)
{
    for (const auto& address : addresses) {
        if (!isAddress(address)) {
            found.append({QStringLiteral("ValEmail"), {address}, field, {}});
            return;
        }
    }
    if (addresses.size() > mostRecipients) {
        found.append({QStringLiteral("ValEmailTooMany"), {mostRecipients}, field, {}});
    }
}

} // namespace

bool NotificationSettings::wants(const Open<AlertSeverity>& severity) const
{
    return severity == AlertSeverity::Critical ? critical : severity == AlertSeverity::Warning ? warning : information;
}

Result<NotificationSettings> NotificationSettings::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    NotificationSettings value;
    value.enabled = reader.flag(enabledKey);
    value.recipients = reader.texts(recipientsKey);
    const auto digest = reader.text(digestKey);
    value.hourly = digest.compare(hourlyWord, Qt::CaseInsensitive) == 0;
    if (!digest.isEmpty() && !value.hourly && digest.compare(noDigestWord, Qt::CaseInsensitive) != 0) {
        reader.refuse({"InvalidRequestContent", "digest is None or Hourly.", "digest", {}, {}});
    }
    if (reader.has(severitiesKey)) {
        value.critical = value.warning = value.information = false;
        for (const auto& word : reader.texts(severitiesKey)) {
            const auto severity = fromText<AlertSeverity>(word);
            value.critical = value.critical || severity == AlertSeverity::Critical;
            value.warning = value.warning || severity == AlertSeverity::Warning;
            value.information = value.information || severity == AlertSeverity::Information;
        }
    }
    if (const auto language = reader.text(languageKey); !language.isEmpty()) {
        value.language = language;
    }
    return checked(reader, value);
}

QJsonObject NotificationSettings::toJson() const
{
    QJsonArray severities;
    const std::pair<bool, AlertSeverity> all[] = {{critical, AlertSeverity::Critical},
                                                  {warning, AlertSeverity::Warning},
                                                  {information, AlertSeverity::Information}};
    for (const auto& [on, severity] : all) {
        if (on) {
            severities.append(toText(severity));
        }
    }
    // Whole, also what is empty: written over others, it is what was meant.
    return {{enabledKey, enabled},
            {recipientsKey, QJsonArray::fromStringList(recipients)},
            {digestKey, QString(hourly ? hourlyWord : noDigestWord)},
            {severitiesKey, severities},
            {languageKey, language}};
}

Result<NotificationState> NotificationState::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    NotificationState value;
    value.hasServer = reader.flag(QLatin1String("hasMailServer"));
    value.waiting = reader.integer(QLatin1String("waiting"));
    value.lastSent = reader.time(QLatin1String("lastSent"));
    value.lastFailed = reader.time(QLatin1String("lastFailed"));
    if (reader.has(QLatin1String("problem"))) {
        value.problem = problemFrom(reader.in(QLatin1String("problem")));
    }
    return checked(reader, value);
}

QJsonObject NotificationState::toJson() const
{
    return Writer()
        .flag(QLatin1String("hasMailServer"), hasServer)
        .number(QLatin1String("waiting"), waiting)
        .time(QLatin1String("lastSent"), lastSent)
        .time(QLatin1String("lastFailed"), lastFailed)
        .object(QLatin1String("problem"), problem ? problemJson(*problem, {}) : QJsonObject())
        .done();
}

Result<MailServer> MailServer::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    MailServer value;
    value.host = p.text(QLatin1String("host"));
    value.port = p.integer(QLatin1String("port"), value.port);
    if (p.has(QLatin1String("security"))) {
        value.security = p.word<MailSecurity>(QLatin1String("security"));
    }
    value.user = p.text(QLatin1String("user"));
    if (p.has(QLatin1String("password"))) {
        value.password = p.text(QLatin1String("password"));
    }
    value.hasPassword = p.flag(QLatin1String("hasPassword"));
    value.from = p.text(QLatin1String("from"));
    value.owners = p.texts(QLatin1String("owners"));
    return checked(reader, value);
}

QJsonObject MailServer::toJson() const
{
    Writer p;
    p.text(QLatin1String("host"), host)
        .number(QLatin1String("port"), port)
        .word(QLatin1String("security"), security)
        .text(QLatin1String("user"), user)
        .flagIfSet(QLatin1String("hasPassword"), hasPassword)
        .text(QLatin1String("from"), from)
        .texts(QLatin1String("owners"), owners);
    if (password) {
        p.always(QLatin1String("password"), *password);
    }
    return {{propertiesKey, p.done()}};
}

QStringList addressesIn(const QString& typed)
{
    QStringList found;
    for (const auto& each : typed.split(QLatin1Char(';'))) {
        if (const auto address = each.trimmed(); !address.isEmpty()) {
            found.append(address);
        }
    }
    return found;
}

bool isAddress(const QString& text)
{
    constexpr int longest = 254;
    static const QRegularExpression form(
        QStringLiteral("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                       "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\\z"));
    return text.size() <= longest && form.match(text).hasMatch();
}

QList<Violation> checkNotifications(const NotificationSettings& settings)
{
    QList<Violation> found;
    const auto recipients = QStringLiteral("recipients");
    if (settings.enabled && settings.recipients.isEmpty()) {
        found.append({QStringLiteral("ValEmailRequired"), {}, recipients, {}});
    }
    checkAddresses(found, settings.recipients, recipients);
    if (settings.enabled && !settings.critical && !settings.warning && !settings.information) {
        found.append({QStringLiteral("ValSeverityRequired"), {}, QStringLiteral("severities"), {}});
    }
    if (settings.language != QLatin1String("en") && settings.language != QLatin1String("sv")) {
        found.append({QStringLiteral("ValMailLanguage"), {}, QStringLiteral("language"), {}});
    }
    return found;
}

QList<Violation> checkMailServer(const MailServer& server)
{
    constexpr int lastPort = 65535;
    QList<Violation> found;
    static const QRegularExpression host(QStringLiteral("^([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+\\])\\z"));
    if (!host.match(server.host).hasMatch()) {
        found.append({QStringLiteral("ValMailHost"), {}, QStringLiteral("host"), {}});
    }
    if (server.port < 1 || server.port > lastPort) {
        found.append({QStringLiteral("ValWholeNumber"), {1, lastPort}, QStringLiteral("port"), {}});
    }
    if (!server.user.isEmpty() && server.security == MailSecurity::None) {
        found.append({QStringLiteral("ValMailUnencrypted"), {}, QStringLiteral("user"), {}});
    }
    if (server.from.isEmpty()) {
        found.append({QStringLiteral("ValEmailRequired"), {}, QStringLiteral("from"), {}});
    } else {
        checkAddresses(found, {server.from}, QStringLiteral("from"));
    }
    checkAddresses(found, server.owners, QStringLiteral("owners"));
    return found;
}

} // namespace valv::contract
