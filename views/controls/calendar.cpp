// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/calendar.h"

#include "controls/button.h"
#include "controls/calendarlayout_p.h"
#include "controls/linkbutton.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>

namespace valv::views {

using namespace calendarlayout;

namespace {

//! Easter Sunday, by the anonymous Gregorian computus.
QDate easter(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return {year, n / 31, n % 31 + 1};
}

//! The first day from this one on that is the weekday.
QDate firstFrom(QDate from, Qt::DayOfWeek weekday)
{
    return from.addDays((static_cast<int>(weekday) - from.dayOfWeek() + 7) % 7);
}

} // namespace

bool isRedDay(QDate day, const QLocale& locale)
{
    if (locale.language() != QLocale::Swedish || !day.isValid()) {
        return false;
    }
    if (day.dayOfWeek() == Qt::Sunday) {
        return true;
    }
    const int y = day.year();
    const QDate sunday = easter(y);
    const QDate red[] = {{y, 1, 1},
                         {y, 1, 6},
                         {y, 5, 1},
                         {y, 6, 6},
                         {y, 12, 25},
                         {y, 12, 26},
                         sunday.addDays(-2),
                         sunday.addDays(1),
                         sunday.addDays(39),
                         firstFrom({y, 6, 20}, Qt::Saturday),
                         firstFrom({y, 10, 31}, Qt::Saturday)};
    return std::find(std::begin(red), std::end(red), day) != std::end(red);
}

QLocale calendarlayout::localeOf(const QWidget* widget)
{
    return widget->testAttribute(Qt::WA_SetLocale) ? widget->locale() : QLocale();
}

Calendar::Calendar(QWidget* parent)
    : QWidget(parent)
    , m_previous(new IconButton(Icon::ChevronLeft, QString(), this))
    , m_next(new IconButton(Icon::ChevronRight, QString(), this))
    , m_goToday(new LinkButton(QString(), this))
{
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_goToday->setTextStyle(TextStyle::Caption);
    m_goToday->hide();
    m_month = QDate(2000, 1, 1);
    connect(m_previous, &QAbstractButton::clicked, this, [this] { showMonth(m_month.addMonths(-1)); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { showMonth(m_month.addMonths(1)); });
    connect(m_goToday, &QAbstractButton::clicked, this, [this] {
        showMonth(m_today);
        if (isEnabledDay(m_today)) {
            select(m_today, true);
        }
    });
    retranslate();
}

void Calendar::setDate(QDate date)
{
    if (!date.isValid()) {
        return;
    }
    if (m_first.isValid()) {
        date = std::max(date, m_first);
    }
    if (m_last.isValid()) {
        date = std::min(date, m_last);
    }
    select(date, false);
}

void Calendar::setRange(QDate first, QDate last)
{
    m_first = first;
    m_last = last;
    if (m_date.isValid() && !isEnabledDay(m_date)) {
        setDate(m_date);
    }
    update();
}

void Calendar::setToday(QDate today)
{
    m_today = today;
    m_goToday->setVisible(today.isValid());
    if (!m_date.isValid()) {
        showMonth(today);
    }
    updateGeometry();
    update();
}

void Calendar::setDefaultDate(QDate date)
{
    m_default = date;
    update();
}

void Calendar::setFramed(bool on)
{
    m_framed = on;
    update();
}

void Calendar::showMonth(QDate anyDayOfIt)
{
    const QDate first(anyDayOfIt.year(), anyDayOfIt.month(), 1);
    if (!anyDayOfIt.isValid() || first == m_month) {
        return;
    }
    m_month = first;
    m_hover = QDate();
    updateGeometry();
    update();
}

void Calendar::select(QDate date, bool user)
{
    const bool changed = date != m_date;
    m_date = date;
    showMonth(date);
    update();
    if (changed) {
        Q_EMIT dateChanged(date);
    }
    if (user || hasFocus()) {
        announce();
    }
}

//! The chosen day, if its month is shown.
void Calendar::announce()
{
    const auto index = m_date.isValid() ? gridStart().daysTo(m_date) : -1;
    if (index >= 0 && index < itemCount()) {
        announceItem(this, static_cast<int>(index));
    }
}

QDate Calendar::gridStart() const
{
    const int first = localeOf(this).firstDayOfWeek();
    return m_month.addDays(-((m_month.dayOfWeek() - first + 7) % 7));
}

int Calendar::weekCount() const
{
    const int lead = static_cast<int>(gridStart().daysTo(m_month));
    return (lead + m_month.daysInMonth() + 6) / 7;
}

QDate Calendar::dayAt(int week, int column) const
{
    return gridStart().addDays(week * 7 + column);
}

int Calendar::weekNumber(int week) const
{
    const QDate start = dayAt(week, 0);
    return firstFrom(start, Qt::Thursday).weekNumber(); // the week is the one of its Thursday
}

QRectF Calendar::grid() const
{
    const qreal left = padding + weekColumn + gridGap;
    return {left, static_cast<qreal>(gridTop), width() - left - padding, static_cast<qreal>(weekCount() * rowHeight)};
}

QRect Calendar::dayRect(QDate day) const
{
    const qint64 index = gridStart().daysTo(day);
    if (index < 0 || index >= weekCount() * 7) {
        return {};
    }
    const QRectF g = grid();
    const qreal column = g.width() / 7;
    const int x0 = static_cast<int>(std::round(g.x() + static_cast<double>(index % 7) * column));
    const int x1 = static_cast<int>(std::round(g.x() + static_cast<double>(index % 7 + 1) * column));
    return {x0, gridTop + static_cast<int>(index / 7) * rowHeight, x1 - x0, rowHeight};
}

QDate Calendar::dayAtPoint(QPoint at) const
{
    const QRectF g = grid();
    if (!g.contains(at)) {
        return {};
    }
    const int column = std::min(6, static_cast<int>((at.x() - g.x()) / (g.width() / 7)));
    return dayAt((at.y() - gridTop) / rowHeight, column);
}

bool Calendar::isEnabledDay(QDate day) const
{
    return isEnabled() && day.isValid() && (!m_first.isValid() || day >= m_first)
        && (!m_last.isValid() || day <= m_last);
}

QString Calendar::dayName(QDate day) const
{
    return localeOf(this).toString(day, QLocale::LongFormat);
}

QString Calendar::dayDescription(QDate day) const
{
    QStringList parts{
        tr("Week %1").arg(firstFrom(day.addDays(-((day.dayOfWeek() + 6) % 7)), Qt::Thursday).weekNumber())};
    if (day == m_today) {
        parts.append(tr("Today"));
    }
    if (day == m_default) {
        parts.append(tr("Default"));
    }
    if (!isEnabledDay(day)) {
        parts.append(m_first.isValid() && day < m_first ? tr("Before %1").arg(dayName(m_first))
                                                        : tr("After %1").arg(dayName(m_last)));
    }
    return parts.join(QStringLiteral(", "));
}

int Calendar::itemCount() const
{
    return weekCount() * 7;
}

QString Calendar::itemName(int index) const
{
    return dayName(gridStart().addDays(index));
}

QString Calendar::itemDescription(int index) const
{
    return dayDescription(gridStart().addDays(index));
}

QRect Calendar::itemRect(int index) const
{
    return dayRect(gridStart().addDays(index));
}

bool Calendar::isItemSelected(int index) const
{
    return gridStart().addDays(index) == m_date;
}

bool Calendar::isItemEnabled(int index) const
{
    return isEnabledDay(gridStart().addDays(index));
}

void Calendar::pressItem(int index)
{
    const QDate day = gridStart().addDays(index);
    if (isEnabledDay(day)) {
        select(day, true);
        Q_EMIT activated(day);
    }
}

QSize Calendar::sizeHint() const
{
    return {preferredWidth, gridTop + weekCount() * rowHeight + (m_today.isValid() ? footerHeight : padding)};
}

QSize Calendar::minimumSizeHint() const
{
    return {minimumWidthOfGrid, sizeHint().height()};
}

void Calendar::resizeEvent(QResizeEvent* event)
{
    m_previous->resize(m_previous->sizeHint());
    m_next->resize(m_next->sizeHint());
    m_previous->move(padding, 10);
    m_next->move(width() - padding - m_next->width(), 10);
    const QSize link = m_goToday->sizeHint();
    m_goToday->setGeometry(width() - padding - 2 - link.width(),
                           height() - footerHeight + (footerHeight - 3 - link.height()) / 2, link.width(),
                           link.height());
    QWidget::resizeEvent(event);
}

void Calendar::keyPressEvent(QKeyEvent* event)
{
    const QDate from = m_date.isValid() ? m_date : m_today.isValid() ? m_today : m_month;
    const int first = localeOf(this).firstDayOfWeek();
    const int inWeek = (from.dayOfWeek() - first + 7) % 7;
    QDate to;
    switch (event->key()) {
    case Qt::Key_Left:
        to = from.addDays(-1);
        break;
    case Qt::Key_Right:
        to = from.addDays(1);
        break;
    case Qt::Key_Up:
        to = from.addDays(-7);
        break;
    case Qt::Key_Down:
        to = from.addDays(7);
        break;
    case Qt::Key_PageUp:
        to = event->modifiers() & Qt::ControlModifier ? from.addYears(-1) : from.addMonths(-1);
        break;
    case Qt::Key_PageDown:
        to = event->modifiers() & Qt::ControlModifier ? from.addYears(1) : from.addMonths(1);
        break;
    case Qt::Key_Home:
        to = from.addDays(-inWeek);
        break;
    case Qt::Key_End:
        to = from.addDays(6 - inWeek);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if ((event->modifiers() & Qt::ControlModifier) || !m_date.isValid()) {
            break;
        }
        Q_EMIT activated(m_date);
        return;
    default:
        break;
    }
    if (!to.isValid()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_first.isValid()) { // a step over the edge stops at the edge
        to = std::max(to, m_first);
    }
    if (m_last.isValid()) {
        to = std::min(to, m_last);
    }
    select(to, true);
}

void Calendar::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason) { // else a day is being chosen
        announce();
    }
}

