// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/blade.h"
#include "controls/detailspane.h"
#include "controls/label.h"
#include "support/testprogram.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace tst_blade {

using namespace valv::views;

} // namespace tst_blade
Q_DECLARE_METATYPE(valv::views::MotionChoice)
namespace tst_blade {

class BladeTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_outside = nullptr;
    QPointer<Blade> m_blade;
    QLineEdit* m_first = nullptr;
    QLineEdit* m_second = nullptr;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_theme->setMotionChoice(MotionChoice::Reduced);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1000, 700);
        m_outside = new QLineEdit(m_window.get());
        m_blade = new Blade(m_window.get());
        m_blade->setTitle(QStringLiteral("Back up now"));
        m_first = new QLineEdit;
        m_second = new QLineEdit;
        m_blade->add(m_first);
        m_blade->add(m_second);
        m_blade->setButtons(QStringLiteral("Back up"));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_outside->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void opensBelowTheTopBar()
    {
        m_blade->open();
        QCOMPARE(m_blade->geometry(), QRect(0, Size::topbar, 1000, 700 - Size::topbar));
        QCOMPARE(m_blade->panel()->width(), Size::blade);
        QCOMPARE(m_blade->panel()->geometry().right(), 999);
        m_window->resize(1200, 800);
        QCOMPARE(m_blade->panel()->geometry().right(), 1199);
    }

    //! In a body without a stretch too, whose content stays at the top.
    void wrappedTextHasItsHeight()
    {
        auto* text = new Label(LabelKind::Body, QStringLiteral("What has been stored makes it quicker. ").repeated(9));
        text->setWordWrap(true);
        m_blade->add(text);
        auto* after = new QLineEdit;
        m_blade->add(after);
        m_blade->open();
        QCOMPARE(text->height(), text->heightForWidth(text->width()));
        QCOMPARE(after->y(), text->geometry().bottom() + 1 + m_blade->body()->spacing());
        QVERIFY(after->parentWidget()->height() > after->geometry().bottom() + Size::blade / 2);

        DetailsPane pane;
        auto* told = new Label(LabelKind::Body, text->text());
        told->setWordWrap(true);
        pane.add(told);
        pane.resize(pane.width(), 600);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        QCOMPARE(told->height(), told->heightForWidth(told->width()));
        QCOMPARE(told->y(), Space::lg);
    }

    void focusGoesInAndBack()
    {
        m_blade->open();
        QCOMPARE(QApplication::focusWidget(), m_first);
        QSignalSpy closed(m_blade, &Blade::closed);
        QTest::keyClick(m_first, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        QCOMPARE(QApplication::focusWidget(), m_outside);
        QTRY_VERIFY(m_blade.isNull());
    }

    //! What only says something, and more than there is room for.
    void aLongBodyIsReadWithKeysAlone()
    {
        auto* text = new Label(LabelKind::Body, QStringLiteral("In another region. ").repeated(400));
        text->setWordWrap(true);
        m_blade->add(text);
        m_blade->open();
        auto* bar = m_blade->findChild<QScrollArea*>()->verticalScrollBar();
        QVERIFY(bar->maximum() > bar->pageStep());
        for (auto* button : m_blade->findChildren<QAbstractButton*>()) { // none stands in the body
            button->setFocus();
            bar->setValue(0);
            QTest::keyClick(button, Qt::Key_PageDown);
            QCOMPARE(bar->value(), bar->pageStep());
            QTest::keyClick(button, Qt::Key_PageUp);
            QCOMPARE(bar->value(), 0);
        }
    }

    void tabStaysInside_data()
    {
        QTest::addColumn<bool>("forward");
        QTest::newRow("Tab") << true;
        QTest::newRow("Shift+Tab") << false;
    }

    void tabStaysInside()
    {
        QFETCH(bool, forward);
        m_blade->open();
        QSet<QWidget*> seen;
        for (int i = 0; i < 14; ++i) {
            QTest::keyClick(QApplication::focusWidget(), forward ? Qt::Key_Tab : Qt::Key_Backtab,
                            forward ? Qt::NoModifier : Qt::ShiftModifier);
            QVERIFY(m_blade->panel()->isAncestorOf(QApplication::focusWidget()));
            seen.insert(QApplication::focusWidget());
        }
        QCOMPARE(seen.size(), 5); // two fields, primary, cancel, close
    }

    void ctrlEnterSubmits()
    {
        m_blade->open();
        QSignalSpy submitted(m_blade, &Blade::submitted);
        QTest::keyClick(m_first, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(submitted.size(), 1);
        m_blade->footer()->primary()->setReason(QStringLiteral("Not yet"));
        QTest::keyClick(m_first, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(submitted.size(), 1);
    }

    void theGuardKeepsItOpen()
    {
        m_blade->setCloseGuard([] { return false; });
        m_blade->open();
        QVERIFY(!m_blade->closeBlade());
        QVERIFY(m_blade->isOpen() && m_blade->isVisible());
    }

    void theScrimSwallowsClicks()
    {
        m_blade->open();
        QCOMPARE(m_window->childAt(100, 300), m_blade.data());
        m_blade->setScrim(false);
        QVERIFY(m_window->childAt(100, 300) != m_blade.data());
    }

    void itIsADialogWithItsTitle()
    {
        QAccessibleInterface* dialog = QAccessible::queryAccessibleInterface(m_blade);
        QCOMPARE(dialog->role(), QAccessible::Dialog);
        QCOMPARE(dialog->text(QAccessible::Name), QStringLiteral("Back up now"));
    }

    void withoutMotionItIsThereAtOnce()
    {
        QSignalSpy opened(m_blade, &Blade::opened);
        m_blade->open();
        QCOMPARE(opened.size(), 1);
        QVERIFY(m_blade->panel()->isVisible());
        const QImage still = m_window->grab().toImage();
        QTest::qWait(0); // whatever was begun goes on
        QCOMPARE(m_window->grab().toImage(), still);
    }

    void escapeCloses_data()
    {
        QTest::addColumn<MotionChoice>("motion");
        QTest::newRow("at once") << MotionChoice::Reduced;
        QTest::newRow("while it slides in") << MotionChoice::Full;
    }

    void escapeCloses()
    {
        QFETCH(MotionChoice, motion);
        m_theme->setMotionChoice(motion);
        QSignalSpy closed(m_blade, &Blade::closed);
        m_blade->open();
        QVERIFY(QApplication::focusWidget() != m_outside);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        QVERIFY(!m_blade->isVisible());
        QCOMPARE(QApplication::focusWidget(), m_outside);
        QTRY_VERIFY(m_blade.isNull());
    }

    void whatIsTypedWhileItSlidesInIsNotLost()
    {
        m_theme->setMotionChoice(MotionChoice::Full);
        m_blade->open();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("v"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("alv"));
        QCOMPARE(m_first->text(), QStringLiteral("valv"));
        QVERIFY(m_outside->text().isEmpty());
    }

    void tabWhileItSlidesInGoesToTheFirstField()
    {
        m_theme->setMotionChoice(MotionChoice::Full);
        m_blade->open();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_first);
        QVERIFY(m_blade->panel()->isVisible());
    }

    void aKeyInAWindowThatIsNotActiveClosesIt()
    {
        m_theme->setMotionChoice(MotionChoice::Full);
        QSignalSpy closed(m_blade, &Blade::closed);
        m_blade->open();
        QApplication::setActiveWindow(nullptr);
        QVERIFY(QApplication::focusWidget() == nullptr);
        QTest::keyClick(m_blade.data(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void itSlidesWhenMotionIsWanted()
    {
        m_theme->setMotionChoice(MotionChoice::Full);
        QSignalSpy opened(m_blade, &Blade::opened);
        m_blade->open();
        QVERIFY(opened.isEmpty());
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(m_blade->panel()->isVisible());
        QCOMPARE(QApplication::focusWidget(), m_first);
    }
};

VALV_TEST(BladeTest)

} // namespace tst_blade

#include "tst_blade.moc"
