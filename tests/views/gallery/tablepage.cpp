// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/action.h"
#include "controls/bulkbar.h"
#include "controls/card.h"
#include "controls/chart.h"
#include "controls/commandbar.h"
#include "controls/detailspane.h"
#include "controls/emptystate.h"
#include "controls/essentials.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/navlist.h"
#include "controls/notificationcard.h"
#include "controls/progressbar.h"
#include "controls/stepslist.h"
#include "controls/table.h"
#include "pages.h"

#include <QHBoxLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace valv::views::gallery {

namespace {

constexpr int statusData = Qt::UserRole + 10;

QStandardItemModel* makeModel(QObject* parent)
{
    auto* model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels(
        {s("Namn"), s("Status"), s("Resursgrupp"), s("Förlopp"), s("Storlek"), s("Skydd")});
    const StatusKind kinds[] = {StatusKind::Protected, StatusKind::Protected, StatusKind::NotProtected,
                                StatusKind::Failed,    StatusKind::Pending,   StatusKind::Stopped,
                                StatusKind::Protected, StatusKind::Warning,   StatusKind::Off};
    const char* names[] = {"ad-dc-01",    "app-order-01", "bygg-01",   "fil-01", "sql-prod-02",
                           "sql-test-01", "vm-web-01",    "vm-web-02", "wsus-01"};
    const char* texts[] = {
        "Skyddat", "Skyddat",     "Inte skyddat", "Misslyckades", "Första kopian väntar", "Skyddet stoppat",
        "Skyddat", "Med varning", "Av"};
    for (int i = 0; i < 9; ++i) {
        QList<QStandardItem*> row;
        for (const QString& text :
             {s(names[i]), s("Körs"), s("rg-produktion"), i == 1 || i == 3 ? s("Pågår") : s("Slutfört"),
              QStringLiteral("%1 GB").arg(i * 137 + 4), s(texts[i])}) {
            row.append(new QStandardItem(text));
        }
        row.last()->setData(static_cast<int>(kinds[i]), statusData);
        if (i == 5) {
            for (QStandardItem* item : row) {
                item->setFlags(Qt::ItemIsEnabled);
            }
        }
        model->appendRow(row);
    }
    return model;
}

QVector<TableColumn> columns()
{
    TableColumn status{QStringLiteral("status"), CellKind::Status, 100};
    status.cell = [](const QModelIndex&, Cell& cell) {
        cell.status = StatusKind::Ok;
        cell.role = Role::Text;
    };
    TableColumn progress{QStringLiteral("progress"), CellKind::Progress, 130};
    progress.cell = [](const QModelIndex& index, Cell& cell) {
        cell.status = StatusKind::Ok;
        if (index.row() == 1 || index.row() == 3) {
            cell.progress = index.row() == 1 ? 0.22 : 0.64;
        }
    };
    TableColumn protection{QStringLiteral("protection"), CellKind::Status, 180};
    protection.cell = [](const QModelIndex& index, Cell& cell) {
        cell.status = static_cast<StatusKind>(index.data(statusData).toInt());
    };
    return {{QStringLiteral("name"), CellKind::Link, 170},  status,
            {QStringLiteral("group"), CellKind::Text, 120}, progress,
            {QStringLiteral("size"), CellKind::Number, 90}, protection};
}

} // namespace

