// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "contract/previews.h"
#include "controls/formhold.h"
#include "core/armid.h"
#include "core/result.h"
#include "frame/context.h"
#include "policies/savepolicyblade.h"

#include <optional>

class QStackedLayout;

namespace valv::views {

class Card;
class Columns;
class ComboBox;
class DateField;
class EmptyState;
class Field;
class FormSummary;
class Label;
class MessageBar;
class NextRuns;
class PolicyForm;
class RetentionPreview;
class LinkButton;
class StoreNotice;

//! \brief The policy editor: what a policy says beside what that does. Saving a policy that items use is confirmed with
//! what it lets expire. Somebody else's change is noticed when saving; what was typed stays, beside what is in force.
//! Route: subject = a policy, part empty, or "copy"; or subject = a vault or empty, part = "new".
//! Source: flows.md F; picture policy_en.
class PolicyPage : public Page
{
    Q_OBJECT
public:
    PolicyPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<QAction*> commands() const override;
    void refresh() override;
    void focusFirst() override;
    [[nodiscard]] QString unsaved() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] bool isNew() const { return m_policy.isEmpty(); }
    void makeBody();
    void makeActions();
    void arrange();
    void readPolicy();
    void took(const contract::BackupPolicy& policy);
    void showUnread();
    void fillVaults();
    void showVaults();
    void vaultChosen();
    void edited();
    void showWhatItDoes();
    void askWhatExpires();
    void showExpiry();
    void showFailure();
    void updateActions();
    void submit();
    void save();
    void saved(const Result<contract::BackupPolicy>& result);
    void discard();
    void reload();
    [[nodiscard]] PolicyUsers users() const;
    [[nodiscard]] int usedBy() const { return users().count; }
    void retranslate();

    Context m_context;
    Route m_route;
    ArmId m_vault;
    ArmId m_policy; //!< empty: it is not made yet
    std::optional<contract::BackupPolicy> m_original; //!< what is in force
    std::optional<contract::ExpiryPreview> m_expiry;
    std::optional<Error> m_error; //!< the backend's answer to saving, or to reading anew
    std::optional<Error> m_unread; //!< why there is nothing to show
    QDateTime m_readAt; //!< when what is in force was read
    QStringList m_taken; //!< names that the backend has, though no list told of them
    bool m_conflict = false;
    bool m_gone = false; //!< the conflict is that somebody has deleted it
    bool m_stale = false; //!< m_error is of reading anew
    bool m_saving = false;
    FormHold m_hold; //!< while it is saved
    int m_asked = 0; //!< the latest question about what would expire
    QString m_heading; //!< what the heading was made of
    QStackedLayout* m_stack;
    QWidget* m_loading;
    EmptyState* m_unknown;
    QWidget* m_body;
    FormSummary* m_summary;
    Columns* m_columns;
    MessageBar* m_failure;
    PolicyForm* m_form;
    Card* m_identity;
    ComboBox* m_vaults;
    Field* m_vaultField;
    StoreNotice* m_vaultsUnread;
    LinkButton* m_createVault; //!< while there is none; what is typed here is found again afterwards
    Card* m_schedule;
    Card* m_retention;
    Card* m_keeps;
    DateField* m_asOf;
    Label* m_points;
    RetentionPreview* m_preview;
    Card* m_runsCard;
    NextRuns* m_runs;
    MessageBar* m_expires;
    MessageBar* m_warning;
    QAction* m_save;
    QAction* m_discard;
    QAction* m_copy;
    QAction* m_items;
    QAction* m_delete;
    QAction* m_whyNot;
    QAction* m_divider;
    QAction* m_secondDivider;
};

} // namespace valv::views
