// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandpalette.h"

#include "controls/action.h"
#include "controls/azcopy.h"
#include "controls/card.h"
#include "controls/keyhint.h"
#include "controls/label.h"
#include "core/whendone.h"
#include "shell/palettelist.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>

namespace valv::views {

using presentation::SearchIndex;

namespace {

constexpr int paletteFieldHeight = 52;
constexpr int paletteFootHeight = 40;
constexpr int paletteListHeight = 460;
constexpr int paletteTop = 54;
constexpr int fewInline = 3000; // an index of so many is made while the key is still down
constexpr int perGroup = 6;
constexpr int perScope = 100;
constexpr int resourcesTried = 4;

int groupOf(FindKind kind)
{
    return static_cast<int>(kind);
}

SearchIndex indexOf(const QVector<Findable>& things)
{
    SearchIndex index;
    index.reserve(things.size());
    for (const Findable& thing : things) {
        index.add(thing.title, thing.also, groupOf(thing.kind));
    }
    return index;
}

//! The white box with its outline.
class PalettePanel : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        roundedBox(painter, rect(), Radius::card, color(Role::Surface), color(Role::Border));
        paintIcon(painter, QRectF(16, 0, 20, paletteFieldHeight), Icon::Search, Role::Accent, Size::icon);
    }
};

class PaletteFoot : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect().adjusted(1, 0, -1, -Radius::card), color(Role::SurfaceAlt));
        roundedBox(painter, QRectF(1, 0, width() - 2, height() - 1), Radius::card - 1, color(Role::SurfaceAlt),
                   QColor());
        hline(painter, rect(), color(Role::Border));
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QWidget(window)
    , m_panel(new PalettePanel(this))
    , m_field(new QLineEdit(m_panel))
    , m_picked(new Label(LabelKind::Strong, QString(), m_panel))
    , m_count(new Label(LabelKind::Caption, QString(), m_panel))
    , m_scroll(new QScrollArea(m_panel))
    , m_list(new PaletteList)
    , m_nothing(new Label(LabelKind::Secondary, QString(), m_panel))
    , m_foot(new PaletteFoot(m_panel))
    , m_said(new Label(LabelKind::Caption, QString(), m_foot))
    , m_scopes(new Label(LabelKind::Caption, QString(), m_foot))
{
    setObjectName(QStringLiteral("commandPalette"));
    m_field->setObjectName(QStringLiteral("palette.field"));
    m_field->setFrame(false);
    setRing(m_field, Ring::None);
    m_field->setFont(views::font(TextStyle::Section));
    QFont typed = m_field->font();
    typed.setWeight(QFont::Normal);
    m_field->setFont(typed);
    m_field->setAutoFillBackground(false);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("palette.list"));
    m_picked->setElideMode(Qt::ElideNone);
    m_count->setElideMode(Qt::ElideNone);

    auto* outer = new QVBoxLayout(m_panel);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(48, 0, Space::lg, 0);
    line->setSpacing(Space::sm);
    line->addWidget(m_picked);
    line->addWidget(m_field, 1);
    line->addWidget(m_count);
    m_field->setFixedHeight(paletteFieldHeight - 2);
    outer->addLayout(line);
    outer->addWidget(new Divider(m_panel));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_list);
    m_list->setAutoFillBackground(false); // setWidget() turned it on
    outer->addWidget(m_scroll, 1);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(Space::lg, Space::lg, Space::lg, Space::lg);
    outer->addWidget(m_nothing);
    auto* foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(Space::lg, 1, Space::lg, 0);
    foot->setSpacing(Space::lg);
    for (int i = 0; i < 4; ++i) {
        m_hints.append(new KeyHint({}, QString(), m_foot));
        foot->addWidget(m_hints.last());
    }
    foot->addWidget(m_said);
    foot->addStretch(1);
    foot->addWidget(m_scopes);
    m_foot->setFixedHeight(paletteFootHeight);
    outer->addWidget(m_foot);

    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &PaletteList::chosen, this, &CommandPalette::choose);
    connect(m_list, &PaletteList::currentChanged, this, [this](int row) {
        const QRect r = m_list->rowRect(row);
        m_scroll->ensureVisible(r.center().x(), r.center().y(), 0, r.height());
        retranslate(); // what Tab and Ctrl+C do depends on the row
    });
    window->installEventFilter(this);
    retranslate();
    hide();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::open(const QVector<Findable>& own, FindSource* source, const QString& typed)
{
    m_own = own;
    m_ownIndex = indexOf(own);
    if (m_source) {
        m_source->disconnect(this);
    }
    m_source = source;
    m_things.clear();
    m_thingIndex.reset();
    m_resource.reset();
    if (!m_open) {
        m_before = QApplication::focusWidget();
    }
    m_open = true;
    if (m_source) {
        connect(m_source, &FindSource::changed, this, &CommandPalette::readSource);
        m_source->wanted();
    }
    readSource();
    m_field->setText(typed);
    search();
    arrange();
    raise();
    show();
    m_field->setFocus(Qt::OtherFocusReason); // another reason would select what was typed
}

