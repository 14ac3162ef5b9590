// SPDX-License-Identifier: GPL-3.0-or-later
// A button that can't be used: who can't point at it is told why as well.
#include "controls/action.h"
#include "controls/blade.h"
#include "controls/bulkbar.h"
#include "controls/button.h"
#include "support/testprogram.h"
#include "theme/focusring.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QFocusFrame>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

namespace tst_button {

using namespace valv::views;

namespace {

QAccessibleInterface* heard(QWidget* widget)
{
    return QAccessible::queryAccessibleInterface(widget);
}

const QString why = QStringLiteral("Choose a recovery point first.");

} // namespace

class ButtonTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_before = nullptr;
    Button* m_button = nullptr;
    QLineEdit* m_after = nullptr;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_window.get());
        m_before = new QLineEdit;
        m_button = new Button(ButtonKind::Primary, QStringLiteral("&Restore"));
        m_after = new QLineEdit;
        for (QWidget* each : std::initializer_list<QWidget*>{m_before, m_button, m_after}) {
            layout->addWidget(each);
        }
        m_window->resize(400, 300);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_before->setFocus(Qt::TabFocusReason);
    }
    void cleanup() { m_window.reset(); }

    void tabLeadsToTheReason()
    {
        m_button->setReason(why);
        QTest::keyClick(m_before, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_button);
        const auto state = heard(m_button)->state();
        QVERIFY(state.disabled && state.focusable && state.focused);
        QCOMPARE(heard(m_button)->role(), QAccessible::Button);
        QCOMPARE(heard(m_button)->text(QAccessible::Name), QStringLiteral("Restore"));
        QCOMPARE(heard(m_button)->text(QAccessible::Description), why);
        QTRY_VERIFY(QToolTip::isVisible());
        QCOMPARE(QToolTip::text(), why);
        QTest::keyClick(m_button, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_after);
        QTest::keyClick(m_after, Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), m_button);
    }

    void theRingIsSeen()
    {
        m_button->setReason(why);
        QTest::keyClick(m_before, Qt::Key_Tab);
        QVERIFY(hasKeyFocus(m_button));
        const auto frames = m_window->findChildren<QFocusFrame*>();
        QCOMPARE(frames.size(), 1);
        QVERIFY(frames.first()->isVisible());
        QCOMPARE(frames.first()->widget(), m_button);
        QVERIFY(frames.first()->geometry().contains(m_button->geometry()));
    }

    void keysOnlyTell_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Space") << Qt::Key_Space;
        QTest::newRow("Enter") << Qt::Key_Return;
        QTest::newRow("Enter beside the digits") << Qt::Key_Enter;
    }

    void keysOnlyTell()
    {
        QFETCH(Qt::Key, key);
        m_button->setReason(why);
        m_button->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(QToolTip::isVisible());
        QToolTip::hideText();
        QTRY_VERIFY(!QToolTip::isVisible());
        QSignalSpy clicked(m_button, &QAbstractButton::clicked);
        QTest::keyClick(m_button, key);
        QVERIFY(clicked.isEmpty());
        QVERIFY(!m_button->isDown());
        QTRY_COMPARE(QToolTip::text(), why);
        QVERIFY(m_button->hasFocus());
    }

    void itsLetterAndReadersOnlyTell()
    {
        m_button->setReason(why);
        QSignalSpy clicked(m_button, &QAbstractButton::clicked);
        auto* actions = heard(m_button)->actionInterface();
        QVERIFY(!actions->actionNames().contains(QAccessibleActionInterface::pressAction()));
        actions->doAction(QAccessibleActionInterface::pressAction());
        QTest::keyClick(m_before, Qt::Key_R, Qt::AltModifier);
        QVERIFY(m_button->hasFocus());
        QVERIFY(clicked.isEmpty());

        m_button->setReason({});
        QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::pressAction()));
        actions->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(clicked.size(), 1);
        QTest::keyClick(m_before, Qt::Key_R, Qt::AltModifier);
        QTRY_COMPARE(clicked.size(), 2);
    }

    //! What was pressed before there was a reason is not let go as a click.
    void aReasonComesWhileItIsPressed()
    {
        QSignalSpy clicked(m_button, &QAbstractButton::clicked);
        m_button->setFocus(Qt::TabFocusReason);
        QTest::keyPress(m_button, Qt::Key_Space);
        QVERIFY(m_button->isDown());
        m_button->setReason(why);
        QTest::keyRelease(m_button, Qt::Key_Space);
        QVERIFY(clicked.isEmpty());
        QVERIFY(m_button->hasFocus()); // it stays where it is

        m_button->setReason({});
        QVERIFY(m_button->hasFocus() && m_button->isAvailable() && !heard(m_button)->state().disabled);
        QVERIFY(heard(m_button)->text(QAccessible::Description).isEmpty());
        QTest::keyClick(m_button, Qt::Key_Space);
        QCOMPARE(clicked.size(), 1);
    }

    //! For the mouse and the eye it is what a disabled button is.
    void theMouseDoesNothing()
    {
        m_button->setEnabled(false);
        const QImage disabled = m_button->grab().toImage();
        m_button->setReason(why);
        QVERIFY(!m_button->isAvailable());
        QCOMPARE(m_button->toolTip(), why);
        QTest::mouseMove(m_button);
        QCOMPARE(m_button->grab().toImage(), disabled);
        QSignalSpy clicked(m_button, &QAbstractButton::clicked);
        QTest::mousePress(m_button, Qt::LeftButton);
        QVERIFY(!m_button->isDown());
        QCOMPARE(m_button->grab().toImage(), disabled);
        QTest::mouseRelease(m_button, Qt::LeftButton);
        QVERIFY(clicked.isEmpty());
        QVERIFY(!m_button->hasFocus());
        m_button->setReason({});
        QVERIFY(m_button->toolTip().isEmpty());
        QTest::mouseClick(m_button, Qt::LeftButton);
        QCOMPARE(clicked.size(), 1);
        QVERIFY(m_button->hasFocus());
    }

    void withoutAReasonItIsPassed()
    {
        m_button->setReason(why);
        m_button->setEnabled(false); // while something is sent
        QTest::keyClick(m_before, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_after);
    }

    void aCommandOfTheBulkBarTellsIts()
    {
        auto* action = makeAction(Icon::Tick, QStringLiteral("Acknowledge"), m_window.get());
        auto* bar = new BulkBar(m_window.get());
        m_window->layout()->addWidget(bar);
        auto* button = bar->addCommand(action);
        bar->setCount(2);
        setReason(action, why);
        m_after->setFocus(Qt::TabFocusReason);
        QTest::keyClick(m_after, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button);
        QVERIFY(heard(button)->state().disabled);
        QCOMPARE(heard(button)->text(QAccessible::Description), why);
        QTRY_COMPARE(QToolTip::text(), why);
        QSignalSpy run(action, &QAction::triggered);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(run.size(), 0);
        setReason(action, {});
        QVERIFY(button->hasFocus());
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(run.size(), 1);

        action->setEnabled(false); // nobody said why
        QVERIFY(!button->isEnabled());
    }

    void aBladeSubmitsOnlyWhatCanBe()
    {
        auto* blade = new Blade(m_window.get());
        blade->setButtons(QStringLiteral("Restore"));
        blade->footer()->primary()->setReason(why);
        QSignalSpy submitted(blade, &Blade::submitted);
        blade->open();
        QVERIFY(QApplication::focusWidget() != blade->footer()->primary());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(submitted.isEmpty());
        blade->footer()->primary()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(blade->footer()->primary(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(submitted.isEmpty());
        blade->footer()->primary()->setReason({});
        QTest::keyClick(blade->footer()->primary(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(submitted.size(), 1);
    }
};

VALV_TEST(ButtonTest)

} // namespace tst_button

#include "tst_button.moc"
