// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/commandbar.h"
#include "controls/navlist.h"
#include "controls/notificationcard.h"
#include "controls/pageheader.h"
#include "controls/resourcemenu.h"
#include "shell/allservicespage.h"
#include "shell/commandpalette.h"
#include "shell/infoblades.h"
#include "shell/navigation.h"
#include "shell/notificationpanel.h"
#include "shell/palettelist.h"
#include "shell/servicerow.h"
#include "shell/shellcommands.h"
#include "shell/toast.h"
#include "support/testprogram.h"
#include "views/shell/fixture.h"

#include <QClipboard>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_shell {

using namespace valv;
using namespace valv::presentation;
using namespace valv::views;
using namespace valv::views::test;

namespace {

Notification saying(const char* title, NotificationState state = NotificationState::Succeeded)
{
    Notification notification;
    notification.state = state;
    notification.title = Phrase::verbatim(QString::fromUtf8(title));
    return notification;
}

} // namespace

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        f = std::make_unique<Fixture>();
        f->window->resize(1440, 900);
        f->window->show();
        QVERIFY(QTest::qWaitForWindowActive(f->window.get()));
    }
    void cleanup()
    {
        f.reset();
        QCOMPARE(PlainPage::alive, 0);
    }

    void backAndForward()
    {
        PageHost* pages = f->window->pages();
        f->open(QStringLiteral("virtualmachines"));
        f->open(QStringLiteral("virtualmachine"), QStringLiteral("overview"));
        f->open(QStringLiteral("jobs"));
        QVERIFY(pages->canGoBack());
        QVERIFY(!pages->canGoForward());
        QTest::keyClick(f->window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(pages->current().page, QStringLiteral("virtualmachine"));
        QTest::keyClick(f->window.get(), Qt::Key_Left, Qt::AltModifier);
        QTest::keyClick(f->window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(pages->current().page, QStringLiteral("virtualmachines"));
        QTest::keyClick(f->window.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(pages->current().page, QStringLiteral("virtualmachine"));
        f->open(QStringLiteral("vaults")); // what lay ahead is forgotten
        QVERIFY(!pages->canGoForward());
        pages->back();
        QCOMPARE(pages->current().page, QStringLiteral("virtualmachine"));
    }

    void theWayHomeIsMadeWhenOneGoesIt_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<int>("made");
        QTest::newRow("a link") << QStringLiteral("jobs") << QStringLiteral("jobs") << 1;
        QTest::newRow("home itself") << QStringLiteral("virtualmachines") << QStringLiteral("virtualmachines") << 1;
        QTest::newRow("nothing") << QString() << QStringLiteral("virtualmachines") << 1;
        QTest::newRow("a link to nothing") << QStringLiteral("moon") << QStringLiteral("moon") << 0;
    }
    void theWayHomeIsMadeWhenOneGoesIt()
    {
        QFETCH(QString, first);
        QFETCH(int, made);
        f->window->start({QStringLiteral("virtualmachines"), {}, {}}, {first, {}, {}});
        PageHost* pages = f->window->pages();
        QTEST(pages->current().page, "shown");
        QCOMPARE(PlainPage::alive, made);
        const bool elsewhere = pages->current().page != QLatin1String("virtualmachines");
        QCOMPARE(pages->canGoBack(), elsewhere);
        pages->back();
        QCOMPARE(pages->current().page, QStringLiteral("virtualmachines"));
        QCOMPARE(PlainPage::alive, made + (elsewhere ? 1 : 0));
        QTRY_VERIFY(f->page()->filterField()->hasFocus());
    }

    void openingTheSamePlaceAddsNothing()
    {
        f->open(QStringLiteral("jobs"));
        PlainPage* page = f->page();
        f->open(QStringLiteral("jobs"));
        QCOMPARE(f->page(), page);
        QVERIFY(!f->window->pages()->canGoBack());
    }

    void replaceLeavesNoTrace()
    {
        f->open(QStringLiteral("vaults"));
        f->open(QStringLiteral("jobs"));
        f->window->navigator().replace({QStringLiteral("items"), {}, {}});
        f->window->navigator().back();
        QCOMPARE(f->window->navigator().current().page, QStringLiteral("vaults"));
    }

    void fewPagesStayAlive()
    {
        for (int i = 0; i < 60; ++i) {
            f->open(QStringLiteral("virtualmachine"), QString::number(i));
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(PlainPage::alive, PageHost::liveLimit);
        int steps = 0;
        while (f->window->pages()->canGoBack()) {
            f->window->pages()->back();
            ++steps;
        }
        QCOMPARE(steps, PageHost::placeLimit - 1);
        QCOMPARE(f->window->pages()->current().part, QStringLiteral("10"));
    }

    void focusComesBackWithThePage()
    {
        f->open(QStringLiteral("vaults"));
        QTRY_VERIFY(f->page()->filterField()->hasFocus());
        f->page()->second()->setFocus();
        f->open(QStringLiteral("jobs"));
        QTRY_VERIFY(f->page()->filterField()->hasFocus());
        f->window->navigator().back();
        QTRY_VERIFY(f->page()->second()->hasFocus());
    }

    void unsavedInputIsAskedFor()
    {
        f->open(QStringLiteral("policies"));
        f->page()->setUnsaved(QStringLiteral("Det finns ändringar som inte har sparats."));
        f->open(QStringLiteral("jobs"));
        QCOMPARE(f->window->pages()->current().page, QStringLiteral("policies"));
        auto* box = f->window->findChild<QMessageBox*>();
        QVERIFY(box);
        QCOMPARE(box->text(), QStringLiteral("Det finns ändringar som inte har sparats."));
        QTest::keyClick(box, Qt::Key_Escape);
        QCOMPARE(f->window->pages()->current().page, QStringLiteral("policies"));
        f->open(QStringLiteral("jobs"));
        for (QMessageBox* open : f->window->findChildren<QMessageBox*>()) {
            for (QAbstractButton* button : open->buttons()) {
                if (open->isVisible() && open->buttonRole(button) == QMessageBox::DestructiveRole) {
                    button->click();
                }
            }
        }
        QCOMPARE(f->window->pages()->current().page, QStringLiteral("jobs"));
    }

    void aLinkToNothingSaysSo()
    {
        f->window->navigator().open({QStringLiteral("moon"), {}, {}});
        QCOMPARE(f->window->pages()->view()->header()->title(), QStringLiteral("Sidan finns inte"));
    }

    void keysOfTheWindow()
    {
        f->open(QStringLiteral("jobs"));
        QTest::keyClick(f->window.get(), Qt::Key_F5);
        QCOMPARE(f->page()->refreshed, 1);
        f->page()->second()->setFocus();
        QTest::keyClick(f->window.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(f->page()->filterField()->hasFocus());
        f->window->navigation()->toggle()->setFocus();
        QTest::keyClick(f->window->navigation()->toggle(), Qt::Key_Slash);
        QTRY_VERIFY(f->page()->filterField()->hasFocus());
        QTest::keyClick(f->window.get(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(f->window->commandPalette()->field()->hasFocus());
        QTest::keyClick(f->window->commandPalette()->field(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(!f->window->commandPalette()->isOpen());
        QTRY_VERIFY(f->page()->filterField()->hasFocus());
        QTest::keyClick(f->window.get(), Qt::Key_F1);
        auto* keys = f->window->findChild<KeyboardMapBlade*>();
        QTRY_VERIFY(keys != nullptr && keys->isOpen());
        QTest::keyClick(keys, Qt::Key_Escape);
    }

    void sideButtonsOfTheMouse()
    {
        f->open(QStringLiteral("virtualmachines"));
        f->open(QStringLiteral("jobs"));
        auto* under = f->page()->second();
        QTest::mouseClick(under, Qt::BackButton);
        QCOMPARE(f->window->pages()->current().page, QStringLiteral("virtualmachines"));
        QTest::mouseClick(f->page()->second(), Qt::ForwardButton);
        QCOMPARE(f->window->pages()->current().page, QStringLiteral("jobs"));
    }

    void commandsSayWhyTheyCannotBeUsed()
    {
        f->open(QStringLiteral("virtualmachines"));
        auto* commands = f->window->commands();
        QVERIFY(!commands->action(ShellCommands::Back)->isEnabled());
        QCOMPARE(reason(commands->action(ShellCommands::Back)), QStringLiteral("Det finns ingen tidigare sida."));
        f->open(QStringLiteral("jobs"));
        QVERIFY(commands->action(ShellCommands::Back)->isEnabled());
        QVERIFY(!commands->action(ShellCommands::Forward)->isEnabled());
        QCOMPARE(commands->action(ShellCommands::Filter)->isEnabled(), true);
        f->window->setFrameVisible(false); // the first start
        QVERIFY(!commands->all().contains(commands->action(ShellCommands::Palette)));
        QTest::keyClick(f->window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!f->window->commandPalette()->isOpen());
    }

    void bladesGoWithTheirPage()
    {
        f->open(QStringLiteral("jobs"));
        auto* blade = new Blade(f->window.get());
        blade->setCloseGuard([] { return false; });
        f->window->navigator().openBlade(blade);
        QSignalSpy closed(blade, &Blade::closed);
        f->open(QStringLiteral("items"));
        QCOMPARE(closed.size(), 1);
    }

    void linksComeBackWhole_data()
    {
        QTest::addColumn<Route>("route");
        const auto id = [](const QString& vm) {
            return QStringLiteral("/subscriptions/s/resourceGroups/min grupp (1)/providers/Microsoft.Compute/"
                                  "virtualMachines/")
                + vm;
        };
        QTest::newRow("page") << Route{QStringLiteral("jobs"), {}, {}};
        QTest::newRow("part") << Route{QStringLiteral("settings"), {}, QStringLiteral("appearance")};
        QTest::newRow("machine") << Route{QStringLiteral("virtualmachine"), id(QStringLiteral("sql-prod-01")),
                                          QStringLiteral("backup")};
        QTest::newRow("awkward") << Route{QStringLiteral("virtualmachine"), id(QStringLiteral("åäö?#%20 &=+'\"")),
                                          QStringLiteral("a b&c=d+e%41?#")};
        QTest::newRow("item") << Route{QStringLiteral("item"), QStringLiteral("/a/VM;iaasvmcontainerv2;rg;vm"),
                                       QStringLiteral("/x/y;z")};
    }
    void linksComeBackWhole()
    {
        QFETCH(Route, route);
        QCOMPARE(fromLink(toLink(route)), route);
        QVERIFY(toLink(route).startsWith(QLatin1String("valv://")));
        QVERIFY(!toLink(route).contains(QLatin1Char(' ')));
        f->window->navigator().open(route);
        f->window->commands()->action(ShellCommands::CopyLink)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), toLink(f->window->pages()->current()));
    }

    void textsThatAreNoLinksLeadNowhere()
    {
        for (const char* text : {"", "jobs", "https://jobs", "valv:", "valv://", "valv://a b", "javascript:1"}) {
            QCOMPARE(fromLink(QLatin1String(text)).page, QString());
        }
    }

    void f6GoesThroughTheRegions()
    {
        f->open(QStringLiteral("virtualmachine"), QStringLiteral("backup"));
        QTRY_VERIFY(f->page()->filterField()->hasFocus());
        const auto inside = [](const QWidget* region) { return region->isAncestorOf(QApplication::focusWidget()); };
        QTest::keyClick(f->window.get(), Qt::Key_F6);
        QVERIFY(inside(f->window->topBar()));
        QTest::keyClick(f->window.get(), Qt::Key_F6);
        QVERIFY(inside(f->window->navigation()));
        QTest::keyClick(f->window.get(), Qt::Key_F6);
        QVERIFY(inside(f->window->pages()->view()->resourceMenu()));
        QTest::keyClick(f->window.get(), Qt::Key_F6);
        QVERIFY(inside(f->window->pages()->view()->commandBar()));
        QTest::keyClick(f->window.get(), Qt::Key_F6);
        QVERIFY(f->page()->filterField()->hasFocus());
        QTest::keyClick(f->window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(inside(f->window->pages()->view()->commandBar()));
    }

    void resourceMenuAndBreadcrumbLead()
    {
        f->open(QStringLiteral("virtualmachine"), QStringLiteral("overview"));
        PageView* view = f->window->pages()->view();
        NavList* menu = view->resourceMenu()->list();
        QCOMPARE(menu->entries().size(), 2);
        QCOMPARE(menu->current(), toLink(view->route()));
        Q_EMIT menu->activated(menu->entries().last().id);
        QCOMPARE(f->window->pages()->current().part, QStringLiteral("backup"));
        const auto crumbs = f->window->pages()->view()->header()->breadcrumb()->parts();
        QCOMPARE(crumbs.first().text, QStringLiteral("Start"));
        Q_EMIT f->window->pages()->view()->header()->breadcrumb()->activated(crumbs.first().id);
        QCOMPARE(f->window->pages()->current().page, QStringLiteral("services"));
    }

    void navigationFollowsAndCollapses()
    {
        Navigation* navigation = f->window->navigation();
        f->open(QStringLiteral("virtualmachine"), QStringLiteral("overview"));
        QCOMPARE(navigation->list()->current(), QStringLiteral("virtualmachines"));
        QVERIFY(!navigation->isCollapsed());
        QCOMPARE(navigation->width(), 236);
        navigation->toggle()->click();
        QVERIFY(navigation->isCollapsed());
        QVERIFY(f->settings.navCollapsed());
        QCOMPARE(navigation->width(), 48);
        navigation->toggle()->click();
        f->window->resize(1100, 800);
        QTRY_VERIFY(navigation->isCollapsed());
        QVERIFY(!f->settings.navCollapsed());
        navigation->toggle()->click(); // opened in the narrow window, this once
        QVERIFY(!navigation->isCollapsed());
        f->window->resize(1440, 900);
        QTRY_VERIFY(!navigation->isCollapsed());
    }

    void onlyPagesThatExistAreOffered()
    {
        QStringList offered;
        for (const NavEntry& entry : f->window->navigation()->list()->entries()) {
            offered.append(entry.id);
        }
        QCOMPARE(offered,
                 QStringList({QStringLiteral("services"), QStringLiteral("virtualmachines"), QStringLiteral("vaults"),
                              QStringLiteral("items"), QStringLiteral("jobs"), QStringLiteral("policies")}));
    }

    void allServicesFindsInBothLanguages_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const QString vms = QStringLiteral("virtualmachines");
        QTest::newRow("Swedish") << QStringLiteral("virtuella datorer") << QStringList{QStringLiteral("items"), vms};
        QTest::newRow("English while Swedish") << QStringLiteral("Virtual machines") << QStringList{vms};
        QTest::newRow("without marks") << QStringLiteral("SAKERHETSKOPIERINGSJOBB")
                                       << QStringList{QStringLiteral("jobs")};
        QTest::newRow("another word") << QStringLiteral("gfs") << QStringList{QStringLiteral("policies")};
        QTest::newRow("nothing") << QStringLiteral("xyzzy") << QStringList{};
    }
    void allServicesFindsInBothLanguages()
    {
        QFETCH(QString, typed);
        f->window->navigator().open({QStringLiteral("services"), {}, {}});
        auto* page = qobject_cast<AllServicesPage*>(f->window->pages()->view()->page());
        QVERIFY(page);
        QCOMPARE(page->rows().size(), 5);
        page->setFilter(typed);
        QStringList found;
        for (const ServiceRow* row : page->rows()) {
            found.append(QLatin1String(row->service().page));
        }
        QTEST(found, "found");
        page->setFilter(QString(101, QLatin1Char('x')));
        QCOMPARE(page->filterField()->accessibleDescription().isEmpty(), false);
    }

    void searchInTheBarOpensThePalette()
    {
        f->open(QStringLiteral("jobs"));
        auto* palette = f->window->commandPalette();
        f->window->topBar()->search()->setFocus();
        QTest::keyClicks(f->window->topBar()->search(), QStringLiteral("v"));
        QVERIFY(palette->isOpen());
        QTRY_VERIFY(palette->field()->hasFocus());
        QTest::keyClicks(palette->field(), QStringLiteral("alv"));
        QCOMPARE(palette->field()->text(), QStringLiteral("valv"));
        QTest::keyClick(palette->field(), Qt::Key_Escape);
        QVERIFY(!palette->isOpen());
        QTest::mouseClick(f->window->topBar()->search(), Qt::LeftButton);
        QVERIFY(palette->isOpen());
        QVERIFY(palette->field()->text().isEmpty());
        QTest::mouseClick(palette, Qt::LeftButton, {}, QPoint(4, palette->height() - 4)); // beside it
        QVERIFY(!palette->isOpen());
    }

    void favouritesAreReordered()
    {
        NavList* list = f->window->navigation()->list();
        const auto order = [list] {
            QStringList ids;
            for (const NavEntry& entry : list->entries()) {
                ids.append(entry.id);
            }
            return ids.mid(1); // All services stands first
        };
        const QStringList before = order();
        QVERIFY(before.size() >= 3);
        list->item(before.at(1))->setFocus();
        QTest::keyClick(list->item(before.at(1)), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(order().mid(0, 2), QStringList({before.at(1), before.at(0)}));
        QTRY_VERIFY(list->item(before.at(1))->hasFocus());
        QCOMPARE(f->settings.favourites().mid(0, 2), QStringList({before.at(1), before.at(0)}));
        QTest::keyClick(list->item(before.at(1)), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier); // is first
        QCOMPARE(order().mid(0, 2), QStringList({before.at(1), before.at(0)}));
        QTest::keyClick(list->item(before.at(1)), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(order(), before);
        // Dragged to the end.
        NavItem* first = list->item(before.first());
        NavItem* last = list->item(before.last());
        QTRY_VERIFY(last->y() > first->y()); // the new items have their places
        const QPoint there = first->mapFromGlobal(last->mapToGlobal(last->rect().center()));
        QTest::mousePress(first, Qt::LeftButton, {}, first->rect().center());
        QMouseEvent drag(QEvent::MouseMove, there, first->mapToGlobal(there), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(first, &drag); // QTest moves the pointer without its buttons
        QTest::mouseRelease(first, Qt::LeftButton, {}, there);
        QCOMPARE(order().last(), before.first());
        // A new window finds the order again.
        Navigation again(f->settings);
        again.setServices(Services(before));
        QCOMPARE(again.list()->entries().last().id, before.first());
    }

    void favouritesShowInTheNavigation()
    {
        f->window->navigator().open({QStringLiteral("services"), {}, {}});
        auto* page = qobject_cast<AllServicesPage*>(f->window->pages()->view()->page());
        page->focusList();
        QTest::keyClick(page->rows().first(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(f->settings.favourites().contains(QStringLiteral("vaults")), false);
        QVERIFY(!f->window->navigation()->list()->item(QStringLiteral("vaults")));
        QTest::keyClick(page->rows().first(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(f->window->navigation()->list()->item(QStringLiteral("vaults")));
    }

    void recentPlacesAreRemembered()
    {
        f->open(QStringLiteral("virtualmachine"), QStringLiteral("overview"));
        f->window->navigator().open({QStringLiteral("jobs"), {}, {}});
        QCOMPARE(f->settings.recent().size(), 1);
        QCOMPARE(fromLink(f->settings.recent().first()).part, QStringLiteral("overview"));
    }

    //! As one whose error says what is wrong in a new label.
    void aFieldIsLeftBeforeTheWindowGoes()
    {
        auto* window = f->window.release();
        auto* edit = new QLineEdit(window);
        edit->show();
        edit->setFocus();
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("x"));
        bool left = false;
        connect(edit, &QLineEdit::editingFinished, this, [window, edit, &left] {
            (new QLabel(edit->text(), window))->show();
            left = true;
        });
        delete window;
        QVERIFY(left);
    }

    void aNotificationDoesNotCoverTheFocus()
    {
        f->open(QStringLiteral("vaults"));
        QWidget corner(f->window.get());
        corner.setFocusPolicy(Qt::StrongFocus);
        f->page()->second()->setFocus();
        f->log.add(saying("kör"));
        const Toast* toast = f->window->toast();
        QVERIFY(toast->isVisible());
        corner.setGeometry(QRect(toast->geometry().center() - QPoint(10, 10), QSize(20, 20)));
        corner.show();
        corner.setFocus();
        QVERIFY(!toast->geometry().intersects(corner.geometry()));
        QVERIFY(f->window->rect().contains(toast->geometry()));
        f->page()->second()->setFocus();
        QVERIFY(toast->geometry().contains(corner.geometry().center()));
    }

    //! Also where they are higher than the window: then they scroll.
    void notificationsAreNeverCut()
    {
        f->window->resize(1000, 700);
        const auto add = [this] {
            auto note = saying("Backup failed", NotificationState::Failed);
            note.body = Phrase::verbatim(QStringLiteral("Backup of a machine with a long name failed"));
            note.error = Error{"DiskUnreadable", "The disk can't be read: input/output error.", {}, {}, {}};
            f->log.add(note);
        };
        for (int i = 0; i < 8; ++i) {
            add();
        }
        f->window->navigator().showNotifications();
        const auto areWhole = [this](int count) {
            const auto cards = f->window->notificationPanel()->cards();
            return cards.size() == count && std::all_of(cards.cbegin(), cards.cend(), [](const auto* card) {
                       return card->height() >= card->heightForWidth(card->width());
                   });
        };
        QVERIFY(areWhole(8));
        const auto told = f->window->notificationPanel()->cards().constFirst()->notification().text;
        QVERIFY2(told.contains(QLatin1String("name failed. ")), qPrintable(told));
        add();
        QVERIFY(areWhole(9));
    }

    void notificationsShowAndLead()
    {
        f->window->setRouteOf([](const ArmId& id) {
            return id.isEmpty() ? Route{} : Route{QStringLiteral("jobs"), id.text(), {}};
        });
        f->open(QStringLiteral("vaults"));
        f->page()->second()->setFocus();
        Notification done = saying("Säkerhetskopieringen är klar");
        done.job = *ArmId::parse(u"/subscriptions/s/resourceGroups/g/providers/p/vaults/v/backupJobs/j");
        const int id = f->log.add(done);
        Toast* toast = f->window->toast();
        QVERIFY(toast->isVisible());
        QCOMPARE(toast->notification(), id);
        QVERIFY(f->page()->second()->hasFocus()); // a toast takes no focus
        QCOMPARE(f->window->topBar()->bell()->count(), 1);
        QTest::keyClick(f->window.get(), Qt::Key_Escape);
        QVERIFY(!toast->isVisible());

        NotificationPanel* panel = f->window->notificationPanel();
        QTest::keyClick(f->window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(panel->isVisible());
        QCOMPARE(panel->cards().size(), 1);
        QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
        f->log.add(saying("kör", NotificationState::InProgress));
        QCOMPARE(panel->cards().size(), 2);
        QCOMPARE(panel->cards().first()->notification().status, StatusKind::Running);
        QVERIFY(!toast->isVisible());
        Q_EMIT panel->cards().last()->linkActivated(QStringLiteral("job"));
        QCOMPARE(f->window->pages()->current().page, QStringLiteral("jobs"));
        QVERIFY(!panel->isVisible());
        QCOMPARE(f->window->topBar()->bell()->count(), 0); // what was shown is read
    }

    void focusReturnsFromPanelAndBlade()
    {
        f->open(QStringLiteral("vaults"));
        f->page()->second()->setFocus();
        f->window->navigator().showNotifications();
        QVERIFY(f->window->notificationPanel()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!f->window->notificationPanel()->isVisible());
        QTRY_VERIFY(f->page()->second()->hasFocus());

        auto* blade = new KeyboardMapBlade(f->window->commands()->all(), f->window.get());
        f->window->navigator().openBlade(blade);
        QVERIFY(blade->isOpen());
        QTest::keyClick(f->window.get(), Qt::Key_F5); // what lies beneath hears no keys
        QCOMPARE(f->page()->refreshed, 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(f->page()->second()->hasFocus());
        QTest::keyClick(f->window.get(), Qt::Key_F5);
        QCOMPARE(f->page()->refreshed, 1);
    }

    void themeSwitches()
    {
        const QColor light = f->window->palette().color(QPalette::Window);
        f->window->topBar()->theme()->click();
        QCOMPARE(f->settings.look(), LookChoice::Dark);
        QVERIFY(f->theme.isDark());
        QVERIFY(QApplication::palette().color(QPalette::Window) != light);
        f->window->topBar()->theme()->click();
        QVERIFY(!f->theme.isDark());
    }

    void nothingIsCutInTheSmallestWindow()
    {
        f->window->resize(1000, 700);
        f->open(QStringLiteral("virtualmachine"), QStringLiteral("backup"));
        QTRY_COMPARE(f->window->size(), QSize(1000, 700));
        QCOMPARE(f->window->navigation()->width(), 48);
        const TopBar* bar = f->window->topBar();
        QVERIFY(bar->search()->geometry().right() < bar->connection()->x());
        QVERIFY(bar->connection()->geometry().right() < bar->bell()->x());
        QVERIFY(bar->theme()->geometry().right() <= 1000);
        QVERIFY(f->window->pages()->width() <= 1000 - 48);
    }

private:
    std::unique_ptr<Fixture> f;
};

VALV_TEST(TestShell)

} // namespace tst_shell

#include "tst_shell.moc"
