// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/itemblade.h"

class QCheckBox;
class QLineEdit;

namespace valv::views {

class ComboBox;
class Essentials;
class Field;
class FormSummary;
class Label;
class RadioCard;

//! \brief Stops the backup of items and keeps their data, or deletes the data of one: then it says what is lost and
//! asks for the item's name, a reason and the consequences. Source: flows.md I2, I3.
class StopBlade : public ItemBlade
{
    Q_OBJECT
public:
    enum class Purpose
    {
        Stop, //!< of one item the data may be deleted as well
        Delete //!< the data of one item that is stopped already
    };
    StopBlade(const Context& context, Purpose purpose, const QList<ArmId>& items, QWidget* window);

protected:
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] AzLine azText(const ArmId& item) const override;
    void submit() override;
    void retranslate() override;
    void itemsChanged() override { showWhatIsThere(); }

private:
    void makeChoice();
    void makeDeletion();
    [[nodiscard]] bool deletes() const;
    [[nodiscard]] int softDays() const; //!< how long the vault keeps deleted data; 0: it is gone at once
    [[nodiscard]] bool isSoft() const { return softDays() > 0; }
    [[nodiscard]] int pointCount() const; //!< -1: not known yet
    void modeChosen();
    void showWhatIsThere();
    [[nodiscard]] QString nameError() const;
    [[nodiscard]] QString reasonError() const;
    [[nodiscard]] QString commentError() const;
    [[nodiscard]] QString consentError() const;
    void showErrors(bool all);

    Purpose m_purpose;
    FormSummary* m_summary;
    RadioCard* m_keep = nullptr;
    RadioCard* m_delete = nullptr;
    MessageBar* m_lost;
    Essentials* m_there;
    QLineEdit* m_name;
    Field* m_nameField;
    ComboBox* m_reason;
    Field* m_reasonField;
    QLineEdit* m_comment;
    Field* m_commentField;
    QCheckBox* m_consent;
    Field* m_consentField;
    MessageBar* m_forGood;
    Label* m_kept;
    bool m_tried = false; //!< the button was pressed: every field says what is wrong
    bool m_warnedForGood = false; //!< what can't be undone is asked twice
};

} // namespace valv::views
