// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace valv::views {

//! \brief A menu whose disabled entries say why (setReason): to the pointer that rests on one, and at once to the
//! keyboard that comes to one. Readers hear it as the entry's description. GUI thread.
class Menu : public QMenu
{
    Q_OBJECT
public:
    explicit Menu(QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void tellReason() const;
};

} // namespace valv::views
