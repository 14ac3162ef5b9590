// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/formsummary.h"
#include "controls/messagebar.h"
#include "support/pagerig.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace valv::test {

//! The form that enables backup of one machine, on a backend that is made up.
struct FormRig : PageRig
{
    explicit FormRig(presentation::LanguageChoice words = presentation::LanguageChoice::English,
                     const client::Capabilities& capabilities = client::Capabilities::local({}))
        : PageRig(words, capabilities)
    {
        backend.addVm(QStringLiteral("vm-web-01"));
    }
    void addVaults()
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-test"));
        backend.addVault(QStringLiteral("valv-dublin"), QStringLiteral("northeurope"));
        backend.addPolicy(backend.vaultId(QStringLiteral("valv-produktion")), QStringLiteral("Guld"));
    }
    void open(QSize size = {1440, 900})
    {
        show({QStringLiteral("virtualmachine"), backend.vmId(QStringLiteral("vm-web-01")).text(),
              QStringLiteral("backup")},
             size);
        QVERIFY(person().canUse(QStringLiteral("enableForm")));
    }
    template <typename T>
    [[nodiscard]] T* get(const char* name) const
    {
        return window->findChild<T*>(QString::fromLatin1("enable.") + QLatin1String(name));
    }
    [[nodiscard]] QLineEdit* name() const { return get<QLineEdit>("vaultName"); }
    [[nodiscard]] views::ComboBox* vault() const { return get<views::ComboBox>("vault"); }
    [[nodiscard]] views::ComboBox* policy() const { return get<views::ComboBox>("policy"); }
    [[nodiscard]] static views::Field* fieldOf(QWidget* control)
    {
        for (QWidget* at = control; at != nullptr; at = at->parentWidget()) {
            if (auto* field = qobject_cast<views::Field*>(at)) {
                return field;
            }
        }
        return nullptr;
    }
    void newVault(const QString& typed)
    {
        person().click(QStringLiteral("enable.newVault"));
        person().type(QStringLiteral("enable.vaultName"), typed);
        pass(0);
    }
    //! By keys: the list is opened, and its last row taken.
    static void takeLast(views::ComboBox* combo)
    {
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down, Qt::AltModifier);
        QTRY_VERIFY(combo->view()->isVisible());
        QTest::keyClick(combo->view(), Qt::Key_End);
        QTest::keyClick(combo->view(), Qt::Key_Return);
    }
    void submit() { person().click(QStringLiteral("enable.submit")); }
    [[nodiscard]] static QStringList choices(const views::ComboBox* combo)
    {
        QStringList found;
        for (int i = 0; i < combo->count(); ++i) {
            if (combo->itemData(i).isValid()) { // else it is the row that makes a new one
                found.append(combo->itemText(i));
            }
        }
        return found;
    }
    [[nodiscard]] static QStringList texts(const QWidget* of)
    {
        QStringList found;
        for (auto* label : of->findChildren<QLabel*>()) {
            if (label->isVisibleTo(of)) {
                found.append(label->text());
            }
        }
        return found;
    }
    //! What changes something, in order.
    [[nodiscard]] QStringList writes() const
    {
        QStringList all;
        for (const auto& request : transport->requests) {
            if (request.method != contract::Method::Get && request.method != contract::Method::Post) {
                all.append(QUrl(request.target).path().section(QLatin1Char('/'), -2, -2));
            }
        }
        return all;
    }
    void refuse(const char* type, const QString& code)
    {
        backend.before = [type = QLatin1String(type),
                          code](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (request.method == contract::Method::Put
                && QUrl(request.target).path().section(QLatin1Char('/'), -2, -2) == type) {
                return answer(409, errorBody(code));
            }
            return std::nullopt;
        };
    }
    [[nodiscard]] views::Blade* blade() const
    {
        for (auto* each : window->findChildren<views::Blade*>(QStringLiteral("policyBlade"))) {
            if (each->isOpen()) {
                return each;
            }
        }
        return nullptr;
    }
    [[nodiscard]] views::FormSummary* summary() const { return window->findChild<views::FormSummary*>(); }
    [[nodiscard]] views::MessageBar* failure() const
    {
        return person().find<views::MessageBar>(QStringLiteral("enable.failure"));
    }
};

} // namespace valv::test
