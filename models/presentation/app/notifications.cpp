// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/app/notifications.h"

#include "core/datetime.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace valv::presentation {

namespace {

constexpr int limit = 200;
constexpr std::array stateNames{"inProgress", "succeeded", "warning", "failed", "info"};

QString nameOf(NotificationState state)
{
    return QLatin1String(stateNames[static_cast<size_t>(state)]);
}

NotificationState stateFrom(const QString& name)
{
    for (size_t i = 0; i < stateNames.size(); ++i) {
        if (name == QLatin1String(stateNames[i])) {
            return static_cast<NotificationState>(i);
        }
    }
    return NotificationState::Info;
}

QJsonObject toJson(const Notification& from)
{
    QJsonObject json{{QStringLiteral("id"), from.id},
                     {QStringLiteral("state"), nameOf(from.state)},
                     {QStringLiteral("title"), from.title.toJson()},
                     {QStringLiteral("body"), from.body.toJson()},
                     {QStringLiteral("time"), toIso(from.time)},
                     {QStringLiteral("read"), from.read}};
    if (!from.target.isEmpty()) {
        json.insert(QStringLiteral("target"), from.target.text());
    }
    if (!from.job.isEmpty()) {
        json.insert(QStringLiteral("job"), from.job.text());
    }
    if (from.error) {
        json.insert(QStringLiteral("error"),
                    QJsonObject{{QStringLiteral("code"), QString::fromStdString(from.error->code)},
                                {QStringLiteral("message"), QString::fromStdString(from.error->message)},
                                {QStringLiteral("target"), QString::fromStdString(from.error->target)},
                                {QStringLiteral("action"), QString::fromStdString(from.error->action)}});
    }
    return json;
}

Notification fromJson(const QJsonObject& json)
{
    const auto text = [&json](const char* key) { return json.value(QLatin1String(key)).toString(); };
    Notification to;
    to.id = json.value(QStringLiteral("id")).toInt();
    to.state = stateFrom(text("state"));
    to.title = Phrase::fromJson(json.value(QStringLiteral("title")).toObject());
    to.body = Phrase::fromJson(json.value(QStringLiteral("body")).toObject());
    to.time = fromIso(text("time")).value_or(QDateTime());
    to.read = json.value(QStringLiteral("read")).toBool();
    to.target = ArmId::parse(text("target")).value_or(ArmId());
    to.job = ArmId::parse(text("job")).value_or(ArmId());
    const QJsonObject error = json.value(QStringLiteral("error")).toObject();
    if (!error.isEmpty()) {
        const auto part = [&error](const char* key) {
            return error.value(QLatin1String(key)).toString().toStdString();
        };
        to.error = Error{part("code"), part("message"), part("target"), part("action"), {}};
    }
    return to;
}

} // namespace

NotificationLog::NotificationLog(const Clock& clock, const QString& file, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_file(file)
{
    m_writer.setMaxThreadCount(1);
    load();
}

NotificationLog::~NotificationLog()
{
    m_writer.waitForDone();
}

void NotificationLog::setFile(const QString& file)
{
    if (file == m_file) {
        return;
    }
    const int before = unread();
    m_writer.waitForDone();
    m_file = file;
    m_all.clear();
    m_retries.clear();
    load();
    Q_EMIT replaced();
    if (unread() != before) {
        Q_EMIT unreadChanged(unread());
    }
}

void NotificationLog::load()
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QJsonArray all = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue value : all) {
        Notification notification = fromJson(value.toObject());
        if (notification.id <= 0) {
            continue;
        }
        if (notification.state == NotificationState::InProgress) {
            notification.state = NotificationState::Info;
            notification.body =
                Phrase("valv::presentation::NotificationLog",
                       QT_TRANSLATE_NOOP("valv::presentation::NotificationLog",
                                         "Valv was closed before this was done. The list of jobs shows how it ended."));
        }
        m_last = std::max(m_last, notification.id);
        m_all.append(notification);
    }
}

