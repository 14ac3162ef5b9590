// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/button.h"
#include "controls/card.h"
#include "controls/combobox.h"
#include "controls/essentials.h"
#include "controls/eventlist.h"
#include "controls/field.h"
#include "controls/formhold.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "controls/navlist.h"
#include "controls/notificationcard.h"
#include "controls/pillgroup.h"
#include "controls/pointtimeline.h"
#include "controls/radiocard.h"
#include "controls/resourcemenu.h"
#include "controls/retentionlanes.h"
#include "controls/searchfield.h"
#include "controls/segmentedcontrol.h"
#include "controls/statusrow.h"
#include "controls/statustext.h"
#include "controls/stepslist.h"
#include "controls/toggle.h"
#include "support/testprogram.h"
#include "theme/theme.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace tst_forms {

using namespace valv;
using namespace valv::views;

namespace {

QString name(QWidget* widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
}

QAccessible::Role role(QWidget* widget)
{
    return QAccessible::queryAccessibleInterface(widget)->role();
}

} // namespace

class FormsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    //! While it is sent nothing in it can be changed; the focus is where it was afterwards, unless the person went on.
    void aFormThatIsSentIsHeld_data()
    {
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("waits") << false;
        QTest::newRow("goes on") << true;
    }
    void aFormThatIsSentIsHeld()
    {
        QFETCH(bool, goesOn);
        QWidget place;
        auto* layout = new QVBoxLayout(&place);
        auto* fields = new QWidget;
        auto* inside = new QVBoxLayout(fields);
        auto* edit = new QLineEdit(QStringLiteral("gold"));
        auto* never = new QLineEdit;
        never->setEnabled(false);
        inside->addWidget(edit);
        inside->addWidget(never);
        auto* cancel = new Button(QStringLiteral("Cancel"));
        layout->addWidget(fields);
        layout->addWidget(cancel);
        FormHold hold(&place, fields);
        place.show();
        QVERIFY(QTest::qWaitForWindowActive(&place));
        edit->setFocus(Qt::TabFocusReason);
        auto* heard = QAccessible::queryAccessibleInterface(&place);

        hold.hold(QStringLiteral("Saving…"));
        QVERIFY(!edit->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_X);
        QCOMPARE(edit->text(), QStringLiteral("gold"));
        QCOMPARE(QApplication::focusWidget(), &place); // Space does not cancel it
        QVERIFY(heard->state().busy && heard->state().focused);
        QCOMPARE(heard->text(QAccessible::Description), QStringLiteral("Saving…"));
        if (goesOn) {
            QTest::keyClick(&place, Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), cancel);
        }
        hold.hold(QStringLiteral("Sparar …")); // the language is another one
        QCOMPARE(heard->text(QAccessible::Description), QStringLiteral("Sparar …"));

        hold.release();
        QVERIFY(edit->isEnabled() && !never->isEnabled());
        QVERIFY(!heard->state().busy && heard->text(QAccessible::Description).isEmpty());
        QCOMPARE(QApplication::focusWidget(), goesOn ? static_cast<QWidget*>(cancel) : edit);
    }

    //! What a long title counts stands at its end.
    void anEventShowsAllOfItsTitle()
    {
        QWidget place;
        auto* layout = new QVBoxLayout(&place);
        layout->setContentsMargins(0, 0, 0, 0);
        auto* row = new EventRow;
        layout->addWidget(row);
        layout->addStretch(1);
        row->setEvent(StatusKind::Failed, QStringLiteral("fil-01: Säkerhetskopieringen misslyckades 12 gånger"),
                      QStringLiteral("Kritisk · i dag 09.42"));
        place.resize(row->sizeHint().width(), 100);
        place.show();
        QCoreApplication::processEvents();
        const int flat = row->height();
        QVERIFY(row->width() >= row->sizeHint().width());
        place.resize(200, 100);
        QCoreApplication::processEvents();
        QVERIFY(row->height() > flat);
        QCOMPARE(row->height(), row->heightForWidth(200));
        row->setEvent(StatusKind::Failed, QStringLiteral("fil-01"), QStringLiteral("Kritisk"));
        QTRY_COMPARE(row->height(), flat);
    }

    //! The first few, and the others in place once they are asked for, also after what happens then.
    void eventsThatAreMoreAreShownInPlace()
    {
        EventList list(3);
        QVector<EventList::Event> events;
        for (int i = 1; i <= 5; ++i) {
            events.append({StatusKind::Warning, QStringLiteral("vm-%1").arg(i), QStringLiteral("i dag")});
        }
        const auto rows = [&list] {
            QStringList shown;
            for (auto* row : list.findChildren<EventRow*>()) {
                if (row->isVisible()) {
                    shown.append(row->text().section(QLatin1Char(','), 0, 0));
                }
            }
            return shown;
        };
        const auto texts = [&list] {
            QStringList shown;
            for (auto* label : list.findChildren<QLabel*>()) {
                if (label->isVisible()) {
                    shown.append(label->text());
                }
            }
            return shown;
        };
        list.resize(300, 400);
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        list.setEvents({}, QStringLiteral("Nothing needs attention."));
        QCOMPARE(texts(), QStringList{QStringLiteral("Nothing needs attention.")});
        list.setEvents(events, QStringLiteral("Nothing needs attention."));
        QCOMPARE(rows(), (QStringList{QStringLiteral("vm-1"), QStringLiteral("vm-2"), QStringLiteral("vm-3")}));
        QVERIFY(texts().isEmpty());
        auto* more = list.findChild<LinkButton*>(QStringLiteral("events.more"));
        QVERIFY(more->isVisible());
        QVERIFY(more->text().contains(QLatin1Char('2')));
        list.findChild<EventRow*>()->setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(QApplication::focusWidget(), more);
        QTest::keyClick(more, Qt::Key_Space);
        QCOMPARE(rows().size(), 5);
        QVERIFY(!more->isVisible());
        QCOMPARE(qobject_cast<EventRow*>(QApplication::focusWidget())->text().section(QLatin1Char(','), 0, 0),
                 QStringLiteral("vm-4"));
        QSignalSpy chosen(&list, &EventList::chosen);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(chosen.value(0).value(0).toInt(), 3);
        events.append({StatusKind::Warning, QStringLiteral("vm-6"), QStringLiteral("i dag")});
        list.setEvents(events, {});
        QCOMPARE(rows().size(), 6);
        for (int i = 7; i <= 104; ++i) {
            events.append({StatusKind::Warning, QStringLiteral("vm-%1").arg(i), QStringLiteral("i dag")});
        }
        list.setEvents(events, {});
        QCOMPARE(rows().size(), 100);
        QCOMPARE(texts().size(), 1);
        QVERIFY(texts().constFirst().contains(QLatin1Char('4')));
        list.setEvents(events.mid(0, 2), {});
        QCOMPARE(rows().size(), 2);
        QVERIFY(texts().isEmpty());
    }

    void anErrorIsHeardAndSeen()
    {
        auto* edit = new QLineEdit;
        Field field(QStringLiteral("&Name"), edit);
        field.setRequired(true);
        field.setHint(QStringLiteral("2 to 50 characters"));
        QCOMPARE(name(edit), QStringLiteral("Name"));
        QVERIFY(edit->accessibleDescription().contains(QStringLiteral("2 to 50 characters")));
        QSignalSpy changed(&field, &Field::errorChanged);
        field.setError(QStringLiteral("The name must begin with a letter."));
        QVERIFY(edit->accessibleDescription().startsWith(QStringLiteral("The name must begin with a letter.")));
        QCOMPARE(changed.size(), 1);
        field.resize(300, 120);
        field.show();
        QCOMPARE(edit->grab().toImage().pixelColor(100, 1).rgb(), color(Role::Error).rgb()); // 2 px outline
        field.setError({});
        QVERIFY(!edit->accessibleDescription().contains(QStringLiteral("letter")));
        QVERIFY(edit->grab().toImage().pixelColor(100, 1).rgb() != color(Role::Error).rgb());
    }

    void leavingAFieldIsTold()
    {
        QWidget form;
        auto* layout = new QVBoxLayout(&form);
        auto* field = new Field(QStringLiteral("Name"), new QLineEdit);
        auto* other = new QLineEdit;
        layout->addWidget(field);
        layout->addWidget(other);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QSignalSpy left(field, &Field::left);
        field->focusControl();
        QCOMPARE(left.size(), 0);
        other->setFocus();
        QCOMPARE(left.size(), 1);
    }

    //! Source: flows.md 0.5.
    void whatIsPastedIsOneLine_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("left");
        const auto text = [](const char* of) { return QString::fromUtf8(of); };
        QTest::newRow("a line break behind") << text("valv-1\n") << text("valv-1") << text("valv-1");
        QTest::newRow("two lines") << text("valv\r\n-1") << text("valv-1") << text("valv-1");
        QTest::newRow("a tab, a zero, a separator") << text("va\tlv\u2028-1\u0001") << text("valv-1") << text("valv-1");
        QTest::newRow("spaces around") << text("  valv-1 \n") << text("  valv-1 ") << text("valv-1");
        QTest::newRow("a space within") << text("valv 1") << text("valv 1") << text("valv 1");
    }
    void whatIsPastedIsOneLine()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, typed);
        QFETCH(QString, left);
        QWidget form;
        auto* layout = new QVBoxLayout(&form);
        auto* edit = new QLineEdit;
        auto* secret = new QLineEdit;
        secret->setEchoMode(QLineEdit::Password);
        auto* name = new Field(QStringLiteral("Name"), edit);
        layout->addWidget(name);
        layout->addWidget(new Field(QStringLiteral("Password"), secret));
        QString told;
        QString whenLeft;
        connect(edit, &QLineEdit::textEdited, &form, [&] { told = edit->text(); });
        connect(name, &Field::left, &form, [&] { whenLeft = edit->text(); });
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        edit->setText(QStringLiteral("<>"));
        edit->setFocus();
        edit->setCursorPosition(1);
        QGuiApplication::clipboard()->setText(pasted);
        edit->paste();
        QCOMPARE(edit->text(), QString(QLatin1Char('<') + typed + QLatin1Char('>')));
        QCOMPARE(edit->cursorPosition(), 1 + typed.size());
        QCOMPARE(told, edit->text());
        edit->selectAll();
        edit->paste();
        QCOMPARE(edit->text(), typed);
        secret->setFocus(Qt::TabFocusReason);
        QCOMPARE(edit->text(), left);
        QCOMPARE(whenLeft, left);
        secret->setText(QStringLiteral(" hemligt "));
        edit->setFocus(Qt::TabFocusReason);
        QCOMPARE(secret->text(), QStringLiteral(" hemligt "));
    }

    void theSummaryLeadsToEachError()
    {
        QWidget form;
        auto* layout = new QVBoxLayout(&form);
        auto* summary = new FormSummary(&form);
        layout->addWidget(summary);
        QVector<Field*> fields;
        for (const char* label : {"Name", "Region", "Vault"}) {
            fields.append(new Field(QLatin1String(label), new QLineEdit));
            layout->addWidget(fields.last());
            summary->addField(fields.last());
        }
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QVERIFY(!summary->isVisible());
        QVERIFY(!summary->focusFirstError());
        fields.at(0)->setError(QStringLiteral("Wrong"));
        fields.at(2)->setError(QStringLiteral("Wrong too"));
        QVERIFY(summary->isVisible());
        QCOMPARE(summary->findChildren<LinkButton*>().size(), 2);
        QCOMPARE(role(summary), QAccessible::AlertMessage);
        QVERIFY(summary->focusFirstError());
        QCOMPARE(QApplication::focusWidget(), fields.at(0)->control());
        QTest::keyClick(&form, Qt::Key_2, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget(), fields.at(2)->control());
        fields.at(0)->setError({});
        fields.at(2)->setError({});
        QVERIFY(!summary->isVisible());
    }

    void aComboSaysItsLabelAndValue()
    {
        auto* combo = new ComboBox;
        Field field(QStringLiteral("&Redundancy"), combo);
        combo->addChoice(QStringLiteral("Geo"), 1, QStringLiteral("two places"));
        combo->addChoice(QStringLiteral("Local"), 2);
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(combo);
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Redundancy: Geo"));
        QCOMPARE(accessible->text(QAccessible::Value), QStringLiteral("Geo"));
        QCOMPARE(accessible->role(), QAccessible::ComboBox);
        QVERIFY(accessible->actionInterface()->actionNames().contains(QAccessibleActionInterface::setFocusAction()));
        QCOMPARE(combo->currentDetail(), QStringLiteral("two places"));
        combo->setChoiceReason(1, QStringLiteral("not here"));
        QVERIFY(!(combo->model()->flags(combo->model()->index(1, 0)) & Qt::ItemIsEnabled));
    }

    void anActionInAComboIsNotAChoice()
    {
        ComboBox combo;
        combo.addChoice(QStringLiteral("Geo"), 1);
        combo.addChoice(QStringLiteral("Local"), 2);
        combo.setAction(QStringLiteral("Create new…"));
        combo.setAction(QStringLiteral("Skapa ny…")); // said anew, not added
        QCOMPARE(combo.count(), 3);
        QCOMPARE(combo.currentIndex(), 0);
        QSignalSpy taken(&combo, &ComboBox::actionChosen);
        combo.show();
        QVERIFY(QTest::qWaitForWindowActive(&combo));
        for (const auto key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_End, Qt::Key_PageDown, Qt::Key_S}) {
            QTest::keyClick(&combo, key);
        }
        QCOMPARE(combo.currentIndex(), 1);
        QCOMPARE(taken.size(), 0);
        combo.showPopup();
        const auto last = combo.model()->index(2, 0);
        QVERIFY(last.flags() & Qt::ItemIsEnabled);
        QTest::mouseClick(combo.view()->viewport(), Qt::LeftButton, {}, combo.view()->visualRect(last).center());
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(combo.currentText(), QStringLiteral("Local"));
        QVERIFY(!(last.flags() & Qt::ItemIsEnabled));
        combo.setAction({});
        QCOMPARE(combo.count(), 2);
    }

    void rolesOfPaintedControls()
    {
        Toggle toggle(QStringLiteral("Verify"));
        QCOMPARE(role(&toggle), QAccessible::CheckBox);
        QCOMPARE(name(&toggle), QStringLiteral("Verify"));
        QTest::keyClick(&toggle, Qt::Key_Space);
        QVERIFY(toggle.isChecked());
        QVERIFY(QAccessible::queryAccessibleInterface(&toggle)->state().checked);
        RadioCard card(QStringLiteral("Geo-redundant"), QStringLiteral("Two places"));
        QCOMPARE(role(&card), QAccessible::RadioButton);
        LinkButton link(QStringLiteral("Show all"));
        QCOMPARE(role(&link), QAccessible::Link);
        StatusText status(StatusKind::Ok, QStringLiteral("Completed"));
        QCOMPARE(role(&status), QAccessible::StaticText);
        QCOMPARE(name(&status), QStringLiteral("Completed"));
        MessageBar bar(MessageKind::Warning, QStringLiteral("First backup pending."),
                       QStringLiteral("Nothing is copied yet."));
        QCOMPARE(role(&bar), QAccessible::AlertMessage);
        QCOMPARE(name(&bar), QStringLiteral("First backup pending. Nothing is copied yet."));
        NotificationCard note;
        note.setNotification(
            {StatusKind::Ok, QStringLiteral("Done"), QStringLiteral("Saved"), QStringLiteral("09:31")});
        QCOMPARE(role(&note), QAccessible::Notification);
        QCOMPARE(name(&note), QStringLiteral("Done. Saved"));
    }

    void segmentsArePillsAreOneChoice()
    {
        SegmentedControl segments;
        for (const char* text : {"7 d", "30 d", "1 y"}) {
            segments.addSegment(QLatin1String(text), QLatin1String(text));
        }
        QCOMPARE(segments.currentIndex(), 0);
        segments.show();
        QVERIFY(QTest::qWaitForWindowActive(&segments));
        QSignalSpy changed(&segments, &SegmentedControl::currentChanged);
        segments.segment(0)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(segments.segment(0), Qt::Key_Right);
        QCOMPARE(segments.currentData().toString(), QStringLiteral("30 d"));
        QCOMPARE(changed.size(), 1);
        PillGroup pills;
        pills.addPill(QStringLiteral("a"), 1);
        pills.addPill(QStringLiteral("b"), 2);
        pills.setCurrentData(2);
        QCOMPARE(pills.currentIndex(), 1);
        pills.setCurrentIndex(-1);
        QCOMPARE(pills.currentIndex(), -1);
    }

    void aFilterPillClears()
    {
        FilterPill pill(QStringLiteral("Region:"));
        pill.setChoices({{QStringLiteral("all"), {}}, {QStringLiteral("swedencentral"), 7}});
        QVERIFY(!pill.isChecked());
        QSignalSpy changed(&pill, &FilterPill::currentChanged);
        pill.setCurrent(7);
        QVERIFY(pill.isChecked());
        QCOMPARE(name(&pill), QStringLiteral("Region: swedencentral"));
        pill.resize(pill.sizeHint());
        pill.show();
        QTest::mouseClick(&pill, Qt::LeftButton, {}, QPoint(pill.width() - 14, 14));
        QVERIFY(!pill.isChecked());
        QCOMPARE(changed.size(), 2);
        pill.setCurrent(7);
        QTest::keyClick(&pill, Qt::Key_Delete);
        QVERIFY(!pill.isChecked());
        pill.setCurrent(7);
        pill.setChoices({{QStringLiteral("alla"), {}}, {QStringLiteral("x"), 1}, {QStringLiteral("y"), 7}});
        QCOMPARE(pill.current().toInt(), 7); // new words, same choice
    }

    void essentialsBecomeOneColumn()
    {
        Essentials facts;
        facts.setFacts({{QStringLiteral("Vault"), QStringLiteral("v"), {}, QStringLiteral("vault")},
                        {QStringLiteral("Region"), {}},
                        {QStringLiteral("Policy"), QStringLiteral("p")},
                        {QStringLiteral("State"), QStringLiteral("ok"), {}, {}, StatusKind::Ok}});
        QCOMPARE(facts.heightForWidth(1000), 2 * Size::essentialsRow);
        QCOMPARE(facts.heightForWidth(500), 4 * Size::essentialsRow);
        facts.resize(1000, 56);
        auto* link = facts.findChild<LinkButton*>();
        QVERIFY(link);
        QSignalSpy activated(&facts, &Essentials::linkActivated);
        link->click();
        QCOMPARE(activated.first().first().toString(), QStringLiteral("vault"));
        QVector<Fact> next = facts.facts();
        next[2].value = QStringLiteral("another");
        facts.setFacts(next);
        QCOMPARE(facts.findChild<LinkButton*>(), link); // what did not change keeps its widget
    }

    void essentialsLendEachOtherRoom()
    {
        const QString longText = QStringLiteral("Warning (the first backup of all the disks is still pending)");
        Essentials facts;
        facts.setFacts(
            {{QStringLiteral("Vault"), QStringLiteral("v")},
             {QStringLiteral("State"), longText, {}, {}, StatusKind::Warning, Qt::ElideRight, false, false, true}});
        const auto states = facts.findChildren<StatusText*>();
        QCOMPARE(states.size(), 1);
        const int needed = Size::essentialsLabel + states.first()->sizeHint().width();
        const int wanting = 2 * needed; // half of it, less the gap, is not enough
        facts.resize(wanting, Size::essentialsRow);
        QCOMPARE(facts.heightForWidth(wanting), Size::essentialsRow);
        QCOMPARE_GE(states.first()->width(), states.first()->sizeHint().width());
        // Where neither has any to spare, both are alike, and the text wraps.
        auto both = facts.facts();
        both[0] = both[1];
        both[0].label = QStringLiteral("Other");
        facts.setFacts(both);
        QCOMPARE_GT(facts.heightForWidth(wanting), Size::essentialsRow);
        QCOMPARE(facts.findChildren<StatusText*>().first()->width(), facts.findChildren<StatusText*>().last()->width());
    }

    //! A layout that keeps the height of a narrow one leaves room for nothing below a wide one.
    void essentialsTellOfAnotherHeight()
    {
        QWidget place;
        auto* layout = new QVBoxLayout(&place);
        layout->setContentsMargins(0, 0, 0, 0);
        auto* facts = new Essentials;
        layout->addWidget(facts);
        QVector<Fact> four;
        for (const char* label : {"Vault", "Region", "Policy", "State"}) {
            four.append({QString::fromLatin1(label), QStringLiteral("v")});
        }
        facts->setFacts(four);
        place.resize(500, 400);
        place.show();
        QCOMPARE(layout->minimumSize().height(), 4 * Size::essentialsRow);
        place.resize(1000, 400);
        QTRY_COMPARE(layout->minimumSize().height(), 2 * Size::essentialsRow);
    }

    void theMenuFilters()
    {
        ResourceMenu menu;
        menu.setEntries(
            {{QStringLiteral("overview"), QStringLiteral("Overview"), Icon::Overview},
             {QStringLiteral("locks"), QStringLiteral("Locks"), Icon::Lock, QStringLiteral("Settings")},
             {QStringLiteral("backup"), QStringLiteral("Backup"), Icon::ProtectedItem, QStringLiteral("Operations")}});
        menu.setCurrent(QStringLiteral("overview"));
        menu.resize(200, 600);
        menu.show();
        QVERIFY(QTest::qWaitForWindowActive(&menu));
        QTest::keyClicks(menu.filterField(), QStringLiteral("back"));
        QVERIFY(menu.list()->item(QStringLiteral("backup")));
        QVERIFY(!menu.list()->item(QStringLiteral("locks")));
        QSignalSpy activated(&menu, &ResourceMenu::activated);
        QTest::keyClick(menu.filterField(), Qt::Key_Return);
        QCOMPARE(activated.first().first().toString(), QStringLiteral("backup"));
        QTest::keyClick(menu.filterField(), Qt::Key_Escape);
        QVERIFY(menu.list()->item(QStringLiteral("locks")));
        NavItem* overview = menu.list()->item(QStringLiteral("overview"));
        QTRY_VERIFY(overview->isVisible() && menu.list()->item(QStringLiteral("locks"))->isVisible());
        overview->setFocus(Qt::TabFocusReason);
        QTest::keyClick(overview, Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), menu.list()->item(QStringLiteral("locks")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(activated.last().first().toString(), QStringLiteral("locks"));
        QVERIFY(menu.list()->item(QStringLiteral("overview"))->isChecked()); // the page decides what is current
    }

    void pointsAreStepped()
    {
        PointTimeline timeline;
        const QDateTime from(QDate(2018, 11, 20), QTime(22, 0));
        timeline.setRange(from, from.addDays(30));
        timeline.setLanes({{QStringLiteral("Application"), QStringLiteral("29")}});
        QVector<PointTimeline::Point> points;
        for (int d = 0; d < 30; ++d) {
            points.append({QString::number(d), from.addDays(d), 0,
                           d == 27 ? PointTimeline::Mark::Cross : PointTimeline::Mark::Disc, Role::S1,
                           QString::number(d), d != 27});
        }
        timeline.setPoints(points);
        timeline.select(QStringLiteral("28"));
        QTest::keyClick(&timeline, Qt::Key_Left);
        QCOMPARE(timeline.selected(), QStringLiteral("26")); // over the failed one
        QTest::keyClick(&timeline, Qt::Key_PageUp);
        QCOMPARE(timeline.selected(), QStringLiteral("19"));
        QTest::keyClick(&timeline, Qt::Key_Home);
        QCOMPARE(timeline.selected(), QStringLiteral("0"));
        QTest::keyClick(&timeline, Qt::Key_End);
        QCOMPARE(timeline.selected(), QStringLiteral("29"));
        points.removeFirst();
        timeline.setPoints(points);
        QCOMPARE(timeline.selected(), QStringLiteral("29"));
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&timeline);
        QCOMPARE(list->childCount(), 29);
        QVERIFY(list->child(26)->state().disabled);
        timeline.resize(700, 100);
        timeline.show();
        QTest::mouseClick(&timeline, Qt::LeftButton, {}, timeline.pointPosition(4).toPoint());
        QCOMPARE(timeline.selected(), QStringLiteral("5"));
    }

    void theRetentionAxisIsLogarithmic()
    {
        using D = RetentionLanes::Direction;
        QCOMPARE(RetentionLanes::position(0, 365, D::NewestRight), 1.0);
        QCOMPARE(RetentionLanes::position(365, 365, D::NewestRight), 0.0);
        QCOMPARE(RetentionLanes::position(365, 365, D::NewestLeft), 1.0);
        const double week = RetentionLanes::position(7, 365, D::NewestLeft);
        QVERIFY(week > 0.15 && week < 0.25); // ln(1+7/6)/ln(1+365/6) = 0.187
    }

    void stepsAreAList()
    {
        StepsList steps;
        steps.setSteps({{StatusKind::Ok, QStringLiteral("Take Snapshot"), QStringLiteral("38 s")},
                        {StatusKind::Failed, QStringLiteral("Transfer data to vault"), QStringLiteral("12 min")}});
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&steps);
        QCOMPARE(list->childCount(), 2);
        QCOMPARE(list->child(1)->text(QAccessible::Name), QStringLiteral("Transfer data to vault"));
        QCOMPARE(list->child(1)->text(QAccessible::Description), QStringLiteral("12 min"));
    }

    void aCardIsAGroupWhereverItWasMade()
    {
        Card card(QStringLiteral("Backup jobs"));
        QCOMPARE(role(&card), QAccessible::Window); // asked before it has its place, as when its title changes
        QWidget page;
        card.setParent(&page);
        QCOMPARE(role(&card), QAccessible::Grouping);
        QCOMPARE(name(&card), QStringLiteral("Backup jobs"));
        card.setParent(nullptr);
    }

    void searchClearsWithEscape()
    {
        SearchField search(QStringLiteral("Filter by name"));
        QCOMPARE(name(&search), QStringLiteral("Filter by name"));
        QSignalSpy down(&search, &SearchField::moveToList);
        QTest::keyClicks(&search, QStringLiteral("sql"));
        QTest::keyClick(&search, Qt::Key_Down);
        QCOMPARE(down.size(), 1);
        QTest::keyClick(&search, Qt::Key_Escape);
        QVERIFY(search.text().isEmpty());
    }
};

VALV_TEST(FormsTest)

} // namespace tst_forms

#include "tst_forms.moc"
