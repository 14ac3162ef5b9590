// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/action.h"
#include "controls/badge.h"
#include "controls/blade.h"
#include "controls/calendar.h"
#include "controls/capacitybar.h"
#include "controls/card.h"
#include "controls/combobox.h"
#include "controls/commandbar.h"
#include "controls/datefield.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/formfooter.h"
#include "controls/formsummary.h"
#include "controls/keyhint.h"
#include "controls/messagebar.h"
#include "controls/pageheader.h"
#include "controls/pillgroup.h"
#include "controls/progressbar.h"
#include "controls/radiocard.h"
#include "controls/resourcemenu.h"
#include "controls/searchfield.h"
#include "controls/segmentedcontrol.h"
#include "controls/skeleton.h"
#include "controls/toggle.h"
#include "pages.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace valv::views::gallery {

namespace {

template <typename... W>
QHBoxLayout* row(W*... widgets)
{
    auto* layout = new QHBoxLayout;
    layout->setSpacing(Space::sm);
    (layout->addWidget(widgets), ...);
    layout->addStretch(1);
    return layout;
}

QWidget* makeNavigation(QWidget* parent)
{
    auto* menu = new ResourceMenu(parent);
    menu->setEntries({{s("overview"), s("Översikt"), Icon::VirtualMachine},
                      {s("log"), s("Aktivitetslogg"), Icon::History},
                      {s("tags"), s("Taggar"), Icon::Tag},
                      {s("network"), s("Nätverk"), Icon::Network, s("Inställningar")},
                      {s("disks"), s("Diskar"), Icon::Disk, s("Inställningar")},
                      {s("locks"), s("Lås"), Icon::Lock, s("Inställningar"), 0, {}, s("Kräver ägarrollen")},
                      {s("backup"), s("Säkerhetskopiering"), Icon::ProtectedItem, s("Åtgärder")},
                      {s("alerts"), s("Aviseringar"), Icon::Alert, s("Övervakning"), 2}});
    menu->setCurrent(s("backup"));
    return menu;
}

QWidget* makeCommands(QWidget* parent)
{
    auto* bar = new CommandBar(parent);
    bar->addAction(makeAction(Icon::ProtectedItem, s("Säkerhetskopiera nu"), bar));
    QAction* restore = makeAction(Icon::Restore, s("Återställ virtuell dator"), bar);
    setReason(restore, s("Ingen återställningspunkt finns ännu"));
    bar->addAction(restore);
    bar->addSeparator();
    bar->addAction(makeAction(Icon::Stop, s("Stoppa säkerhetskopiering"), bar));
    QAction* remove = makeAction(Icon::Delete, s("Ta bort data"), bar);
    setActionKind(remove, ActionKind::Destructive);
    bar->addAction(remove);
    bar->addRightAction(makeAction(Icon::Refresh, s("Uppdatera"), bar));
    return bar;
}

QWidget* makeFields()
{
    auto* card = new Card(s("Valvinformation"));
    auto* combo = new ComboBox;
    combo->addChoice(s("swedencentral"), {}, s("Sverige, mellersta"));
    auto* place = new Field(s("&Plats"), combo, Field::Layout::Beside);
    place->setRequired(true);
    place->setHint(s("Bara datorer i samma region kan skyddas. 4 oskyddade finns i swedencentral."));
    auto* edit = new QLineEdit(s("2-valv_test"));
    auto* name = new Field(s("&Namn"), edit, Field::Layout::Beside);
    name->setRequired(true);
    name->setCounter(50);
    auto* summary = new FormSummary(card);
    summary->addField(name);
    name->setError(s("Namnet måste börja med en bokstav. Understreck (_) är inte tillåtet."));
    auto* off = new QLineEdit(s("rg-backup"));
    off->setEnabled(false);
    card->add(summary);
    card->add(place);
    card->add(name);
    card->add(new Field(s("Resursgrupp"), off, Field::Layout::Beside));
    auto* spin = new QSpinBox;
    spin->setValue(30);
    auto* check = new QCheckBox(s("Starta direkt"));
    check->setChecked(true);
    auto* part = new QCheckBox(s("Några"));
    part->setTristate(true);
    part->setCheckState(Qt::PartiallyChecked);
    auto* none = new QCheckBox(s("Av"));
    none->setEnabled(false);
    card->body()->addLayout(row(spin, check, part, none));
    auto* radio = new QRadioButton(s("Skapa ny"));
    radio->setChecked(true);
    auto* toggle = new Toggle(s("Kontrollera nya punkter"));
    toggle->setChecked(true);
    card->body()->addLayout(row(radio, new QRadioButton(s("Använd befintlig")), toggle, new Toggle));
    return card;
}

QWidget* makeButtons()
{
    auto* card = new Card(s("Knappar"));
    card->setCollapsible(true);
    auto* primary = new Button(ButtonKind::Primary, s("Aktivera säkerhetskopiering"));
    primary->setIcon(Icon::ProtectedItem);
    auto* off = new Button(ButtonKind::Primary, s("Skapa"));
    off->setReason(s("Rätta Namn för att fortsätta"));
    card->body()->addLayout(row(primary, new Button(s("Avbryt")), off));
    auto* small = new Button(s("Tilldela tagg"));
    small->setIcon(Icon::Tag);
    setSmall(small);
    auto* link = new LinkButton(s("Redigera principen"));
    link->setLinkIcon(Icon::Edit);
    card->body()->addLayout(row(new Button(ButtonKind::Danger, s("Ta bort")),
                                new Button(ButtonKind::DangerPrimary, s("Ta bort data")), small, link));
    auto* chosen = new FilterPill(s("Prenumeration:"));
    chosen->setChoices({{s("alla"), {}}, {s("Nordvik – Produktion"), 1}});
    chosen->setCurrent(1);
    auto* all = new FilterPill(s("Region:"));
    all->setChoices({{s("alla"), {}}});
    auto* add = new Pill(s("Lägg till filter"));
    add->setDashed(true);
    add->setPillIcon(Icon::Add);
    card->body()->addLayout(row(chosen, all, add));
    auto* segments = new SegmentedControl;
    for (const char* text : {"7 d", "30 d", "1 år"}) {
        segments->addSegment(s(text));
    }
    segments->setCompact(true);
    segments->setCurrentIndex(1);
    auto* search = new SearchField(s("Filtrera på namn"), nullptr, Icon::Filter);
    search->setFixedWidth(200);
    card->body()->addLayout(row(segments, new Badge(BadgeKind::Warning, s("2 osparade ändringar")),
                                new Badge(BadgeKind::Neutral, s("Standard")), search));
    card->body()->addLayout(row(
        new StatusText(StatusKind::Ok, s("Slutfört")), new StatusText(StatusKind::Warning, s("Med varning")),
        new StatusText(StatusKind::Failed, s("Misslyckades")), new StatusText(StatusKind::Pending, s("Väntar")),
        new StatusText(StatusKind::NotProtected, s("Inte skyddat")), new StatusText(StatusKind::Stopped, s("Stoppad"))));
    auto* progress = new ProgressBar;
    progress->setValue(61);
    card->add(progress);
    return card;
}

} // namespace

