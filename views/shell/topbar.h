// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QAbstractButton>
#include <QWidget>

class QMenu;

namespace valv::views {

//! How the connection stands, for the dot in the pill.
enum class LinkState
{
    Connecting,
    Connected,
    Offline,
    SignedOut
};

//! \brief A button on the dark bar: icon, and text beside it when there is one.
class TopBarButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit TopBarButton(Icon icon, QWidget* parent = nullptr);
    void setBarIcon(Icon icon);
    //! Accessible name and tool tip, with the shortcut in the tip.
    void setName(const QString& name, const QString& shortcut = {});
    void setCount(int count); //!< red badge; 0: none, 99+ above 99
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Icon m_icon;
    int m_count = 0;
};

//! \brief The pill that says where one is connected, with a dot for how that stands. Opens a menu.
class ConnectionPill : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ConnectionPill(QWidget* parent = nullptr);
    //! \param description whole sentence for tool tip and readers
    void setConnection(const QString& name, LinkState state, const QString& description);
    [[nodiscard]] LinkState state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    LinkState m_state = LinkState::Connecting;
};

//! \brief What looks like the bar's search field: opens the command palette, with what was typed on it.
class TopSearch : public QAbstractButton
{
    Q_OBJECT
public:
    explicit TopSearch(QWidget* parent = nullptr);

Q_SIGNALS:
    //! \param typed empty: a click, or Enter
    void wanted(const QString& typed);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

//! \brief The dark bar at the top: logo, search, connection, notifications, settings, language, theme. 44 high.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    [[nodiscard]] TopSearch* search() const { return m_search; }
    [[nodiscard]] ConnectionPill* connection() const { return m_connection; }
    [[nodiscard]] TopBarButton* bell() const { return m_bell; }
    [[nodiscard]] TopBarButton* settings() const { return m_settings; }
    [[nodiscard]] TopBarButton* language() const { return m_language; }
    [[nodiscard]] TopBarButton* theme() const { return m_theme; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    [[nodiscard]] QRect searchBox() const;

    TopSearch* m_search;
    ConnectionPill* m_connection;
    TopBarButton* m_bell;
    TopBarButton* m_settings;
    TopBarButton* m_language;
    TopBarButton* m_theme;
};

} // namespace valv::views
