// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/button.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QMenu;

namespace valv::views {

//! \brief One command in the bar. Made by CommandBar. While it can't be done it looks and answers the mouse as a
//! disabled button does, but the arrow keys lead to it too, for who can't point at it would never hear why.
class CommandButton : public QAbstractButton
{
    Q_OBJECT
public:
    CommandButton(QAction* action, QWidget* parent);
    [[nodiscard]] QAction* command() const { return m_action; }
    [[nodiscard]] bool isAvailable() const { return isEnabled() && m_action && m_action->isEnabled(); }
    void setIconOnly(bool on);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool hitButton(const QPoint& at) const override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void sync();
    void run();

    QPointer<QAction> m_action;
    bool m_iconOnly = false;
    bool m_wasAvailable = true;
};

//! \brief The row of commands under a page's title, 40 high with a line below. Add commands with QWidget::addAction
//! (a separator action gives a divider), or addRightAction for those at the right end. What does not fit moves, from
//! the right, into "…". A disabled command tells its reason (controls/action.h). F10-free: every command that can be
//! done is a Tab stop; arrows move along the bar, over all of them.
class CommandBar : public QWidget
{
    Q_OBJECT
public:
    explicit CommandBar(QWidget* parent = nullptr);

    void addSeparator();
    void addRightAction(QAction* action);
    //! Distance of the first command's text edge from the left, the page's margin.
    void setMargin(int px);
    //! A 2 px line runs below the bar while data is being refreshed.
    void setBusy(bool busy);

    [[nodiscard]] QList<QAction*> overflow() const { return m_overflow; }
    [[nodiscard]] CommandButton* buttonFor(QAction* action) const { return m_buttons.value(action); }
    [[nodiscard]] QAbstractButton* moreButton() const { return m_more; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void actionEvent(QActionEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();
    void scheduleArrange();
    CommandButton* makeButton(QAction* action);

    QHash<QAction*, CommandButton*> m_buttons;
    QList<QAction*> m_right;
    QList<QAction*> m_overflow;
    QList<int> m_dividers;
    IconButton* m_more = nullptr;
    QMenu* m_menu = nullptr;
    QWidget* m_progress = nullptr;
    int m_margin = Size::contentMargin;
    bool m_scheduled = false;
};

} // namespace valv::views
