// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include "controls/button.h"
#include "controls/card.h"
#include "controls/combobox.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/toggle.h"
#include "core/whendone.h"
#include "frame/navigator.h"
#include "frame/scrollpage.h"
#include "presentation/app/connections.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "settings/connectionblade.h"
#include "settings/connectionrow.h"
#include "settings/mailcard.h"
#include "settings/pricescard.h"
#include "settings/themechoice.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <iterator>

namespace valv::views {

using presentation::ConnectionKind;
using presentation::ConnectionProfile;
using presentation::LanguageChoice;
using presentation::LookChoice;
using presentation::MotionSetting;

namespace {

const QString settingsName = QStringLiteral("settings");

struct SettingsPart
{
    const char* name;
    const char* title;
    const char* also; //!< other words, in both languages
    Icon icon;
};

constexpr SettingsPart parts[] = {
    {"connections", QT_TRANSLATE_NOOP("valv::views::SettingsPage", "Connections"),
     "anslutningar connections valvd server engine motor folder mapp demo", Icon::Plug},
    {"prices", QT_TRANSLATE_NOOP("valv::views::SettingsPage", "Prices"),
     "priser kostnad kronor valuta cost price currency instans instance", Icon::Report},
    {"mail", QT_TRANSLATE_NOOP("valv::views::SettingsPage", "E-mail"),
     "e-post epost meddelanden aviseringar smtp mail server notifications alerts", Icon::Alert},
    {"language", QT_TRANSLATE_NOOP("valv::views::SettingsPage", "Language and region"),
     "språk svenska engelska language swedish english datum date region", Icon::Language},
    {"appearance", QT_TRANSLATE_NOOP("valv::views::SettingsPage", "Appearance"),
     "utseende tema mörkt ljust theme dark light contrast kontrast motion rörelser", Icon::Palette},
    {"secrets", QT_TRANSLATE_NOOP("valv::views::SettingsPage", "Keys and secrets"),
     "nycklar hemligheter återställningsnyckel recovery key token password lösenord", Icon::Key},
};

Route partRoute(const SettingsPart& part)
{
    return {settingsName, {}, QLatin1String(part.name)};
}

} // namespace

SettingsPage::SettingsPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_part(route.part)
{
    auto* body = scrolledBody(*this);
    m_columns = new QHBoxLayout;
    m_columns->setSpacing(Size::tileGap);
    m_left = new QVBoxLayout;
    m_left->setSpacing(Size::tileGap);
    m_right = new QVBoxLayout;
    m_right->setSpacing(Size::tileGap);
    m_columns->addLayout(m_left, 3);
    m_columns->addLayout(m_right, 2);
    body->addLayout(m_columns);
    body->addStretch(1);
    makeConnections();
    m_prices = new PricesCard(context);
    m_left->addWidget(m_prices);
    m_mail = new MailCard(context);
    m_left->addWidget(m_mail);
    makeSecrets();
    m_left->addStretch(1);
    makeLanguage();
    makeAppearance();
    m_saved = new MessageBar(MessageKind::Info);
    connect(m_saved, &MessageBar::actionTriggered, this, &SettingsPage::restoreDefaults);
    m_right->addWidget(m_saved);
    m_right->addStretch(1);

    connect(&context.connections, &presentation::Connections::changed, this, [this] {
        updateConnections();
        updateSecrets();
    });
    connect(&context.session, &presentation::Session::stateChanged, this, &SettingsPage::updateState);
    connect(&context.settings, &presentation::Settings::changed, this, [this](presentation::Settings::Key key) {
        if (key == presentation::Settings::Key::Language) {
            updateLanguage();
        } else {
            updateAppearance();
        }
    });
    retranslate();
    askEngine();
}

void SettingsPage::makeConnections()
{
    m_connectionsCard = new Card;
    m_connectionsCard->setFlush(true);
    m_connectionsCard->body()->setSpacing(0);
    m_add = new Button;
    m_add->setIcon(Icon::Add);
    m_add->setObjectName(QStringLiteral("settings.addConnection"));
    m_connectionsCard->addHeaderWidget(m_add);
    m_rowPlace = new QWidget;
    auto* rows = new QVBoxLayout(m_rowPlace);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_connectionsCard->add(m_rowPlace);
    connect(m_add, &QAbstractButton::clicked, this,
            [this] { m_context.navigator.openBlade(new ConnectionBlade(m_context, ConnectionProfile{}, window())); });
    m_left->addWidget(m_connectionsCard);
}

void SettingsPage::makeSecrets()
{
    m_secretsCard = new Card;
    m_secretsText = new Label(LabelKind::Secondary);
    m_secretsText->setWordWrap(true);
    m_secretsCard->add(m_secretsText);
    m_secrets = new Essentials;
    m_secrets->setMaxColumns(1);
    m_secretsCard->add(m_secrets);
    m_left->addWidget(m_secretsCard);
}

void SettingsPage::makeLanguage()
{
    m_languageCard = new Card;
    m_language = new ComboBox;
    m_language->setObjectName(QStringLiteral("settings.language"));
    m_languageField = new Field({}, m_language);
    m_languageCard->add(m_languageField);
    m_region = new Essentials;
    m_region->setMaxColumns(1);
    m_region->setMinimumLabelWidth(0);
    m_languageCard->add(m_region);
    connect(m_language, &QComboBox::activated, this, [this](int index) {
        m_context.language.choose(static_cast<LanguageChoice>(m_language->itemData(index).toInt()));
    });
    m_right->addWidget(m_languageCard);
}

void SettingsPage::makeAppearance()
{
    m_appearanceCard = new Card;
    auto* themes = new QWidget;
    auto* line = new QHBoxLayout(themes);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::md);
    m_light = new ThemeChoiceButton(ThemeChoiceButton::Shows::Light);
    m_dark = new ThemeChoiceButton(ThemeChoiceButton::Shows::Dark);
    m_system = new ThemeChoiceButton(ThemeChoiceButton::Shows::Both);
    const std::pair<ThemeChoiceButton*, LookChoice> looks[] = {
        {m_light, LookChoice::Light}, {m_dark, LookChoice::Dark}, {m_system, LookChoice::System}};
    for (const auto& [button, look] : looks) {
        line->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, look = look] { m_context.settings.setLook(look); });
    }
    line->addStretch(1);
    m_light->setObjectName(QStringLiteral("settings.light"));
    m_dark->setObjectName(QStringLiteral("settings.dark"));
    m_system->setObjectName(QStringLiteral("settings.system"));
    m_appearanceCard->add(themes);
    m_motion = new Toggle;
    m_contrast = new Toggle;
    m_motion->setObjectName(QStringLiteral("settings.motion"));
    m_contrast->setObjectName(QStringLiteral("settings.contrast"));
    for (Toggle* toggle : {m_motion, m_contrast}) {
        m_appearanceCard->add(toggle);
    }
    connect(m_motion, &QAbstractButton::clicked, this,
            [this](bool on) { m_context.settings.setMotion(on ? MotionSetting::Reduced : MotionSetting::System); });
    connect(m_contrast, &QAbstractButton::clicked, this, [this](bool on) { m_context.settings.setHighContrast(on); });
    m_right->addWidget(m_appearanceCard);
}