void CommandPalette::closePalette()
{
    if (!m_open) {
        return;
    }
    m_open = false;
    ++m_reading;
    hide();
    if (m_source) {
        m_source->disconnect(this);
    }
    if (m_before && m_before->isVisible() && m_before->isEnabled()) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
    // Nothing of a large estate is held while nobody looks for it.
    m_things.clear();
    m_thingIndex.reset();
    m_shown.clear();
    m_list->setRows({});
    m_field->clear();
    Q_EMIT closed();
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
    const auto hits = index.find(query, groupOf(kind), limit);
    for (const auto& hit : hits.best) {
        found.append(things.at(hit.entry));
        found.last().rank = hit.rank;
    }
    m_total += hits.total;
    return found;
}

QVector<Findable> CommandPalette::commandsOf(const Findable& resource)
{
    QVector<Findable> found;
    if (!m_source) {
        return found;
    }
    for (QAction* action : m_source->commandsOf(resource.route, m_commands.get())) {
        if (!action->isSeparator() && action->isVisible()) {
            //: %1 a command, %2 the name of a machine or vault
            const QString title = tr("%1: %2").arg(QString(action->text()).remove(QLatin1Char('&')), resource.title);
            found.append({FindKind::Command, title, {}, actionIcon(action), {}, action});
        }
    }
    return found;
}

//! "backup sql": commands of the resources that one of the words means, if all words fit.
QVector<Findable> CommandPalette::commandsOfResources(const QString& query, int limit)
{
    QVector<Findable> found;
    const QStringList words = query.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() < 2 || !m_thingIndex) {
        return found;
    }
    QVector<int> resources;
    for (const QString& word : words) {
        for (const auto& hit : m_thingIndex->find(word, groupOf(FindKind::Resource), resourcesTried).best) {
            const bool byName = !presentation::marksIn(m_things.at(hit.entry).title, word).isEmpty();
            if (byName && !resources.contains(hit.entry)) {
                resources.append(hit.entry);
            }
        }
    }
    QVector<Findable> candidates;
    for (const int resource : resources) {
        candidates += commandsOf(m_things.at(resource));
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
                     commandsOfResources(m_query, limit) + matching(FindKind::Command, m_query, limit, true));
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

bool CommandPalette::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool control = modifiers & Qt::ControlModifier;
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_list->move(key == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        m_list->move(key == Qt::Key_PageDown ? perGroup + 2 : -perGroup - 2);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!control) {
            return false;
        }
        m_list->move(key == Qt::Key_Home ? -m_list->itemCount() : m_list->itemCount());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->current());
        return true;
    case Qt::Key_Tab:
        pick();
        return true;
    case Qt::Key_Backtab:
        unpick();
        return true;
    case Qt::Key_Backspace:
        if (m_resource && m_field->text().isEmpty()) {
            unpick();
            return true;
        }
        return false;
    case Qt::Key_Escape:
        closePalette();
        return true;
    case Qt::Key_C:
        if (control && !m_field->hasSelectedText()) {
            copy();
            return true;
        }
        return false;
    default:
        return false;
    }
}

void CommandPalette::choose(int row)
{
    if (row < 0 || row >= m_shown.size()) {
        return;
    }
    const Findable chosen = m_shown.at(row);
    if (chosen.action) {
        if (!chosen.action->isEnabled()) {
            const QString why = reason(chosen.action);
            say(why.isEmpty() ? tr("This cannot be done now.") : why);
            return;
        }
        const auto kept = std::move(m_commands); // the action may be one of these
        closePalette();
        if (chosen.action) {
            chosen.action->trigger();
        }
        return;
    }
    const Route route = chosen.route;
    closePalette();
    Q_EMIT routeChosen(route);
}

