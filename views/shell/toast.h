// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/app/notifications.h"

#include <QWidget>

class QTimer;

namespace valv::presentation {
class Language;
}

namespace valv::views {

class IconButton;
class NotificationCard;

//! \brief Shows a notification for a few seconds at the top right, under the bar; at the bottom when the focus is
//! there. It is announced when it appears; the time stands still while the pointer or the focus is on it. One at a
//! time: the next takes its place.
class Toast : public QWidget
{
    Q_OBJECT
public:
    static constexpr int shownFor = 6000; //!< milliseconds; failures stay twice as long

    Toast(presentation::NotificationLog& log, presentation::Language& language, QWidget* window);
    ~Toast() override;

    void showNotification(int id);
    void dismiss();
    [[nodiscard]] int notification() const { return m_id; } //!< 0: none
    [[nodiscard]] NotificationCard* card() const { return m_card; }

Q_SIGNALS:
    void linkActivated(int notification, const QString& link);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool coversFocus(const QRect& place) const;
    void arrange();
    void fill();

    presentation::NotificationLog& m_log;
    presentation::Language& m_language;
    NotificationCard* m_card;
    IconButton* m_close;
    QTimer* m_timer;
    int m_id = 0;
};

} // namespace valv::views
