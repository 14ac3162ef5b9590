// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/azcopy.h"

#include "controls/action.h"
#include "controls/menu.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QTimer>

Q_DECLARE_METATYPE(valv::views::AzText)

namespace valv::views {

namespace {

constexpr const char* azProperty = "valvAz";
constexpr int saidFor = 2500; // milliseconds

AzText azText(const QAction* action)
{
    return action->property(azProperty).value<AzText>();
}

bool copyAzText(const QString& command)
{
    if (command.isEmpty()) {
        return false;
    }
    QGuiApplication::clipboard()->setText(command);
    return true;
}

} // namespace

void setAzCommand(QAction* action, AzText text)
{
    action->setProperty(azProperty, QVariant::fromValue(std::move(text)));
}

QString azCommand(const QAction* action)
{
    const AzText text = azText(action);
    return text ? text() : QString();
}

bool copyAzCommand(const QAction* action)
{
    return copyAzText(azCommand(action));
}

QAction* makeCopyAz(const AzText& text, QObject* parent)
{
    QAction* copy = makeAction(Icon::Terminal, CopyAzLink::tr("Copy as az command"), parent);
    copy->setObjectName(QStringLiteral("copyAz"));
    setReason(copy, text && !text().isEmpty() ? QString() : CopyAzLink::tr("az has no command for this."));
    QObject::connect(copy, &QAction::triggered, copy, [text] { copyAzText(text()); });
    return copy;
}

QAction* makeCopyAz(const QAction* action, QObject* parent)
{
    return makeCopyAz(azText(action), parent);
}

bool popAzMenu(const QAction* action, const QPoint& at, QWidget* parent)
{
    if (!azText(action)) {
        return false;
    }
    auto* menu = new Menu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(makeCopyAz(action, menu));
    menu->popup(at);
    return true;
}

CopyAzLink::CopyAzLink(AzText text, QWidget* parent)
    : LinkButton(QString(), parent)
    , m_text(std::move(text))
    , m_said(new QTimer(this))
{
    setObjectName(QStringLiteral("copyAz"));
    setLinkIcon(Icon::Terminal);
    m_said->setSingleShot(true);
    connect(m_said, &QTimer::timeout, this, &CopyAzLink::rename);
    connect(this, &QAbstractButton::clicked, this, &CopyAzLink::copy);
    rename();
}

void CopyAzLink::copy()
{
    const bool copied = copyAzText(m_text());
    // The name changes with the text, which is how a reader hears of it.
    setText(copied ? tr("Copied") : tr("az has no command for this."));
    setAccessibleName(text());
    updateGeometry();
    m_said->start(saidFor);
}

void CopyAzLink::rename()
{
    setText(tr("Copy as az command"));
    setAccessibleName(text());
    updateGeometry();
}

void CopyAzLink::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_said->stop();
        rename();
    }
    LinkButton::changeEvent(event);
}

} // namespace valv::views
