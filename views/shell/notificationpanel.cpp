// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/notificationpanel.h"

#include "controls/emptystate.h"
#include "controls/formfooter.h"
#include "controls/linkbutton.h"
#include "controls/pillgroup.h"
#include "controls/searchfield.h"
#include "presentation/app/language.h"
#include "presentation/app/search.h"
#include "presentation/text/errortext.h"
#include "shell/notificationtext.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using presentation::Notification;
using presentation::NotificationState;

namespace {

constexpr int margin = 20;

//! A grey strip with a group's name.
class GroupStrip : public QWidget
{
public:
    explicit GroupStrip(const QString& text, QWidget* parent = nullptr)
        : QWidget(parent)
        , m_text(text)
    {
        setFixedHeight(Size::tableHeader);
        setAccessibleName(text);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), color(Role::SurfaceAlt));
        hline(painter, QRectF(0, height() - 1, width(), 1), color(Role::Border));
        drawLine(painter, QRectF(margin, 0, width() - 2 * margin, height()), TextStyle::GroupLabel, color(Role::Secondary),
                 styled(TextStyle::GroupLabel, m_text));
    }

private:
    QString m_text;
};

//! The row of pills, with a line below.
class FilterStrip : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        hline(painter, QRectF(0, height() - 1, width(), 1), color(Role::Border));
    }
};

StatusKind kindOf(NotificationState state)
{
    switch (state) {
    case NotificationState::InProgress:
        return StatusKind::Running;
    case NotificationState::Succeeded:
        return StatusKind::Ok;
    case NotificationState::Warning:
        return StatusKind::Warning;
    case NotificationState::Failed:
        return StatusKind::Failed;
    case NotificationState::Info:
        break;
    }
    return StatusKind::Info;
}

class Links
{
    Q_DECLARE_TR_FUNCTIONS(valv::views::NotificationPanel)

public:
    static QVector<QPair<QString, QString>> of(const Notification& notification)
    {
        QVector<QPair<QString, QString>> links;
        if (notification.canRetry) {
            links.append({QStringLiteral("retry"), tr("Try again")});
        }
        if (!notification.job.isEmpty()) {
            links.append({QStringLiteral("job"), tr("Open job")});
        }
        if (!notification.target.isEmpty()) {
            //: %1 is a name
            links.append({QStringLiteral("target"),
                          tr("Open %1").arg(notification.target.name().section(QLatin1Char(';'), -1))});
        }
        return links;
    }
    static QString now() { return tr("now", "notification"); }
};

} // namespace

namespace {

//! What happened is said without a full stop, until something follows it.
QString asSentence(const QString& text)
{
    return text.back().isPunct() && text.back() != QLatin1Char(')') ? text : text + QLatin1Char('.');
}

} // namespace

NotificationText cardText(const Notification& notification, const presentation::Format& format)
{
    NotificationText text;
    text.status = kindOf(notification.state);
    text.title = notification.title.text();
    text.text = notification.body.text();
    if (notification.error) {
        const auto error = presentation::ErrorText::of(*notification.error, format.locale());
        text.text =
            text.text.isEmpty() ? error.sentence() : asSentence(text.text) + QLatin1Char(' ') + error.sentence();
    }
    const bool running = notification.state == NotificationState::InProgress;
    const QDate day = notification.time.toTimeZone(format.zone()).date();
    const qint64 back = day.daysTo(format.today());
    text.time = running ? Links::now()
        : back <= 1     ? format.time(notification.time)
                        : format.dateTimeShort(notification.time);
    text.progress = notification.progress;
    text.progressText = notification.progressText.text();
    text.links = Links::of(notification);
    text.unread = !notification.read;
    return text;
}

