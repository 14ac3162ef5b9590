// SPDX-License-Identifier: GPL-3.0-or-later
// The form for a new vault through its real widgets. Source: flows.md B2, B3; rules V1–V15.
#include "contract/rules.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/formsummary.h"
#include "controls/messagebar.h"
#include "controls/pill.h"
#include "controls/statustext.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QLineEdit>
#include <QMessageBox>

namespace tst_createvault {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

//! A picture for a person to look at, where one is wanted.
void keep(const QWidget& window)
{
    const auto folder = qEnvironmentVariable("VALV_WALK_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        const auto name = QString::fromLatin1(QTest::currentTestFunction()) + QLatin1Char('-')
            + QString::fromLatin1(QTest::currentDataTag());
        const_cast<QWidget&>(window).grab().save(
            QDir(folder).filePath(QString(name).replace(QLatin1Char(' '), QLatin1Char('-')) + QStringLiteral(".png")));
    }
}

const Route place{QStringLiteral("vaults"), {}, QStringLiteral("create")};

struct CreateRig : PageRig
{
    explicit CreateRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVm(QStringLiteral("vm-web-01"), QStringLiteral("rg-webb"), QStringLiteral("northeurope"));
        backend.addVm(QStringLiteral("vm-web-02"), QStringLiteral("rg-webb"), QStringLiteral("northeurope"));
        backend.addVm(QStringLiteral("vm-db-01"));
        backend.groups.append(QStringLiteral("AzureBackupRG_northeurope_1"));
    }
    void open(QSize size = {1440, 900}) { show(place, size); }
    [[nodiscard]] Field* field(const char* control) const
    {
        for (auto* at = person().find(QLatin1String(control)); at != nullptr; at = at->parentWidget()) {
            if (auto* found = qobject_cast<Field*>(at)) {
                return found;
            }
        }
        return nullptr;
    }
    [[nodiscard]] ComboBox& combo(const char* name) const { return *window->findChild<ComboBox*>(QLatin1String(name)); }
    void pick(const char* name, const QString& data) const
    {
        auto& list = combo(name);
        const int index = list.findData(data) < 0 ? list.findText(data) : list.findData(data);
        QVERIFY2(index >= 0, qPrintable(data));
        list.setCurrentIndex(index);
        settle();
    }
    void fillIn(const QString& name = QStringLiteral("valv-norra-europa")) const
    {
        person().type(QStringLiteral("createVault.vaultName"), name);
        pick("createVault.group", QStringLiteral("rg-webb"));
        pick("createVault.location", QStringLiteral("northeurope"));
    }
    void submit() { person().click(QStringLiteral("createVault.submit")); }
    [[nodiscard]] int made(const QString& name) const
    {
        int n = 0;
        for (const auto& request : transport->requests) {
            n += request.method == contract::Method::Put && request.target.contains(QLatin1String("/vaults/") + name)
                ? 1
                : 0;
        }
        return n;
    }
    //! What the rule says, up to its first value.
    [[nodiscard]] static QString words(const char* code)
    {
        contract::Violation violation;
        violation.code = QLatin1String(code);
        return contract::inEnglish(violation).section(QLatin1Char('%'), 0, 0);
    }
};

} // namespace

class CreateVaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameIsCheckedWhileItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("suggestion");
        const auto text = [](const char* t) { return QString::fromUtf8(t); };
        QTest::newRow("V1 nothing") << QString() << text("ValVaultNameRequired") << QString();
        QTest::newRow("V2 too short") << text("a") << text("ValVaultNameLength") << QString();
        QTest::newRow("V2 too long") << QString(51, QLatin1Char('a')) << text("ValVaultNameLength")
                                     << QString(50, QLatin1Char('a'));
        QTest::newRow("V3 a digit first") << text("2-valv-test") << text("ValVaultNameStart") << text("valv-test");
        QTest::newRow("V4 an underscore") << text("valv_test") << text("ValVaultNameChars") << text("valv-test");
        QTest::newRow("V4 ö") << text("valv-malmö") << text("ValVaultNameChars") << text("valv-malmo");
        QTest::newRow("V4 åÄ") << text("åÄ-valv") << text("ValVaultNameChars") << text("aA-valv");
        QTest::newRow("V4 inner space") << text("valv test") << text("ValVaultNameChars") << text("valv-test");
        QTest::newRow("V5 taken, other case")
            << text("VALV-Finns") << text("ValVaultNameTaken") << text("VALV-Finns-2");
        QTest::newRow("a hyphen at the end is allowed") << text("valv-") << QString() << QString();
        QTest::newRow("spaces around go") << text("  valv-test ") << QString() << QString();
    }
    void aNameIsCheckedWhileItIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, code);
        QFETCH(QString, suggestion);
        CreateRig rig;
        rig.backend.addVault(QStringLiteral("valv-finns"));
        rig.open();
        rig.fillIn(typed);
        rig.submit();
        rig.pass(0);
        auto* edit = rig.person().find<QLineEdit>(QStringLiteral("createVault.vaultName"));
        if (code.isEmpty()) {
            rig.pass(3);
            QCOMPARE(rig.made(typed.trimmed()), 1);
            return;
        }
        auto* field = rig.field("createVault.vaultName");
        const QString first = rig.words(code.toUtf8().constData());
        QVERIFY2(field->error().startsWith(first), qPrintable(field->error()));
        QCOMPARE(edit->text(), typed); // nothing typed is lost
        QCOMPARE(rig.made(QString()), 0);
        QVERIFY(rig.window->findChild<FormSummary*>()->isVisible());
        QVERIFY(edit->hasFocus());
        auto* offered = rig.person().find(QStringLiteral("createVault.suggestion"));
        QCOMPARE(offered != nullptr, !suggestion.isEmpty());
        if (offered != nullptr) {
            rig.person().click(QStringLiteral("createVault.suggestion"));
            QCOMPARE(edit->text(), suggestion);
            QVERIFY2(!field->hasError(), qPrintable(field->error()));
        }
        rig.speak(LanguageChoice::Swedish); // and in the other language
        QVERIFY(!field->hasError() || !field->error().startsWith(QStringLiteral("The ")));
    }

    void theBackendIsAskedAMomentLater()
    {
        CreateRig rig;
        QString reserved = QStringLiteral("valv-reserverat");
        rig.backend.before = [reserved](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (request.target.contains(QLatin1String("checkNameAvailability"), Qt::CaseInsensitive)) {
                const bool free = !request.body.contains(reserved.toUtf8());
                return answer(200,
                              {{QStringLiteral("nameAvailable"), free},
                               {QStringLiteral("reason"), QStringLiteral("AlreadyExists")},
                               {QStringLiteral("valv"),
                                free ? QJsonObject()
                                     : QJsonObject{{QStringLiteral("code"), QStringLiteral("ValVaultNameReserved")}}}});
            }
            return std::nullopt;
        };
        rig.open();
        rig.fillIn(QStringLiteral("valv-nytt"));
        const int before = rig.asked("/checkNameAvailability");
        QTRY_COMPARE(rig.asked("/checkNameAvailability"), before + 1); // V5: after 400 ms
        QTRY_VERIFY(rig.person().canUse(QStringLiteral("createVault.vaultAvailable")));
        rig.person().type(QStringLiteral("createVault.vaultName"), reserved);
        QTRY_COMPARE(rig.field("createVault.vaultName")->error(), rig.words("ValVaultNameReserved")); // V6
        rig.submit();
        rig.pass(1);
        QCOMPARE(rig.made(reserved), 0);
    }

    void aGroupIsChosenOrMade_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        const auto text = [](const char* t) { return QString::fromUtf8(t); };
        QTest::newRow("V9 nothing") << QString() << text("ValResourceGroupRequired");
        QTest::newRow("V10 too long") << QString(91, QLatin1Char('g')) << text("ValResourceGroupLength");
        QTest::newRow("V11 a space") << text("rg backup") << text("ValResourceGroupChars");
        QTest::newRow("V12 a period last") << text("rg-backup.") << text("ValResourceGroupEnd");
        QTest::newRow("V13 taken") << text("RG-WEBB") << text("ValResourceGroupTaken");
        QTest::newRow("V11 å is allowed") << text("rg-säkerhet_(1)") << QString();
    }
    void aGroupIsChosenOrMade()
    {
        QFETCH(QString, typed);
        QFETCH(QString, code);
        CreateRig rig;
        rig.open();
        rig.fillIn();
        rig.person().click(QStringLiteral("createVault.newGroup"));
        rig.person().type(QStringLiteral("createVault.groupName"), typed);
        rig.submit();
        rig.pass(code.isEmpty() ? 4 : 0);
        if (code.isEmpty()) {
            QCOMPARE(rig.made(QStringLiteral("valv-norra-europa")), 1);
            QVERIFY(rig.backend.groups.contains(typed));
            return;
        }
        auto* field = rig.field("createVault.groupName");
        const QString first = rig.words(code.toUtf8().constData());
        QVERIFY2(field->error().startsWith(first), qPrintable(field->error()));
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("createVault.groupName"))->text(), typed);
        QCOMPARE(rig.made(QString()), 0);
        if (code == QLatin1String("ValResourceGroupTaken")) { // offers the one that is there
            rig.person().click(QStringLiteral("createVault.useExisting"));
            QCOMPARE(rig.combo("createVault.group").currentText(), QStringLiteral("rg-webb"));
            QVERIFY(!field->hasError());
        }
    }

    //! V7
    void aSubscriptionHoldsFiveHundred()
    {
        CreateRig rig;
        for (int i = 0; i < 500; ++i) {
            rig.backend.addVault(QStringLiteral("valv-%1").arg(i, 3, 10, QLatin1Char('0')));
        }
        rig.open();
        QTRY_COMPARE(rig.session->vaults().count(), 500);
        rig.fillIn();
        rig.submit();
        rig.pass(1);
        QCOMPARE(rig.field("createVault.subscription")->error(),
                 QStringLiteral("The subscription has reached its limit of 500 vaults."));
        rig.speak(LanguageChoice::Swedish);
        QCOMPARE(rig.field("createVault.subscription")->error(),
                 QStringLiteral("Prenumerationen har nått gränsen på 500 valv."));
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("createVault.vaultName"))->text(),
                 QStringLiteral("valv-norra-europa"));
        QCOMPARE(rig.made(QStringLiteral("valv-norra-europa")), 0);
    }

    void whatIsMissingIsSaidBesideItsField()
    {
        CreateRig rig;
        rig.open();
        rig.submit();
        QCOMPARE(rig.field("createVault.vaultName")->error(), rig.words("ValVaultNameRequired"));
        QCOMPARE(rig.field("createVault.group")->error(), rig.words("ValResourceGroupRequired")); // V8
        QCOMPARE(rig.field("createVault.location")->error(), rig.words("ValLocationRequired")); // V14
        QCOMPARE(rig.window->findChild<FormSummary*>()->fieldsWithError().size(), 3);
        QTest::keyClick(rig.window.get(), Qt::Key_3, Qt::AltModifier);
        QVERIFY(rig.combo("createVault.location").hasFocus());
        rig.pass(0);
        keep(*rig.window);
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

    void theServiceGroupIsExplained()
    {
        CreateRig rig;
        rig.open();
        auto& groups = rig.combo("createVault.group");
        const int index = groups.findText(QStringLiteral("AzureBackupRG_northeurope_1"));
        QVERIFY(index >= 0);
        QVERIFY(!(groups.model()->flags(groups.model()->index(index, 0)) & Qt::ItemIsEnabled));
        QVERIFY(groups.itemData(index, ComboBox::DetailRole).toString().contains(QStringLiteral("backup service")));
    }

    void theRegionWithMostUnprotectedIsSuggested()
    {
        CreateRig rig;
        rig.open();
        auto* offered = rig.person().find<QAbstractButton>(QStringLiteral("createVault.suggestedLocation"));
        QVERIFY(offered != nullptr);
        QVERIFY(offered->text().contains(QStringLiteral("2 unprotected virtual machines")));
        QCOMPARE(rig.combo("createVault.location").currentIndex(), -1); // never chosen for the person
        rig.person().click(QStringLiteral("createVault.suggestedLocation"));
        QCOMPARE(rig.combo("createVault.location").currentData().toString(), QStringLiteral("northeurope"));
        QCOMPARE(rig.person().find<StatusText>(QStringLiteral("createVault.unprotected"))->text(),
                 QStringLiteral("2 unprotected virtual machines in the region"));
        rig.pick("createVault.location", QStringLiteral("swedencentral"));
        QCOMPARE(rig.person().find<StatusText>(QStringLiteral("createVault.unprotected"))->text(),
                 QStringLiteral("1 unprotected virtual machine in the region"));
    }

    //! V15: where the service is not, nothing is offered or suggested, though most machines are there.
    void aRegionWithoutTheServiceIsNotOffered()
    {
        CreateRig rig;
        rig.backend.regions = QStringList{QStringLiteral("swedencentral"), QStringLiteral("westeurope")};
        rig.open();
        QCOMPARE(rig.combo("createVault.location").count(), 2);
        QCOMPARE(rig.combo("createVault.location").findData(QStringLiteral("northeurope")), -1);
        rig.person().click(QStringLiteral("createVault.suggestedLocation"));
        QCOMPARE(rig.combo("createVault.location").currentData().toString(), QStringLiteral("swedencentral"));
    }

    void isMadeAndItsKeyComesFirst_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::newRow("sv") << LanguageChoice::Swedish;
        QTest::newRow("en") << LanguageChoice::English;
    }
    void isMadeAndItsKeyComesFirst()
    {
        QFETCH(LanguageChoice, words);
        CreateRig rig(words);
        rig.open();
        rig.fillIn();
        rig.person().click(QStringLiteral("tags.add"));
        rig.person().type(QStringLiteral("tags.name"), QStringLiteral("miljö"));
        rig.person().type(QStringLiteral("tags.value"), QStringLiteral("test"));
        rig.person().click(QStringLiteral("tags.take"));
        QVERIFY(!rig.page()->unsaved().isEmpty());
        rig.submit();
        rig.pass(4);
        QCOMPARE(rig.made(QStringLiteral("valv-norra-europa")), 1);
        const auto& made = rig.backend.vaults.last();
        QCOMPARE(made.location, QStringLiteral("northeurope"));
        QCOMPARE(made.tags.value(QStringLiteral("miljö")), QStringLiteral("test"));
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("vault"));
        QCOMPARE(rig.log.count(NotificationState::Succeeded), 1);

        // The key: shown, copied, tested.
        auto* key = rig.person().find<QLineEdit>(QStringLiteral("recoveryKey.key"));
        QVERIFY(key != nullptr);
        QCOMPARE(key->text(), rig.backend.recoveryKey);
        rig.person().click(QStringLiteral("recoveryKey.copy"));
        QCOMPARE(QApplication::clipboard()->text(), rig.backend.recoveryKey);
        rig.person().type(QStringLiteral("recoveryKey.typed"), QStringLiteral("ABCDE-FGHJK"));
        rig.person().click(QStringLiteral("recoveryKey.submit"));
        QVERIFY(rig.field("recoveryKey.typed")->hasError());
        QVERIFY(!rig.settings.recoveryKeyChecked(made.id.text()).isValid());
        rig.person().type(QStringLiteral("recoveryKey.typed"), QStringLiteral("abcde fghjk lmnpq rstuv"));
        rig.person().click(QStringLiteral("recoveryKey.submit"));
        QVERIFY(!rig.field("recoveryKey.typed")->hasError());
        QVERIFY(rig.settings.recoveryKeyChecked(made.id.text()).isValid());
        rig.pass(0);
        keep(*rig.window);
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

    void aSecondLocationIsAskedFor()
    {
        CreateRig rig;
        rig.open();
        rig.fillIn();
        rig.person().type(QStringLiteral("createVault.folder"), QStringLiteral("kopia/valv"));
        rig.submit();
        rig.pass(0);
        QVERIFY(rig.field("createVault.folder")->error().contains(QStringLiteral("Enter the whole path of a folder.")));
        QCOMPARE(rig.made(QStringLiteral("valv-norra-europa")), 0);
        rig.person().type(QStringLiteral("createVault.folder"), QStringLiteral("/mnt/kopia"));
        QVERIFY(!rig.field("createVault.folder")->hasError());

        // The engine looks at the folder: what it finds stands beside the field, and what was entered stays.
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (request.method == contract::Method::Put && request.target.contains(QLatin1String("/vaults/"))) {
                auto body = errorBody(QStringLiteral("BMSUserErrorInvalidInput"));
                auto error = body.value(QLatin1String("error")).toObject();
                error.insert(
                    QStringLiteral("details"),
                    QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("ValSecondLocationNotEmpty")},
                                           {QStringLiteral("message"), QStringLiteral("Not empty.")}}});
                body.insert(QStringLiteral("error"), error);
                return answer(400, body);
            }
            return std::nullopt;
        };
        rig.submit();
        rig.pass(1);
        QVERIFY(rig.field("createVault.folder")->error().contains(QStringLiteral("The folder is not empty.")));
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("createVault.folder"))->text(),
                 QStringLiteral("/mnt/kopia"));
        rig.backend.before = {};
        rig.submit();
        rig.pass(3);
        QCOMPARE(rig.backend.vaults.size(), 1);
        QCOMPARE(rig.backend.vaults.first().secondFolder, QStringLiteral("/mnt/kopia"));
    }

    void aRefusalKeepsWhatWasEntered()
    {
        CreateRig rig;
        auto refused = std::make_shared<bool>(true);
        rig.backend.before = [refused](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (*refused && request.method == contract::Method::Put
                && request.target.contains(QLatin1String("/vaults/"))) {
                return answer(403, errorBody(QStringLiteral("AuthorizationFailed")));
            }
            return std::nullopt;
        };
        rig.open();
        rig.fillIn();
        rig.submit();
        rig.pass(2);
        auto* failure = rig.person().find<MessageBar>(QStringLiteral("createVault.failure"));
        QVERIFY(failure != nullptr);
        QVERIFY(failure->sentence().contains(QStringLiteral("valv-norra-europa")));
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("createVault.vaultName"))->text(),
                 QStringLiteral("valv-norra-europa"));
        QCOMPARE(rig.combo("createVault.location").currentData().toString(), QStringLiteral("northeurope"));
        QCOMPARE(rig.log.count(NotificationState::Failed), 1);
        QVERIFY(!rig.page()->unsaved().isEmpty());
        *refused = false;
        Q_EMIT failure->actionTriggered();
        rig.pass(4);
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("vault"));
    }

    //! V5: the list did not tell of it, the backend does; nobody's vault is changed.
    void aNameThatSomebodyHasMeanwhile()
    {
        CreateRig rig;
        rig.open();
        rig.fillIn();
        rig.pass(1);
        rig.backend.addVault(QStringLiteral("valv-norra-europa"));
        auto& theirs = rig.backend.vaults.last();
        theirs.id = ArmId::vault(rig.backend.subscription, QStringLiteral("rg-webb"), theirs.name);
        theirs.tags.insert(QStringLiteral("deras"), QStringLiteral("ja"));
        rig.submit();
        rig.pass(2);
        auto* name = rig.person().find<QLineEdit>(QStringLiteral("createVault.vaultName"));
        QCOMPARE(name->text(), QStringLiteral("valv-norra-europa"));
        const auto said = CreateRig::words("ValVaultNameTaken");
        QVERIFY2(test::says(*rig.window, said) || wordsOf(*rig.page()).join(QLatin1Char(' ')).contains(said),
                 qPrintable(said));
        QVERIFY(name->hasFocus());
        QCOMPARE(theirs.tags.value(QStringLiteral("deras")), QStringLiteral("ja"));
        rig.person().click(QStringLiteral("createVault.suggestion")); // what is offered would do
        rig.submit();
        rig.pass(4);
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("vault"));
        QCOMPARE(rig.backend.vaults.size(), 2);
    }

    //! V6: only the backend knows the vaults that are being deleted; it says so with a code that clients know.
    void aNameThatIsReserved()
    {
        CreateRig rig;
        rig.open();
        rig.fillIn();
        rig.pass(1);
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (request.method != contract::Method::Put || !request.target.contains(QLatin1String("/vaults/"))) {
                return std::nullopt;
            }
            const auto error = [](const char* code, const QJsonArray& details) {
                return QJsonObject{{QStringLiteral("code"), QLatin1String(code)},
                                   {QStringLiteral("message"), QStringLiteral("It is being deleted.")},
                                   {QStringLiteral("details"), details}};
            };
            return Result<HttpResponse>(
                answer(400,
                       QJsonObject{{QStringLiteral("error"),
                                    error("ResourceNameInvalid", {error("ValVaultNameReserved", {})})}}));
        };
        rig.submit();
        rig.pass(2);
        QVERIFY(rig.backend.vaults.isEmpty());
        auto* name = rig.person().find<QLineEdit>(QStringLiteral("createVault.vaultName"));
        QCOMPARE(rig.field("createVault.vaultName")->error(), CreateRig::words("ValVaultNameReserved"));
        QVERIFY(name->hasFocus());
        QCOMPARE(name->text(), QStringLiteral("valv-norra-europa"));
        QVERIFY(rig.person().find<MessageBar>(QStringLiteral("createVault.failure")) == nullptr);
        keepPicture(*rig.window, QStringLiteral("createvault-reserved"));
        rig.backend.before = {};
        rig.person().click(QStringLiteral("createVault.suggestion"));
        rig.submit();
        rig.pass(4);
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("vault"));
    }

    //! V13: as above, of the group.
    void aGroupThatSomebodyHasMeanwhile()
    {
        CreateRig rig;
        rig.open();
        rig.fillIn();
        rig.person().click(QStringLiteral("createVault.newGroup"));
        rig.person().type(QStringLiteral("createVault.groupName"), QStringLiteral("rg-ny"));
        rig.backend.groups.append(QStringLiteral("rg-ny"));
        rig.submit();
        rig.pass(2);
        auto* field = rig.field("createVault.groupName");
        QVERIFY2(field->error().startsWith(CreateRig::words("ValResourceGroupTaken")), qPrintable(field->error()));
        QCOMPARE(rig.made(QString()), 0);
        rig.person().click(QStringLiteral("createVault.useExisting"));
        QVERIFY(!field->hasError());
        rig.submit();
        rig.pass(4);
        QCOMPARE(rig.made(QStringLiteral("valv-norra-europa")), 1);
    }

    //! V7.
    void aDisabledSubscription()
    {
        CreateRig rig;
        rig.backend.subscriptionState = QStringLiteral("Disabled");
        rig.open();
        rig.fillIn();
        rig.submit();
        rig.pass(2);
        QCOMPARE(rig.made(QString()), 0);
        const auto said = CreateRig::words("ValSubscriptionDisabled");
        QVERIFY2(wordsOf(*rig.page()).join(QLatin1Char(' ')).contains(said), qPrintable(said));
    }

    //! What is changed while it is made would be lost when it stands.
    void nothingCanBeChangedWhileItIsMade()
    {
        CreateRig rig;
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == contract::Method::Put && request.target.contains(QLatin1String("/vaults/"))
                ? std::optional<Result<HttpResponse>>(answer(403, errorBody(QStringLiteral("AuthorizationFailed"))))
                : std::nullopt;
        };
        rig.open();
        rig.fillIn();
        auto* name = rig.person().find<QLineEdit>(QStringLiteral("createVault.vaultName"));
        auto* heard = QAccessible::queryAccessibleInterface(rig.page());
        QVERIFY(!heard->state().busy);
        name->setFocus(Qt::TabFocusReason);
        rig.person().find<QAbstractButton>(QStringLiteral("createVault.submit"))->click();
        for (const char* field : {"createVault.vaultName", "createVault.group", "createVault.location",
                                  "createVault.folder", "tags.add", "createVault.submit"}) {
            QVERIFY2(rig.person().find(QLatin1String(field)) != nullptr && !rig.person().canUse(QLatin1String(field)),
                     field);
        }
        QVERIFY(rig.person().canUse(QStringLiteral("createVault.cancel")));
        QCOMPARE(rig.window->focusWidget(), rig.page()); // and not "Cancel"
        QVERIFY(heard->state().busy);
        QCOMPARE(heard->text(QAccessible::Description), QStringLiteral("Creating the vault valv-norra-europa…"));
        rig.pass(2);
        QVERIFY(rig.person().find(QStringLiteral("createVault.failure")) != nullptr);
        QVERIFY(!heard->state().busy && heard->text(QAccessible::Description).isEmpty());
        QCOMPARE(rig.window->focusWidget(), name);
        QCOMPARE(name->text(), QStringLiteral("valv-norra-europa"));
        for (const char* field : {"createVault.group", "createVault.location", "createVault.folder", "tags.add"}) {
            QVERIFY2(rig.person().canUse(QLatin1String(field)), field);
        }
    }

    void aRefusedOneOpensItsFormAgain()
    {
        CreateRig rig;
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (request.method == contract::Method::Put && request.target.contains(QLatin1String("/vaults/"))) {
                return answer(409, errorBody(QStringLiteral("UserErrorRequestDisallowedByPolicy")));
            }
            return std::nullopt;
        };
        rig.open();
        rig.fillIn();
        rig.submit();
        rig.pass(2);
        // Elsewhere, its notification leads to the vault, which says what happened and opens the form again.
        const auto id =
            ArmId::vault(rig.backend.subscription, QStringLiteral("rg-webb"), QStringLiteral("valv-norra-europa"));
        rig.window->navigator().open({QStringLiteral("vault"), id.text(), QStringLiteral("overview")});
        for (auto* asked : rig.window->findChildren<QMessageBox*>()) { // nothing typed is lost without a question
            for (auto* button : asked->buttons()) {
                if (asked->isVisible() && asked->buttonRole(button) == QMessageBox::DestructiveRole) {
                    button->click();
                }
            }
        }
        rig.pass(1);
        auto* problem = rig.person().find<MessageBar>(QStringLiteral("vault.problem"));
        QVERIFY(problem != nullptr);
        Q_EMIT problem->actionTriggered();
        rig.pass(1);
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("createVault.vaultName"))->text(),
                 QStringLiteral("valv-norra-europa"));
        QCOMPARE(rig.combo("createVault.group").currentText(), QStringLiteral("rg-webb"));
    }

    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QSize>("size");
        for (const auto words : {LanguageChoice::English, LanguageChoice::Swedish}) {
            for (const QSize size : {QSize(1440, 900), QSize(1000, 700)}) {
                QTest::addRow("%d %d", static_cast<int>(words), size.width()) << words << size;
            }
        }
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QSize, size);
        CreateRig rig(words);
        rig.open(size);
        rig.fillIn(QStringLiteral("2-valv_test"));
        rig.person().click(QStringLiteral("createVault.newGroup"));
        rig.person().click(QStringLiteral("tags.add"));
        rig.submit();
        rig.pass(0);
        rig.pass(0);
        keep(*rig.window);
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        const auto lost = lostStops(*rig.window);
        QVERIFY2(lost.isEmpty(), qPrintable(lost));
    }
};

VALV_TEST(CreateVaultTest)

} // namespace tst_createvault

#include "tst_createvault.moc"
