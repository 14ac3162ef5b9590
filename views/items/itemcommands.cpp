// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/itemcommands.h"

#include "controls/action.h"
#include "controls/menu.h"
#include "items/assignpolicyblade.h"
#include "items/backupnowblade.h"
#include "items/stopblade.h"
#include "items/undeleteblade.h"
#include "presentation/app/settings.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"

#include <QAction>

#include <algorithm>

namespace valv::views {

using presentation::Availability;

namespace {

struct Look
{
    const char* name;
    Icon icon;
    ActionKind kind = ActionKind::Standard;
};
constexpr Look looks[ItemCommands::Count]{
    {"backupNow", Icon::Protected}, {"restore", Icon::Restore}, {"changePolicy", Icon::Policy},
    {"stop", Icon::Stop},           {"resume", Icon::Start},    {"delete", Icon::Delete, ActionKind::Destructive},
    {"undelete", Icon::Retry},      {"pin", Icon::Pin},
};

} // namespace

ItemCommands::ItemCommands(const Context& context, const QString& prefix, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    for (int i = 0; i < Count; ++i) {
        const auto& look = looks[i];
        auto* action = makeAction(look.icon, {}, this);
        setActionKind(action, look.kind);
        action->setObjectName(prefix + QLatin1Char('.') + QLatin1String(look.name));
        connect(action, &QAction::triggered, this, [this, i] { open(static_cast<Command>(i)); });
        setAzCommand(action, [this, i] { return azText(static_cast<Command>(i)); });
        m_actions.append(action);
    }
    auto& store = m_context.session.items();
    connect(&store, &presentation::ListStoreBase::rowsChanged, this, &ItemCommands::update);
    connect(&store, &presentation::ListStoreBase::countChanged, this, &ItemCommands::update);
    connect(&m_context.session.virtualMachines(), &presentation::ListStoreBase::loadEnded, this, &ItemCommands::update);
    connect(&m_context.session.refusals(), &presentation::Refusals::changed, this, &ItemCommands::update);
    connect(&m_context.settings, &presentation::Settings::changed, this, [this](presentation::Settings::Key key) {
        if (key == presentation::Settings::Key::Pinned) {
            update();
        }
    });
    retranslate();
}

void ItemCommands::addKeys(QWidget& page)
{
    action(BackupNow)->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    action(Restore)->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    page.addActions({action(BackupNow), action(Restore)});
}

void ItemCommands::setItems(const QList<ArmId>& items)
{
    m_items = items;
    update();
}

QString ItemCommands::reasonFor(Command command) const
{
    using presentation::Deed;
    auto& session = m_context.session;
    QList<Availability> each;
    for (const auto& id : m_items) {
        const auto* item = session.items().find(id);
        const auto add = [&](Deed deed, const Availability& can) {
            each.append(session.refusals().can(deed, id, can));
        };
        switch (command) {
        case BackupNow: {
            const auto* row = item != nullptr ? session.virtualMachines().find(item->sourceResourceId) : nullptr;
            add(Deed::BackUp, presentation::canBackupNow(item, row != nullptr ? &row->vm : nullptr));
            break;
        }
        case Restore:
            add(Deed::Restore, presentation::canRestore(item));
            break;
        case ChangePolicy:
            add(Deed::ChangeItem, presentation::canChangePolicy(item));
            break;
        case Stop:
            add(Deed::ChangeItem, presentation::canStop(item));
            break;
        case Resume:
            add(Deed::ChangeItem, presentation::canResume(item));
            break;
        case Delete:
            add(Deed::DeleteData, presentation::canDeleteData(item));
            break;
        case Undelete:
            add(Deed::ChangeItem, presentation::canUndelete(item));
            break;
        case Pin:
            each.append(Availability::yes());
            break;
        case Count:
            break;
        }
    }
    if (m_items.size() > 1 && (command == Restore || command == Delete)) {
        return tr("Choose a single item for this.");
    }
    return presentation::anyOf(each).reason();
}

//! One line for each item, without the date that the blade asks for. Where it asks for what the command can't do
//! without, the blade or page has the command.
AzLine ItemCommands::azText(Command command) const
{
    namespace az = presentation::az;
    if (m_items.isEmpty()) {
        return AzLine::missing(tr("Choose a backup item first."));
    }
    QStringList lines;
    for (const auto& item : m_items) {
        switch (command) {
        case BackupNow:
            lines.append(az::backupNow(item));
            break;
        case Stop:
            lines.append(az::stopKeepingData(item));
            break;
        case Delete:
            lines.append(az::stopDeletingData(item));
            break;
        case Undelete:
            lines.append(az::undelete(item));
            break;
        case Restore:
            return AzLine::missing(tr("Choose a recovery point first: the page of the restore has the command."));
        case ChangePolicy:
        case Resume:
            return AzLine::missing(tr("Choose a policy first: the panel has the command."));
        case Pin:
            return AzLine::missing(tr("The overview is Valv's own."));
        case Count:
            return {};
        }
    }
    return AzLine(lines.join(QLatin1Char('\n')));
}

void ItemCommands::update()
{
    for (int i = 0; i < Count; ++i) {
        setReason(m_actions.at(i), reasonFor(static_cast<Command>(i)));
    }
    action(Pin)->setText(arePinned() ? tr("Unpin from the overview") : tr("Pin to the overview"));
}

void ItemCommands::open(Command command)
{
    if (m_items.isEmpty() || !action(command)->isEnabled()) {
        return;
    }
    if (command == Restore) {
        m_context.navigator.open({QStringLiteral("restore"), m_items.constFirst().text(), {}});
        return;
    }
    if (command == Pin) {
        pin();
        return;
    }
    auto* window = m_context.navigator.window();
    ItemBlade* blade = nullptr;
    switch (command) {
    case BackupNow:
        blade = new BackupNowBlade(m_context, m_items, window);
        break;
    case ChangePolicy:
        blade = new AssignPolicyBlade(m_context, AssignPolicyBlade::Purpose::Change, m_items, window);
        break;
    case Resume:
        blade = new AssignPolicyBlade(m_context, AssignPolicyBlade::Purpose::Resume, m_items, window);
        break;
    case Stop:
        blade = new StopBlade(m_context, StopBlade::Purpose::Stop, m_items, window);
        break;
    case Delete:
        blade = new StopBlade(m_context, StopBlade::Purpose::Delete, m_items, window);
        break;
    case Undelete:
        blade = new UndeleteBlade(m_context, m_items, window);
        break;
    case Restore:
    case Pin:
    case Count:
        return;
    }
    connect(blade, &ItemBlade::started, this, &ItemCommands::started);
    m_context.navigator.openBlade(blade);
}

QMenu* ItemCommands::makeMenu(QWidget* parent) const
{
    auto* menu = new Menu(parent);
    for (int i = 0; i < Pin; ++i) {
        if (i == ChangePolicy || i == Delete) {
            menu->addSeparator();
        }
        menu->addAction(m_actions.at(i));
    }
    menu->addSeparator();
    menu->addAction(action(Pin));
    menu->addMenu(makeAzMenu(m_actions, menu));
    return menu;
}

bool ItemCommands::arePinned() const
{
    const auto pinned = m_context.settings.pinned();
    return !m_items.isEmpty() && std::all_of(m_items.cbegin(), m_items.cend(), [&pinned](const ArmId& id) {
        return pinned.contains(id.text(), Qt::CaseInsensitive);
    });
}

void ItemCommands::pin()
{
    const bool on = !arePinned();
    for (const auto& id : std::as_const(m_items)) {
        m_context.settings.setPinned(id.text(), on);
    }
}

void ItemCommands::retranslate()
{
    action(BackupNow)->setText(tr("Back up now"));
    action(Restore)->setText(tr("Restore VM"));
    action(ChangePolicy)->setText(tr("Change policy"));
    action(Stop)->setText(tr("Stop backup"));
    action(Resume)->setText(tr("Resume backup"));
    action(Delete)->setText(tr("Delete backup data"));
    action(Undelete)->setText(tr("Undelete"));
    update();
}

} // namespace valv::views
