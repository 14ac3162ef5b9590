// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

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
    //! \brief A row below the others that does something instead of being chosen ("Create new…"): it stands in the open
    //! list only, keys in the closed one pass it by. Empty text: none; QComboBox::clear takes it away too.
    void setAction(const QString& text, Icon icon = Icon::Add);
    [[nodiscard]] QString currentDetail() const;
    //! Shown while nothing is chosen (index -1): QComboBox::setPlaceholderText.
    [[nodiscard]] QSize minimumSizeHint() const override;
    void showPopup() override;
    void hidePopup() override;

Q_SIGNALS:
    void actionChosen(); //!< what was chosen before is chosen still

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] bool isAction(int row) const;
    void enableAction(bool on);

    int m_before = -1; // chosen when the list was opened
};

} // namespace valv::views
