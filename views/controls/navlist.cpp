// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/navlist.h"

#include "controls/label.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace valv::views {

namespace {

constexpr int barWidth = 3;

QString badgeText(int count)
{
    return count > 99 ? QStringLiteral("99+") : QString::number(count);
}

//! From an entry to the one at that height: places down, negative up.
int placesBetween(const QVector<NavItem*>& items, NavItem* from, const QPoint& at)
{
    int to = 0;
    for (int i = 0; i < items.size(); ++i) {
        if (at.y() >= items.at(i)->y()) {
            to = i;
        }
    }
    return to - static_cast<int>(items.indexOf(from));
}

} // namespace

NavItem::NavItem(const NavEntry& entry, int height, QWidget* parent)
    : QAbstractButton(parent)
    , m_height(height)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRing(this, Ring::Inner);
    setEntry(entry);
}

void NavItem::setEntry(const NavEntry& entry)
{
    m_entry = entry;
    setText(entry.text);
    setEnabled(entry.reason.isEmpty());
    const QString number = entry.badge > 0 ? badgeText(entry.badge)
        : entry.count                      ? locale().toString(*entry.count)
                                           : QString();
    setAccessibleName(number.isEmpty() ? entry.text : QStringLiteral("%1, %2").arg(entry.text, number));
    setAccessibleDescription(entry.reason.isEmpty() ? entry.group : entry.reason);
    setToolTip(!entry.reason.isEmpty() ? entry.reason : m_collapsed ? entry.text : QString());
    updateGeometry();
    update();
}

void NavItem::setCollapsed(bool on)
{
    m_collapsed = on;
    setEntry(m_entry);
}

QSize NavItem::sizeHint() const
{
    if (m_collapsed) {
        return {Size::navCollapsed - Space::sm, m_height};
    }
    const int badge = m_entry.count ? Space::xxl
        : m_entry.badge > 0         ? textWidth(TextStyle::Axis, badgeText(m_entry.badge)) + Space::xl
                                    : 0;
    return {40 + textWidth(TextStyle::BodyStrong, text()) + badge + Space::sm, m_height};
}

QSize NavItem::minimumSizeHint() const
{
    return {Size::navCollapsed - Space::sm, m_height};
}

void NavItem::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    const bool on = isEnabled();
    if (isChecked()) {
        roundedBox(painter, r, Radius::control, color(Role::Selected), QColor());
        roundedBox(painter, QRectF(0, 4, barWidth, r.height() - 8), 1.5, color(Role::Accent), QColor());
    } else if (on && (underMouse() || isDown())) {
        roundedBox(painter, r, Radius::control, color(isDown() ? Role::Pressed : Role::Hover), QColor());
    }
    const bool wide = m_height >= Size::navItem;
    const Role iconRole = !on ? Role::Disabled : isChecked() ? Role::Accent : Role::Secondary;
    const QRectF iconRect = m_collapsed ? r : QRectF(9, 0, Size::iconSmall, r.height());
    if (m_entry.icon) {
        paintIcon(painter, iconRect, *m_entry.icon, iconRole, Size::iconSmall, isChecked());
    }
    if (m_collapsed) {
        if (m_entry.badge > 0) {
            roundedBox(painter, QRectF(r.right() - 14, 6, 8, 8), 4, color(Role::Badge), QColor());
        }
    } else {
        qreal right = r.right() - Space::sm;
        if (m_entry.badge > 0) {
            const QString count = badgeText(m_entry.badge);
            const qreal w = std::max(20, textWidth(TextStyle::Axis, count) + 12);
            const QRectF at(right - w, (r.height() - 16) / 2, w, 16);
            roundedBox(painter, at, Radius::badge, color(Role::ErrorBg), QColor());
            QFont f = views::font(TextStyle::Axis);
            f.setWeight(QFont::DemiBold);
            painter.setFont(f);
            painter.setPen(color(Role::Error));
            painter.drawText(at, Qt::AlignCenter, count);
            right = at.left() - Space::sm;
        }
        const bool quiet = m_entry.count == 0 && !isChecked();
        const auto style = isChecked() ? TextStyle::BodyStrong : TextStyle::Body;
        if (m_entry.count) {
            const QString count = locale().toString(*m_entry.count);
            const qreal w = textWidth(style, count);
            right = r.right() - Space::md;
            drawLine(painter, QRectF(right - w, 0, w, r.height()), style, color(Role::Secondary), count);
            right -= w + Space::sm;
        }
        const qreal left = !m_entry.icon ? Space::md : wide ? 40 : 34;
        drawLine(painter, QRectF(left, 0, right - left, r.height()), style,
                 color(!on         ? Role::Disabled
                           : quiet ? Role::Secondary
                                   : Role::Text),
                 text());
    }
    if (hasKeyFocus(this)) {
        innerRing(painter, r);
    }
}

