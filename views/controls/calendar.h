// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/accessible.h"
#include "theme/tokens.h"

#include <QDate>
#include <QWidget>

namespace valv::views {

class IconButton;
class LinkButton;

//! \brief A month with ISO week numbers; the week begins where the widget's locale says; red Sundays and holidays in
//! Swedish. Days outside the limits are disabled. Keys: ←→ day, ↑↓ week, PgUp/PgDn month, Home/End week's ends,
//! Enter activates. Readers find a list of days.
class Calendar : public QWidget, public AccessibleItems
{
    Q_OBJECT
public:
    explicit Calendar(QWidget* parent = nullptr);

    [[nodiscard]] QDate date() const { return m_date; }
    void setDate(QDate date);
    //! Invalid: no limit. The date is moved inside.
    void setRange(QDate first, QDate last);
    [[nodiscard]] QDate minimumDate() const { return m_first; }
    [[nodiscard]] QDate maximumDate() const { return m_last; }
    //! Handed in, never read from the clock. "Today" and the link below show it.
    void setToday(QDate today);
    //! Marked with a dot: what is chosen when nobody chooses.
    void setDefaultDate(QDate date);
    //! The first of the month that is shown.
    [[nodiscard]] QDate month() const { return m_month; }
    void showMonth(QDate anyDayOfIt);
    //! Without card outline, inside a popup.
    void setFramed(bool on);

    //! Rows of the grid: 4 to 6 weeks.
    [[nodiscard]] int weekCount() const;
    [[nodiscard]] QDate dayAt(int week, int column) const;
    [[nodiscard]] int weekNumber(int week) const;
    [[nodiscard]] QRect dayRect(QDate day) const;
    [[nodiscard]] bool isEnabledDay(QDate day) const;
    //! Full name of a day for readers, "Thursday, 26 November 2026".
    [[nodiscard]] QString dayName(QDate day) const;
    [[nodiscard]] QString dayDescription(QDate day) const;

    // AccessibleItems
    [[nodiscard]] int itemCount() const override;
    [[nodiscard]] QString itemName(int index) const override;
    [[nodiscard]] QString itemDescription(int index) const override;
    [[nodiscard]] QRect itemRect(int index) const override;
    [[nodiscard]] bool isItemSelected(int index) const override;
    [[nodiscard]] bool isItemEnabled(int index) const override;
    void pressItem(int index) override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dateChanged(QDate date);
    //! Enter or a click: chosen for good.
    void activated(QDate date);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QDate gridStart() const;
    [[nodiscard]] QDate dayAtPoint(QPoint at) const;
    [[nodiscard]] QRectF grid() const;
    void select(QDate date, bool user);
    void announce();
    void retranslate();

    QDate m_date;
    QDate m_month;
    QDate m_first;
    QDate m_last;
    QDate m_today;
    QDate m_default;
    QDate m_hover;
    IconButton* m_previous = nullptr;
    IconButton* m_next = nullptr;
    LinkButton* m_goToday = nullptr;
    bool m_framed = true;
};

//! \brief A day that is printed red in the calendars of this country: Sundays and public holidays of Sweden for a
//! Swedish locale, none elsewhere. Pure.
[[nodiscard]] bool isRedDay(QDate day, const QLocale& locale);

} // namespace valv::views
