// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/services.h"

#include <QAbstractButton>

namespace valv::views {

class IconButton;

//! \brief One service in All services: icon, title and words with what matched marked, a state at the right, a star.
class ServiceRow : public QAbstractButton
{
    Q_OBJECT
public:
    ServiceRow(const Service& service, QWidget* parent = nullptr);

    [[nodiscard]] const Service& service() const { return m_service; }
    void setFilter(const QString& filter);
    void setState(const QString& text);
    void setFavourite(bool on);
    void setLast(bool last); //!< no line below
    [[nodiscard]] IconButton* star() const { return m_star; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void favouriteToggled();
    void moveWanted(int step); //!< ↑ ↓: −1, 1; Home, End: far

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QString words() const;
    void rename();

    Service m_service;
    QString m_filter;
    QString m_state;
    IconButton* m_star;
    bool m_favourite = false;
    bool m_last = false;
};

} // namespace valv::views
