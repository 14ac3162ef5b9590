// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/infoblades.h"

#include "controls/keyhint.h"
#include "controls/label.h"
#include "theme/tokens.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>

namespace valv::views {

namespace {

QWidget* fresh(QWidget*& old, QVBoxLayout* body)
{
    if (old != nullptr) {
        body->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    old = new QWidget;
    body->addWidget(old);
    return old;
}

} // namespace

KeyboardMapBlade::KeyboardMapBlade(const QList<QAction*>& actions, QWidget* window)
    : Blade(window)
{
    for (QAction* action : actions) {
        m_actions.append(action);
    }
    fill();
}

void KeyboardMapBlade::fill()
{
    setTitle(tr("Keyboard shortcuts"));
    struct Key
    {
        QStringList keys;
        QString does;
    };
    QList<Key> ofActions;
    QList<QKeySequence> said;
    for (const QPointer<QAction>& action : std::as_const(m_actions)) {
        if (!action || action->shortcut().isEmpty() || said.contains(action->shortcut())) {
            continue; // a page may only say what the window does
        }
        said.append(action->shortcut());
        // One box for each key, with its name as the keyboard has it.
        const QStringList keys =
            action->shortcut().toString(QKeySequence::NativeText).split(QLatin1Char('+'), Qt::SkipEmptyParts);
        ofActions.append({keys, QString(action->text()).remove(QLatin1Char('&'))});
    }
    const QString enter = tr("Enter", "key");
    const QString shift = tr("Shift", "key");
    const QList<Key> everywhere{
        {{QStringLiteral("↑"), QStringLiteral("↓")}, tr("Move in lists and menus")},
        {{enter}, tr("Open")},
        {{tr("Space", "key")}, tr("Select; with Shift and arrows several")},
        {{QStringLiteral("Ctrl"), QStringLiteral("A")}, tr("Select all")},
        {{shift, QStringLiteral("F10")}, tr("Context menu")},
        {{QStringLiteral("/")}, tr("Filter the page")},
        {{QStringLiteral("Ctrl"), QStringLiteral("D")}, tr("Favorite in All services")},
        {{QStringLiteral("Ctrl"), shift, QStringLiteral("↑")}, tr("Move a favorite up in the menu; with ↓ down")},
        {{QStringLiteral("Ctrl"), enter}, tr("Primary button of a panel or form")},
        {{QStringLiteral("Alt"), QStringLiteral("1")}, tr("First error of a form; 2 to 9 the next ones")},
        {{tr("Esc", "key")}, tr("Close the topmost panel")},
    };
    QWidget* list = fresh(m_list, body());
    auto* grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::lg);
    grid->setVerticalSpacing(Space::md);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [grid, &row](const QString& heading, const QList<Key>& keys) {
        grid->addWidget(new Label(LabelKind::GroupLabel, heading), row++, 0, 1, 2);
        for (const Key& key : keys) {
            grid->addWidget(new KeyHint(key.keys), row, 0, Qt::AlignLeft | Qt::AlignVCenter);
            auto* words = new Label(LabelKind::Body, key.does);
            words->setWordWrap(true);
            words->setAccessibleName(key.keys.join(QLatin1Char('+')) + QStringLiteral(": ") + key.does);
            grid->addWidget(words, row, 1);
            ++row;
        }
    };
    add(tr("Commands"), ofActions);
    add(tr("In lists, forms and panels"), everywhere);
}

void KeyboardMapBlade::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
}

AboutBlade::AboutBlade(QWidget* window)
    : Blade(window)
{
    fill();
}

void AboutBlade::fill()
{
    setTitle(tr("About Valv"));
    const QString version = QCoreApplication::applicationVersion();
    setCaption(version.isEmpty() ? QString() : tr("Version %1").arg(version));
    QWidget* list = fresh(m_list, body());
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::md);
    const QStringList paragraphs{
        tr("Valv (Swedish for vault) protects virtual machines: it reads their disks, keeps recovery points in "
           "encrypted vaults, and restores them."),
        tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."),
        tr("Built with Qt %1. Text in Inter (SIL Open Font License), icons from Bootstrap Icons (MIT).")
            .arg(QLatin1String(qVersion())),
    };
    for (const QString& paragraph : paragraphs) {
        auto* label = new Label(LabelKind::Body, paragraph);
        label->setWordWrap(true);
        column->addWidget(label);
    }
}

void AboutBlade::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
}

} // namespace valv::views
