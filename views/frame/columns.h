// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace valv::views {

//! \brief What a person fills in beside what it means: two columns of a page that scrolls. The second stays in sight
//! while the first is scrolled, where it fits the window; where there is no room for two it stands below. GUI thread.
class Columns : public QWidget
{
    Q_OBJECT

public:
    //! The shares are of the width.
    Columns(int firstShare, int secondShare, QWidget* parent = nullptr);

    [[nodiscard]] QVBoxLayout* first() const { return m_first; }
    [[nodiscard]] QVBoxLayout* second() const { return m_second; }
    //! One below the other from then on, or beside each other again.
    void setStacked(bool stacked);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void follow();

    QBoxLayout* m_columns;
    QVBoxLayout* m_first;
    QVBoxLayout* m_second;
    QWidget* m_scrolled = nullptr; //!< what the scroll area moves; null: it stands in none
};

} // namespace valv::views
