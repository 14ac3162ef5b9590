// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/focusring.h"

#include <QApplication>
#include <QCheckBox>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QPushButton>
#include <QRadioButton>

namespace valv::views {

namespace {

constexpr const char* ringProperty = "valvRing";

Ring ringOf(const QWidget* widget)
{
    const QVariant own = widget->property(ringProperty);
    if (own.isValid()) {
        return static_cast<Ring>(own.toInt());
    }
    const bool standard = qobject_cast<const QPushButton*>(widget) || qobject_cast<const QCheckBox*>(widget)
        || qobject_cast<const QRadioButton*>(widget);
    return standard ? Ring::Outer : Ring::None;
}

} // namespace

void setRing(QWidget* widget, Ring ring)
{
    widget->setProperty(ringProperty, static_cast<int>(ring));
}

bool hasKeyFocus(const QWidget* widget)
{
    const auto* ring = qApp->findChild<FocusRing*>(QString(), Qt::FindDirectChildrenOnly);
    return widget->hasFocus() && ring && ring->keyFocus() == widget;
}

FocusRing::FocusRing(QApplication& app)
    : QObject(&app)
{
    app.installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        m_lastInputWasKey = true;
        break;
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        m_lastInputWasKey = false;
        break;
    case QEvent::FocusIn:
        if (watched->isWidgetType()) {
            focusIn(static_cast<QWidget*>(watched), static_cast<QFocusEvent*>(event)->reason());
        }
        break;
    case QEvent::FocusOut:
        if (watched->isWidgetType()) {
            focusOut(static_cast<QWidget*>(watched));
        }
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::focusIn(QWidget* widget, Qt::FocusReason reason)
{
    const bool byKey = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason || (reason != Qt::MouseFocusReason && m_lastInputWasKey);
    m_keyFocus = byKey ? widget : nullptr;
    const bool outer = byKey && ringOf(widget) == Ring::Outer;
    if (!m_frame) {
        if (!outer) {
            return;
        }
        m_frame = new QFocusFrame;
        m_frame->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    m_frame->setWidget(outer ? widget : nullptr);
    if (outer && widget->isVisible()) {
        // Qt hides it where the control is still outside of its scroll area, and leaves it so once it is scrolled to.
        m_frame->show();
        m_frame->raise();
    }
}

void FocusRing::focusOut(QWidget* widget)
{
    if (m_keyFocus == widget) {
        m_keyFocus = nullptr;
    }
    if (m_frame && m_frame->widget() == widget) {
        m_frame->setWidget(nullptr);
    }
}

} // namespace valv::views
