// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/essentials.h"
#include "frame/context.h"
#include "frame/vaultroutes.h"
#include "presentation/stores/vaultstore.h"

#include <optional>

class QVBoxLayout;

namespace valv::views {

class MessageBar;
class Skeleton;
class StoreNotice;

//! \brief What all pages of one vault share: heading, resource menu, the vault as the store has it, and what is said
//! when it is not there.
class VaultPage : public Page
{
    Q_OBJECT
public:
    VaultPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override;
    [[nodiscard]] QList<QAction*> commands() const override;
    void refresh() override;

protected:
    [[nodiscard]] const ArmId& vaultId() const { return m_vault; }
    //! Nothing: not known (yet).
    [[nodiscard]] const contract::Vault* vault() const;
    [[nodiscard]] const Context& context() const { return m_context; }
    //! What a month costs; its link is "prices". Nothing: the person has entered no prices. Source: flows.md H4.
    [[nodiscard]] std::optional<Fact> costFact() const;
    //! A fact's link: a part of the vault, or "prices".
    void openPart(const QString& link) const;
    [[nodiscard]] QAction* refreshAction() const { return m_refresh; }
    //! Where the page's own content goes; hidden while the vault is not there.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    //! The vault or the language is another one; only called while the vault is there.
    virtual void update() = 0;
    //! Texts that update() does not set.
    virtual void retranslate() { }
    //! What is shown besides the vault: that one of them could not be read is said above.
    [[nodiscard]] virtual QList<presentation::ListStoreBase*> besides() const { return {}; }
    //! The part's own name for the breadcrumb.
    [[nodiscard]] virtual QString partTitle() const = 0;
    //! To be called at the end of a page's constructor.
    void begin();
    //! The content is as high as the window lets it be, and below it stands a footer that does not scroll. Once, before
    //! begin().
    void setFooter(QWidget* footer);

    void changeEvent(QEvent* event) override;

private:
    void storeChanged();
    void showProblem();

    Context m_context;
    ArmId m_vault;
    MessageBar* m_problem;
    StoreNotice* m_unread;
    Skeleton* m_loading;
    QWidget* m_content;
    QVBoxLayout* m_outer;
    QVBoxLayout* m_body;
    QWidget* m_footer = nullptr;
    QAction* m_refresh;
};

} // namespace valv::views
