// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/createvaultpage.h"

#include "contract/rules.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/essentials.h"
#include "controls/formfooter.h"
#include "controls/formsummary.h"
#include "controls/messagebar.h"
#include "controls/statustext.h"
#include "frame/formsending.h"
#include "frame/scrollpage.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/statuswords.h"
#include "theme/breakpoints.h"
#include "vaults/vaultform.h"
#include "vaults/vaultnamefield.h"

#include <QBoxLayout>
#include <QEvent>
#include <QShortcut>

namespace valv::views {

using presentation::StatusWords;

namespace {

constexpr std::chrono::seconds leaveAfter(2); // what takes longer is followed in the list

} // namespace

CreateVaultPage::CreateVaultPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_route(route)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    const auto body = makeScrolledBody(this);
    outer->addWidget(body.area, 1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(Space::lg + Space::xs);
    body.layout->addLayout(m_columns);
    body.layout->addStretch(1);

    m_left = makeForm();
    m_right = makeSide();
    m_columns->addWidget(m_left, 7);
    m_columns->addWidget(m_right, 4);

    m_footer = new FormFooter;
    auto* create = m_footer->setPrimary({});
    create->setObjectName(QStringLiteral("createVault.submit"));
    m_cancel = m_footer->addButton({});
    m_cancel->setObjectName(QStringLiteral("createVault.cancel"));
    m_footer->addWidget(m_footer->makeAz([this] { return m_form->az(); }));
    outer->addWidget(m_footer);
    connect(create, &QAbstractButton::clicked, this, &CreateVaultPage::submit);
    connect(m_sending, &FormSending::changed, this, &CreateVaultPage::sendingChanged);
    connect(m_sending, &FormSending::refused, this, [this] {
        if (m_context.navigator.current() == vaultsRoute()) { // it is what the person waits for there
            m_context.navigator.open(createVaultRoute(m_form->vault().id()));
        }
    });
    connect(m_form, &VaultForm::changed, this, [this] {
        updateSides();
        updateFooter();
    });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { m_context.navigator.open(vaultsRoute()); });
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(Qt::CTRL | key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, create, [create] { create->press(); });
    }
    connect(m_summary, &FormSummary::errorsChanged, this, &CreateVaultPage::updateFooter);

    m_leave.setSingleShot(true);
    m_leave.setInterval(leaveAfter);
    connect(&m_leave, &QTimer::timeout, this, [this] {
        if (m_context.navigator.current() == m_route) {
            m_context.navigator.open(vaultsRoute());
        }
    });
    retranslate();
    if (const auto id = ArmId::parse(route.subject)) {
        if (const auto* refused = m_context.session.vaults().refused(*id)) {
            m_form->take(refused->vault);
            m_sending->refuse(m_form->errand([this] { submit(); }), refused->error);
        }
    }
}

QWidget* CreateVaultPage::makeForm()
{
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Size::tileGap);
    auto* failure = new MessageBar(MessageKind::Error);
    failure->setObjectName(QStringLiteral("createVault.failure"));
    m_form = new VaultForm(m_context, Field::Layout::Beside);
    m_summary = new FormSummary(this);
    for (auto* field : m_form->fields()) {
        m_summary->addField(field);
    }
    layout->addWidget(failure);
    layout->addWidget(m_summary);
    layout->addWidget(m_form);
    m_sending = new FormSending(m_context, this, m_form, failure);
    m_sending->setAnswers({[this](const Error& error) { return m_form->showRefusal(error); }, {}, {}});
    m_sending->setDeed(presentation::Deed::CreateVault, [this] { return m_form->group(); });
    return column;
}

QWidget* CreateVaultPage::makeSide()
{
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Size::tileGap);
    m_rulesCard = new Card;
    m_rulesCard->body()->setSpacing(Space::sm);
    for (int i = 0; i < 4; ++i) {
        auto* line = new StatusText;
        line->setTone(StatusTone::Plain);
        line->setWordWrap(true);
        m_rulesCard->add(line);
        m_rules.append(line);
    }
    m_reviewCard = new Card;
    m_review = new Essentials;
    m_review->setMaxColumns(1);
    m_review->setMinimumLabelWidth(Size::essentialsLabel - Space::xl);
    m_reviewCard->add(m_review);
    m_note = new MessageBar(MessageKind::Info);
    layout->addWidget(m_rulesCard);
    layout->addWidget(m_reviewCard);
    layout->addWidget(m_note);
    return column;
}

PageHeading CreateVaultPage::heading() const
{
    return {tr("Create Recovery Services vault"),
            tr("A vault keeps all copies and recovery points that are made over time"),
            Icon::Vault,
            {{tr("Recovery Services vaults"), vaultsRoute()}, {tr("Create"), {}}}};
}

