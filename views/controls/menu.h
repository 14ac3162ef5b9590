// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QLabel;

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
    void mouseMoveEvent(QMouseEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void tellReason();

    //! Of the entry that the keyboard is at. A QToolTip goes at any change of focus or window; this stays until the
    //! next key, for those who read slowly.
    QLabel* m_reason;
};

} // namespace valv::views