NotificationPanel::NotificationPanel(presentation::NotificationLog& log, presentation::Language& language,
                                     QWidget* window)
    : Blade(window, Size::notificationPanel)
    , m_log(log)
    , m_language(language)
    , m_filter(new PillGroup)
    , m_search(new SearchField(QString()))
    , m_markRead(new LinkButton)
    , m_dismissAll(new LinkButton)
    , m_jobs(new LinkButton)
    , m_empty(new EmptyState(Icon::Alert, QString(), QString()))
{
    setObjectName(QStringLiteral("notificationPanel"));
    setScrim(false);
    setDeleteOnClose(false);
    setBodyPadding(0, 0);
    setHeaderMargin(margin);
    body()->setSpacing(0);
    addHeaderWidget(m_markRead);

    auto* strip = new FilterStrip;
    auto* column = new QVBoxLayout(strip);
    column->setContentsMargins(margin, Space::sm, margin, Space::sm + 1);
    column->setSpacing(Space::sm);
    auto* line = new QHBoxLayout;
    for (int i = 0; i < 3; ++i) {
        m_filter->addPill(QString());
    }
    m_filter->setCurrentIndex(0);
    line->addWidget(m_filter);
    line->addStretch(1);
    column->addLayout(line);
    m_search->setObjectName(QStringLiteral("notifications.search"));
    column->addWidget(m_search);
    add(strip);
    add(m_empty);
    auto* foot = footer();
    foot->setLow();
    foot->setMargin(margin);
    foot->addWidget(m_jobs);
    foot->addWidget(m_dismissAll);

    connect(m_filter, &PillGroup::chosen, this, [this] { rebuild(); });
    connect(m_search, &QLineEdit::textChanged, this, [this] { rebuild(); });
    connect(m_search, &SearchField::moveToList, this, [this] {
        if (!m_cards.isEmpty()) {
            m_cards.first()->setFocus(Qt::TabFocusReason);
        }
    });
    connect(&log, &presentation::NotificationLog::replaced, this, [this] { rebuild(); });
    connect(m_markRead, &QAbstractButton::clicked, this, [this] { m_log.markAllRead(); });
    connect(m_dismissAll, &QAbstractButton::clicked, this, [this] { m_log.dismissAll(); });
    connect(m_jobs, &QAbstractButton::clicked, this, &NotificationPanel::jobsWanted);
    connect(&log, &presentation::NotificationLog::added, this, [this] { rebuild(); });
    connect(&log, &presentation::NotificationLog::removed, this, [this] { rebuild(); });
    connect(&log, &presentation::NotificationLog::changed, this, &NotificationPanel::updateCard);
    // Words are asked for when it opens: times such as "now" and "yesterday" grow old.
    connect(this, &Blade::opened, this, [this] { rebuild(); });
    connect(this, &Blade::closed, this, [this] { m_log.markAllRead(); });
    retranslate();
}

bool NotificationPanel::isShown(const Notification& notification) const
{
    const QString wanted = presentation::foldedInPlace(m_search->text().trimmed());
    if (!wanted.isEmpty()) {
        const NotificationText text = cardText(notification, m_language.format());
        if (!presentation::foldedInPlace(text.title + QLatin1Char(' ') + text.text).contains(wanted)) {
            return false;
        }
    }
    switch (static_cast<Show>(m_filter->currentIndex())) {
    case Show::Running:
        return notification.state == NotificationState::InProgress;
    case Show::Failed:
        return notification.state == NotificationState::Failed;
    case Show::All:
        break;
    }
    return true;
}