void NotificationLog::save()
{
    if (m_file.isEmpty()) {
        return;
    }
    QJsonArray all;
    for (const Notification& notification : m_all) {
        all.append(toJson(notification));
    }
    const QByteArray bytes = QJsonDocument(all).toJson(QJsonDocument::Compact);
    m_writer.clear(); // what waits is older
    m_writer.start([path = m_file, bytes] {
        QDir().mkpath(QFileInfo(path).path());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
            qWarning("valv: the notifications could not be written to %s", qPrintable(path));
        }
    });
}

const Notification* NotificationLog::find(int id) const
{
    const auto found =
        std::find_if(m_all.cbegin(), m_all.cend(), [id](const Notification& each) { return each.id == id; });
    return found == m_all.cend() ? nullptr : &*found;
}

int NotificationLog::unread() const
{
    return static_cast<int>(
        std::count_if(m_all.cbegin(), m_all.cend(), [](const Notification& each) { return !each.read; }));
}

int NotificationLog::count(NotificationState state) const
{
    return static_cast<int>(
        std::count_if(m_all.cbegin(), m_all.cend(), [state](const Notification& each) { return each.state == state; }));
}

int NotificationLog::put(Notification notification, std::function<void()> retry)
{
    const int id = notification.id;
    notification.time = toDateTime(m_clock.now());
    notification.read = false;
    notification.canRetry = static_cast<bool>(retry);
    if (notification.state != NotificationState::InProgress) {
        notification.progress.reset();
        notification.progressText = {};
    }
    m_retries.remove(id);
    if (retry) {
        m_retries.insert(id, std::move(retry));
    }
    m_all.prepend(notification);
    return id;
}

void NotificationLog::tell(int unreadBefore)
{
    save();
    if (unread() != unreadBefore) {
        Q_EMIT unreadChanged(unread());
    }
}

int NotificationLog::add(Notification notification, std::function<void()> retry)
{
    const int before = unread();
    notification.id = ++m_last;
    const int id = put(std::move(notification), std::move(retry));
    QList<int> gone;
    while (m_all.size() > limit) {
        gone.append(m_all.takeLast().id);
    }
    Q_EMIT added(id);
    for (const int old : gone) {
        m_retries.remove(old);
        Q_EMIT removed(old);
    }
    tell(before);
    return id;
}

void NotificationLog::update(int id, Notification notification, std::function<void()> retry)
{
    const int before = unread();
    m_all.removeIf([id](const Notification& each) { return each.id == id; });
    notification.id = id;
    m_last = std::max(m_last, id);
    put(std::move(notification), std::move(retry));
    Q_EMIT added(id);
    tell(before);
}

void NotificationLog::setProgress(int id, double progress, const Phrase& text)
{
    for (Notification& each : m_all) {
        if (each.id == id && each.state == NotificationState::InProgress) {
            const double now = std::clamp(progress, 0.0, 1.0);
            if (each.progress != now || each.progressText != text) {
                each.progress = now;
                each.progressText = text;
                Q_EMIT changed(id);
            }
            return;
        }
    }
}

void NotificationLog::dismiss(int id)
{
    const int before = unread();
    if (m_all.removeIf([id](const Notification& each) { return each.id == id; }) > 0) {
        m_retries.remove(id);
        Q_EMIT removed(id);
        tell(before);
    }
}

void NotificationLog::dismissAll()
{
    QList<int> ids;
    for (const Notification& each : m_all) {
        if (each.state != NotificationState::InProgress) {
            ids.append(each.id);
        }
    }
    for (const int id : ids) {
        dismiss(id);
    }
}

void NotificationLog::markAllRead()
{
    const int before = unread();
    for (Notification& each : m_all) {
        if (!each.read) {
            each.read = true;
            Q_EMIT changed(each.id);
        }
    }
    tell(before);
}

bool NotificationLog::retry(int id)
{
    const auto again = m_retries.take(id);
    if (!again) {
        return false;
    }
    for (Notification& each : m_all) {
        if (each.id == id) {
            each.canRetry = false;
            Q_EMIT changed(id);
            break;
        }
    }
    again();
    return true;
}

} // namespace valv::presentation