void Calendar::mousePressEvent(QMouseEvent* event)
{
    const QDate day = dayAtPoint(event->pos());
    if (event->button() == Qt::LeftButton && isEnabledDay(day)) {
        select(day, true);
        Q_EMIT activated(day);
    }
}

void Calendar::mouseMoveEvent(QMouseEvent* event)
{
    const QDate day = dayAtPoint(event->pos());
    if (day != m_hover) {
        m_hover = day;
        update();
    }
}

void Calendar::leaveEvent(QEvent* event)
{
    m_hover = QDate();
    update();
    QWidget::leaveEvent(event);
}

void Calendar::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the blade scrolls
}

bool Calendar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QDate day = dayAtPoint(help->pos());
        if (day.isValid()) {
            QToolTip::showText(help->globalPos(), QStringLiteral("%1. %2").arg(dayName(day), dayDescription(day)),
                               this);
            return true;
        }
        QToolTip::hideText();
    }
    return QWidget::event(event);
}

void Calendar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        retranslate();
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

void Calendar::retranslate()
{
    m_previous->setName(tr("Previous month"));
    m_next->setName(tr("Next month"));
    m_goToday->setText(tr("Go to today"));
    const QSize link = m_goToday->sizeHint();
    m_goToday->setGeometry(width() - padding - 2 - link.width(), m_goToday->y(), link.width(), link.height());
    setAccessibleName(tr("Calendar"));
}

} // namespace valv::views