PageHeading SettingsPage::heading() const
{
    PageHeading heading;
    heading.title = tr("Settings");
    heading.caption = tr("For this computer and your account");
    heading.icon = Icon::Settings;
    return heading;
}

QVector<Findable> SettingsPage::places()
{
    QVector<Findable> found;
    for (const SettingsPart& part : parts) {
        //: %1 is a part of the settings
        found.append({FindKind::Page,
                      tr("Settings: %1").arg(tr(part.title)),
                      QString::fromUtf8(part.also),
                      part.icon,
                      partRoute(part),
                      {}});
    }
    return found;
}

QList<MenuEntry> SettingsPage::resourceMenu() const
{
    QList<MenuEntry> menu;
    for (const SettingsPart& part : parts) {
        // The first stands for the page itself. A menu has room for one word.
        const bool first = &part == std::begin(parts);
        const bool last = &part == std::prev(std::end(parts));
        menu.append({last ? tr("Secrets") : tr(part.title),
                     {},
                     part.icon,
                     first && m_part.isEmpty() ? Route{settingsName, {}, {}} : partRoute(part)});
    }
    return menu;
}

Card* SettingsPage::cardOf(const QString& part) const
{
    if (part == QLatin1String("language")) {
        return m_languageCard;
    }
    if (part == QLatin1String("prices")) {
        return m_prices;
    }
    if (part == QLatin1String("mail")) {
        return m_mail;
    }
    if (part == QLatin1String("appearance")) {
        return m_appearanceCard;
    }
    return part == QLatin1String("secrets") ? m_secretsCard : m_connectionsCard;
}

