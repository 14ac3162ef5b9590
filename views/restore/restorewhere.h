// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/recoverypoint.h"
#include "controls/card.h"
#include "frame/context.h"

#include <QList>

class QLineEdit;

namespace valv::views {

class Button;
class Field;
class MessageBar;
class SegmentedControl;

//! \brief Where a restore goes: a folder and a format for disks, or a name for a new machine. What a person wrote stays
//! when another point is chosen. Source: flows.md I7.
class RestoreWhere : public Card
{
    Q_OBJECT
public:
    explicit RestoreWhere(const Context& context, QWidget* parent = nullptr);

    //! \param point nothing: none is chosen yet
    void setWhat(bool asNewVm, const QString& vmName, const contract::RecoveryPoint* point);
    [[nodiscard]] QList<Field*> fields() const { return {m_folderField, m_nameField}; }
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString format() const;
    [[nodiscard]] QString name() const; //!< of the new machine
    [[nodiscard]] bool isComplete() const;
    //! Shows what is wrong. \return nothing is
    [[nodiscard]] bool validate();
    void retranslate();

Q_SIGNALS:
    void changed();
    //! What was said of the folder before does not hold any more.
    void folderChanged();

private:
    [[nodiscard]] QString folderError() const; //!< in words; empty: good
    [[nodiscard]] QString nameError() const;
    void browse();

    const Context m_context;
    bool m_asNewVm = false;
    bool m_windows = false;
    bool m_folderTouched = false;
    QLineEdit* m_folder;
    Button* m_browse;
    Field* m_folderField;
    SegmentedControl* m_format;
    Field* m_formatField;
    QLineEdit* m_name;
    Field* m_nameField;
    MessageBar* m_note;
};

} // namespace valv::views