QWidget* makeTablePage()
{
    auto* page = new QWidget;
    auto* outer = new QHBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* nav = new NavList(Size::navItem);
    nav->setEntries({{s("all"), s("Alla tjänster"), Icon::AllServices},
                     {s("overview"), s("Översikt"), Icon::Overview},
                     {s("vms"), s("Virtuella datorer"), Icon::VirtualMachine, s("Favoriter")},
                     {s("vaults"), s("Recovery Services-valv"), Icon::Vault, s("Favoriter")},
                     {s("items"), s("Säkerhetskopieringsobjekt"), Icon::ProtectedItem, s("Favoriter")},
                     {s("jobs"), s("Säkerhetskopieringsjobb"), Icon::Job, s("Favoriter")},
                     {s("alerts"), s("Aviseringar"), Icon::Alert, s("Favoriter"), 2},
                     {s("reports"), s("Rapporter"), Icon::Report, s("Favoriter")}});
    nav->setCurrent(s("vms"));
    nav->setFixedWidth(Size::nav - 16);
    outer->addWidget(nav);
    auto* middle = new QVBoxLayout;
    middle->setContentsMargins(Size::contentMargin, Space::lg, Size::contentMargin, Space::lg);
    middle->setSpacing(Space::lg);
    outer->addLayout(middle, 1);
    auto* checked = new Table;
    checked->setModel(makeModel(checked));
    checked->setColumns(columns());
    checked->setCheckable(true);
    checked->setFitRows(true);
    checked->setSortingEnabled(true);
    checked->sortByColumn(0, Qt::AscendingOrder);
    for (const int row : {2, 6}) {
        checked->selectionModel()->select(checked->model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    auto* bulk = new BulkBar;
    QAction* enable = makeAction(Icon::ProtectedItem, s("Aktivera säkerhetskopiering för 2 datorer"), bulk);
    setActionKind(enable, ActionKind::Primary);
    bulk->addCommand(enable);
    bulk->addCommand(makeAction(Icon::Tag, s("Tilldela tagg"), bulk));
    bulk->setCount(2);
    auto* card = new Card;
    card->setFlush(true);
    card->add(bulk);
    card->add(checked);
    middle->addWidget(card);
    auto* row = new QHBoxLayout;
    row->setSpacing(Space::lg);
    auto* loading = new Table;
    loading->setModel(new QStandardItemModel(0, 4, loading));
    loading->setColumns({{s("a"), CellKind::Link, 120}, {s("b"), CellKind::Text, 90}});
    loading->setLoading(true);
    auto* loadingCard = new Card(s("Läser in"));
    loadingCard->setFlush(true);
    loadingCard->add(loading);
    row->addWidget(loadingCard);
    auto* empty = new Table;
    empty->setModel(new QStandardItemModel(0, 3, empty));
    auto* state = new EmptyState(
        Icon::Clock, s("Inga återställningspunkter ännu"),
        s("Den första punkten skapas onsdag 19 december kl. 22:30. Välj Säkerhetskopiera nu om du inte vill vänta."));
    state->setButton(s("Säkerhetskopiera nu"))->setIcon(Icon::ProtectedItem);
    empty->setEmptyState(state);
    auto* emptyCard = new Card(s("Återställningspunkter"));
    emptyCard->setLink(s("Visa alla"));
    emptyCard->setFlush(true);
    emptyCard->add(empty);
    row->addWidget(emptyCard);
    middle->addLayout(row, 1);

    auto* pane = new DetailsPane;
    pane->setTitle(s("fil-01"));
    pane->setCaption(s("Säkerhetskopiering (omförsök) · jobb 7f3a-21"));
    auto* error = new MessageBar(MessageKind::Error, s("Överföringen avbröts."),
                                 s("Lagringsplatsen datapool-1 slutade svara efter 128,4 GB."));
    error->setDetail(s("ValvErrorStorageTimeout"));
    pane->add(error);
    pane->addDivider();
    auto* steps = new StepsList;
    steps->setSteps({{StatusKind::Ok, s("Förkontroll"), s("4 s")},
                     {StatusKind::Ok, s("Ögonblicksbild (VSS, programkonsekvent)"), s("38 s")},
                     {StatusKind::Failed, s("Överför data"), s("12 min 19 s")},
                     {StatusKind::Off, s("Verifiera kontrollsummor"), s("kördes inte")}});
    pane->add(steps);
    auto* rate = new Sparkline;
    rate->setValues(
        {0, 90, 150, 170, 176, 178, 175, 178, 180, 181, 178, 180, 178, 182, 176, 178, 170, 150, 60, 20, 8, 2, 0, 0},
        200, s("200"), s("0"), s("00:12"), s("00:27"));
    rate->setMark(Sparkline::Mark{19, s("00:25 avbrott"), Role::Error});
    pane->add(rate);
    auto* note = new NotificationCard;
    note->setNotification({StatusKind::Running,
                           s("Säkerhetskopierar sql-prod-01"),
                           s("97,2 av 152 GB överfört"),
                           s("nu"),
                           0.64,
                           s("11 min kvar"),
                           {},
                           true});
    pane->add(note);
    auto* done = new NotificationCard;
    done->setNotification({StatusKind::Ok,
                           s("Skyddet är konfigurerat"),
                           s("sql-prod-02 skyddas med Produktion-GFS. Första kopian körs kl. 22:30."),
                           s("09:31"),
                           {},
                           {},
                           {{s("a"), s("Säkerhetskopiera nu")}, {s("b"), s("Öppna objektet")}},
                           false});
    pane->add(done);
    outer->addWidget(pane);
    return page;
}

} // namespace valv::views::gallery
