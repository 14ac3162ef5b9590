// SPDX-License-Identifier: GPL-3.0-or-later
// Flows H and I10: prices are given, what a month costs is seen for a vault and in the report, whose period is chosen
// and which goes into files. What is expected is counted here by the table of flows.md H2, from what the service tells.
#include "console/console.h"
#include "presentation/app/settings.h"
#include "support/flow/flowrig.h"
#include "support/testprogram.h"

#include <QLineEdit>

namespace tst_reportflow {

using namespace valv;
using namespace valv::test;

namespace {

constexpr double gb = 1e9;
const auto vaultName = QStringLiteral("valv-produktion");
constexpr double smallPrice = 50;
constexpr double fullPrice = 120.5;
constexpr double localPrice = 0.25;
constexpr double geoPrice = 0.5;

struct Expected
{
    int small = 0;
    int full = 0;
    double stored = 0; // bytes
    bool geo = false;
    [[nodiscard]] int instances() const { return small + full; }
    [[nodiscard]] double cost() const
    {
        return small * smallPrice + full * fullPrice + stored / gb * (geo ? geoPrice : localPrice);
    }
};

QString amountIn(const ConsoleRig& rig, double value)
{
    return rig.console->language().locale().toString(value, 'f', 2) + QStringLiteral(" SEK");
}

} // namespace

class ReportFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesAndReport_data() { seats(); }
    void pricesAndReport()
    {
        QFETCH(Seat, seat);
        FlowRig rig(true, seat);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        QTRY_VERIFY_WITH_TIMEOUT(rig.session().vaultUsages().hasLoaded(), patience);

        // H4: none is shipped; what is no price is said beside its field and stays there.
        QVERIFY(rig.console->settings().prices().isEmpty());
        DO(person.find(seat.in("Prices", "Priser"), Text("Settings: %1", {seat.in("Prices", "Priser")})));
        const Text small("Small instance, at most 50 GB, a month");
        const Text full("Full instance, a month");
        const Text local("GB stored, locally redundant, a month");
        const Text geo("GB stored, geo-redundant, a month");
        const auto error = seat.in("Enter a price from 0 to 1,000,000.", "Ange ett pris från 0 till 1 000 000.");
        const auto saysWrong = [&](const Text& field) {
            const auto* edit = person.control(field);
            return edit != nullptr && Words::plain(edit->accessibleDescription()).contains(error);
        };
        const auto textOf = [&](const Text& field) {
            const auto* edit = qobject_cast<QLineEdit*>(person.control(field));
            return edit == nullptr ? QString() : edit->text();
        };
        for (const auto* wrong : {"-1", "1000001", "tio"}) {
            DO(person.type(small, QLatin1String(wrong)));
            DO(person.key(Qt::Key_Tab));
            QVERIFY2(saysWrong(small), wrong);
            QCOMPARE(textOf(small), QLatin1String(wrong));
        }
        QVERIFY(rig.console->settings().prices().isEmpty());
        DO(person.type(small, QStringLiteral("50")));
        DO(person.key(Qt::Key_Tab));
        QVERIFY(!saysWrong(small));
        DO(person.key(Qt::Key_Tab)); // the next one is left empty: who gives one gives all
        QVERIFY(saysWrong(full));
        DO(person.type(full, seat.in("120.5", "120,5")));
        DO(person.type(local, seat.in("0.25", "0,25")));
        DO(person.type(geo, seat.in("0.5", "0,5")));
        DO(person.key(Qt::Key_Tab));
        DO(person.seesNoMore(Text::verbatim(error)));
        const auto prices = rig.console->settings().prices();
        QCOMPARE(prices.small.value_or(-1), smallPrice);
        QCOMPARE(prices.full.value_or(-1), fullPrice);
        QCOMPARE(prices.local.value_or(-1), localPrice);
        QCOMPARE(prices.geo.value_or(-1), geoPrice);

        // H1, H2: what a vault costs stands on its dashboard.
        const auto all = expected(rig);
        QVERIFY(all.contains(vaultName));
        DO(person.press("Recovery Services vaults"));
        DO(person.openRow("Recovery Services vaults", vaultName));
        DO(person.sees("Estimated monthly cost"));
        DO(person.sees(Text::verbatim(Words::plain(amountIn(rig, all.value(vaultName).cost())))));

        // I10: its report says the same, and that of all vaults the sum.
        const auto tile = QStringLiteral("%1: %2").arg(seat.in("Protected instances", "Skyddade instanser"));
        DO(person.press("Reports")); // in the vault's own menu
        DO(person.sees(Text::verbatim(tile.arg(all.value(vaultName).instances()))));
        DO(person.sees(Text::verbatim(Words::plain(amountIn(rig, all.value(vaultName).cost())))));
        int instances = 0;
        double cost = 0;
        for (const auto& vault : all) {
            instances += vault.instances();
            cost += vault.cost();
        }
        QVERIFY(instances > all.value(vaultName).instances());
        DO(person.press("Recovery Services vaults"));
        DO(person.press("Reports"));
        DO(person.sees(Text::verbatim(tile.arg(instances))));
        DO(person.sees(Text::verbatim(Words::plain(amountIn(rig, cost)))));

        period(seat, person);
        if (QTest::currentTestFailed()) {
            return;
        }
        files(seat, rig, all);
    }

private:
    //! 7, 30, 90 days and one's own; what can't be is said, and what was typed stays.
    static void period(const Seat& seat, Person& person)
    {
        DO(person.press(Text("Last %1 days", {QStringLiteral("7")})));
        DO(person.sees(Text::verbatim(seat.in("13 Dec 2018 – 19 Dec 2018", "2018-12-13 – 2018-12-19"))));
        DO(person.press("Custom period"));
        DO(person.type("From", QStringLiteral("2018-12-10")));
        DO(person.type("To", QStringLiteral("2018-12-01")));
        DO(person.key(Qt::Key_Tab));
        DO(person.sees(Text::verbatim(seat.in("The start date must not be after the end date.",
                                              "Startdatumet får inte ligga efter slutdatumet."))));
        DO(person.type("To", QStringLiteral("2018-12-15")));
        DO(person.type("From", QStringLiteral("2017-11-14")));
        DO(person.key(Qt::Key_Tab));
        DO(person.sees(
            Text::verbatim(seat.in("The period can be at most 13 months.", "Perioden får vara högst 13 månader."))));
        DO(person.type("From", QStringLiteral("2018-11-15")));
        DO(person.key(Qt::Key_Tab));
        DO(person.seesNoMore(
            Text::verbatim(seat.in("The period can be at most 13 months.", "Perioden får vara högst 13 månader."))));
        DO(person.sees(Text::verbatim(seat.in("15 Nov 2018 – 15 Dec 2018", "2018-11-15 – 2018-12-15"))));
    }

