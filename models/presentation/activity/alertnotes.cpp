// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/activity/alertnotes.h"

#include "presentation/text/alerttext.h"

#include <algorithm>

namespace valv::presentation {

namespace {

constexpr qsizetype mostOneByOne = 3; //!< more would make a person blind to them

NotificationState stateOf(const contract::Alert& alert)
{
    switch (alert.severity.value()) {
    case contract::AlertSeverity::Critical:
        return NotificationState::Failed;
    case contract::AlertSeverity::Warning:
        return NotificationState::Warning;
    case contract::AlertSeverity::Information:
    case contract::AlertSeverity::Unknown:
        break;
    }
    return NotificationState::Info;
}

} // namespace

AlertNotes::AlertNotes(AlertStore& alerts, NotificationLog& log, QObject* parent)
    : QObject(parent)
    , m_log(log)
{
    connect(&alerts, &AlertStore::raised, this, &AlertNotes::tell);
}

void AlertNotes::tell(const QList<contract::Alert>& alerts)
{
    QList<Notification> notes;
    for (const auto& alert : alerts) {
        auto news = AlertText::news(alert);
        if (!news.title.isEmpty()) {
            Notification note;
            note.state = stateOf(alert);
            note.title = std::move(news.title);
            note.body = std::move(news.body);
            note.target = alert.target.vaultId().isEmpty() ? ArmId() : alert.target; // a computer has no page
            notes.append(note);
        }
    }
    if (notes.size() > mostOneByOne) {
        const bool critical = std::any_of(notes.cbegin(), notes.cend(), [](const Notification& note) {
            return note.state == NotificationState::Failed;
        });
        Notification all;
        all.state = critical ? NotificationState::Failed : NotificationState::Warning;
        all.title = Phrase("AlertNotes", QT_TRANSLATE_NOOP("AlertNotes", "New alerts"));
        all.body =
            Phrase("AlertNotes", QT_TRANSLATE_NOOP("AlertNotes", "%1 new alerts have come up. They are under Alerts."),
                   {QString::number(notes.size())});
        notes = {all};
    }
    for (auto& note : notes) {
        m_log.add(std::move(note));
    }
}

} // namespace valv::presentation
