// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "core/armid.h"
#include "frame/context.h"

#include <QWidget>

#include <optional>

class QBoxLayout;

namespace valv::views {

class Badge;
class Card;
class Field;
class PolicyChooser;
class RetentionPreview;

//! \brief Which policy the machines get, one of the vault's or a new one, and what it keeps. Source: flows.md C4.
class PolicyStep : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyStep(const Context& context, QWidget* parent = nullptr);

    void setVault(const ArmId& vault);
    [[nodiscard]] bool isLoading() const; //!< the vault's policies are being read
    [[nodiscard]] std::optional<contract::BackupPolicy> policy() const; //!< nothing: none is chosen
    [[nodiscard]] bool isDraft() const; //!< it is not in the vault yet
    [[nodiscard]] bool isNewPolicy() const; //!< and is no change of one that is
    //! What was made or changed here stands in the vault now.
    void policySaved();
    //! Somebody else has made one of that name meanwhile.
    void refuseName();
    [[nodiscard]] Field* field() const;
    //! Why so many machines can't get it; empty: they can.
    [[nodiscard]] QString problemFor(int machines) const;
    //! Shows what is missing, or too much. \return nothing is
    [[nodiscard]] bool validate(int machines);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPolicy();
    void retranslate();

    const Context m_context;
    QBoxLayout* m_columns;
    Card* m_chooserCard;
    PolicyChooser* m_chooser;
    Card* m_keepCard;
    Badge* m_atMost;
    RetentionPreview* m_preview;
};

} // namespace valv::views
