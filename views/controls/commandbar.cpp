// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/commandbar.h"

#include "controls/accessible.h"
#include "controls/action.h"
#include "controls/azcopy.h"
#include "controls/menu.h"
#include "controls/progressbar.h"
#include "controls/reasontip.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QActionEvent>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

#include <utility>

namespace valv::views {

namespace {

constexpr int commandPadding = 8;
constexpr int commandGap = 6;
constexpr int dividerWidth = 17;
constexpr int moreWidth = 40;

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

CommandButton::CommandButton(QAction* action, QWidget* parent)
    : QAbstractButton(parent)
    , m_action(action)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setRing(this, Ring::Inner);
    sync();
    connect(action, &QAction::changed, this, &CommandButton::sync);
    connect(this, &QAbstractButton::clicked, this, &CommandButton::run);
}

void CommandButton::sync()
{
    if (!m_action) {
        return;
    }
    setText(withoutMnemonic(m_action->text()));
    setIcon(m_action->icon());
    const bool can = m_action->isEnabled();
    setFocusPolicy(can ? Qt::StrongFocus : Qt::NoFocus); // it keeps the focus that it has
    if (std::exchange(m_wasAvailable, can) != can) {
        setDown(false);
        sayAvailability(*this);
    }
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
    setToolTip(actionToolTip(m_action, m_iconOnly));
    setAccessibleName(text());
    setAccessibleDescription(reason(m_action));
    updateGeometry();
    update();
}

void CommandButton::run()
{
    if (!m_action) {
        return;
    }
    if (!isAvailable()) {
        if (hasFocus() && !reason(m_action).isEmpty()) {
            tellReason(*this);
        }
    } else if (QMenu* menu = m_action->menu()) {
        menu->popup(mapToGlobal(QPoint(0, height())));
    } else {
        m_action->trigger();
    }
    if (m_action) {
        setChecked(m_action->isChecked());
    }
}

bool CommandButton::hitButton(const QPoint& at) const
{
    return isAvailable() && QAbstractButton::hitButton(at);
}

void CommandButton::focusInEvent(QFocusEvent* event)
{
    QAbstractButton::focusInEvent(event);
    if (m_action && !reason(m_action).isEmpty()) {
        tellReasonWhenFocused(*this);
    }
}

void CommandButton::setIconOnly(bool on)
{
    m_iconOnly = on;
    sync();
}

QSize CommandButton::sizeHint() const
{
    int width = 2 * commandPadding;
    if (!icon().isNull()) {
        width += Size::iconSmall;
    }
    if (!m_iconOnly) {
        width += textWidth(TextStyle::Body, text()) + (icon().isNull() ? 0 : commandGap);
    }
    if (m_action && m_action->menu()) {
        width += Size::iconSmall;
    }
    return {std::max(width, Size::control), Size::control};
}

void CommandButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    const bool on = isAvailable();
    if (on && (underMouse() || isDown() || isChecked())) {
        roundedBox(painter, r, Radius::control,
                   color(isDown()          ? Role::Pressed
                             : isChecked() ? Role::Selected
                                           : Role::Hover),
                   QColor());
    }
    qreal x = commandPadding;
    if (!icon().isNull()) {
        const QRect at(static_cast<int>(x), (height() - Size::iconSmall) / 2, Size::iconSmall, Size::iconSmall);
        icon().paint(&painter, at, Qt::AlignCenter, on ? QIcon::Normal : QIcon::Disabled,
                     isChecked() ? QIcon::On : QIcon::Off);
        x += Size::iconSmall + commandGap;
    }
    const Role role = on ? Role::Text : Role::Disabled;
    if (!m_iconOnly) {
        drawLine(painter, QRectF(x, 0, r.width() - x, r.height()), TextStyle::Body, color(role), text());
    }
    if (m_action && m_action->menu()) {
        paintIcon(painter, QRectF(r.right() - Size::iconSmall - 4, 0, Size::iconSmall, r.height()), Icon::ChevronDown,
                  role);
    }
    if (hasKeyFocus(this)) {
        innerRing(painter, r);
    }
}

void CommandButton::keyPressEvent(QKeyEvent* event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || (event->key() == Qt::Key_Space && !isAvailable())
        || (event->key() == Qt::Key_Down && m_action && m_action->menu());
    if (opens) {
        click();
        return;
    }
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Up
        || event->key() == Qt::Key_Down) {
        event->ignore(); // the bar moves along its commands
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void CommandButton::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_action && popAzMenu(m_action, event->globalPos(), this)) {
        return;
    }
    QAbstractButton::contextMenuEvent(event);
}

