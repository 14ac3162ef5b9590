// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QAbstractButton>
#include <QHash>
#include <QPoint>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace valv::views {

//! One place in a menu.
struct NavEntry
{
    QString id; //!< never translated
    QString text;
    std::optional<Icon> icon = Icon::Box; //!< nothing: the text begins at the left
    QString group = {}; //!< heading above it; entries of one group follow each other
    int badge = 0; //!< red number at the right
    std::optional<int> count = {}; //!< quiet number at the right; 0 makes the whole entry quiet
    QString reason = {}; //!< not empty: disabled, and why
    friend bool operator==(const NavEntry&, const NavEntry&) = default;
};

//! \brief One row of a navigation list. Made by NavList.
class NavItem : public QAbstractButton
{
    Q_OBJECT
public:
    explicit NavItem(const NavEntry& entry, int height, QWidget* parent = nullptr);
    void setEntry(const NavEntry& entry);
    [[nodiscard]] const NavEntry& entry() const { return m_entry; }
    void setCollapsed(bool on);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    NavEntry m_entry;
    int m_height;
    bool m_collapsed = false;
};

//! \brief A column of places with groups; one is current. One Tab stop, ↑↓ Home End move, Enter or Space go.
//! Collapsed it shows icons with tool tips. Put it in a scroll area when it may be higher than its place.
class NavList : public QWidget
{
    Q_OBJECT
public:
    //! \param itemHeight Size::navItem for the main navigation, Size::menuItem for resource menus
    explicit NavList(int itemHeight = Size::navItem, QWidget* parent = nullptr);

    void setEntries(const QVector<NavEntry>& entries);
    [[nodiscard]] QVector<NavEntry> entries() const { return m_entries; }
    void setCurrent(const QString& id);
    [[nodiscard]] QString current() const { return m_current; }
    void setBadge(const QString& id, int count);
    void setCollapsed(bool on);
    //! Only entries whose text or group contains it; empty shows all. \return how many are shown
    int setFilter(const QString& text);
    [[nodiscard]] NavItem* item(const QString& id) const;

Q_SIGNALS:
    void activated(const QString& id);
    //! Ctrl+Shift+↑↓, or dragged: so many places up (negative) or down. Whoever owns the order moves it, or does not.
    void moveWanted(const QString& id, int places);
    //! Right click or the menu key on an entry.
    void menuWanted(const QString& id, const QPoint& at);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    void moveFocus(int step);
    [[nodiscard]] QVector<NavItem*> visibleItems() const;
    void updateTabStop();

    QVector<NavEntry> m_entries;
    QVector<NavItem*> m_items;
    QVBoxLayout* m_layout = nullptr;
    QString m_current;
    QString m_filter;
    int m_itemHeight;
    bool m_collapsed = false;
    QPoint m_pressed; //!< where a drag may have begun
    bool m_dragging = false;
};

} // namespace valv::views