//! Only the commands of the current resource from now on.
void CommandPalette::pick()
{
    const int row = m_list->current();
    if (m_resource || row < 0 || m_shown.at(row).kind != FindKind::Resource) {
        return;
    }
    const Findable resource = m_shown.at(row);
    if (commandsOf(resource).isEmpty()) {
        say(tr("There is nothing to do with %1 from here. Press Enter to open it.").arg(resource.title));
        return;
    }
    m_resource = resource;
    if (m_field->text().isEmpty()) {
        search();
    } else {
        m_field->clear();
    }
}

void CommandPalette::unpick()
{
    if (m_resource) {
        const QString title = m_resource->title;
        m_resource.reset();
        m_field->setText(title);
    }
}

//! The az command of what stands there, or the link of a place.
void CommandPalette::copy()
{
    const int row = m_list->current();
    if (row < 0) {
        return;
    }
    const Findable& what = m_shown.at(row);
    if (what.action) {
        say(copyAzCommand(what.action) ? tr("Copied") : tr("az has no command for this."));
        return;
    }
    QApplication::clipboard()->setText(toLink(what.route));
    say(tr("Copied"));
}

//! The label's name changes, which readers say.
void CommandPalette::say(const QString& sentence)
{
    m_said->setText(sentence);
    arrange();
}

void CommandPalette::arrange()
{
    const QWidget* window = parentWidget();
    setGeometry(0, Size::topbar, window->width(), std::max(0, window->height() - Size::topbar));
    const int w = std::min(static_cast<int>(Size::palette), width() - 2 * Space::xl);
    const int room = height() - paletteTop - Space::xl - paletteFieldHeight - paletteFootHeight;
    const int list = m_scroll->isHidden() ? m_nothing->heightForWidth(w - 2)
                                          : std::min({m_list->sizeHint().height(), paletteListHeight, room});
    // What is said takes the place of the keys, which it is more important than.
    const bool says = !m_said->text().isEmpty();
    for (KeyHint* hint : std::as_const(m_hints)) {
        hint->setVisible(!says);
    }
    m_said->setVisible(says);
    m_scopes->setVisible(!says);
    m_panel->setGeometry((width() - w) / 2, paletteTop, w, paletteFieldHeight + list + paletteFootHeight + 2);
}

void CommandPalette::retranslate()
{
    const int row = m_list->current();
    const bool resource = row >= 0 && row < m_shown.size() && m_shown.at(row).kind == FindKind::Resource;
    m_hints.at(0)->setHint({QStringLiteral("↑"), QStringLiteral("↓")}, tr("move", "what a key does"));
    m_hints.at(1)->setHint({tr("Enter", "key")},
                           resource ? tr("open", "what a key does") : tr("run", "what a key does"));
    m_hints.at(2)->setHint({tr("Tab", "key")}, tr("pick resource", "what a key does"));
    m_hints.at(3)->setHint({tr("Esc", "key")}, tr("close", "what a key does"));
    setAccessibleName(tr("Command palette"));
    m_field->setPlaceholderText(m_resource ? tr("What do you want to do?") : tr("Search resources, commands …"));
    m_field->setAccessibleName(tr("Search resources and commands"));
    m_list->setAccessibleName(tr("Results"));
    m_picked->setText(m_resource ? m_resource->title : QString());
    m_picked->setVisible(m_resource.has_value());
    const QString count = tr("%n result(s)", nullptr, m_total);
    m_count->setText(m_field->text().isEmpty() && !m_resource ? QString() : count);
    m_field->setAccessibleDescription(m_count->text());
    const auto mark = [](const char* sign) { return Span{QLatin1String(sign), TextStyle::CaptionStrong, Role::Text}; };
    const auto word = [](const QString& text) {
        return Span{QLatin1Char(' ') + text + QStringLiteral("  "), TextStyle::Caption, Role::Secondary};
    };
    m_scopes->setSpans({mark(">"), word(tr("commands", "what a sign limits the search to")), mark("@"),
                        word(tr("resources", "what a sign limits the search to")), mark("#"),
                        word(tr("jobs", "what a sign limits the search to"))});
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && m_open) {
        arrange();
    }
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (handleKey(key->key(), key->modifiers())) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool CommandPalette::focusNextPrevChild(bool)
{
    m_field->setFocus(Qt::TabFocusReason); // the only stop
    return true;
}

void CommandPalette::mousePressEvent(QMouseEvent* event)
{
    if (!m_panel->geometry().contains(event->pos())) {
        closePalette();
    }
    event->accept();
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Scrim));
}

void CommandPalette::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