QWidget* makeFormPage()
{
    auto* page = new QWidget;
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* header = new PageHeader;
    header->setBreadcrumb({{s("Start"), s("home")},
                           {s("Virtuella datorer"), s("vms")},
                           {s("sql-prod-02"), s("vm")},
                           {s("Säkerhetskopiering"), {}}});
    header->setTitle(Icon::VirtualMachine, s("sql-prod-02"), s("Virtuell dator · rg-produktion · swedencentral"));
    outer->addWidget(header);
    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    outer->addLayout(below, 1);
    below->addWidget(makeNavigation(page));
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    below->addLayout(right, 1);
    right->addWidget(makeCommands(page));
    auto* content = new QVBoxLayout;
    content->setContentsMargins(Size::contentMargin, Space::lg, Size::contentMargin, Space::lg);
    content->setSpacing(Space::lg);
    right->addLayout(content, 1);
    auto* warning = new MessageBar(MessageKind::Warning, s("Varning (första säkerhetskopieringen väntar)."),
                                   s("Principen är kopplad, men inga data har kopierats ännu. Återställning blir "
                                     "möjlig när den första kopian är klar."));
    warning->setAction(s("Säkerhetskopiera nu"));
    content->addWidget(warning);
    auto* summary = new Card(s("Sammanfattning"));
    summary->setCollapsible(true);
    auto* facts = new Essentials;
    facts->setFacts({{s("Recovery Services-valv"), s("valv-produktion"), {}, s("vault")},
                     {s("Resursgrupp"), s("rg-produktion"), {}, s("group")},
                     {s("Diskar"), s("3 st, 1 024 GB"), s("(412,6 GB använt)")},
                     {s("Status för senaste kopia"),
                      s("Varning (första säkerhetskopieringen väntar)"),
                      {},
                      {},
                      StatusKind::Warning},
                     {s("Förkontroll"), s("Godkänd 2018-12-19 09:31"), {}, {}, StatusKind::Ok},
                     {s("Äldsta punkt"), {}}});
    summary->add(facts);
    content->addWidget(summary);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(Space::lg);
    auto* left = new QVBoxLayout;
    left->addWidget(makeFields());
    left->addStretch(1);
    auto* other = new QVBoxLayout;
    other->addWidget(makeButtons());
    other->addStretch(1);
    columns->addLayout(left, 1);
    columns->addLayout(other, 1);
    content->addLayout(columns);
    content->addStretch(1);
    auto* footer = new FormFooter;
    footer->setPrimary(s("Skapa"));
    footer->addButton(s("Avbryt"));
    footer->setStatus(StatusKind::Failed, s("Rätta Namn för att fortsätta"));
    right->addWidget(footer);
    return page;
}

