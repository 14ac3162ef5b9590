// SPDX-License-Identifier: GPL-3.0-or-later
// The command palette, by keyboard alone: what is found, how it is spoken, and that a large estate does not stop it.
#include "controls/azcopy.h"
#include "controls/label.h"
#include "frame/findable.h"
#include "shell/commandpalette.h"
#include "shell/palettelist.h"
#include "shell/shellcommands.h"
#include "support/testprogram.h"
#include "views/shell/fixture.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QTest>

namespace tst_palette {

using namespace valv;
using namespace valv::presentation;
using namespace valv::views;
using namespace valv::views::test;

namespace {

Route machine(const QString& name)
{
    return {QStringLiteral("virtualmachine"),
            QStringLiteral("/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/") + name,
            {}};
}

//! An estate of so many machines; each can be backed up, and those whose name ends in 1 can't be restored. Commands are
//! called as those of the console are, in its language.
class Estate : public FindSource
{
    Q_OBJECT
public:
    explicit Estate(int machines)
    {
        for (int i = 0; i < machines; ++i) {
            m_names.append(QStringLiteral("sql-prod-%1").arg(i + 1, 2, 10, QLatin1Char('0')));
        }
    }
    [[nodiscard]] QVector<Findable> all() const override
    {
        QVector<Findable> found;
        for (const QString& name : m_names) {
            found.append({FindKind::Resource,
                          name,
                          QStringLiteral("virtuell dator virtual machine"),
                          Icon::VirtualMachine,
                          machine(name),
                          {}});
        }
        found.append({FindKind::Job,
                      QStringLiteral("Backup: sql-prod-01"),
                      {},
                      Icon::Job,
                      {QStringLiteral("jobs"), {}, QStringLiteral("/j/1")},
                      {}});
        return found;
    }
    [[nodiscard]] QString detail(const Findable& found) const override
    {
        return found.kind == FindKind::Resource ? QStringLiteral("skyddad") : QString();
    }
    [[nodiscard]] QList<QAction*> commandsOf(const Route& thing, QObject* parent) const override
    {
        if (thing.subject.isEmpty()) {
            auto* again = makeAction(Icon::Retry, ofJob("Try again"), parent);
            setReason(again, QStringLiteral("Jobbet pågår."));
            return {makeAction(Icon::Cancel, ofJob("Cancel job"), parent), again};
        }
        const QString name = thing.subject.section(QLatin1Char('/'), -1);
        auto* backup = makeAction(Icon::Protected, called("Back up now"), parent);
        backup->setShortcut(Qt::CTRL | Qt::Key_B);
        setAzCommand(backup, [name] { return QStringLiteral("az backup ") + name; });
        QObject::connect(backup, &QAction::triggered, this, [this, name] { m_backedUp.append(name); });
        auto* restore = makeAction(Icon::Restore, called("Restore VM"), parent);
        setReason(restore, name.endsWith(QLatin1Char('1')) ? QStringLiteral("Det finns inga punkter.") : QString());
        return {backup, restore};
    }
    mutable QStringList m_backedUp;

private:
    static QString ofJob(const char* english) { return QCoreApplication::translate("ResourceCommands", english); }
    static QString called(const char* english)
    {
        return QCoreApplication::translate("valv::views::ItemCommands", english);
    }

    QStringList m_names;
};

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        f = std::make_unique<Fixture>();
        estate = std::make_unique<Estate>(12);
        f->window->setFindSource(estate.get());
        f->window->resize(1440, 900);
        f->window->show();
        QVERIFY(QTest::qWaitForWindowActive(f->window.get()));
        f->window->navigator().open({QStringLiteral("virtualmachines"), {}, {}});
        palette = f->window->commandPalette();
    }
    void cleanup()
    {
        f.reset();
        estate.reset();
    }

