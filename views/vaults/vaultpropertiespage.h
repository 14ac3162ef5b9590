// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/azcopy.h"
#include "vaults/vaultpage.h"

#include <QDate>

#include <optional>

namespace valv::views {

class Button;
class Card;
class DateField;
class Essentials;
class Field;
class FormSending;
class IntegrityCard;
class Label;
class MessageBar;
class StatusText;
class Toggle;

//! \brief Properties of a vault: what it is, security settings, integrity, recovery key, and what support asks for.
//! Settings are saved as they are chosen; what takes safety away is asked first. Source: flows.md I5, wishes W7.
class VaultPropertiesPage : public VaultPage
{
    Q_OBJECT
public:
    VaultPropertiesPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    void focusFirst() override;

protected:
    void update() override;
    void retranslate() override;
    [[nodiscard]] QString partTitle() const override;

private:
    //! What is asked before it is done.
    enum class Question
    {
        None,
        SoftDeleteOff,
        Lock
    };
    void makeSecurity();
    void updateSecurity();
    [[nodiscard]] AzLine softDeleteAz() const;
    void ask(Question question);
    void answer();
    void save(const contract::VaultPatch& patch);
    void copyDiagnostics();
    [[nodiscard]] QVector<std::pair<QString, QString>> diagnostics() const;

    Card* m_facts;
    Essentials* m_essentials;
    Card* m_security;
    FormSending* m_sending;
    MessageBar* m_question;
    Toggle* m_softDelete;
    CopyAzLink* m_softDeleteAz;
    Label* m_softDeleteText;
    Toggle* m_immutable;
    Label* m_immutableText;
    DateField* m_until;
    Field* m_untilField;
    Button* m_lock;
    IntegrityCard* m_integrity;
    Card* m_keyCard;
    Label* m_keyText;
    StatusText* m_keyState;
    Button* m_showKey;
    Card* m_support;
    Essentials* m_supportFacts;
    Button* m_copy;
    StatusText* m_copied;
    Question m_asked = Question::None;
    QDate m_lockUntil; //!< what Question::Lock is about: nothing else is locked by its answer
};

} // namespace valv::views
