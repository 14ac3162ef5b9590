// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/datefield.h"

#include "controls/calendar.h"
#include "controls/calendarlayout_p.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace valv::views {

namespace {

const QString isoForm = QStringLiteral("yyyy-MM-dd");
const QString mediumForm = QStringLiteral("d MMM yyyy");

bool isSwedish(const QLocale& locale)
{
    return locale.language() == QLocale::Swedish;
}

} // namespace

DateField::DateField(QWidget* parent)
    : QLineEdit(parent)
{
    m_open = addAction(icon(Icon::Calendar, Role::Accent), TrailingPosition);
    connect(m_open, &QAction::triggered, this, &DateField::openCalendar);
    connect(this, &QLineEdit::editingFinished, this, &DateField::commit);
    updateTexts();
}

QString DateField::format(QDate date) const
{
    const QLocale locale = calendarlayout::localeOf(this);
    return !date.isValid()  ? QString()
        : isSwedish(locale) ? date.toString(Qt::ISODate)
                            : locale.toString(date, mediumForm);
}

QDate DateField::parse(const QString& text) const
{
    const QString trimmed = text.trimmed();
    const QLocale locale = calendarlayout::localeOf(this);
    QDate date = QDate::fromString(trimmed, isoForm);
    if (!date.isValid()) {
        date = locale.toDate(trimmed, mediumForm);
    }
    if (!date.isValid()) {
        date = locale.toDate(trimmed, QLocale::ShortFormat);
        if (date.isValid() && date.year() < 1970) { // two digits of a year mean this century
            date = date.addYears(100);
        }
    }
    if (!date.isValid()) {
        date = QDate::fromString(trimmed, QStringLiteral("yyyyMMdd"));
    }
    if (isSwedish(locale)) {
        static const QRegularExpression slash(QStringLiteral("^(\\d{1,2})/(\\d{1,2})[ ,-]+(\\d{4}|\\d{2})$"));
        if (const auto match = slash.match(trimmed); !date.isValid() && match.hasMatch()) {
            const int year = match.captured(3).toInt();
            date = QDate(year < 100 ? 2000 + year : year, match.captured(2).toInt(), match.captured(1).toInt());
        }
        for (const char* form : { "d MMMM yyyy", "d MMM yyyy" }) {
            if (!date.isValid()) {
                date = locale.toDate(trimmed.toLower(), QLatin1String(form));
            }
        }
    }
    return date;
}

bool DateField::isValidDate() const
{
    const QDate date = parse(text());
    return date.isValid() && (!m_first.isValid() || date >= m_first) && (!m_last.isValid() || date <= m_last);
}

void DateField::setDate(QDate date)
{
    const bool changed = date != m_date;
    m_date = date;
    m_written = format(date);
    setText(m_written);
    updateTexts();
    if (m_calendar && m_calendar->date() != date) {
        m_calendar->setDate(date);
    }
    if (changed) {
        Q_EMIT dateChanged(date);
    }
}

void DateField::setRange(QDate first, QDate last)
{
    m_first = first;
    m_last = last;
    if (m_calendar) {
        m_calendar->setRange(first, last);
    }
}

void DateField::setToday(QDate today)
{
    m_today = today;
    if (m_calendar) {
        m_calendar->setToday(today);
    }
}

void DateField::setDefaultDate(QDate date)
{
    m_default = date;
    if (m_calendar) {
        m_calendar->setDefaultDate(date);
    }
}

void DateField::setCalendar(Calendar* calendar)
{
    m_calendar = calendar;
    calendar->setRange(m_first, m_last);
    if (m_today.isValid()) {
        calendar->setToday(m_today);
    }
    calendar->setDefaultDate(m_default);
    if (m_date.isValid()) {
        calendar->setDate(m_date);
    }
    connect(calendar, &Calendar::dateChanged, this, &DateField::setDate);
}

void DateField::commit()
{
    if (text() == m_written) {
        return;
    }
    if (isValidDate()) {
        setDate(parse(text()));
    } else {
        Q_EMIT rejected(text());
    }
}

void DateField::openCalendar()
{
    if (m_calendar && !m_popup) {
        m_calendar->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (m_popup) {
        m_popup->close();
        return;
    }
    auto* popup = new QFrame(this, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::NoFrame);
    auto* layout = new QVBoxLayout(popup);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    auto* calendar = new Calendar(popup);
    calendar->setLocale(calendarlayout::localeOf(this));
    calendar->setFixedWidth(calendarlayout::preferredWidth);
    calendar->setRange(m_first, m_last);
    calendar->setToday(m_today);
    calendar->setDefaultDate(m_default);
    calendar->setDate(m_date.isValid() ? m_date : m_today);
    layout->addWidget(calendar);
    m_popup = popup;
    connect(calendar, &Calendar::activated, this, [this, popup](QDate date) {
        setDate(date);
        popup->close();
        setFocus(Qt::PopupFocusReason);
    });
    popup->move(mapToGlobal(QPoint(0, height() + 2)));
    popup->show();
    calendar->setFocus(Qt::PopupFocusReason);
}

void DateField::keyPressEvent(QKeyEvent* event)
{
    const bool opens =
        event->key() == Qt::Key_F4 || (event->key() == Qt::Key_Down && (event->modifiers() & Qt::AltModifier));
    if (opens) {
        openCalendar();
        return;
    }
    if ((event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) && m_date.isValid()
        && event->modifiers() == Qt::NoModifier) {
        QDate to = m_date.addDays(event->key() == Qt::Key_Up ? 1 : -1);
        if ((!m_first.isValid() || to >= m_first) && (!m_last.isValid() || to <= m_last)) {
            setDate(to);
        }
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void DateField::updateTexts()
{
    const QLocale locale = calendarlayout::localeOf(this);
    m_open->setText(tr("Open the calendar"));
    m_open->setToolTip(tr("Open the calendar (F4)"));
    //: %1 weekday, %2 the week's number
    m_note = m_date.isValid()
        ? tr("%1, week %2").arg(locale.dayName(m_date.dayOfWeek(), QLocale::LongFormat)).arg(m_date.weekNumber())
        : QString();
    setPlaceholderText(isSwedish(locale) ? tr("yyyy-mm-dd") : tr("d mmm yyyy"));
    update();
}

void DateField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const int noteWidth = textWidth(TextStyle::Caption, m_note);
    if (m_note.isEmpty() || text() != format(m_date) || noteWidth + 180 > width()) {
        return;
    }
    QPainter painter(this);
    drawLine(painter, QRectF(width() - 36 - noteWidth - 2, 0, noteWidth + 2, height()), TextStyle::Caption,
             color(isEnabled() ? Role::Secondary : Role::Disabled), m_note, Qt::AlignRight);
}

void DateField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
}

void DateField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        const bool own = text() != m_written; // what is typed and no date yet stays as it is
        m_written = format(m_date);
        if (!own) {
            setText(m_written);
        }
        updateTexts();
    }
    QLineEdit::changeEvent(event);
}

} // namespace valv::views