QWidget* makeBladePage()
{
    QWidget* page = makeFormPage();
    auto* blade = new Blade(page);
    blade->setTitle(s("Säkerhetskopiera nu"));
    blade->setCaption(s("sql-prod-02 · valv-produktion"));
    auto* date = new DateField;
    auto* calendar = new Calendar;
    date->setToday(QDate(2018, 12, 19));
    date->setRange(QDate(2018, 12, 20), QDate(2117, 9, 1));
    date->setDate(QDate(2019, 1, 18));
    date->setDefaultDate(QDate(2019, 1, 18));
    date->setCalendar(calendar);
    blade->add(new Field(s("&Behåll återställningspunkten till och med"), date));
    auto* pills = new PillGroup;
    pills->setStretch(true);
    for (const char* text : {"7 d", "30 d", "90 d", "1 år"}) {
        pills->addPill(s(text))->setTick(true);
    }
    pills->setCurrentIndex(1);
    blade->add(pills);
    blade->add(calendar);
    auto* estimate = new Essentials;
    estimate->setMaxColumns(1);
    estimate->setRowHeight(26);
    estimate->setValueAlignment(Qt::AlignRight);
    estimate->setFacts({{s("Att läsa"), s("412,6 GB på 3 diskar")},
                        {s("Att överföra"), s("ca 238 GB")},
                        {s("Ledigt i valvet efteråt"), s("1,35 TB av 4 TB")}});
    blade->add(new Label(LabelKind::Strong, s("Uppskattad överföring")));
    blade->add(estimate);
    auto* capacity = new CapacityBar;
    capacity->setParts({{s("Använt 2,42 TB"), 2.42, Role::S5}, {s("Den här kopian 0,23 TB"), 0.23, Role::S1}}, 4);
    blade->add(capacity);
    blade->add(
        new MessageBar(MessageKind::Info, {},
                       s("Kopian påverkar inte schemat. Nästa ordinarie körning sker som vanligt i kväll kl. 22:30.")));
    blade->setButtons(s("Säkerhetskopiera"));
    QTimer::singleShot(50, blade, [blade] {
        blade->open();
        blade->footer()->primary()->setFocus(Qt::TabFocusReason);
    });
    return page;
}

} // namespace valv::views::gallery