void NavItem::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Select) {
        QAbstractButton::keyPressEvent(event);
    } else {
        event->ignore(); // a button would take the arrows for Tab; the list moves along its items
    }
}

NavList::NavList(int itemHeight, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_itemHeight(itemHeight)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
}

void NavList::setEntries(const QVector<NavEntry>& entries)
{
    if (entries == m_entries && !m_items.isEmpty()) {
        return;
    }
    // Same places in new words (language, badges): keep the items, and so the focus.
    bool same = entries.size() == m_entries.size();
    for (int i = 0; same && i < entries.size(); ++i) {
        same = entries.at(i).id == m_entries.at(i).id && entries.at(i).group == m_entries.at(i).group;
    }
    m_entries = entries;
    if (same) {
        for (NavItem* item : std::as_const(m_items)) {
            for (const NavEntry& entry : m_entries) {
                if (entry.id == item->entry().id) {
                    item->setEntry(entry);
                }
            }
        }
    } else {
        rebuild();
    }
}

void NavList::rebuild()
{
    while (QLayoutItem* old = m_layout->takeAt(0)) {
        if (old->widget()) {
            old->widget()->hide();
            old->widget()->deleteLater();
        }
        delete old;
    }
    m_items.clear();
    QString group;
    for (const NavEntry& entry : std::as_const(m_entries)) {
        const bool matches = m_filter.isEmpty() || entry.text.contains(m_filter, Qt::CaseInsensitive)
            || entry.group.contains(m_filter, Qt::CaseInsensitive);
        if (!matches) {
            continue;
        }
        if (entry.group != group) {
            group = entry.group;
            if (m_collapsed) {
                m_layout->addSpacing(Space::lg);
            } else if (!group.isEmpty()) {
                auto* heading = new Label(LabelKind::GroupLabel, group, this);
                heading->setContentsMargins(Space::sm, m_itemHeight >= Size::navItem ? 16 : 12, 0,
                                            m_itemHeight >= Size::navItem ? 8 : 4);
                m_layout->addWidget(heading);
            }
        }
        auto* item = new NavItem(entry, m_itemHeight, this);
        item->setCollapsed(m_collapsed);
        item->setChecked(entry.id == m_current);
        connect(item, &QAbstractButton::clicked, this, [this, item, id = entry.id] {
            item->setChecked(id == m_current); // the page that opens decides what is current
            Q_EMIT activated(id);
        });
        item->installEventFilter(this);
        m_layout->addWidget(item);
        m_items.append(item);
    }
    m_layout->addStretch(1);
    updateTabStop();
}

void NavList::setCurrent(const QString& id)
{
    m_current = id;
    for (NavItem* item : std::as_const(m_items)) {
        item->setChecked(item->entry().id == id);
    }
    updateTabStop();
}