    //! The file for a spreadsheet, read as one reads it, and the one for paper.
    static void files(const Seat& seat, FlowRig& rig, const QHash<QString, Expected>& all)
    {
        auto& person = rig.hands();
        const auto csvFile = rig.path(QStringLiteral("rapport åäö.csv"));
        DO(person.press("Export to CSV"));
        DO(person.saveAs(csvFile));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(csvFile), patience);
        QFile csv(csvFile);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const auto bytes = csv.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
        const auto lines = QString::fromUtf8(bytes.mid(3)).split(QStringLiteral("\r\n"));
        const QChar separator = seat.isSwedish() ? QLatin1Char(';') : QLatin1Char(',');
        QCOMPARE(lines.first().split(separator).mid(2),
                 (QStringList{QStringLiteral("2018-11-15"), QStringLiteral("2018-12-15")}));
        for (auto vault = all.cbegin(); vault != all.cend(); ++vault) {
            const auto line = std::find_if(lines.begin(), lines.end(), [&](const QString& each) {
                return each.startsWith(vault.key() + separator);
            });
            QVERIFY2(line != lines.end(), qPrintable(vault.key()));
            QCOMPARE(line->split(separator).value(7), QString::number(vault->instances()));
        }
        const auto pdfFile = rig.path(QStringLiteral("rapport.pdf"));
        DO(person.press("Export to PDF"));
        DO(person.saveAs(pdfFile));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(pdfFile), patience);
        QFile pdf(pdfFile);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const auto pages = pdf.readAll();
        QVERIFY(pages.startsWith("%PDF-"));
        QVERIFY(pages.trimmed().endsWith("%%EOF"));
    }

    //! By vault.
    [[nodiscard]] static QHash<QString, Expected> expected(const ConsoleRig& rig)
    {
        QHash<QString, Expected> all;
        auto& session = rig.session();
        for (int row = 0; row < session.vaults().count(); ++row) {
            const auto& vault = session.vaults().at(row);
            auto& made = all[vault.name];
            made.geo = vault.redundancy == contract::StorageModel::GeoRedundant;
            const auto* usage = session.vaultUsages().find(vault.id);
            made.stored = usage == nullptr ? 0 : static_cast<double>(usage->storedBytes());
        }
        for (int row = 0; row < session.items().count(); ++row) {
            const auto& item = session.items().at(row);
            if (item.softDeleted || !item.lastRecoveryPoint) {
                continue; // H3: not billed
            }
            auto& of = all[item.id.vaultId().name()];
            const auto size = static_cast<double>(item.sourceBytes) / gb;
            if (size <= 50) {
                ++of.small;
            } else {
                of.full += std::max(1, static_cast<int>(std::ceil(size / 500)));
            }
        }
        return all;
    }
};

VALV_TEST(ReportFlow)

} // namespace tst_reportflow

#include "tst_reportflow.moc"