    void finds_data()
    {
        QTest::addColumn<LanguageChoice>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("title"); // of the current row
        QTest::addColumn<FindKind>("kind"); // of the first group
        const auto row = [](const char* name, LanguageChoice language, const char* typed, const char* title,
                            FindKind kind) {
            QTest::newRow(name) << language << QString::fromUtf8(typed) << QString::fromUtf8(title) << kind;
        };
        using enum LanguageChoice;
        using enum FindKind;
        row("a machine", Swedish, "prod-07", "sql-prod-07", Resource);
        row("a machine without its hyphens", Swedish, "sqlprod07", "sql-prod-07", Resource);
        row("a command in Swedish", Swedish, "morkt", "Mörkt tema", Command);
        row("the same in English", Swedish, "dark", "Mörkt tema", Command);
        row("in English, run together", Swedish, "darktheme", "Mörkt tema", Command);
        row("in Swedish where English is shown", English, "morkt tema", "Dark theme", Command);
        row("a page in Swedish", Swedish, "sakerhetskopieringsjobb", "Säkerhetskopieringsjobb", Page);
        row("a page in English", Swedish, "backup jobs", "Säkerhetskopieringsjobb", Page);
        row("a command of a machine", Swedish, "sakerhetskopiera prod-02", "Säkerhetskopiera nu: sql-prod-02", Command);
        row("the same in English words", Swedish, "backup prod-02", "Säkerhetskopiera nu: sql-prod-02", Command);
        row("of several machines", Swedish, "backup sql", "Säkerhetskopiera nu: sql-prod-01", Command);
        row("in English", English, "backup prod-02", "Back up now: sql-prod-02", Command);
        row("the same in Swedish words", English, "sakerhetskopiera prod-02", "Back up now: sql-prod-02", Command);
        row("words in another order", Swedish, "prod-02 restore", "Återställ virtuell dator: sql-prod-02", Command);
        row("and in Swedish", English, "prod-02 aterstall", "Restore VM: sql-prod-02", Command);
        row("words of both", Swedish, "restore dator prod-02", "Återställ virtuell dator: sql-prod-02", Command);
        row("only commands", Swedish, ">uppdatera", "Uppdatera sidan", Command);
        row("only commands, the machine's too", Swedish, ">restore prod-02", "Återställ virtuell dator: sql-prod-02",
            Command);
        row("only resources", Swedish, "@", "sql-prod-01", Resource);
        row("only jobs", Swedish, "#sql", "Backup: sql-prod-01", Job);
        row("a command of a job", Swedish, "avbryt sql", "Avbryt jobb: Backup: sql-prod-01", Command);
        row("the same in English words", Swedish, "cancel prod-01", "Avbryt jobb: Backup: sql-prod-01", Command);
    }
    void finds()
    {
        QFETCH(LanguageChoice, language);
        QFETCH(QString, typed);
        QFETCH(FindKind, kind);
        f->settings.setLanguage(language);
        QCoreApplication::processEvents(); // the window hears of it
        type(typed);
        const auto& rows = palette->list()->rows();
        QVERIFY(rows.size() >= 2);
        QVERIFY(rows.first().isHeading);
        QTEST(rows.at(palette->list()->current()).title, "title");
        const bool swedish = language == LanguageChoice::Swedish;
        const QStringList headings{swedish ? QStringLiteral("Kommandon") : QStringLiteral("Commands"),
                                   swedish ? QStringLiteral("Resurser") : QStringLiteral("Resources"),
                                   swedish ? QStringLiteral("Sidor och inställningar")
                                           : QStringLiteral("Pages and settings"),
                                   swedish ? QStringLiteral("Jobb") : QStringLiteral("Jobs")};
        QCOMPARE(rows.first().title, headings.at(static_cast<int>(kind)));
    }

    void aPickedMachinesCommandsAreFoundInBothLanguages()
    {
        type(QStringLiteral("prod-04"));
        QTest::keyClick(palette->field(), Qt::Key_Tab);
        for (const auto* word : {"restore", "återställ"}) {
            palette->field()->setText(QString::fromUtf8(word));
            QCOMPARE(palette->list()->itemCount(), 1);
            QCOMPARE(palette->list()->itemName(0), QStringLiteral("Återställ virtuell dator: sql-prod-04"));
        }
    }