void NavList::updateTabStop()
{
    // One Tab stop: the current place, else the first.
    NavItem* stop = item(m_current);
    if (!stop && !m_items.isEmpty()) {
        stop = m_items.first();
    }
    for (NavItem* each : std::as_const(m_items)) {
        each->setFocusPolicy(each == stop || each->hasFocus() ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void NavList::setBadge(const QString& id, int count)
{
    for (NavEntry& entry : m_entries) {
        if (entry.id == id) {
            entry.badge = count;
            if (NavItem* found = item(id)) {
                found->setEntry(entry);
            }
        }
    }
}

void NavList::setCollapsed(bool on)
{
    if (m_collapsed != on) {
        m_collapsed = on;
        rebuild();
    }
}

int NavList::setFilter(const QString& text)
{
    if (text != m_filter) {
        m_filter = text;
        rebuild();
    }
    return static_cast<int>(m_items.size());
}

NavItem* NavList::item(const QString& id) const
{
    for (NavItem* each : m_items) {
        if (each->entry().id == id) {
            return each;
        }
    }
    return nullptr;
}

QVector<NavItem*> NavList::visibleItems() const
{
    QVector<NavItem*> usable;
    for (NavItem* each : m_items) {
        if (each->isEnabled()) {
            usable.append(each);
        }
    }
    return usable;
}

void NavList::moveFocus(int step)
{
    const QVector<NavItem*> usable = visibleItems();
    for (int i = 0; i < usable.size(); ++i) {
        if (usable.at(i)->hasFocus()) {
            const int next = std::clamp(i + step, 0, static_cast<int>(usable.size()) - 1);
            usable.at(next)->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            updateTabStop();
            return;
        }
    }
    if (!usable.isEmpty()) {
        usable.first()->setFocus(Qt::TabFocusReason);
    }
}

void NavList::contextMenuEvent(QContextMenuEvent* event)
{
    for (const NavItem* each : std::as_const(m_items)) {
        const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
        if (byKey ? each->hasFocus() : each->geometry().contains(event->pos())) {
            Q_EMIT menuWanted(each->entry().id, byKey ? each->mapToGlobal(each->rect().center()) : event->globalPos());
            return;
        }
    }
}

//! An entry is dragged to another's place. Nothing moves until it is let go.
bool NavList::eventFilter(QObject* watched, QEvent* event)
{
    auto* from = qobject_cast<NavItem*>(watched);
    if (from == nullptr || (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseMove
                            && event->type() != QEvent::MouseButtonRelease)) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QPoint at = from->mapTo(this, mouse->position().toPoint());
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = at;
        m_dragging = false;
    } else if (event->type() == QEvent::MouseMove && (mouse->buttons() & Qt::LeftButton)) {
        m_dragging = m_dragging || (at - m_pressed).manhattanLength() >= QApplication::startDragDistance();
        return m_dragging;
    } else if (event->type() == QEvent::MouseButtonRelease && m_dragging) {
        m_dragging = false;
        from->setDown(false);
        const int places = placesBetween(m_items, from, at);
        if (places != 0) {
            Q_EMIT moveWanted(from->entry().id, places);
        }
        return true; // no click
    }
    return QWidget::eventFilter(watched, event);
}

void NavList::keyPressEvent(QKeyEvent* event)
{
    const bool moves = event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)
        && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down);
    for (const NavItem* each : std::as_const(m_items)) {
        if (moves && each->hasFocus()) {
            Q_EMIT moveWanted(each->entry().id, event->key() == Qt::Key_Up ? -1 : 1);
            return;
        }
    }
    switch (event->key()) {
    case Qt::Key_Down:
        moveFocus(1);
        return;
    case Qt::Key_Up:
        moveFocus(-1);
        return;
    case Qt::Key_Home:
        moveFocus(-static_cast<int>(m_items.size()));
        return;
    case Qt::Key_End:
        moveFocus(static_cast<int>(m_items.size()));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        for (NavItem* each : std::as_const(m_items)) {
            if (each->hasFocus()) {
                each->click();
                return;
            }
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace valv::views
