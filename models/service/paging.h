// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/call.h"

#include <QJsonArray>
#include <QList>

#include <algorithm>
#include <functional>
#include <optional>

//! Lists a page at a time. Source: contract.md 5.
namespace valv::service {

//! How many rows a page has at most.
struct PageSize
{
    qsizetype first = 100; //!< enough for a window, and there at once
    qsizetype further = 100;
};
constexpr PageSize backupPageSize;
constexpr PageSize jobPageSize{100, 200};
constexpr PageSize resourcePageSize{100, 500}; //!< subscriptions, groups, virtual machines
constexpr PageSize vaultPageSize{1000, 1000}; //!< whoever lists what vaults hold waits for all vaults

//! Where the page begins that a call asks for.
struct Cursor
{
    qsizetype position = 0; //!< how many rows were sent before
    QString last; //!< what identifies the last of them; empty: the first page
    std::optional<qsizetype> top; //!< how many rows are wanted yet
};
//! Error InvalidInput: a bad $skipToken or $top.
[[nodiscard]] Result<Cursor> cursorOf(const Call& call);
//! How many rows this page has at most.
[[nodiscard]] qsizetype lengthOf(const Cursor& cursor, PageSize pageSize);
//! The link to what follows a page of so many rows; empty when no more are wanted.
[[nodiscard]] QString linkBehind(const Call& call, const Cursor& cursor, qsizetype sent, const QString& last);

struct Window
{
    qsizetype from = 0;
    qsizetype to = 0; //!< behind the last
    QString nextLink; //!< empty: there is no more
};

//! \brief Which rows of a sorted list this call asks for. The token names the last row that was sent, so that rows made
//! or removed between two pages neither repeat nor hide others; its position counts only where that row is gone. $top
//! limits all pages together. \param keyAt what identifies a row. Error InvalidInput: a bad token or $top.
[[nodiscard]] Result<Window> windowOf(const Call& call, qsizetype count, PageSize pageSize,
                                      const std::function<QString(qsizetype)>& keyAt);

//! {"value":[…],"nextLink":…} of a sorted list.
template <typename T, typename Key, typename ToJson>
[[nodiscard]] Result<Answer> page(const Call& call, const QList<T>& rows, PageSize pageSize, Key key, ToJson toJson)
{
    const auto window = windowOf(call, rows.size(), pageSize, [&rows, &key](qsizetype i) { return key(rows[i]); });
    if (!window) {
        return tl::unexpected(window.error());
    }
    QJsonArray value;
    for (auto i = window->from; i < window->to; ++i) {
        value.append(toJson(rows[i]));
    }
    QJsonObject body{{QStringLiteral("value"), value}};
    if (!window->nextLink.isEmpty()) {
        body.insert(QStringLiteral("nextLink"), window->nextLink);
    }
    return json(200, body);
}

//! Sorts by a text, without regard to case. A list that is sorted already stays shared with whoever made it.
template <typename T, typename Key>
void sortBy(QList<T>& rows, Key key)
{
    const auto before = [&key](const T& a, const T& b) { return key(a).compare(key(b), Qt::CaseInsensitive) < 0; };
    if (!std::is_sorted(rows.cbegin(), rows.cend(), before)) {
        std::stable_sort(rows.begin(), rows.end(), before);
    }
}

//! A filter's value against a text: nothing asked, or equal without regard to case.
[[nodiscard]] bool accepts(const QHash<QString, QString>& filter, const QString& name, const QString& value);
//! backupManagementType is AzureIaasVM in one of its spellings, or not asked for.
[[nodiscard]] bool acceptsVms(const QHash<QString, QString>& filter);

} // namespace valv::service
