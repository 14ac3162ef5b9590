// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"
#include "theme/textblock.h"

#include <QAbstractButton>

#include <optional>

class QVBoxLayout;

namespace valv::views {

//! \brief A choice with room for an explanation: radio mark, optional icon, title, description, optional chip at the
//! right and optional body. Auto-exclusive among siblings; one Tab stop with arrows.
class RadioCard : public QAbstractButton
{
    Q_OBJECT
public:
    RadioCard(const QString& title, const QString& description, QWidget* parent = nullptr);

    void setDescription(const QString& text);
    void setCardIcon(Icon name);
    void setChip(const QString& text);
    //! Empty: can be chosen. Else disabled, and the reason stands in place of the description.
    void setReason(const QString& reason);
    //! Layout below the description; what is put there must not take focus away from the card.
    [[nodiscard]] QVBoxLayout* body();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] int headHeight(int width) const;
    void arrange();

    QString m_description;
    QString m_reason;
    QString m_chip;
    std::optional<Icon> m_icon;
    QWidget* m_bodyWidget = nullptr;
};

} // namespace valv::views