//! A role may have been given meanwhile.
void CreateVaultPage::refresh()
{
    m_context.session.refusals().forget();
}

void CreateVaultPage::focusFirst()
{
    m_form->focusFirst();
}

QString CreateVaultPage::unsaved() const
{
    return m_form->isTouched() && !m_accepted && !m_sending->isSending()
        ? tr("The vault has not been created. What you have entered is lost.")
        : QString();
}

void CreateVaultPage::updateSides()
{
    const auto asked = m_form->vault();
    const auto& typed = asked.name;
    const auto& name = m_form->name();
    const auto rules = contract::vaultNameRules(typed);
    const auto rule = [&typed](bool kept) {
        return typed.isEmpty() ? StatusKind::Off : kept ? StatusKind::Ok : StatusKind::Failed;
    };
    using Unique = VaultNameField::Unique;
    const auto unique = name.unique() == Unique::Taken ? StatusKind::Failed
        : name.unique() == Unique::Free                ? StatusKind::Ok
                                                       : StatusKind::Off;
    m_rules[0]->setStatus(rule(rules.length), tr("2–50 characters"));
    m_rules[1]->setStatus(rule(rules.start), tr("Starts with a letter"));
    m_rules[2]->setStatus(rule(rules.characters), tr("Only letters, digits and hyphens"));
    m_rules[3]->setStatus(unique, tr("Unique in the subscription"));

    const auto fact = [](const QString& label, const QString& value, const QString& suffix = {}) {
        Fact made;
        made.label = label;
        made.value = value;
        made.suffix = suffix;
        return made;
    };
    Fact named = fact(tr("Name"), typed);
    if (name.hasError() && !typed.isEmpty()) {
        named.value = tr("not valid");
        named.status = StatusKind::Failed;
    }
    QVector<Fact> facts{
        fact(tr("Subscription"), m_form->subscriptionName()),
        fact(tr("Resource group"), asked.resourceGroup,
             asked.newResourceGroup && !asked.resourceGroup.isEmpty() ? tr("(new)") : QString()),
        named, fact(tr("Location"), asked.location.isEmpty() ? QString() : StatusWords::region(asked.location)),
        fact(tr("Replication"), StatusWords::of(contract::StorageModel::GeoRedundant), tr("(default)"))};
    if (m_context.session.capabilities().secondLocation) {
        const auto& folder = asked.secondFolder;
        auto second = fact(tr("Second location"), folder.isEmpty() ? tr("none yet") : folder);
        second.elide = Qt::ElideMiddle;
        facts.append(second);
    }
    if (m_context.session.capabilities().recoveryKeys) {
        facts.append(fact(tr("Encryption"), tr("AES-256, the vault's own key")));
    }
    m_review->setFacts(facts);
}

void CreateVaultPage::updateFooter()
{
    const auto wrong = m_summary->fieldsWithError();
    m_sending->show(*m_footer->primary());
    if (m_sending->isSending()) {
        m_footer->setStatus(StatusKind::Running, m_sending->doing());
    } else if (!wrong.isEmpty()) {
        m_footer->setStatus(StatusKind::Failed, tr("Correct %1 to go on").arg(wrong.constFirst()->label()));
    } else {
        m_footer->setStatus(StatusKind::None, {});
    }
}

void CreateVaultPage::submit()
{
    m_form->send(
        *m_sending, [this] { submit(); }, [this](const ArmId& vault) { stands(vault); });
}

void CreateVaultPage::sendingChanged()
{
    updateFooter();
    if (m_sending->isSending()) {
        m_leave.start();
    } else {
        m_leave.stop();
    }
}

void CreateVaultPage::stands(const ArmId& vault)
{
    m_accepted = true;
    if (m_context.navigator.current() == m_route) {
        const auto context = m_context; // this page goes
        auto* window = this->window();
        context.navigator.replace(vaultRoute(vault));
        VaultForm::showKey(context, vault, window);
    }
}

void CreateVaultPage::retranslate()
{
    m_rulesCard->setTitle(tr("Rules for the name"));
    m_reviewCard->setTitle(tr("Summary"));
    m_note->setMessage(MessageKind::Info, {},
                       tr("Replication can be changed under Backup infrastructure until the first item is protected."));
    m_footer->setPrimary(tr("Create"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->updateGeometry();
    m_sending->retranslate();
    updateSides();
    updateFooter();
}

void CreateVaultPage::arrange()
{
    const bool narrow = width() < Breakpoint::formOneColumnBelow;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (auto* column : {m_left, m_right}) {
        m_columns->setAlignment(column, narrow ? Qt::Alignment() : Qt::AlignTop);
    }
}

void CreateVaultPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void CreateVaultPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

} // namespace valv::views
