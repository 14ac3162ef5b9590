// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/button.h"

#include <QWidget>

class QHBoxLayout;

namespace valv::views {

class Label;
class LinkButton;

//! \brief Above a table while rows are selected: how many, what can be done with them, and a link that clears. 44 high
//! on the selected colour; hidden at count 0.
class BulkBar : public QWidget
{
    Q_OBJECT
public:
    explicit BulkBar(QWidget* parent = nullptr);

    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    //! A button for the action; primary when its kind is Primary (controls/action.h).
    Button* addCommand(QAction* action);

Q_SIGNALS:
    void cleared();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QWidget* m_check = nullptr;
    Label* m_text = nullptr;
    LinkButton* m_clear = nullptr;
    QHBoxLayout* m_commands = nullptr;
    int m_count = 0;
};

} // namespace valv::views