void NotificationPanel::rebuild()
{
    for (QWidget* old : std::as_const(m_made)) {
        body()->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    m_made.clear();
    m_cards.clear();
    m_byId.clear();
    const presentation::Format& format = m_language.format();
    QString group;
    const auto put = [this, &format, &group](const Notification& notification, const QString& heading) {
        if (!isShown(notification)) {
            return;
        }
        if (heading != group) {
            group = heading;
            auto* strip = new GroupStrip(heading);
            body()->addWidget(strip);
            strip->show();
            m_made.append(strip);
        }
        auto* card = new NotificationCard;
        card->setNotification(panelText(notification, format));
        connect(card, &NotificationCard::linkActivated, this, [this, id = notification.id](const QString& link) {
            if (link == QLatin1String("retry")) {
                m_log.retry(id);
            } else if (link == QLatin1String("dismiss")) {
                dismiss(id);
            } else {
                Q_EMIT linkActivated(id, link);
            }
        });
        connect(card, &NotificationCard::activated, this, [this, id = notification.id] {
            const Notification* found = m_log.find(id);
            if (found != nullptr && !(found->job.isEmpty() && found->target.isEmpty())) {
                Q_EMIT linkActivated(id, found->job.isEmpty() ? QStringLiteral("target") : QStringLiteral("job"));
            }
        });
        body()->addWidget(card);
        card->show();
        m_made.append(card);
        m_cards.append(card);
        m_byId.insert(notification.id, card);
    };
    for (const Notification& each : m_log.all()) {
        if (each.state == NotificationState::InProgress) {
            put(each, tr("In progress"));
        }
    }
    for (const Notification& each : m_log.all()) {
        if (each.state != NotificationState::InProgress) {
            put(each, format.day(each.time.toTimeZone(format.zone()).date()));
        }
    }
    const bool sought = !m_search->text().trimmed().isEmpty() && !m_log.all().isEmpty();
    if (sought) {
        m_empty->setTexts(Icon::Search, tr("No notification matches “%1”.").arg(m_search->text().trimmed()),
                          tr("They are searched by title and text."));
    } else {
        m_empty->setTexts(Icon::Alert, tr("No new notifications"),
                          tr("What you start, and how it ends, is told here."));
    }
    m_empty->setVisible(m_cards.isEmpty());
    m_search->setAccessibleDescription(sought ? tr("%n notification(s)", nullptr, static_cast<int>(m_cards.size()))
                                              : QString());
    updateCounts();
    layOutBody();
}

//! With the link that takes it away, for what has ended.
NotificationText NotificationPanel::panelText(const Notification& notification, const presentation::Format& format)
{
    NotificationText text = cardText(notification, format);
    if (notification.state != NotificationState::InProgress) {
        text.links.append({QStringLiteral("dismiss"), tr("Dismiss")});
    }
    return text;
}

//! The focus goes to the next one, so that several can be dismissed one after another.
void NotificationPanel::dismiss(int id)
{
    const Notification* found = m_log.find(id);
    if (found == nullptr || found->state == NotificationState::InProgress) {
        return;
    }
    const auto at = m_cards.indexOf(m_byId.value(id));
    m_log.dismiss(id);
    if (m_cards.isEmpty()) {
        m_search->setFocus(Qt::OtherFocusReason);
    } else {
        m_cards.at(std::clamp<qsizetype>(at, 0, m_cards.size() - 1))->setFocus(Qt::TabFocusReason);
    }
}

void NotificationPanel::updateCard(int id)
{
    const Notification* notification = m_log.find(id);
    if (NotificationCard* card = m_byId.value(id); card != nullptr && notification != nullptr) {
        card->setNotification(panelText(*notification, m_language.format()));
        layOutBody();
    }
    updateCounts();
}

void NotificationPanel::updateCounts()
{
    m_filter->pill(0)->setCount(static_cast<int>(m_log.all().size()));
    m_filter->pill(1)->setCount(m_log.count(NotificationState::InProgress));
    m_filter->pill(2)->setCount(m_log.count(NotificationState::Failed));
    m_markRead->setVisible(m_log.unread() > 0);
    m_dismissAll->setVisible(m_log.all().size() > m_log.count(NotificationState::InProgress));
}

void NotificationPanel::retranslate()
{
    setTitle(tr("Notifications"));
    m_filter->setAccessibleName(tr("Show"));
    m_filter->pill(0)->setText(tr("All"));
    m_filter->pill(1)->setText(tr("In progress"));
    m_filter->pill(2)->setText(tr("Errors"));
    m_markRead->setText(tr("Mark all as read"));
    m_dismissAll->setText(tr("Dismiss all"));
    m_jobs->setText(tr("Show all jobs"));
    footer()->setKeyHint({tr("Esc", "key")}, tr("closes", "what a key does"));
    m_search->setHint(tr("Search notifications"));
    rebuild();
}

void NotificationPanel::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace valv::views