void SettingsPage::focusFirst()
{
    QWidget* first = m_add;
    if (m_part == QLatin1String("language")) {
        first = m_language;
    } else if (m_part == QLatin1String("appearance")) {
        first = m_light->isChecked() ? m_light : m_dark->isChecked() ? m_dark : m_system;
    }
    if (m_part == QLatin1String("prices")) {
        m_prices->focusFirst();
    } else if (m_part == QLatin1String("mail")) {
        m_mail->focusFirst();
    } else if (m_part != QLatin1String("secrets")) {
        first->setFocus(Qt::OtherFocusReason);
    } else {
        setFocus(Qt::OtherFocusReason);
    }
    if (auto* area = findChild<QScrollArea*>()) {
        area->ensureWidgetVisible(cardOf(m_part), 0, 0);
    }
}

//! Rows that stay keep their widgets, and so the focus.
void SettingsPage::updateConnections()
{
    const auto& connections = m_context.connections;
    auto* layout = static_cast<QVBoxLayout*>(m_rowPlace->layout());
    while (m_rows.size() > connections.all().size()) {
        m_rows.takeLast()->deleteLater();
        if (!m_dividers.isEmpty()) {
            m_dividers.takeLast()->deleteLater();
        }
    }
    while (m_rows.size() < connections.all().size()) {
        if (!m_rows.isEmpty()) {
            m_dividers.append(new Divider);
            layout->addWidget(m_dividers.last());
        }
        auto* row = new ConnectionRow;
        const auto profileOf = [this](const QString& id) {
            const auto* profile = m_context.connections.find(id);
            return profile != nullptr ? *profile : ConnectionProfile{};
        };
        connect(row, &ConnectionRow::connectWanted, &m_context.connections, &presentation::Connections::want,
                Qt::QueuedConnection); // the page goes with the connection
        connect(row, &ConnectionRow::editWanted, this, [this, profileOf](const QString& id) {
            m_context.navigator.openBlade(new ConnectionBlade(m_context, profileOf(id), window()));
        });
        connect(row, &ConnectionRow::removeWanted, this, [this, profileOf](const QString& id) {
            m_context.navigator.openBlade(new RemoveConnectionBlade(m_context, profileOf(id), window()));
        });
        layout->addWidget(row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const ConnectionProfile& profile = connections.all().at(i);
        const bool current = connections.isCurrent(profile.id);
        m_rows.at(i)->setProfile(profile, current, connections.usualDataFolder());
        if (current && m_engine) {
            m_rows.at(i)->setEngine(*m_engine);
        }
    }
    updateState();
}

void SettingsPage::updateState()
{
    StatusKind kind = StatusKind::Running;
    QString text = tr("Connecting …");
    switch (m_context.session.state()) {
    case presentation::ConnectionState::Connecting:
        break;
    case presentation::ConnectionState::Connected:
        kind = StatusKind::Ok;
        text = tr("Connected");
        break;
    case presentation::ConnectionState::Offline:
        kind = StatusKind::Warning;
        text = tr("No answer");
        break;
    case presentation::ConnectionState::SignedOut:
        kind = StatusKind::Failed;
        text = tr("Not let in");
        break;
    }
    for (ConnectionRow* row : std::as_const(m_rows)) {
        if (m_context.connections.isCurrent(row->id())) {
            row->setState(kind, text);
        }
    }
}

//! Which version is there, and whether it runs the schedules while this window is closed. A server that does not say
//! leaves what is usual.
void SettingsPage::askEngine()
{
    if (m_context.session.subscriptions().isEmpty()) {
        return; // nobody to ask yet
    }
    whenDone(m_context.session.engineInfo(), this, [this](const Result<contract::EngineInfo>& engine) {
        if (engine) {
            m_engine = *engine;
            updateConnections();
        }
    });
}

void SettingsPage::updateLanguage()
{
    m_language->clear();
    m_language->addChoice(tr("Use system setting"), static_cast<int>(LanguageChoice::System));
    m_language->addChoice(QStringLiteral("Svenska"), static_cast<int>(LanguageChoice::Swedish));
    m_language->addChoice(QStringLiteral("English"), static_cast<int>(LanguageChoice::English));
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(m_context.settings.language())));
    const auto& format = m_context.language.format();
    const auto fact = [](const QString& label, const QString& value) {
        Fact made;
        made.label = label;
        made.value = value;
        return made;
    };
    const QLocale& locale = format.locale();
    m_region->setFacts({fact(tr("Date and time"), format.dateTime(format.now())),
                        fact(tr("Time zone"), QString::fromUtf8(format.zone().id())),
                        fact(tr("Numbers"), format.number(1284.6, 1)),
                        fact(tr("The week begins"),
                             presentation::Format::capitalised(locale.standaloneDayName(locale.firstDayOfWeek()))),
                        fact(tr("Week number"), format.week(format.today()))});
}

