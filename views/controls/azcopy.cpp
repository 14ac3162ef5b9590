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

bool copyAzText(const AzLine& line)
{
    if (line.command.isEmpty()) {
        return false;
    }
    QGuiApplication::clipboard()->setText(line.command);
    return true;
}

} // namespace

AzLine AzLine::missing(const QString& why)
{
    AzLine line;
    line.why = why;
    return line;
}

AzLine AzLine::orMissing(const QString& command, const QString& why)
{
    return command.isEmpty() ? missing(why) : AzLine(command);
}

QString AzLine::reason() const
{
    return !command.isEmpty() ? QString() : why.isEmpty() ? CopyAzLink::tr("az has no command for this.") : why;
}

void setAzCommand(QAction* action, AzText text)
{
    action->setProperty(azProperty, QVariant::fromValue(std::move(text)));
}

QString azCommand(const QAction* action)
{
    const AzText text = azText(action);
    return text ? text().command : QString();
}

QString azReason(const QAction* action)
{
    const AzText text = azText(action);
    return (text ? text() : AzLine()).reason();
}

bool copyAzCommand(const QAction* action)
{
    return copyAzText(AzLine(azCommand(action)));
}

QAction* makeCopyAz(const AzText& text, QObject* parent)
{
    QAction* copy = makeAction(Icon::Terminal, CopyAzLink::tr("Copy as az command"), parent);
    copy->setObjectName(QStringLiteral("copyAz"));
    setReason(copy, text ? text().reason() : AzLine().reason());
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

void setAzMenu(QWidget* control, const AzText& text)
{
    control->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(control, &QWidget::customContextMenuRequested, control, [control, text](const QPoint& at) {
        auto* menu = new Menu(control);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(makeCopyAz(text, menu));
        menu->popup(control->mapToGlobal(at));
    });
}

QMenu* makeAzMenu(const QList<QAction*>& actions, QWidget* parent)
{
    auto* menu = new Menu(parent);
    menu->setObjectName(QStringLiteral("copyAz.menu"));
    menu->setTitle(CopyAzLink::tr("Copy as az command"));
    menu->setIcon(icon(Icon::Terminal));
    for (const auto* action : actions) {
        if (azText(action)) {
            auto* copy = makeCopyAz(action, menu);
            copy->setText(action->text());
            copy->setIcon(action->icon());
            menu->addAction(copy);
        }
    }
    return menu;
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
    if (copyAzText(m_text())) {
        // The name changes with the text, which is how a reader hears of it.
        setText(tr("Copied"));
        setAccessibleName(text());
        updateGeometry();
        m_said->start(saidFor);
    } else {
        look();
    }
}

void CopyAzLink::look()
{
    const auto line = m_brief ? m_brief() : m_text();
    setReason(line.reason());
    if (m_narrow && line.reason().isEmpty()) {
        setToolTip(accessibleName());
    }
    if (!line.note.isEmpty()) {
        setToolTip(line.note);
        setAccessibleDescription(line.note);
    }
}

void CopyAzLink::rename()
{
    const auto name = tr("Copy as az command");
    setText(m_narrow ? QStringLiteral("az") : name);
    setAccessibleName(name);
    updateGeometry();
    look();
}

void CopyAzLink::setNarrow(bool on)
{
    if (m_narrow != on) {
        m_narrow = on;
        rename();
    }
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
