// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules.h"
#include "frame/context.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QRadioButton;

namespace valv::views {

class ComboBox;

//! \brief A resource group: one that is there, or a new one by name. It checks itself; the field around it says what is
//! wrong. Source: flows.md B2, V8–V13.
class ResourceGroupChooser : public QWidget
{
    Q_OBJECT
public:
    //! \param prefix of the object names: {prefix}.existingGroup, .newGroup, .group, .groupName
    ResourceGroupChooser(const Context& context, const QString& prefix, QWidget* parent = nullptr);

    //! Another subscription has other groups: what was chosen is cleared, what was typed stays.
    void setSubscription(const QString& subscriptionId);
    [[nodiscard]] bool isNew() const;
    [[nodiscard]] QString name() const; //!< empty: nothing is chosen or typed
    void choose(const QString& name, bool isNew);
    //! What is wrong with the choice now.
    [[nodiscard]] std::optional<contract::Violation> problem() const;
    //! Marks the part that is used, and tells readers why; empty: right again.
    void setError(const QString& error);
    void retranslate();

Q_SIGNALS:
    void changed();
    //! The focus left it: time to say what is wrong.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void showMode();

    const Context m_context;
    QString m_subscription;
    QString m_wanted; //!< chosen before its list was there
    QRadioButton* m_existing;
    QRadioButton* m_new;
    ComboBox* m_combo;
    QLineEdit* m_edit;
};

} // namespace valv::views
