// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/toast.h"

#include "controls/blade.h"
#include "controls/button.h"
#include "presentation/app/language.h"
#include "shell/notificationtext.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace valv::views {

using presentation::NotificationState;

namespace {

constexpr int toastWidth = 380;
constexpr int closeSide = 28;

} // namespace

Toast::Toast(presentation::NotificationLog& log, presentation::Language& language, QWidget* window)
    : QWidget(window)
    , m_log(log)
    , m_language(language)
    , m_card(new NotificationCard(this))
    , m_close(new IconButton(Icon::Close, QString(), this))
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    m_close->setSide(closeSide);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, [this] {
        QWidget* focused = QApplication::focusWidget();
        if (underMouse() || (focused && isAncestorOf(focused))) {
            m_timer->start();
        } else {
            dismiss();
        }
    });
    connect(m_close, &QAbstractButton::clicked, this, &Toast::dismiss);
    connect(m_card, &NotificationCard::linkActivated, this, [this](const QString& link) {
        const int id = m_id;
        dismiss();
        if (link == QLatin1String("retry")) {
            m_log.retry(id);
        } else {
            Q_EMIT linkActivated(id, link);
        }
    });
    connect(&log, &presentation::NotificationLog::changed, this, [this](int id) {
        if (id == m_id) {
            fill();
        }
    });
    connect(&log, &presentation::NotificationLog::removed, this, [this](int id) {
        if (id == m_id) {
            dismiss();
        }
    });
    connect(qApp, &QApplication::focusChanged, this, [this] {
        if (isVisible()) {
            arrange();
        }
    });
    window->installEventFilter(this);
    hide();
}

Toast::~Toast()
{
    disconnect(qApp, nullptr, this, nullptr); // its parts lose the focus when it is no toast any more
}

void Toast::fill()
{
    if (const presentation::Notification* found = m_log.find(m_id)) {
        NotificationText text = cardText(*found, m_language.format());
        text.unread = false;
        text.time.clear(); // it is now, and × stands there
        m_card->setNotification(text);
        m_close->setName(tr("Close"));
        arrange();
    }
}

void Toast::showNotification(int id)
{
    hide(); // the next one is announced only when it appears anew
    m_id = id;
    fill();
    const presentation::Notification* found = m_log.find(id);
    if (found == nullptr) {
        m_id = 0;
        return;
    }
    show();
    raise();
    m_timer->start(found->state == NotificationState::Failed ? 2 * shownFor : shownFor);
}

void Toast::dismiss()
{
    m_timer->stop();
    m_id = 0;
    hide();
}

//! What is worked with by keys stays in sight.
bool Toast::coversFocus(const QRect& place) const
{
    const QWidget* focused = QApplication::focusWidget();
    return focused != nullptr && focused->window() == window() && !isAncestorOf(focused)
        && place.contains(focused->mapTo(parentWidget(), focused->rect().center()));
}

void Toast::arrange()
{
    const int width = std::min(toastWidth, parentWidget()->width() - 2 * Space::lg);
    const int height = m_card->heightForWidth(width - 2) + 2;
    int left = parentWidget()->width() - width - Space::lg;
    // What a blade says, of the same matter even, stays in sight: beside it, where there is room.
    for (const auto* blade : parentWidget()->findChildren<Blade*>(Qt::FindDirectChildrenOnly)) {
        const int beside = parentWidget()->width() - blade->panelWidth() - width - Space::lg;
        if (blade->isOpen() && beside >= Space::lg) {
            left = std::min(left, beside);
        }
    }
    const QRect above(left, Size::topbar + Space::md, width, height);
    const QRect below(left, parentWidget()->height() - height - Space::lg, width, height);
    setGeometry(coversFocus(above) && !coversFocus(below) ? below : above);
    m_card->setGeometry(1, 1, width - 2, height - 2);
    m_close->setGeometry(width - closeSide - 8, 6, closeSide, closeSide);
    m_close->raise();
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    roundedBox(painter, rect(), Radius::control, color(Role::Surface), color(Role::BorderStrong));
}

void Toast::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace valv::views
