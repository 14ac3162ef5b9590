// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vaults/vaultpage.h"

#include <QMap>

namespace valv::views {

class Button;
class Card;
class FormSending;
class Label;
class TagsEditor;

//! \brief The tags of a vault: changed here, saved together.
class VaultTagsPage : public VaultPage
{
    Q_OBJECT
public:
    VaultTagsPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    void focusFirst() override;
    [[nodiscard]] QString unsaved() const override;

protected:
    void update() override;
    void retranslate() override;
    [[nodiscard]] QString partTitle() const override;

private:
    [[nodiscard]] bool isDirty() const;
    void save();
    void discard();
    void readTheirs(bool drop);
    void updateButtons();

    Card* m_card;
    Label* m_intro;
    FormSending* m_sending;
    TagsEditor* m_editor;
    Button* m_save;
    Button* m_discard;
    QMap<QString, QString> m_saved; //!< as the vault had them when they were taken over
    QString m_etag; //!< of the vault that had them
    bool m_taken = false;
};

} // namespace valv::views
