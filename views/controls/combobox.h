// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace valv::views {

//! \brief A drop-down whose rows may have a secondary detail ("valv-produktion – rg-backup, swedencentral"). Readers
//! hear "label: value" and can give it the focus; the wheel does not change a closed one.
class ComboBox : public QComboBox
{
    Q_OBJECT
public:
    static constexpr int DetailRole = Qt::UserRole + 1;

    explicit ComboBox(QWidget* parent = nullptr);

    void addChoice(const QString& text, const QVariant& value = {}, const QString& detail = {});
    //! A row that can't be chosen says why in its detail.
    void setChoiceReason(int index, const QString& reason);
    [[nodiscard]] QString currentDetail() const;
    //! Shown while nothing is chosen (index -1): QComboBox::setPlaceholderText.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void showPopup() override;
};

} // namespace valv::views
