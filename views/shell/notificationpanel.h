// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "presentation/app/notifications.h"

#include <QHash>

namespace valv::presentation {
class Format;
class Language;
}

namespace valv::views {

class EmptyState;
class LinkButton;
class NotificationCard;
struct NotificationText;
class PillGroup;
class SearchField;

//! \brief The panel of notifications: in progress first, then by day; read marks; a filter. 400 wide, no scrim, stays
//! with the window. Found by typing, too. Source: flows.md 0.4; picture notifications_sv.
class NotificationPanel : public Blade
{
    Q_OBJECT
public:
    NotificationPanel(presentation::NotificationLog& log, presentation::Language& language, QWidget* window);

    [[nodiscard]] QList<NotificationCard*> cards() const { return m_cards; } //!< as shown, from the top

Q_SIGNALS:
    //! A link: "job", "target"; "retry" is done by the panel.
    void linkActivated(int notification, const QString& link);
    void jobsWanted(); //!< "Show all jobs"

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Show
    {
        All,
        Running,
        Failed
    };
    void rebuild();
    void dismiss(int id);
    [[nodiscard]] static NotificationText panelText(const presentation::Notification& notification,
                                                    const presentation::Format& format);
    void updateCard(int id);
    void updateCounts();
    void retranslate();
    [[nodiscard]] bool isShown(const presentation::Notification& notification) const;

    presentation::NotificationLog& m_log;
    presentation::Language& m_language;
    PillGroup* m_filter;
    SearchField* m_search;
    LinkButton* m_markRead;
    LinkButton* m_dismissAll;
    LinkButton* m_jobs;
    EmptyState* m_empty;
    QList<QWidget*> m_made;
    QList<NotificationCard*> m_cards;
    QHash<int, NotificationCard*> m_byId;
};

} // namespace valv::views
