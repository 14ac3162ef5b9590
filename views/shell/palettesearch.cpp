// SPDX-License-Identifier: GPL-3.0-or-later
// What CommandPalette finds for what is typed.
#include "controls/action.h"
#include "controls/label.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "shell/commandpalette.h"
#include "shell/palettelist.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QtConcurrent>

namespace valv::views {

using presentation::SearchIndex;

namespace {

constexpr int fewInline = 3000; // an index of so many is made while the key is still down
constexpr int perScope = 100;
constexpr int resourcesTried = 8; // a machine and its item are one
constexpr int jobsTried = 4; // the latest

int groupOf(FindKind kind)
{
    return static_cast<int>(kind);
}

} // namespace

SearchIndex CommandPalette::indexOf(const QVector<Findable>& things)
{
    SearchIndex index;
    index.reserve(things.size());
    for (const Findable& thing : things) {
        index.add(thing.title, thing.also, groupOf(thing.kind), thing.other);
    }
    return index;
}

void CommandPalette::readSource()
{
    if (!m_open) {
        return;
    }
    const QVector<Findable> things = m_source ? m_source->all() : QVector<Findable>();
    const int reading = ++m_reading;
    if (things.size() <= fewInline) {
        m_things = things;
        m_thingIndex = std::make_shared<SearchIndex>(indexOf(things));
        m_ready = true;
        search();
        return;
    }
    m_ready = false;
    whenDone(QtConcurrent::run([things] { return std::make_shared<const SearchIndex>(indexOf(things)); }), this,
             [this, things, reading](const std::shared_ptr<const SearchIndex>& index) {
                 if (reading == m_reading && m_open) {
                     m_things = things;
                     m_thingIndex = index;
                     m_ready = true;
                     search();
                 }
             });
}

QString CommandPalette::heading(FindKind kind) const
{
    switch (kind) {
    case FindKind::Command:
        return tr("Commands");
    case FindKind::Resource:
        return tr("Resources");
    case FindKind::Page:
        return tr("Pages and settings");
    case FindKind::Job:
        return tr("Jobs");
    case FindKind::Recent:
        return tr("Recent");
    }
    return {};
}

QVector<Findable> CommandPalette::matching(FindKind kind, const QString& query, int limit, bool own)
{
    QVector<Findable> found;
    if (!own && !m_thingIndex) {
        return found;
    }
    const SearchIndex& index = own ? m_ownIndex : *m_thingIndex;
    const QVector<Findable>& things = own ? m_own : m_things;
    // Jobs stand by time. Resources stand as they were read, which is another order each time.
    const auto ties = kind == FindKind::Resource ? SearchIndex::Ties::ByTitle : SearchIndex::Ties::AsAdded;
    const auto hits = index.find(query, groupOf(kind), limit, ties);
    for (const auto& hit : hits.best) {
        found.append(things.at(hit.entry));
        found.last().rank = hit.rank;
    }
    m_total += hits.total;
    return found;
}

QVector<Findable> CommandPalette::commandsOf(const Findable& thing)
{
    QVector<Findable> found;
    if (!m_source) {
        return found;
    }
    for (QAction* action : m_source->commandsOf(thing.route, m_commands.get())) {
        if (!action->isSeparator() && action->isVisible()) {
            const QString text = QString(action->text()).remove(QLatin1Char('&'));
            //: %1 a command, %2 the name of a machine, vault or job
            const QString title = tr("%1: %2").arg(text, thing.title);
            found.append(
                {FindKind::Command, title, {}, actionIcon(action), {}, action, m_language.inOtherLanguage(text)});
        }
    }
    return found;
}

//! "backup sql": commands of the resources that one of the words means, if all words fit. Of jobs only what can be
//! done: there are many of one machine, and most are over.
QVector<Findable> CommandPalette::commandsOfThings(const QString& query, int limit)
{
    QVector<Findable> found;
    const QStringList words = query.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() < 2 || !m_thingIndex) {
        return found;
    }
    QVector<int> things;
    QSet<QString> subjects;
    const auto add = [&](const QString& word, FindKind kind, int tried, SearchIndex::Ties ties) {
        for (const auto& hit : m_thingIndex->find(word, groupOf(kind), tried, ties).best) {
            const Route& route = m_things.at(hit.entry).route;
            const QString subject = route.subject.isEmpty() ? route.part : route.subject;
            const bool byName = !presentation::marksIn(m_things.at(hit.entry).title, word).isEmpty();
            if (byName && !subjects.contains(subject)) {
                subjects.insert(subject);
                things.append(hit.entry);
            }
        }
    };
    for (const QString& word : words) {
        add(word, FindKind::Resource, resourcesTried, SearchIndex::Ties::ByTitle);
        add(word, FindKind::Job, jobsTried, SearchIndex::Ties::AsAdded);
    }
    QVector<Findable> candidates;
    for (const int thing : things) {
        auto commands = commandsOf(m_things.at(thing));
        if (m_things.at(thing).kind == FindKind::Job) {
            commands.removeIf([](const Findable& command) { return !command.action->isEnabled(); });
        }
        candidates += commands;
    }
    const auto hits = indexOf(candidates).find(query, groupOf(FindKind::Command), limit);
    for (const auto& hit : hits.best) {
        found.append(candidates.at(hit.entry));
        found.last().rank = hit.rank;
    }
    m_total += hits.total;
    return found;
}