CommandBar::CommandBar(QWidget* parent)
    : QWidget(parent)
    , m_more(new IconButton(Icon::More, QString(), this))
    , m_menu(new Menu(this))
    , m_progress(new ProgressLine(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(Size::commandBar);
    installAccessibility();
    setAccessibleName(tr("Commands"));
    m_more->setName(tr("More commands"));
    m_more->setIconName(Icon::More, Role::Accent);
    m_more->hide();
    connect(m_more, &QAbstractButton::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void CommandBar::addSeparator()
{
    auto* separator = new QAction(this);
    separator->setSeparator(true);
    addAction(separator);
}

void CommandBar::addRightAction(QAction* action)
{
    m_right.append(action);
    addAction(action);
}

void CommandBar::setMargin(int px)
{
    m_margin = px;
    arrange();
}

void CommandBar::setBusy(bool busy)
{
    static_cast<ProgressLine*>(m_progress)->setRunning(busy);
}

QSize CommandBar::sizeHint() const
{
    int width = 2 * m_margin;
    for (const QAction* action : actions()) {
        const CommandButton* button = m_buttons.value(const_cast<QAction*>(action));
        width += button ? button->sizeHint().width() : dividerWidth;
    }
    return {width, Size::commandBar};
}

QSize CommandBar::minimumSizeHint() const
{
    return {2 * m_margin + moreWidth, Size::commandBar};
}

CommandButton* CommandBar::makeButton(QAction* action)
{
    auto* button = new CommandButton(action, this);
    connect(action, &QAction::changed, this, &CommandBar::scheduleArrange);
    return button;
}

void CommandBar::actionEvent(QActionEvent* event)
{
    QAction* action = event->action();
    if (event->type() == QEvent::ActionAdded && !action->isSeparator()) {
        m_buttons.insert(action, makeButton(action));
    } else if (event->type() == QEvent::ActionRemoved) {
        delete m_buttons.take(action);
        m_right.removeAll(action);
        m_menu->removeAction(action);
    }
    scheduleArrange();
    QWidget::actionEvent(event);
}

void CommandBar::scheduleArrange()
{
    if (m_scheduled) {
        return;
    }
    m_scheduled = true;
    QTimer::singleShot(0, this, [this] {
        m_scheduled = false;
        updateGeometry();
        arrange();
    });
}

void CommandBar::arrange()
{
    const int y = (height() - 1 - Size::control) / 2;
    m_overflow.clear();
    m_dividers.clear();
    int right = width() - m_margin + commandPadding;

    // The right end first; it gives way to nothing.
    for (auto it = m_right.crbegin(); it != m_right.crend(); ++it) {
        CommandButton* button = m_buttons.value(*it);
        if (!button || !(*it)->isVisible()) {
            continue;
        }
        const int w = button->sizeHint().width();
        button->setGeometry(right - w, y, w, Size::control);
        button->show();
        right -= w;
    }

    QList<QAction*> left;
    int wanted = m_margin - commandPadding;
    for (QAction* action : actions()) {
        if (m_right.contains(action) || !action->isVisible()) {
            continue;
        }
        left.append(action);
        wanted += action->isSeparator() ? dividerWidth : m_buttons.value(action)->sizeHint().width();
    }
    const bool all = wanted <= right;
    const int limit = all ? right : right - moreWidth;
    int x = m_margin - commandPadding;
    int pendingDivider = -1;
    bool over = false;
    for (QAction* action : left) {
        CommandButton* button = m_buttons.value(action);
        const int w = button ? button->sizeHint().width() : dividerWidth;
        over = over || x + w > limit;
        if (over) {
            m_overflow.append(action);
            if (button) {
                button->hide();
            }
        } else if (!button) {
            pendingDivider = x + dividerWidth / 2 - 2;
            x += w;
        } else {
            if (pendingDivider >= 0) { // never a divider that stands last
                m_dividers.append(pendingDivider);
                pendingDivider = -1;
            }
            button->setGeometry(x, y, w, Size::control);
            button->show();
            x += w;
        }
    }
    for (QAction* action : actions()) {
        if (!action->isVisible() && m_buttons.contains(action)) {
            m_buttons.value(action)->hide();
        }
    }
    m_menu->clear();
    m_menu->addActions(m_overflow);
    m_more->setVisible(!m_overflow.isEmpty());
    m_more->setGeometry(x, y, Size::control, Size::control);
    m_progress->setGeometry(0, height() - 2, width(), 2);
    m_progress->raise();

    QWidget* before = nullptr; // Tab goes from left to right
    for (QAction* action : left + m_right) {
        QWidget* button = m_buttons.value(action);
        if (button && before) {
            setTabOrder(before, button);
        }
        before = button ? button : before;
    }
    update();
}

void CommandBar::resizeEvent(QResizeEvent* event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void CommandBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Commands"));
        m_more->setName(tr("More commands"));
        scheduleArrange();
    }
    QWidget::changeEvent(event);
}

bool CommandBar::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        scheduleArrange();
    }
    return QWidget::event(event);
}

void CommandBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Surface));
    hline(painter, QRectF(0, height() - 1, width(), 1), color(Role::Border));
    for (const int x : m_dividers) {
        vline(painter, QRectF(x, 10, 1, 20), color(Role::Border));
    }
}

void CommandBar::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    QVector<QAbstractButton*> stops;
    for (QAction* action : actions()) {
        CommandButton* button = m_buttons.value(action);
        if (button && button->isVisible() && !m_right.contains(action)) {
            stops.append(button);
        }
    }
    if (m_more->isVisible()) {
        stops.append(m_more);
    }
    for (QAction* action : m_right) {
        CommandButton* button = m_buttons.value(action);
        if (button && button->isVisible()) {
            stops.append(button);
        }
    }
    for (int i = 0; i < stops.size(); ++i) {
        if (stops.at(i)->hasFocus()) {
            stops.at((i + step + static_cast<int>(stops.size())) % static_cast<int>(stops.size()))
                ->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

} // namespace valv::views