    //! A machine and its backup item have one name and the same commands.
    void whatHasOneSubjectIsOfferedOnce()
    {
        class WithItem : public Estate
        {
        public:
            using Estate::Estate;
            [[nodiscard]] QVector<Findable> all() const override
            {
                const auto name = QStringLiteral("sql-prod-02");
                return Estate::all()
                    + QVector<Findable>{{FindKind::Resource, name, {}, Icon::ProtectedItem, machine(name), {}}};
            }
        } source(3);
        f->window->setFindSource(&source);
        type(QStringLiteral("backup sql"));
        QStringList titles;
        for (const auto& row : palette->list()->rows()) {
            titles.append(row.title);
        }
        QCOMPARE(titles.count(QStringLiteral("Säkerhetskopiera nu: sql-prod-02")), 1);
        QCOMPARE(titles.count(QStringLiteral("Säkerhetskopiera nu: sql-prod-03")), 1);
        palette->closePalette();
        f->window->setFindSource(estate.get());
    }

    void nothingIsSaid()
    {
        type(QStringLiteral("xyzzy"));
        QCOMPARE(palette->list()->itemCount(), 0);
        bool says = false;
        for (const auto* label : palette->findChildren<QLabel*>()) {
            says = says || (label->isVisible() && label->text().contains(QStringLiteral("Inget matchar ”xyzzy”")));
        }
        QVERIFY(says);
        QCOMPARE(palette->field()->accessibleDescription(), QStringLiteral("0 resultat"));
        QTest::keyClick(palette->field(), Qt::Key_Return); // does nothing
        QVERIFY(palette->isOpen());
    }

