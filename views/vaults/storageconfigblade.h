// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/vault.h"
#include "frame/formblade.h"

class QCheckBox;

namespace valv::views {

class Button;
class Essentials;
class Label;
class MessageBar;
class RadioCard;
class SecondLocationField;
class SiteDiagram;

//! \brief Backup configuration: how a vault is replicated, and where its second location is. The kind can be chosen
//! until the first item is protected; the second location at any time. Source: flows.md B4; picture storagecfg_sv.
class StorageConfigBlade : public FormBlade
{
    Q_OBJECT
public:
    StorageConfigBlade(const Context& context, const ArmId& vault, QWidget* window);

protected:
    [[nodiscard]] bool isDirty() const override;
    void submit() override;
    void showErrors(bool all) override;
    bool showRefusal(const Error& error) override;
    [[nodiscard]] QString conflict() const override;
    [[nodiscard]] QString theirs() const override;
    void readTheirs(bool drop) override;
    void updateState() override;
    void retranslate() override;

private:
    void makeChoices();
    void ask();
    void take(const contract::StorageConfig& config);
    void discard();
    [[nodiscard]] contract::StorageModel chosen() const;
    [[nodiscard]] AzLine az() const;
    [[nodiscard]] QString folder() const; //!< typed, without white space around it

    ArmId m_vault;
    std::optional<contract::StorageConfig> m_saved;
    bool m_isTheirs = false; //!< what is saved was read after somebody else had changed it
    MessageBar* m_message; //!< what one may or may not do
    RadioCard* m_geo;
    SiteDiagram* m_geoSites;
    Essentials* m_geoFacts;
    RadioCard* m_local;
    SiteDiagram* m_localSites;
    Essentials* m_localFacts;
    SecondLocationField* m_folder;
    Label* m_changeTitle;
    Essentials* m_changes;
    QCheckBox* m_understood;
    Label* m_notUnderstood;
    Button* m_discard;
};

} // namespace valv::views