void SettingsPage::updateAppearance()
{
    const auto look = m_context.settings.look();
    m_light->setChecked(look == LookChoice::Light);
    m_dark->setChecked(look == LookChoice::Dark);
    m_system->setChecked(look == LookChoice::System);
    m_motion->setChecked(m_context.settings.motion() == MotionSetting::Reduced);
    m_contrast->setChecked(m_context.settings.highContrast());
}

void SettingsPage::updateSecrets()
{
    const auto* profile = m_context.connections.find(m_context.connections.current());
    QVector<Fact> facts;
    const auto add = [&facts](const QString& label, const QString& value, bool path) {
        Fact fact;
        fact.label = label;
        fact.value = path ? QDir::toNativeSeparators(value) : value;
        fact.elide = path ? Qt::ElideMiddle : Qt::ElideRight;
        fact.wrap = !path;
        facts.append(fact);
    };
    const QString host = m_context.session.capabilities().hostName;
    if (m_context.session.capabilities().remote) {
        add(tr("Recovery keys"), tr("On %1, in the data folder of valvd").arg(host), false);
        if (profile != nullptr) {
            add(tr("Token"), profile->tokenFile, true);
        }
    } else if (profile != nullptr && profile->kind == ConnectionKind::Demo) {
        add(tr("Recovery keys"), tr("In the data folder of the demo"), false);
    } else {
        const bool ownData = profile != nullptr && !profile->dataFolder.isEmpty();
        const QString folder = ownData ? profile->dataFolder : m_context.connections.usualDataFolder();
        add(tr("Recovery keys"), QDir(folder).filePath(QStringLiteral("keys")), true);
    }
    if (!m_context.settings.fileName().isEmpty()) {
        add(tr("Settings"), m_context.settings.fileName(), true);
    }
    m_secrets->setFacts(facts);
}

void SettingsPage::restoreDefaults()
{
    m_context.settings.restoreDefaults();
}

void SettingsPage::retranslate()
{
    m_connectionsCard->setTitle(tr("Connections"));
    m_add->setText(tr("Add"));
    m_add->setAccessibleName(tr("Add connection"));
    m_secretsCard->setTitle(tr("Keys and secrets"));
    m_secretsText->setText(
        tr("Valv writes no key, token or password into its settings, logs or links. Who can read the "
           "files below can read the vaults: keep a copy of each recovery key somewhere else."));
    m_languageCard->setTitle(tr("Language and region"));
    m_languageField->setLabel(tr("Language"));
    m_languageField->setHint(tr("Changes at once, without a restart. Dates and numbers follow the language."));
    m_appearanceCard->setTitle(tr("Appearance"));
    m_light->setText(tr("Light"));
    m_dark->setText(tr("Dark"));
    m_system->setText(tr("System"));
    m_motion->setText(tr("Reduce motion"));
    m_contrast->setText(tr("High contrast"));
    m_saved->setMessage(MessageKind::Info, {}, tr("Changes are saved at once."));
    m_saved->setAction(tr("Restore defaults"));
    updateConnections();
    updateLanguage();
    updateAppearance();
    updateSecrets();
    Q_EMIT headingChanged();
}

//! One column in a narrow window.
void SettingsPage::arrange()
{
    const bool narrow = window()->width() < Breakpoint::detailsPaneOverlaysBelow;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void SettingsPage::resizeEvent(QResizeEvent* event)
{
    arrange();
    Page::resizeEvent(event);
}

void SettingsPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace valv::views
