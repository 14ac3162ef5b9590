// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

class QApplication;
class QFocusFrame;

namespace valv::views {

//! How a control shows that the keyboard is on it.
enum class Ring
{
    None, //!< draws it itself (fields, views)
    Outer, //!< 2 px ring outside the control
    Inner, //!< the control paints innerRing() while hasKeyFocus()
};

//! \brief Chooses the ring of a control. Standard buttons, check boxes and radio buttons have Outer by themselves.
void setRing(QWidget* widget, Ring ring);
//! \brief Has focus, and got it by the keyboard.
[[nodiscard]] bool hasKeyFocus(const QWidget* widget);

//! \brief One focus frame, moved by one application event filter to the control that the keyboard is on. GUI thread.
class FocusRing : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QApplication& app);
    ~FocusRing() override;

    [[nodiscard]] QWidget* keyFocus() const { return m_keyFocus; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void focusIn(QWidget* widget, Qt::FocusReason reason);
    void focusOut(QWidget* widget);

    QPointer<QFocusFrame> m_frame;
    QPointer<QWidget> m_keyFocus;
    bool m_lastInputWasKey = false;
};

} // namespace valv::views
