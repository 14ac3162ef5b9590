// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/calendar.h"
#include "controls/calendarlayout_p.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>

namespace valv::views {

using namespace calendarlayout;

void Calendar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QLocale locale = localeOf(this);
    if (m_framed) {
        roundedBox(painter, rect(), Radius::card, color(Role::Surface), color(Role::Border));
    }
    const QString month = QStringLiteral("%1 %2").arg(locale.standaloneMonthName(m_month.month())).arg(m_month.year());
    drawLine(painter, QRectF(0, 10, width(), Size::control), TextStyle::BodyStrong, color(Role::Text), month,
             Qt::AlignHCenter);

    const QRectF g = grid();
    const QFont strong = views::font(TextStyle::CaptionStrong);
    //: Heading of the column of week numbers, one or two letters.
    drawLine(painter, QRectF(padding, headTop, weekColumn, 26), TextStyle::Caption, color(Role::Secondary), tr("wk"),
             Qt::AlignHCenter);
    for (int c = 0; c < 7; ++c) {
        const QDate day = dayAt(0, c);
        QString name = locale.dayName(day.dayOfWeek(), QLocale::ShortFormat);
        if (locale.language() == QLocale::Swedish) {
            name.truncate(2);
        }
        const QRect cell = dayRect(day);
        painter.setFont(strong);
        painter.setPen(color(Role::Text));
        painter.drawText(QRectF(cell.x(), headTop, cell.width(), 26), Qt::AlignCenter | Qt::TextSingleLine, name);
    }
    for (int w = 0; w < weekCount(); ++w) {
        const QRectF number(padding, gridTop + w * rowHeight + 1, weekColumn, rowHeight - 2);
        painter.fillRect(number, color(Role::SurfaceAlt));
        drawLine(painter, number, TextStyle::Caption, color(Role::Secondary), locale.toString(weekNumber(w)),
                 Qt::AlignHCenter);
        for (int c = 0; c < 7; ++c) {
            const QDate day = dayAt(w, c);
            const QRectF box = QRectF(dayRect(day)).adjusted(1, 1, -1, -1);
            const bool chosen = day == m_date;
            const bool live = isEnabledDay(day);
            if (chosen) {
                roundedBox(painter, box, Radius::control, color(live ? Role::Accent : Role::DisabledBg), QColor());
            } else if (live && day == m_hover) {
                roundedBox(painter, box, Radius::control, color(Role::Hover), QColor());
            }
            if (day == m_today && !chosen) {
                roundedBox(painter, box, Radius::control, QColor(), color(Role::Accent));
            }
            const bool outside = day.month() != m_month.month();
            const Role role = chosen && live ? Role::OnAccent
                : !live || outside           ? Role::Disabled
                : isRedDay(day, locale)      ? Role::Error
                                             : Role::Text;
            drawLine(painter, box, chosen ? TextStyle::BodyStrong : TextStyle::Body, color(role),
                     locale.toString(day.day()), Qt::AlignHCenter);
            if (day == m_default) {
                roundedBox(painter, QRectF(box.center().x() - 2, box.bottom() - 5, 4, 4), 2,
                           color(chosen ? Role::OnAccent : Role::Accent), QColor());
            }
            if (chosen && hasFocus()) {
                roundedBox(painter, box.adjusted(-2, -2, 2, 2), Radius::control + 2, QColor(), color(Role::Text),
                           Size::focusRing);
            }
        }
    }
    if (!m_date.isValid() && hasKeyFocus(this)) {
        innerRing(painter, rect(), Radius::card);
    }
    if (m_today.isValid()) {
        const QString date = locale.toString(m_today, QStringLiteral("d MMMM yyyy")); // its column tells the weekday
        //: %1 a date, %2 the week's number
        const QString text = tr("Today: %1, wk %2").arg(date).arg(m_today.weekNumber());
        drawLine(painter, QRectF(padding + 2, height() - footerHeight, g.right() - padding - 110, footerHeight - 3),
                 TextStyle::Caption, color(Role::Secondary), text);
    }
}

} // namespace valv::views
