// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultpage.h"

#include "controls/action.h"
#include "controls/messagebar.h"
#include "controls/skeleton.h"
#include "frame/scrollpage.h"
#include "frame/storenotice.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "presentation/stores/vaultcost.h"
#include "presentation/text/errortext.h"

#include <QAction>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

namespace {

constexpr int loadingRows = 6;

} // namespace

VaultPage::VaultPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_vault(ArmId::parse(route.subject).value_or(ArmId()))
{
    m_outer = scrolledBody(*this);
    m_problem = new MessageBar(MessageKind::Error);
    m_problem->setObjectName(QStringLiteral("vault.problem"));
    m_problem->hide();
    m_outer->addWidget(m_problem);
    m_unread = new StoreNotice(context);
    m_unread->setObjectName(QStringLiteral("vault.unread"));
    m_outer->addWidget(m_unread);
    m_loading = new Skeleton(loadingRows);
    m_loading->setObjectName(QStringLiteral("vault.loading"));
    m_outer->addWidget(m_loading);
    m_content = new QWidget;
    m_body = new QVBoxLayout(m_content);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(Size::tileGap);
    m_outer->addWidget(m_content);
    m_outer->addStretch(1);
    m_refresh = makeAction(Icon::Refresh, {}, this);
    m_refresh->setObjectName(QStringLiteral("vault.refresh"));
    m_refresh->setProperty("alignRight", true);
    connect(m_refresh, &QAction::triggered, this, [this] { refresh(); });
    connect(m_problem, &MessageBar::actionTriggered, this, [this] {
        if (m_context.session.vaults().refused(m_vault) != nullptr) {
            m_context.navigator.open(createVaultRoute(m_vault));
        } else {
            refresh();
        }
    });
    connect(m_unread, &StoreNotice::retried, this, [this] { refresh(); });
    auto& store = m_context.session.vaults();
    connect(&store, &presentation::ListStoreBase::rowsChanged, this, &VaultPage::storeChanged);
    connect(&store, &presentation::ListStoreBase::countChanged, this, &VaultPage::storeChanged);
    connect(&store, &presentation::ListStoreBase::stateChanged, this, &VaultPage::storeChanged);
}

void VaultPage::setFooter(QWidget* footer)
{
    m_outer->setStretchFactor(m_content, 1);
    m_outer->setStretch(m_outer->count() - 1, 0); // takes its room only while the content is hidden
    m_footer = footer;
    layout()->addWidget(footer);
}

void VaultPage::begin()
{
    m_refresh->setText(tr("Refresh"));
    retranslate();
    for (auto* store : besides()) {
        connect(store, &presentation::ListStoreBase::loadEnded, this, &VaultPage::showProblem, Qt::UniqueConnection);
    }
    storeChanged();
}

void VaultPage::storeChanged()
{
    setBusy(m_context.session.vaults().isBusy());
    showProblem();
    m_content->setVisible(vault() != nullptr);
    m_loading->setVisible(vault() == nullptr && m_problem->isHidden() && m_unread->isHidden());
    if (m_footer != nullptr) {
        m_footer->setVisible(vault() != nullptr);
    }
    if (vault() != nullptr) {
        update();
    }
    Q_EMIT headingChanged();
}

//! A vault that is not there, or is not known to be there.
void VaultPage::showProblem()
{
    auto& store = m_context.session.vaults();
    const auto* refused = store.refused(m_vault);
    const bool isThere = vault() != nullptr;
    const auto others = besides();
    const auto other = std::find_if(others.cbegin(), others.cend(), [](auto* each) { return each->error(); });
    presentation::ListStoreBase* unread = store.error() ? &store : isThere && other != others.cend() ? *other : nullptr;
    m_unread->setTitle(isThere ? tr("Not everything could be read.") : tr("The vault could not be read."));
    m_unread->follow(isThere || refused == nullptr ? unread : nullptr);
    if (refused != nullptr) {
        m_problem->setMessage(MessageKind::Error, tr("The vault %1 could not be created.").arg(m_vault.name()),
                              presentation::ErrorText::of(refused->error, m_context.language.locale()).sentence());
        m_problem->setAction(tr("Open the form again"));
    } else {
        m_problem->setMessage(MessageKind::Error, tr("The vault is not there."),
                              tr("It may have been deleted or moved. Refresh the list of vaults."));
        m_problem->setAction(tr("Refresh"));
    }
    m_problem->setVisible(!isThere && (refused != nullptr || (store.hasLoaded() && !store.error())));
}

const contract::Vault* VaultPage::vault() const
{
    return m_context.session.vaults().find(m_vault);
}

PageHeading VaultPage::heading() const
{
    return {
        m_vault.name(),
        tr("Recovery Services vault") + QStringLiteral(" · ") + m_vault.resourceGroup(),
        Icon::Vault,
        {{tr("Recovery Services vaults"), vaultsRoute()}, {m_vault.name(), vaultRoute(m_vault)}, {partTitle(), {}}}};
}

QList<MenuEntry> VaultPage::resourceMenu() const
{
    return vaultMenu(m_context, m_vault);
}

QList<QAction*> VaultPage::commands() const
{
    return {m_refresh};
}

std::optional<Fact> VaultPage::costFact() const
{
    const auto prices = m_context.settings.prices();
    if (prices.isEmpty() || vault() == nullptr) {
        return std::nullopt;
    }
    const auto cost = presentation::monthlyCostOf(*vault(), m_context.session, prices);
    Fact fact;
    fact.label = tr("Estimated monthly cost");
    if (cost) {
        fact.value = prices.amount(*cost, m_context.language.locale());
        fact.link = QStringLiteral("prices");
    } else {
        fact.suffix = tr("(a price or a size is missing)");
    }
    return fact;
}

void VaultPage::openPart(const QString& link) const
{
    m_context.navigator.open(link == QLatin1String("prices") ? Route{QStringLiteral("settings"), {}, link}
                                                             : vaultRoute(m_vault, link));
}

void VaultPage::refresh()
{
    m_context.session.refusals().forget();
    m_context.session.vaults().refresh(); // and with them items and jobs
}

void VaultPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        begin();
    }
    Page::changeEvent(event);
}

} // namespace valv::views
