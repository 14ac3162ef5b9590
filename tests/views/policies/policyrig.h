// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/badge.h"
#include "controls/blade.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/segmentedcontrol.h"
#include "controls/table.h"
#include "policies/policyform.h"
#include "support/pagerig.h"
#include "support/widgetwalk.h"

namespace valv::test {

using contract::BackupPolicy;
using contract::DailyRetention;
using contract::ExpiryPreview;
using contract::Month;
using contract::MonthDays;
using contract::MonthlyRetention;
using contract::Weekday;
using contract::WeeklyRetention;
using contract::WeekOfMonth;
using contract::YearlyRetention;
using presentation::LanguageChoice;

//! Two vaults, and a policy with every row that two machines use.
struct PolicyRig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));

    explicit PolicyRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-filial"), QStringLiteral("northeurope"));
        BackupPolicy gold;
        gold.id = id("Drift-GFS");
        gold.name = QStringLiteral("Drift-GFS");
        gold.runTime = QTime(23, 0);
        gold.timeZone = QStringLiteral("W. Europe Standard Time");
        MonthDays first;
        first.weekdays = {Weekday::Sunday};
        first.weeks = {WeekOfMonth::First};
        gold.daily = DailyRetention{45};
        gold.weekly = WeeklyRetention{{Weekday::Sunday}, 12};
        gold.monthly = MonthlyRetention{first, 12};
        gold.yearly = YearlyRetention{{Month::January}, first, 5};
        backend.policies.append(gold);
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVm(QStringLiteral("vm-web-02"));
        for (const char* name : {"vm-web-01", "vm-web-02"}) {
            auto& item = backend.addItem(vault, backend.vmId(QString::fromLatin1(name)));
            item.policyId = gold.id;
            item.policyName = gold.name;
        }
    }
    [[nodiscard]] ArmId id(const char* name) const
    {
        return vault.child(QStringLiteral("backupPolicies"), QString::fromLatin1(name));
    }
    void openPolicy(const char* name, const QString& part = {}, QSize size = {1440, 900})
    {
        show({QStringLiteral("policy"), id(name).text(), part}, size);
    }
    void openList(const QString& subject = {}) { show({QStringLiteral("policies"), subject, {}}); }
    [[nodiscard]] BackupPolicy stored(const char* name) const
    {
        for (const auto& policy : backend.policies) {
            if (policy.id == id(name)) {
                return policy;
            }
        }
        return {};
    }
    template <typename T>
    [[nodiscard]] T* get(const char* name) const
    {
        return window->findChild<T*>(QString::fromLatin1("policy.") + QLatin1String(name));
    }
    void type(const char* name, const QString& text)
    {
        person().type(QString::fromLatin1("policy.") + QLatin1String(name), text);
    }
    void command(const char* name)
    {
        person().command(QString::fromLatin1("policy.") + QLatin1String(name));
        pass(2);
    }
    [[nodiscard]] bool can(const char* name) const
    {
        return person().canCommand(QString::fromLatin1("policy.") + QLatin1String(name));
    }
    [[nodiscard]] QString badge() const
    {
        auto* badge = window->findChild<views::Badge*>(QStringLiteral("heading.badge"));
        return badge != nullptr && badge->isVisible() ? badge->text() : QString();
    }
    [[nodiscard]] views::MessageBar* bar(const char* name) const
    {
        return window->findChild<views::MessageBar*>(QString::fromLatin1("policy.") + QLatin1String(name));
    }
    [[nodiscard]] QString errorAt(const char* name) const
    {
        for (QWidget* at = get<QWidget>(name); at != nullptr; at = at->parentWidget()) {
            if (auto* field = qobject_cast<views::Field*>(at)) {
                return field->error();
            }
        }
        return QStringLiteral("no such field");
    }
    void frequency(int index)
    {
        auto* segments = get<views::SegmentedControl>("frequency");
        segments->segment(index)->click();
        settle();
    }
    [[nodiscard]] QStringList names() const
    {
        auto* table = person().find<views::Table>(QStringLiteral("policies"));
        QStringList found;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            found.append(table->model()->index(row, 0).data().toString());
        }
        return found;
    }
    void expire(int points)
    {
        ExpiryPreview::Item of;
        of.id = FakeBackend::itemId(vault, backend.vmId(QStringLiteral("vm-web-01")));
        of.friendlyName = QStringLiteral("vm-web-01");
        of.points = 40;
        of.expiring = points;
        backend.expiry.items = {of};
    }
};

} // namespace valv::test
