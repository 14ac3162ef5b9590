// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QVariantAnimation;

namespace valv::views {

//! \brief A switch 36 by 18 with optional text at its right. Role check box: on and off are its checked state.
class Toggle : public QAbstractButton
{
    Q_OBJECT
    Q_PROPERTY(qreal position READ position WRITE setPosition)
public:
    explicit Toggle(const QString& text = {}, QWidget* parent = nullptr);

    void setReason(const QString& reason);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] qreal position() const { return m_position; }
    void setPosition(qreal position);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void slide(bool on);

    QVariantAnimation* m_animation = nullptr;
    qreal m_position = 0;
};

} // namespace valv::views
