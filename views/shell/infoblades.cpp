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

ShortcutsBlade::ShortcutsBlade(QWidget* window)
    : Blade(window)
{
    fill();
}

void ShortcutsBlade::fill()
{
    setTitle(tr("Keyboard shortcuts"));
    struct Key
    {
        QStringList keys;
        QString does;
    };
    const QString enter = tr("Enter", "key");
    const QString shift = tr("Shift", "key");
    const QList<Key> all{
        {{QStringLiteral("Ctrl"), QStringLiteral("K")}, tr("Search services")},
        {{QStringLiteral("Ctrl"), QStringLiteral("F")}, tr("Filter of the page; also /")},
        {{QStringLiteral("F5")}, tr("Refresh the page")},
        {{QStringLiteral("F6")}, tr("Next region; with Shift the previous one")},
        {{QStringLiteral("Alt"), QStringLiteral("←")}, tr("Back")},
        {{QStringLiteral("Alt"), QStringLiteral("→")}, tr("Forward")},
        {{QStringLiteral("Ctrl"), shift, QStringLiteral("N")}, tr("Notifications")},
        {{QStringLiteral("Ctrl"), QStringLiteral("D")}, tr("Favorite in All services")},
        {{QStringLiteral("Ctrl"), enter}, tr("Primary button of a panel or form")},
        {{QStringLiteral("Alt"), QStringLiteral("1")}, tr("First error of a form; 2 to 9 the next ones")},
        {{shift, QStringLiteral("F10")}, tr("Context menu")},
        {{tr("Esc", "key")}, tr("Close the topmost panel")},
    };
    QWidget* list = fresh(m_list, body());
    auto* grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::lg);
    grid->setVerticalSpacing(Space::md);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Key& key : all) {
        grid->addWidget(new KeyHint(key.keys), row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        auto* words = new Label(LabelKind::Body, key.does);
        words->setWordWrap(true);
        words->setAccessibleName(key.keys.join(QLatin1Char('+')) + QStringLiteral(": ") + key.does);
        grid->addWidget(words, row, 1);
        ++row;
    }
}

void ShortcutsBlade::changeEvent(QEvent* event)
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
