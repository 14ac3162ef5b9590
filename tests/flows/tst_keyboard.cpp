// SPDX-License-Identifier: GPL-3.0-or-later
// Without a pointer: on every page Tab and Shift+Tab lead to all that can be used, the focus is drawn wherever it
// stops, and Escape closes what a key opened and gives the focus back.
#include "controls/blade.h"
#include "controls/skeleton.h"
#include "support/flow/flowrig.h"
#include "support/flow/screen.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QButtonGroup>
#include <QImage>
#include <QMenu>

namespace tst_keyboard {

using namespace valv;
using namespace valv::test;

namespace {

constexpr int ringWidth = 6; // px around a control that a ring takes at most
constexpr int leastDrawn = 40; // px that must change with the focus: a caret alone is fewer

struct Place
{
    const char* name;
    const char* page;
    const char* subject; //!< "vault", "policy", "item", a machine, or nothing
    const char* part;
};

constexpr Place places[]{{"services", "services", "", ""},
                         {"overview", "overview", "", ""},
                         {"machines", "virtualmachines", "", ""},
                         {"machine", "virtualmachine", "sql-prod-01", "overview"},
                         {"item", "virtualmachine", "sql-prod-01", "backup"},
                         {"enable", "virtualmachine", "vm-web-01", "backup"},
                         {"pending", "virtualmachine", "sql-prod-02", "backup"},
                         {"stopped", "virtualmachine", "sql-test-01", "backup"},
                         {"vaults", "vaults", "", ""},
                         {"create vault", "vaults", "", "create"},
                         {"vault", "vault", "vault", "overview"},
                         {"tags", "vault", "vault", "tags"},
                         {"infrastructure", "vault", "vault", "infrastructure"},
                         {"properties", "vault", "vault", "properties"},
                         {"locks", "vault", "vault", "locks"},
                         {"protect", "vault", "vault", "backup"},
                         {"rules", "vault", "vault", "rules"},
                         {"items", "items", "", ""},
                         {"item types", "items", "vault", "types"},
                         {"jobs", "jobs", "", ""},
                         {"policies", "policies", "", ""},
                         {"policy", "policy", "policy", ""},
                         {"new policy", "policy", "vault", "new"},
                         {"alerts", "alerts", "", ""},
                         {"vault alerts", "alerts", "vault", ""},
                         {"reports", "reports", "", ""},
                         {"restore", "restore", "item", ""},
                         {"settings", "settings", "", ""},
                         {"not found", "nothing", "", ""}};

//! What leads to where the opener stands; empty: it is done.
using Way = QString (*)(Person&);

struct Opening
{
    const char* place;
    Text opener;
    const char* title;
    Way way = nullptr;
};

//! Unprotected ones of one region.
QString tickTwoMachines(Person& person)
{
    const auto why = person.tickRow("Virtual machines", QStringLiteral("vm-web-01"));
    return why.isEmpty() ? person.tickRow("Virtual machines", QStringLiteral("vm-web-02")) : why;
}

//! The wizard's third step.
QString chooseGoalAndPolicy(Person& person)
{
    auto why = person.submit("OK");
    if (why.isEmpty()) {
        why = person.choose("Choose policy", Text::verbatim(QStringLiteral("DefaultPolicy")));
    }
    return why.isEmpty() ? person.submit("OK") : why;
}

const Opening blades[]{
    {"item", "Back up now", "Back up now"},
    {"item", "Change policy", "Change policy"},
    {"item", "Stop backup", "Stop backup"},
    {"stopped", "Resume backup", "Resume backup"},
    {"stopped", "Delete backup data", "Delete backup data"},
    {"item", Text::verbatim(QStringLiteral("Produktion-GFS")), "Produktion-GFS"},
    {"enable", "Create a new policy", "Create policy"},
    {"enable", "Create a vault with other values", "Create Recovery Services vault"},
    {"machines", Text("Enable backup for %n machine(s)", {}, 2), "Enable backup", tickTwoMachines},
    {"protect", "Why is a virtual machine missing?", "Why is a virtual machine missing?", chooseGoalAndPolicy},
    {"vault", "Recovery key", "Recovery key"},
    {"vault", "Delete", "Delete vault"},
    {"infrastructure", "Backup configuration", "Backup configuration"},
    {"rules", "Add rule", "New protection rule"},
    {"vaults", "Attach", "Attach a vault"},
    {"vault alerts", "Configure notifications", "Configure notifications"},
    {"policy", "Delete", "Delete policy"},
    {"settings", "Add connection", "Add connection"},
    {"settings", "Change the mail server", "Mail server"}};

//! One of several that share a stop of the Tab key; arrows lead from one to the other.
bool sharesItsStop(const QWidget* control, const QList<QWidget*>& stops)
{
    const auto* button = qobject_cast<const QAbstractButton*>(control);
    if (button == nullptr) {
        return false;
    }
    return std::any_of(stops.begin(), stops.end(), [button](const QWidget* stop) {
        const auto* other = qobject_cast<const QAbstractButton*>(stop);
        const bool inOneGroup = other != nullptr && button->group() != nullptr && button->group() == other->group();
        return other != nullptr && (inOneGroup || other->parentWidget() == button->parentWidget())
            && (button->autoExclusive() || inOneGroup || button->inherits("valv::views::NavItem"));
    });
}

//! Takes a click but no focus: a key must do it instead, which its tool tip names, or the control that it stands in.
bool isDoneByAKey(const QWidget* control)
{
    return control->focusPolicy() == Qt::NoFocus
        && (control->testAttribute(Qt::WA_TransparentForMouseEvents) || control->toolTip().contains(QLatin1Char('('))
            || control->parentWidget()->inherits("valv::views::ServiceRow"));
}

int differences(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < std::min(a.height(), b.height()); ++y) {
        for (int x = 0; x < std::min(a.width(), b.width()); ++x) {
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class KeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Seat seat;
        seat.hands = Seat::Hands::Keys;
        rig = std::make_unique<FlowRig>(true, seat);
        QVERIFY(rig->start());
    }
    void cleanupTestCase() { rig.reset(); }

    void tabLeadsToAllThatCanBeUsed_data() { rows(); }
    void tabLeadsToAllThatCanBeUsed()
    {
        QFETCH(QString, place);
        open(place);
        if (QTest::currentTestFailed()) {
            return;
        }
        QStringList faults;
        const auto expected = controls();
        const auto stops = tabStops(rig->window(), [&](QWidget* stop) { faults.append(faultsAt(stop)); });
        QVERIFY(stops.size() > 8);
        for (auto* control : controls()) { // a walk over a list can make commands usable: those that were so before
            if (expected.contains(control) && !stops.contains(control) && !sharesItsStop(control, stops)
                && !isDoneByAKey(control)) {
                faults.append(QStringLiteral("Tab does not lead to %1 “%2”").arg(widgetName(control), nameOf(control)));
            }
        }
        QVERIFY2(faults.isEmpty(),
                 qPrintable(faults.join(QLatin1Char('\n')) + QLatin1String("\nTab:\n") + namesOf(stops)));
        const auto round = tabStops(rig->window());
        QList<QWidget*> back;
        for (qsizetype i = 0; i < round.size(); ++i) {
            QTest::keyClick(rig->window().focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
            back.prepend(rig->window().focusWidget());
        }
        back.append(back.takeFirst()); // the walk had come round to its first stop
        QVERIFY2(sameRound(round, back), qPrintable(namesOf(round) + QLatin1String("\nback:\n") + namesOf(back)));
    }

    void aMenuGivesTheFocusBack_data() { rows(); }
    void aMenuGivesTheFocusBack()
    {
        QFETCH(QString, place);
        open(place);
        if (QTest::currentTestFailed()) {
            return;
        }
        QStringList faults;
        (void)tabStops(rig->window(), [&](QWidget* stop) {
            const bool opensMenu = stop->inherits("valv::views::FilterPill")
                || qobject_cast<QComboBox*>(stop) != nullptr || stop->inherits("valv::views::MultiChoice");
            if (!opensMenu) {
                return;
            }
            QTest::keyClick(stop, Qt::Key_Space);
            if (!QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }, patience)) {
                faults.append(QStringLiteral("Space opens nothing: ") + widgetName(stop));
                return;
            }
            QTest::keyClick(keyWindow(rig->window()), Qt::Key_Escape);
            (void)QTest::qWaitFor([] { return QApplication::activePopupWidget() == nullptr; }, patience);
            rig->window().activateWindow();
            if (!QTest::qWaitFor([&] { return QApplication::focusWidget() == stop; }, 5000)) {
                faults.append(QStringLiteral("Escape leads from the menu of %1 to %2")
                                  .arg(widgetName(stop), widgetName(QApplication::focusWidget())));
            }
        });
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void escapeClosesABlade_data()
    {
        QTest::addColumn<int>("blade");
        for (int i = 0; i < int(std::size(blades)); ++i) {
            QTest::addRow("%s", blades[i].title) << i;
        }
    }
    void escapeClosesABlade()
    {
        QFETCH(int, blade);
        const auto& opening = blades[blade];
        open(QLatin1String(opening.place));
        if (QTest::currentTestFailed()) {
            return;
        }
        auto& person = rig->hands();
        if (opening.way != nullptr) {
            DO(opening.way(person));
        }
        const auto* opener = person.control(opening.opener);
        QVERIFY(opener != nullptr);
        DO(person.press(opening.opener));
        DO(person.blade(opening.title));
        auto* opened = openBlade(rig->window());
        QTRY_VERIFY_WITH_TIMEOUT(isRead(), patience);
        settle();
        activate();
        const auto inside = [opened] { return opened->isAncestorOf(QApplication::focusWidget()); };
        QVERIFY2(QTest::qWaitFor(inside, patience), qPrintable(widgetName(QApplication::focusWidget())));
        QStringList faults;
        const auto stops = tabStops(rig->window(), [&](QWidget* stop) {
            faults.append(opened->isAncestorOf(stop)
                              ? faultsAt(stop)
                              : QStringList{QStringLiteral("Tab leaves the blade for ") + widgetName(stop)});
        });
        QVERIFY(!stops.isEmpty());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());
        activate();
        auto* now = QApplication::focusWidget();
        QVERIFY2(now != nullptr && !openBlade(rig->window()), "nothing has the focus");
        QVERIFY2(now == opener, qPrintable(widgetName(now)));
        QVERIFY2(person.focusFault().isEmpty(), qPrintable(person.focusFault()));
    }

private:
    void rows() const
    {
        QTest::addColumn<QString>("place");
        for (const auto& place : places) {
            QTest::addRow("%s", place.name) << QString::fromLatin1(place.name);
        }
    }
    //! What a place is about, as a route names it.
    [[nodiscard]] QString subject(const char* what) const
    {
        const auto item = rig->itemOf(QStringLiteral("sql-prod-01"));
        const auto text = QLatin1String(what);
        if (text.isEmpty()) {
            return {};
        }
        if (text == QLatin1String("item")) {
            return item.text();
        }
        if (text == QLatin1String("vault")) {
            return item.vaultId().text();
        }
        if (text == QLatin1String("policy")) {
            return item.vaultId().child(QStringLiteral("backupPolicies"), QStringLiteral("DefaultPolicy")).text();
        }
        return rig->machine(text)->vm.id.text();
    }
    void open(const QString& name)
    {
        const auto* place = std::find_if(std::begin(places), std::end(places),
                                         [&](const Place& each) { return name == QLatin1String(each.name); });
        QVERIFY(place != std::end(places));
        for (int i = 0; i < 3; ++i) { // what a test before left open
            QTest::keyClick(keyWindow(rig->window()), Qt::Key_Escape);
        }
        rig->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&rig->window()));
        rig->open(QStringLiteral("services")); // where one already is, nothing opens
        rig->open(QLatin1String(place->page), subject(place->subject), QLatin1String(place->part));
        settle();
        QTRY_VERIFY_WITH_TIMEOUT(rig->isQuiet() && isRead(), patience);
        settle();
    }
    //! Nothing on screen stands for what is still to come.
    [[nodiscard]] bool isRead() const
    {
        const auto bars = rig->window().findChildren<views::Skeleton*>();
        return std::none_of(bars.begin(), bars.end(), [](const QWidget* each) { return each->isVisible(); });
    }
    //! A screen that is not there does not give a window its focus back.
    void activate() const
    {
        if (!rig->window().isActiveWindow()) {
            rig->window().activateWindow();
            (void)QTest::qWaitForWindowActive(&rig->window());
        }
    }
    //! What can be used now.
    [[nodiscard]] QList<QWidget*> controls() const
    {
        QList<QWidget*> usable;
        for (auto* control : rig->window().findChildren<QWidget*>()) {
            if (isShown(control, rig->window()) && isControl(control) && canBeUsed(control)
                && qobject_cast<QComboBox*>(control->parentWidget()) == nullptr && control->focusProxy() == nullptr) {
                usable.append(control);
            }
        }
        return usable;
    }
    //! Why the focus at this stop can't be seen or named; empty: it can.
    [[nodiscard]] QStringList faultsAt(QWidget* stop) const
    {
        activate();
        const auto fault = rig->hands().focusFault();
        if (!fault.isEmpty()) {
            return {fault};
        }
        const int drawn = drawnForFocus(stop);
        if (drawn >= leastDrawn) {
            return {};
        }
        keepPicture(rig->window(), nameOf(stop));
        return {
            QStringLiteral("the focus is not drawn, %1 px: %2 “%3”").arg(drawn).arg(widgetName(stop), nameOf(stop))};
    }
    //! How many pixels of a stop, or around it, are others with the focus than while another program has it.
    [[nodiscard]] int drawnForFocus(QWidget* stop) const
    {
        auto& window = rig->window();
        settle(); // it is scrolled to, and the ring follows
        const QRect around = seenPart(stop, window).adjusted(-ringWidth, -ringWidth, ringWidth, ringWidth);
        const auto with = window.grab(around).toImage();
        QApplication::setActiveWindow(nullptr);
        const auto without = window.grab(around).toImage();
        QApplication::setActiveWindow(&window);
        return differences(with, without);
    }
    [[nodiscard]] static bool sameRound(const QList<QWidget*>& there, QList<QWidget*> back)
    {
        if (there.size() != back.size()) {
            return false;
        }
        for (qsizetype i = 0; i < back.size(); ++i) {
            if (back == there) {
                return true;
            }
            back.append(back.takeFirst());
        }
        return back == there;
    }
    [[nodiscard]] static QString namesOf(const QList<QWidget*>& stops)
    {
        QStringList names;
        for (auto* stop : stops) {
            names.append(widgetName(stop) + QLatin1Char(' ') + nameOf(stop));
        }
        return names.join(QLatin1Char('\n'));
    }

    std::unique_ptr<FlowRig> rig;
};

VALV_TEST(KeyboardTest)

} // namespace tst_keyboard

#include "tst_keyboard.moc"
