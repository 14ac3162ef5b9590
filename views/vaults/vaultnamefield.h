// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules.h"
#include "controls/field.h"
#include "frame/context.h"
#include "presentation/stores/vaultstore.h"

#include <QTimer>

namespace valv::views {

class LinkButton;
class StatusText;

//! \brief The name of a new vault: checked while one types, and a moment later against the backend; offers a name that
//! would do. Source: flows.md B2, V1–V6.
class VaultNameField : public Field
{
    Q_OBJECT
public:
    //! What is known about uniqueness.
    enum class Unique
    {
        Unknown,
        Free,
        Taken
    };

    //! \param prefix of the object names: {prefix}.vaultName, .suggestion, .vaultAvailable
    VaultNameField(const Context& context, const QString& prefix, Layout layout = Layout::Above,
                   QWidget* parent = nullptr);

    //! Where the vault is to be; the name is asked for again when that is another place.
    void setPlace(const presentation::NewVault& place);
    [[nodiscard]] QString name() const; //!< without white space around it
    void setName(const QString& name, bool select = false);
    [[nodiscard]] Unique unique() const { return m_unique; }
    //! Shows what is wrong. \return nothing is
    bool validate();
    //! The backend refused the name that stands there. \param code why
    void refuse(const QString& code);
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void check(bool final);
    void ask();
    void say(const contract::Violation& violation);
    [[nodiscard]] QString freeName(const QString& like) const;

    const Context m_context;
    presentation::NewVault m_place;
    QLineEdit* m_edit;
    LinkButton* m_suggestion;
    StatusText* m_available;
    QTimer m_timer;
    Unique m_unique = Unique::Unknown;
    QString m_refused; //!< this name, by the backend
    QString m_code; //!< and why
    bool m_left = false;
    int m_asked = 0;
};

} // namespace valv::views
