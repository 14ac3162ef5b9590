// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandpalette.h"

#include "controls/action.h"
#include "controls/azcopy.h"
#include "controls/card.h"
#include "controls/keyhint.h"
#include "controls/label.h"
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
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

namespace {

constexpr int paletteFieldHeight = 52;
constexpr int paletteFootHeight = 40;
constexpr int paletteListHeight = 460;
constexpr int paletteTop = 54;
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

CommandPalette::CommandPalette(const presentation::Language& language, QWidget* window)
    : QWidget(window)
    , m_language(language)
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

//! Only the commands of the current resource or job from now on.
void CommandPalette::pick()
{
    const int row = m_list->current();
    if (m_resource || row < 0
        || (m_shown.at(row).kind != FindKind::Resource && m_shown.at(row).kind != FindKind::Job)) {
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
        say(copyAzCommand(what.action) ? tr("Copied") : azReason(what.action));
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
    const bool leads = row >= 0 && row < m_shown.size() && !m_shown.at(row).route.page.isEmpty();
    m_hints.at(0)->setHint({QStringLiteral("↑"), QStringLiteral("↓")}, tr("move", "what a key does"));
    m_hints.at(1)->setHint({tr("Enter", "key")}, leads ? tr("open", "what a key does") : tr("run", "what a key does"));
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