void CommandPalette::addGroup(QVector<PaletteRow>& rows, const QString& heading, const QVector<Findable>& found)
{
    if (found.isEmpty()) {
        return;
    }
    rows.append({true, heading});
    m_shown.append(Findable{});
    for (const Findable& each : found) {
        PaletteRow row;
        row.title = each.title;
        row.marks = presentation::marksIn(each.title, m_query);
        row.icon = each.icon;
        if (each.action) {
            row.enabled = each.action->isEnabled();
            row.detail = reason(each.action);
            row.keys = each.action->shortcut().toString(QKeySequence::NativeText);
        } else if (m_source && each.kind != FindKind::Page) {
            row.detail = m_source->detail(each);
        }
        rows.append(row);
        m_shown.append(each);
    }
}

void CommandPalette::search()
{
    if (!m_open) {
        return;
    }
    m_shown.clear();
    m_total = 0;
    QVector<PaletteRow> rows;
    auto old = std::move(m_commands); // shown until the new rows are there
    m_commands = std::make_unique<QObject>();
    const QString text = m_field->text().trimmed();
    const QChar scope = text.isEmpty() ? QChar() : text.at(0);
    const bool scoped = scope == QLatin1Char('>') || scope == QLatin1Char('@') || scope == QLatin1Char('#');
    m_query = scoped ? text.mid(1).trimmed() : text;
    const int limit = scoped ? perScope : perGroup;
    if (m_resource) {
        const QVector<Findable> all = commandsOf(*m_resource);
        QVector<Findable> found;
        for (const auto& hit : indexOf(all).find(m_query, groupOf(FindKind::Command), perScope).best) {
            found.append(all.at(hit.entry));
        }
        m_total = static_cast<int>(found.size());
        addGroup(rows, heading(FindKind::Command), found);
    } else {
        if (!scoped || scope == QLatin1Char('>')) {
            addGroup(rows, heading(FindKind::Command),
                     commandsOfThings(m_query, limit) + matching(FindKind::Command, m_query, limit, true));
        }
        if ((!scoped && !m_query.isEmpty()) || scope == QLatin1Char('@')) {
            addGroup(rows, heading(FindKind::Resource), matching(FindKind::Resource, m_query, limit, false));
        }
        if (!scoped) {
            addGroup(rows, heading(FindKind::Page), matching(FindKind::Page, m_query, limit, true));
        }
        if (scope == QLatin1Char('#')) {
            addGroup(rows, heading(FindKind::Job), matching(FindKind::Job, m_query, limit, false));
        }
        if (!scoped) {
            addGroup(rows, heading(FindKind::Recent), matching(FindKind::Recent, m_query, perGroup, true));
        }
    }
    m_list->setRows(rows);
    m_scroll->verticalScrollBar()->setValue(0);
    chooseBest();
    const bool none = m_list->itemCount() == 0;
    m_nothing->setVisible(none);
    m_scroll->setVisible(!none);
    m_nothing->setText(!m_ready ? tr("Reading what there is …")
                                : tr("Nothing matches “%1”. Try another word, in English or Swedish.").arg(m_query));
    m_said->setText({});
    retranslate();
    arrange();
}

//! What was typed names one thing better than any other, whatever group that stands in; of equals the first.
void CommandPalette::chooseBest()
{
    int best = -1;
    for (int row = 0; row < m_shown.size(); ++row) {
        const int rank = m_shown.at(row).rank;
        if (rank >= 0 && (best < 0 || rank < m_shown.at(best).rank)) {
            best = row;
        }
    }
    if (best >= 0 && !m_query.isEmpty() && !m_resource) {
        m_list->setCurrent(best);
    }
}

} // namespace valv::views