    void enterOpensAPlace()
    {
        type(QStringLiteral("prod-07"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(!palette->isOpen());
        QCOMPARE(f->window->pages()->current(), machine(QStringLiteral("sql-prod-07")));
        // It is among the recent ones from now on.
        type(QString());
        QStringList titles;
        for (const auto& row : palette->list()->rows()) {
            titles.append(row.title);
        }
        QVERIFY(titles.contains(QStringLiteral("Senaste")));
        QVERIFY(titles.contains(QStringLiteral("sql-prod-07")));
    }

    void enterRunsACommand()
    {
        f->settings.setLook(LookChoice::Light);
        type(QStringLiteral("morkt tema"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(f->settings.look(), LookChoice::Dark);
        type(QStringLiteral("backup sql-prod-03"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(estate->m_backedUp, QStringList{QStringLiteral("sql-prod-03")});
        QVERIFY(!palette->isOpen());
    }

    void whatCannotBeDoneSaysWhy()
    {
        type(QStringLiteral("restore sql-prod-01"));
        auto* list = palette->list();
        QCOMPARE(list->rows().at(list->current()).enabled, false);
        QCOMPARE(list->rows().at(list->current()).detail, QStringLiteral("Det finns inga punkter."));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(palette->isOpen());
        bool says = false;
        for (const auto* label : palette->findChildren<QLabel*>()) {
            says = says || (label->isVisible() && label->text() == QLatin1String("Det finns inga punkter."));
        }
        QVERIFY(says);
    }

    void tabAsksForTheCommandsOfAResource()
    {
        type(QStringLiteral("prod-04"));
        QTest::keyClick(palette->field(), Qt::Key_Tab);
        QVERIFY(palette->field()->text().isEmpty());
        QVERIFY(palette->field()->hasFocus());
        auto* list = palette->list();
        QCOMPARE(list->itemCount(), 2);
        QCOMPARE(list->itemName(0), QStringLiteral("Säkerhetskopiera nu: sql-prod-04"));
        QTest::keyClick(palette->field(), Qt::Key_Backspace);
        QCOMPARE(palette->field()->text(), QStringLiteral("sql-prod-04"));
        QTest::keyClick(palette->field(), Qt::Key_Tab);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(estate->m_backedUp, QStringList{QStringLiteral("sql-prod-04")});
    }

    void tabAsksForTheCommandsOfAJob()
    {
        type(QStringLiteral("#sql"));
        QTest::keyClick(palette->field(), Qt::Key_Tab);
        auto* list = palette->list();
        QCOMPARE(list->itemCount(), 2);
        QCOMPARE(list->itemName(0), QStringLiteral("Avbryt jobb: Backup: sql-prod-01"));
        QVERIFY(list->itemName(1).startsWith(QStringLiteral("Försök igen: Backup: sql-prod-01")));
    }

    //! There are many jobs of one machine: what cannot be done with them is not offered by a word.
    void whatAJobDoesNotAllowIsNotFound()
    {
        type(QStringLiteral("again sql"));
        for (const auto& row : palette->list()->rows()) {
            QVERIFY2(!row.title.contains(QStringLiteral("Försök igen")), qPrintable(row.title));
        }
    }

    void copies()
    {
        type(QStringLiteral("backup sql-prod-05"));
        QTest::keyClick(palette->field(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("az backup sql-prod-05"));
        QVERIFY(palette->isOpen());
        palette->field()->setText(QStringLiteral("prod-06"));
        QTest::keyClick(palette->field(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(fromLink(QApplication::clipboard()->text()), machine(QStringLiteral("sql-prod-06")));
    }

    void movesRoundAndIsSpoken()
    {
        type(QStringLiteral("prod"));
        auto* list = palette->list();
        auto* interface = QAccessible::queryAccessibleInterface(list);
        QVERIFY(interface != nullptr);
        QCOMPARE(interface->role(), QAccessible::List);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Resultat"));
        QCOMPARE(interface->childCount(), list->itemCount());
        QCOMPARE(interface->child(0)->text(QAccessible::Name), QStringLiteral("sql-prod-01, skyddad"));
        QCOMPARE(interface->child(0)->text(QAccessible::Description), QStringLiteral("Resurser"));
        const int first = list->current();
        QTest::keyClick(palette->field(), Qt::Key_Up);
        QVERIFY(list->current() > first);
        QTest::keyClick(palette->field(), Qt::Key_Down);
        QCOMPARE(list->current(), first);
        QTest::keyClick(palette->field(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(list->itemRect(list->itemCount() - 1), list->rowRect(list->current()));
        QVERIFY(!palette->field()->accessibleName().isEmpty());
        QCOMPARE(palette->field()->accessibleDescription(), QStringLiteral("12 resultat"));
    }

    void theFocusComesBack()
    {
        f->page()->second()->setFocus();
        type(QStringLiteral("x"));
        QTest::keyClick(palette->field(), Qt::Key_Tab);
        QVERIFY(palette->field()->hasFocus());
        QTest::keyClick(palette->field(), Qt::Key_Escape);
        QTRY_VERIFY(f->page()->second()->hasFocus());
    }

    void keysBeneathRest()
    {
        type(QStringLiteral("x"));
        const int before = f->page()->refreshed;
        QTest::keyClick(palette->field(), Qt::Key_F5);
        QCOMPARE(f->page()->refreshed, before);
    }

    void tenThousandMachines()
    {
        Estate large(10'000);
        f->window->setFindSource(&large);
        f->window->commands()->action(ShellCommands::Palette)->trigger();
        QVERIFY(palette->isOpen()); // at once, whatever is still being read
        QTRY_VERIFY(palette->isReady());
        palette->field()->setText(QStringLiteral("prod-9"));
        QCOMPARE(palette->list()->rows().at(palette->list()->current()).title, QStringLiteral("sql-prod-90"));
        palette->closePalette();
        f->window->setFindSource(nullptr);
    }

    void languageSwitches()
    {
        type(QStringLiteral("prod"));
        f->settings.setLanguage(LanguageChoice::English);
        QTRY_COMPARE(palette->accessibleName(), QStringLiteral("Command palette"));
        QTRY_COMPARE(palette->field()->accessibleDescription(), QStringLiteral("12 results"));
        QTRY_COMPARE(palette->list()->rows().first().title, QStringLiteral("Resources"));
        QCOMPARE(palette->field()->text(), QStringLiteral("prod"));
    }

private:
    //! Opens the palette by its key and types.
    void type(const QString& text)
    {
        palette->closePalette();
        QTest::keyClick(f->window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette->isOpen());
        QTRY_VERIFY(palette->field()->hasFocus());
        QTest::keyClicks(palette->field(), text);
        QCOMPARE(palette->field()->text(), text);
    }

    std::unique_ptr<Fixture> f;
    std::unique_ptr<Estate> estate;
    CommandPalette* palette = nullptr;
};

VALV_TEST(TestPalette)

} // namespace tst_palette

#include "tst_palette.moc"
