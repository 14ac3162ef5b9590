// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/statustext.h"

#include <QPair>
#include <QWidget>

#include <optional>

namespace valv::views {

class LinkButton;
class ProgressBar;

//! What a notification says.
struct NotificationText
{
    StatusKind status = StatusKind::Info;
    QString title;
    QString text;
    QString time; //!< as shown, "09:31"
    std::optional<double> progress = {}; //!< 0..1
    QString progressText = {}; //!< "11 min left"
    QVector<QPair<QString, QString>> links = {}; //!< id, text
    bool unread = false;
    friend bool operator==(const NotificationText&, const NotificationText&) = default;
};

//! \brief One notification in the panel: icon, bold title, time, text, progress, links, unread mark. Readers hear its
//! whole sentence when it appears (role notification, alert for failures): set the text before show().
class NotificationCard : public QWidget
{
    Q_OBJECT
public:
    explicit NotificationCard(QWidget* parent = nullptr);
    void setNotification(const NotificationText& text);
    [[nodiscard]] const NotificationText& notification() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void linkActivated(const QString& id); //!< also "dismiss", by the key Delete
    //! A click on the card itself, or Enter.
    void activated();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int textHeight(int width) const;
    void arrange();

    NotificationText m_text;
    ProgressBar* m_bar = nullptr;
    QVector<LinkButton*> m_links;
};

} // namespace valv::views
