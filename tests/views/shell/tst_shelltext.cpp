// SPDX-License-Identifier: GPL-3.0-or-later
// The live switch of language: every text of the window follows, and nothing English is left under Swedish.
#include "controls/navlist.h"
#include "shell/firststartpage.h"
#include "shell/infoblades.h"
#include "shell/notificationpanel.h"
#include "shell/shellcommands.h"
#include "support/testprogram.h"
#include "views/shell/fixture.h"

#include <QTest>

namespace tst_shelltext {

using namespace valv;
using namespace valv::presentation;
using namespace valv::views;
using namespace valv::views::test;

namespace {

//! Every text that a person or a reader meets in a window, with where it stands.
QStringList textsOf(const QWidget* root)
{
    QStringList texts;
    const auto add = [&texts](const QString& text) {
        if (!text.trimmed().isEmpty()) {
            texts.append(text);
        }
    };
    QList<const QWidget*> all{root};
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        all.append(widget);
    }
    for (const QWidget* widget : std::as_const(all)) {
        if (!widget->isVisible()) {
            continue;
        }
        add(widget->accessibleName());
        add(widget->accessibleDescription());
        add(widget->toolTip());
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            add(label->text());
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            add(button->text());
        } else if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
            add(edit->placeholderText());
        }
    }
    texts.removeDuplicates();
    return texts;
}

//! New widgets of a layout are shown by a queued call, which may come after the next turn of the loop.
void settle()
{
    for (int i = 0; i < 4; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

//! What is the same in both languages, or said in the other one on purpose.
bool isCommon(const QString& text)
{
    static const QStringList common{QStringLiteral("Valv"),        QStringLiteral("first"),
                                    QStringLiteral("second"),      QStringLiteral("Lokal motor · kvm01"),
                                    QStringLiteral("Ansluten."),   QStringLiteral("Version"),
                                    QStringLiteral("sql-prod-01"), QStringLiteral("Navigation")};
    return common.contains(text) || text.size() < 3 || text.at(0).isDigit() || text.startsWith(QLatin1Char('/'));
}

} // namespace

class TestShellText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchesEveryText_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("all services") << QStringLiteral("services");
        QTest::newRow("notifications") << QStringLiteral("notifications");
        QTest::newRow("shortcuts") << QStringLiteral("shortcuts");
        QTest::newRow("about") << QStringLiteral("about");
        QTest::newRow("first start") << QStringLiteral("firststart");
        QTest::newRow("not found") << QStringLiteral("notfound");
    }
    void switchesEveryText()
    {
        QFETCH(QString, what);
        Fixture f;
        f.window->setPages({QStringLiteral("virtualmachines"), QStringLiteral("vaults"), QStringLiteral("items"),
                            QStringLiteral("jobs"), QStringLiteral("policies"), QStringLiteral("settings")},
                           [](const Route& route) -> Page* {
                               return route.page == QLatin1String("firststart") ? new FirstStartPage : nullptr;
                           });
        f.window->resize(1440, 900);
        f.window->show();
        QVERIFY(QTest::qWaitForWindowExposed(f.window.get()));
        if (what == QLatin1String("notifications")) {
            Notification failed;
            failed.state = NotificationState::Failed;
            failed.title = Phrase("valv::presentation::StatusWords", "Failed");
            failed.error = Error{"DiskVanished", "gone", {}, {}, {}};
            f.log.add(failed, [] {});
            f.window->navigator().open({QStringLiteral("services"), {}, {}});
            f.window->navigator().showNotifications();
        } else if (what == QLatin1String("shortcuts")) {
            f.window->navigator().openBlade(new KeyboardMapBlade(f.window->commands()->all(), f.window.get()));
        } else if (what == QLatin1String("about")) {
            f.window->navigator().openBlade(new AboutBlade(f.window.get()));
        } else {
            f.window->navigator().open({what, {}, {}});
        }
        settle();
        const QStringList swedish = textsOf(f.window.get());
        QVERIFY(swedish.size() > 15);
        f.window->topBar()->language()->click();
        settle();
        const QStringList english = textsOf(f.window.get());
        QStringList same;
        for (const QString& text : english) {
            if (swedish.contains(text) && !isCommon(text)) {
                same.append(text);
            }
        }
        QVERIFY2(same.isEmpty(), qPrintable(QStringLiteral("in both languages: ") + same.join(QStringLiteral(" | "))));
        f.window->topBar()->language()->click();
        settle();
        const QStringList again = textsOf(f.window.get());
        QStringList differing;
        for (const QString& text : swedish) {
            if (!again.contains(text)) {
                differing.append(QStringLiteral("lost: ") + text);
            }
        }
        for (const QString& text : again) {
            if (!swedish.contains(text)) {
                differing.append(QStringLiteral("new: ") + text);
            }
        }
        QVERIFY2(differing.isEmpty(), qPrintable(differing.join(QStringLiteral(" | "))));
    }

    void everyControlHasAName()
    {
        Fixture f;
        f.window->show();
        f.window->navigator().open({QStringLiteral("services"), {}, {}});
        QVERIFY(QTest::qWaitForWindowExposed(f.window.get()));
        for (const QAbstractButton* button : f.window->findChildren<QAbstractButton*>()) {
            // The buttons inside a line edit stand for actions that the field tells of itself.
            if (button->isVisible() && qobject_cast<const QLineEdit*>(button->parentWidget()) == nullptr) {
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                         button->metaObject()->className());
            }
        }
        for (const QLineEdit* edit : f.window->findChildren<QLineEdit*>()) {
            if (edit->isVisible()) {
                QVERIFY(!edit->accessibleName().isEmpty());
            }
        }
    }
};

VALV_TEST(TestShellText)

} // namespace tst_shelltext

#include "tst_shelltext.moc"
