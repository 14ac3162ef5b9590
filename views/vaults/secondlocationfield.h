// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/field.h"
#include "core/result.h"
#include "frame/context.h"

class QLineEdit;

namespace valv::views {

class Button;

//! \brief The folder of a vault's second location, on the computer of the engine; browsed for where that is this one.
//! The engine looks at the folder; here it is only seen whether it is a whole path.
class SecondLocationField : public Field
{
    Q_OBJECT
public:
    //! \param name before ".folder" and ".browse" in the object names
    SecondLocationField(const Context& context, const QString& name, Layout layout = Layout::Above,
                        QWidget* parent = nullptr);

    [[nodiscard]] QString folder() const; //!< without white space around it
    void setFolder(const QString& folder);
    //! Empty is right: there is none. What the engine refused may be mended by now, so it may be asked again.
    bool validate();
    //! Shows what the engine found wrong with the folder; false: the error is about something else.
    bool showRefusal(const Error& error);
    //! Names of the controls; label and hint are the form's.
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void browse();

    const Context m_context;
    QLineEdit* m_edit;
    Button* m_browse;
};

} // namespace valv::views
