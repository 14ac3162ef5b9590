// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/action.h"
#include "controls/azcopy.h"
#include "controls/commandbar.h"
#include "support/testprogram.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

namespace tst_commandbar {

using namespace valv::views;

class CommandBarTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<CommandBar> m_bar;
    QList<QAction*> m_actions;
    QAction* m_refresh = nullptr;

    void settle(int width)
    {
        m_bar->resize(width, Size::commandBar);
        m_bar->show();
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_bar = std::make_unique<CommandBar>();
        m_actions.clear();
        for (const char* text : {"Back up now", "Restore VM", "File recovery", "Stop backup", "Delete data"}) {
            if (m_actions.size() == 3) {
                m_bar->addSeparator();
            }
            m_actions.append(makeAction(Icon::Restore, QLatin1String(text), m_bar.get()));
            m_bar->addAction(m_actions.last());
        }
        m_refresh = makeAction(Icon::Refresh, QStringLiteral("Refresh"), m_bar.get());
        m_bar->addRightAction(m_refresh);
    }
    void cleanup() { m_bar.reset(); }

    //! Right click, the menu key, or a link: the same command.
    void copiesItsAzCommand()
    {
        QString vault = QStringLiteral("one");
        setAzCommand(m_actions.first(), [&vault] { return QStringLiteral("az backup ") + vault; });
        settle(1400);
        CommandButton* button = m_bar->buttonFor(m_actions.first());
        const auto menuOf = [](QWidget* widget) {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, widget->rect().center(),
                                    widget->mapToGlobal(widget->rect().center()));
            QApplication::sendEvent(widget, &event);
            return qobject_cast<QMenu*>(QApplication::activePopupWidget());
        };
        vault = QStringLiteral("two"); // as things stand now
        QMenu* menu = menuOf(button);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 1);
        menu->actions().first()->trigger();
        menu->close();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("az backup two"));
        QVERIFY(menuOf(m_bar->buttonFor(m_actions.last())) == nullptr); // nobody said

        setAzCommand(m_actions.first(), [] { return QString(); });
        menu = menuOf(button);
        QVERIFY(menu);
        QVERIFY(!menu->actions().first()->isEnabled());
        QVERIFY(!reason(menu->actions().first()).isEmpty());
        menu->close();
        QVERIFY(!copyAzCommand(m_actions.first()));

        CopyAzLink link([] { return QStringLiteral("az three"); });
        link.show();
        const QString name = link.accessibleName();
        QTest::keyClick(&link, Qt::Key_Space);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("az three"));
        QVERIFY(link.accessibleName() != name); // it says so
        QTRY_COMPARE(link.accessibleName(), name);
    }

    void allFitsWhenWide()
    {
        settle(1400);
        QVERIFY(m_bar->overflow().isEmpty());
        QVERIFY(!m_bar->moreButton()->isVisible());
        for (QAction* action : m_actions) {
            QVERIFY(m_bar->buttonFor(action)->isVisible());
        }
    }

    void whatDoesNotFitGoesIntoMore_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {800, 700, 600, 500, 400, 300}) {
            QTest::newRow(qPrintable(QString::number(width))) << width;
        }
    }

    void whatDoesNotFitGoesIntoMore()
    {
        QFETCH(int, width);
        settle(width);
        QVERIFY(m_bar->buttonFor(m_refresh)->isVisible());
        int right = 0;
        for (QAction* action : m_actions) {
            const CommandButton* button = m_bar->buttonFor(action);
            QCOMPARE(button->isVisible(), !m_bar->overflow().contains(action)); // in one place, never lost
            if (button->isVisible()) {
                QVERIFY(button->x() >= right);
                QVERIFY(button->width() >= button->sizeHint().width());
                right = button->geometry().right();
            }
        }
        if (m_bar->moreButton()->isVisible()) {
            QVERIFY(m_bar->moreButton()->x() >= right);
            right = m_bar->moreButton()->geometry().right();
        }
        QVERIFY(right <= m_bar->buttonFor(m_refresh)->x());
    }

    void aDisabledCommandTellsWhy()
    {
        settle(1400);
        setReason(m_actions.at(1), QStringLiteral("No recovery point yet"));
        CommandButton* button = m_bar->buttonFor(m_actions.at(1));
        QVERIFY(!button->isAvailable());
        QCOMPARE(button->toolTip(), QStringLiteral("No recovery point yet"));
        QCOMPARE(button->accessibleDescription(), QStringLiteral("No recovery point yet"));
        QCOMPARE(m_actions.at(1)->statusTip(), QStringLiteral("No recovery point yet"));
        setReason(m_actions.at(1), {});
        QVERIFY(button->isAvailable());
        QVERIFY(reason(m_actions.at(1)).isEmpty());
    }

    //! Who can't point at it hears and sees why as well: the arrow keys lead there, Tab passes it.
    void keysLeadToADisabledCommand()
    {
        settle(1400);
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
        auto* action = m_actions.at(1);
        setReason(action, QStringLiteral("No recovery point yet"));
        CommandButton* button = m_bar->buttonFor(action);
        auto* heard = QAccessible::queryAccessibleInterface(button);
        m_bar->buttonFor(m_actions.at(0))->setFocus(Qt::TabFocusReason);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_bar->buttonFor(m_actions.at(2)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(QApplication::focusWidget(), button);
        QVERIFY(heard->state().focused && heard->state().focusable && heard->state().disabled);
        QCOMPARE(heard->text(QAccessible::Description), QStringLiteral("No recovery point yet"));
        QTRY_VERIFY(QToolTip::isVisible());
        QCOMPARE(QToolTip::text(), QStringLiteral("No recovery point yet"));
        QVERIFY(!heard->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));

        QSignalSpy run(action, &QAction::triggered);
        for (const auto key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}) {
            QTest::keyClick(button, key);
        }
        heard->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(run.size(), 0);

        // One that can be done again is pressed where it is; one that no longer can keeps the focus.
        setReason(action, {});
        QVERIFY(button->hasFocus() && !heard->state().disabled && heard->text(QAccessible::Description).isEmpty());
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(run.size(), 1);
        setReason(action, QStringLiteral("It is running"));
        QVERIFY(button->hasFocus() && heard->state().disabled);
        QTest::keyClick(button, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_bar->buttonFor(m_actions.at(2)));
    }

    //! For the mouse it is what a disabled button is.
    void theMouseDoesNothingToADisabledCommand()
    {
        settle(1400);
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
        setReason(m_actions.at(1), QStringLiteral("No recovery point yet"));
        CommandButton* button = m_bar->buttonFor(m_actions.at(1));
        m_bar->buttonFor(m_actions.at(0))->setFocus();
        const QImage before = button->grab().toImage();
        QSignalSpy run(m_actions.at(1), &QAction::triggered);
        QTest::mouseMove(button);
        QTest::mousePress(button, Qt::LeftButton);
        QVERIFY(!button->isDown());
        QCOMPARE(button->grab().toImage(), before);
        QTest::mouseRelease(button, Qt::LeftButton);
        QCOMPARE(run.size(), 0);
        QVERIFY(!button->hasFocus());
    }

    void keysMoveAndRun()
    {
        settle(1400);
        QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
        m_bar->buttonFor(m_actions.at(0))->setFocus(Qt::TabFocusReason);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget(), m_bar->buttonFor(m_actions.at(1)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(QApplication::focusWidget(), m_bar->buttonFor(m_refresh));
        QSignalSpy run(m_refresh, &QAction::triggered);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(run.size(), 2);
    }

    void aLongerTextRearranges()
    {
        settle(760);
        const qsizetype before = m_bar->overflow().size();
        for (QAction* action : m_actions) {
            action->setText(QStringLiteral("Ett mycket längre kommando än förut"));
        }
        QCoreApplication::processEvents();
        QVERIFY(m_bar->overflow().size() > before);
    }

    void aHiddenActionTakesNoRoom()
    {
        settle(1400);
        const int x = m_bar->buttonFor(m_actions.at(1))->x();
        m_actions.at(0)->setVisible(false);
        QCoreApplication::processEvents();
        QVERIFY(!m_bar->buttonFor(m_actions.at(0))->isVisible());
        QVERIFY(m_bar->buttonFor(m_actions.at(1))->x() < x);
    }
};

VALV_TEST(CommandBarTest)

} // namespace tst_commandbar

#include "tst_commandbar.moc"
