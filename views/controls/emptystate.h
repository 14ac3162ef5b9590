// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/button.h"
#include "theme/icons.h"

#include <QWidget>

class QVBoxLayout;

namespace valv::views {

class Label;

//! \brief What stands in place of data that is not there: icon, one bold line, one sentence about what happens next,
//! one button. Centred in its space.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(Icon icon, const QString& title, const QString& text, QWidget* parent = nullptr);

    void setTexts(Icon icon, const QString& title, const QString& text);
    //! One button below; the same one every time. Connect to its clicked().
    Button* setButton(const QString& text, ButtonKind kind = ButtonKind::Standard);

private:
    QWidget* m_mark = nullptr;
    Label* m_title = nullptr;
    Label* m_text = nullptr;
    Button* m_button = nullptr;
    QVBoxLayout* m_layout = nullptr;
    Icon m_icon;
};

} // namespace valv::views
