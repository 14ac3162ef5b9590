// SPDX-License-Identifier: GPL-3.0-or-later
// Why a menu's entry is disabled: for the eye, the keyboard and the ear.
#include "controls/action.h"
#include "controls/menu.h"
#include "support/testprogram.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

namespace tst_menu {

using namespace valv::views;

namespace {

QAccessibleInterface* entryOf(QMenu& menu, int index)
{
    return QAccessible::queryAccessibleInterface(&menu)->child(index);
}

} // namespace

class MenuTest : public QObject
{
    Q_OBJECT

private:
    const QString m_why = QStringLiteral("The backup has not been stopped.");
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    Menu* m_menu = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_resume = nullptr;

    [[nodiscard]] QLabel* tip() const { return m_menu->findChild<QLabel*>(QStringLiteral("menu.reason")); }
    void popup()
    {
        m_menu->popup(m_window->mapToGlobal(QPoint(20, 20)));
        QVERIFY(QTest::qWaitForWindowExposed(m_menu));
    }

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(600, 400);
        m_window->show();
        m_menu = new Menu(m_window.get());
        m_stop = makeAction(Icon::Stop, QStringLiteral("&Stop backup"), m_window.get());
        m_resume = makeAction(Icon::Start, QStringLiteral("Resume backup"), m_window.get());
        setReason(m_resume, m_why);
        m_menu->addAction(m_stop);
        m_menu->addSeparator();
        m_menu->addAction(m_resume);
    }
    void cleanup()
    {
        QToolTip::hideText();
        m_window.reset();
    }

    void theKeyboardComesToItAndIsTold()
    {
        popup();
        QTest::keyClick(m_menu, Qt::Key_Down);
        QCOMPARE(m_menu->activeAction(), m_stop);
        QVERIFY(!tip()->isVisible());
        QTest::keyClick(m_menu, Qt::Key_Down);
        QCOMPARE(m_menu->activeAction(), m_resume);
        QVERIFY(tip()->isVisible());
        QCOMPARE(tip()->text(), m_why);
        QVERIFY(!tip()->geometry().intersects(m_menu->geometry())); // no entry is covered
        const QSignalSpy triggered(m_resume, &QAction::triggered);
        QTest::keyClick(m_menu, Qt::Key_Return);
        QCOMPARE(triggered.count(), 0);
        QVERIFY(m_menu->isVisible());
        QCoreApplication::processEvents();
        QVERIFY(tip()->isVisible()); // it can be read on
        QTest::keyClick(m_menu, Qt::Key_Up);
        QCOMPARE(m_menu->activeAction(), m_stop);
        QVERIFY(!tip()->isVisible());
        QTest::keyClick(m_menu, Qt::Key_Up);
        QVERIFY(tip()->isVisible());
        QTest::keyClick(m_menu, Qt::Key_Escape);
        QVERIFY(!m_menu->isVisible());
        QVERIFY(!tip()->isVisible());
    }

    void thePointerRestsOnItAndIsTold()
    {
        popup();
        const auto rest = [this](QAction* action) {
            const QPoint at = m_menu->actionGeometry(action).center();
            QHelpEvent event(QEvent::ToolTip, at, m_menu->mapToGlobal(at));
            QApplication::sendEvent(m_menu, &event);
        };
        rest(m_resume);
        QTRY_COMPARE(QToolTip::text(), m_why);
        rest(m_stop); // what can be used has nothing to explain
        QTRY_VERIFY(!QToolTip::isVisible());
    }

    void aReaderHearsIt()
    {
        popup();
        QCOMPARE(QAccessible::queryAccessibleInterface(m_menu)->childCount(), 3);
        QAccessibleInterface* stop = entryOf(*m_menu, 0);
        QCOMPARE(stop->role(), QAccessible::MenuItem);
        QCOMPARE(stop->text(QAccessible::Name), QStringLiteral("Stop backup"));
        QCOMPARE(stop->text(QAccessible::Description), QString());
        QVERIFY(!stop->state().disabled);
        QCOMPARE(entryOf(*m_menu, 1)->role(), QAccessible::Separator);
        QVERIFY(!entryOf(*m_menu, 1)->state().focusable);

        QAccessibleInterface* resume = entryOf(*m_menu, 2);
        QCOMPARE(resume->text(QAccessible::Name), QStringLiteral("Resume backup"));
        QCOMPARE(resume->text(QAccessible::Description), m_why);
        QVERIFY(resume->state().disabled);
        QVERIFY(resume->state().focusable);
        QVERIFY(!resume->state().focused);
        m_menu->setActiveAction(m_resume);
        QVERIFY(resume->state().focused);
        QCOMPARE(resume->parent(), QAccessible::queryAccessibleInterface(m_menu));
        QCOMPARE(resume->parent()->indexOfChild(resume), 2);
        QCOMPARE(resume->rect().topLeft(), m_menu->mapToGlobal(m_menu->actionGeometry(m_resume).topLeft()));
        QVERIFY(resume->actionInterface()->actionNames().isEmpty());

        setReason(m_resume, {}); // as things stand now
        QCOMPARE(resume->text(QAccessible::Description), QString());
        QVERIFY(!resume->state().disabled);
    }

    void aReaderCanPressIt()
    {
        popup();
        const QSignalSpy stopped(m_stop, &QAction::triggered);
        QAccessibleActionInterface* press = entryOf(*m_menu, 0)->actionInterface();
        QCOMPARE(press->actionNames(), QStringList{QAccessibleActionInterface::pressAction()});
        press->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(stopped.count(), 1);

        m_stop->setCheckable(true);
        m_stop->setChecked(true);
        QVERIFY(entryOf(*m_menu, 0)->state().checked);
        QCOMPARE(press->actionNames(), QStringList{QAccessibleActionInterface::toggleAction()});
        const QSignalSpy resumed(m_resume, &QAction::triggered);
        entryOf(*m_menu, 2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(resumed.count(), 0);
    }

    //! One action stands in several menus; the one that is open counts.
    void anEntryIsOfTheMenuThatIsOpen()
    {
        Menu second(m_window.get());
        second.addAction(m_resume);
        QVERIFY(entryOf(second, 0)->state().invisible);
        popup();
        QAccessibleInterface* entry = entryOf(*m_menu, 2);
        QVERIFY(!entry->state().invisible);
        QCOMPARE(entry->parent(), QAccessible::queryAccessibleInterface(m_menu));
        m_menu->hide();
        second.popup(m_window->mapToGlobal(QPoint(20, 20)));
        QCOMPARE(entry->parent(), QAccessible::queryAccessibleInterface(&second));
        QCOMPARE(entryOf(second, 0), entry);
    }

    void aSubmenuIsInsideItsEntry()
    {
        QMenu* themes = m_menu->addMenu(QStringLiteral("Theme"));
        QAction* dark = themes->addAction(QStringLiteral("Dark"));
        popup();
        QAccessibleInterface* entry = entryOf(*m_menu, 3);
        QVERIFY(entry->state().hasPopup);
        QCOMPARE(entry->childCount(), 1);
        QCOMPARE(entry->child(0), QAccessible::queryAccessibleInterface(themes));
        QCOMPARE(entry->indexOfChild(entry->child(0)), 0);
        entry->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
        QTRY_VERIFY(themes->isVisible());
        QCOMPARE(entryOf(*themes, 0)->object(), dark);
    }
};

VALV_TEST(MenuTest)

} // namespace tst_menu

#include "tst_menu.moc"
