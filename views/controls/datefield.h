// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>
#include <QPointer>

namespace valv::views {

class Calendar;

//! \brief A date typed as text (ISO in Swedish, "18 Jan 2019" elsewhere; ISO, the locale's short form and, in Swedish,
//! "18/1 2019" are taken too), with weekday and week at the right and a calendar: its own popup (button, F4, Alt+Down) or one that stands in the form.
class DateField : public QLineEdit
{
    Q_OBJECT
public:
    explicit DateField(QWidget* parent = nullptr);

    [[nodiscard]] QDate date() const { return m_date; }
    void setDate(QDate date);
    void setRange(QDate first, QDate last);
    void setToday(QDate today);
    void setDefaultDate(QDate date);
    //! Uses a calendar that is shown elsewhere in the form instead of a popup.
    void setCalendar(Calendar* calendar);
    //! What the text says, in the range or not; invalid: it is no date.
    [[nodiscard]] QDate typedDate() const { return parse(text()); }
    //! Takes over what is typed, as leaving the field does.
    void commit();
    //! False while the text is no date, or one outside the range.
    [[nodiscard]] bool isValidDate() const;
    void openCalendar();

Q_SIGNALS:
    void dateChanged(QDate date);
    //! What was typed is no date within the range (on leaving the field); the date is unchanged.
    void rejected(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QDate parse(const QString& text) const;
    [[nodiscard]] QString format(QDate date) const;
    void updateTexts();

    QDate m_date;
    QDate m_first;
    QDate m_last;
    QDate m_today;
    QDate m_default;
    QString m_note;
    QString m_written; //!< the date as it was last written into the field; another text is the person's own
    QAction* m_open = nullptr;
    QPointer<Calendar> m_calendar;
    QPointer<QWidget> m_popup;
};

} // namespace valv::views
