// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "core/clock.h"
#include "core/result.h"
#include "presentation/text/phrase.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>

namespace valv::presentation {

enum class NotificationState
{
    InProgress,
    Succeeded,
    Warning,
    Failed,
    Info
};

//! \brief Something the person should know of, as it is kept: sentences are phrases, so that they follow the language.
struct Notification
{
    int id = 0; //!< given by the log, from 1
    NotificationState state = NotificationState::Info;
    Phrase title;
    Phrase body; //!< one sentence that names the object
    QDateTime time; //!< UTC; of the last change of state
    std::optional<double> progress; //!< 0..1, only while in progress
    Phrase progressText; //!< "11 min left"
    ArmId target; //!< what it is about: a machine, a vault, an item; may be empty
    ArmId job; //!< may be empty
    std::optional<Error> error; //!< when Failed
    bool canRetry = false; //!< lost when the program ends
    bool read = false;
    friend bool operator==(const Notification&, const Notification&) = default;
};

//! \brief What happened lately, newest first. They stay until dismissed, also over a restart, at most 200.
//!
//! With a file every change is written (on a worker; a temporary file, then renamed); without one the log lives in
//! memory. Each connection has a file of its own.
//! What was in progress when the program ended says so after the next start. GUI thread. Source: flows.md 0.4.
class NotificationLog final : public QObject
{
    Q_OBJECT
public:
    explicit NotificationLog(const Clock& clock, const QString& file = {}, QObject* parent = nullptr);
    ~NotificationLog() override; //!< waits until the last change is written

    //! Goes on with the log of another connection: what is here is kept in its own file and leaves the list.
    void setFile(const QString& file);

    [[nodiscard]] const QList<Notification>& all() const { return m_all; } //!< newest first
    [[nodiscard]] const Notification* find(int id) const; //!< good until the next change
    [[nodiscard]] int unread() const;
    [[nodiscard]] int count(NotificationState state) const;

    //! Takes the notification in at the top, with id, time and unread mark; \return its id.
    int add(Notification notification, std::function<void()> retry = {});
    //! Puts a new state in place: it moves to the top and is unread again. Unknown ids (dismissed) are added anew.
    void update(int id, Notification notification, std::function<void()> retry = {});
    //! Only how far it is; it stays where it is.
    void setProgress(int id, double progress, const Phrase& text = {});
    void dismiss(int id);
    void dismissAll(); //!< except what is in progress
    void markAllRead();
    //! Does a failed one again, once. False when it can't be.
    bool retry(int id);

Q_SIGNALS:
    void added(int id); //!< new, or a new state: worth showing
    void changed(int id); //!< progress or read mark
    void removed(int id);
    void replaced(); //!< all of it is another
    void unreadChanged(int unread);

private:
    void load();
    void save();
    void tell(int unreadBefore);
    int put(Notification notification, std::function<void()> retry);

    const Clock& m_clock;
    QString m_file;
    QList<Notification> m_all;
    QHash<int, std::function<void()>> m_retries;
    int m_last = 0;
    QThreadPool m_writer; //!< one thread, so that writes keep their order
};

} // namespace valv::presentation
