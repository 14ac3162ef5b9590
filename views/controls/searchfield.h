// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QLineEdit>

namespace valv::views {

//! \brief A line edit that filters while one types: icon, clear button, Esc clears, Down goes to the list.
//! The placeholder is also its accessible name unless another one is set.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr, Icon icon = Icon::Search);
    //! Sets placeholder and name; call it again on LanguageChange.
    void setHint(const QString& placeholder);

Q_SIGNALS:
    //! Down was pressed: move the focus into the list.
    void moveToList();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    QAction* m_clear = nullptr;
};

} // namespace valv::views
