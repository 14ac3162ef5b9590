// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/keyreminder.h"

#include "controls/messagebar.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "theme/breakpoints.h"
#include "vaults/recoverykeyblade.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace valv::views {

KeyReminder::KeyReminder(const Context& context, Place place, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_place(place)
    , m_bar(new MessageBar(MessageKind::Warning))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    m_bar->setObjectName(QStringLiteral("keyReminder"));
    m_bar->setDismissable(true);
    connect(m_bar, &MessageBar::actionTriggered, this,
            [this] { m_context.navigator.openBlade(new RecoveryKeyBlade(m_context, m_vault, true, window())); });
    connect(m_bar, &MessageBar::dismissed, this, [this] {
        m_declined = m_vault;
        update();
    });
    connect(&m_context.settings, &presentation::Settings::changed, this, &KeyReminder::update);
    hide();
}

void KeyReminder::setVault(const ArmId& vault)
{
    m_vault = vault;
    update();
}

void KeyReminder::update()
{
    const bool wanted = !m_vault.isEmpty() && !(m_vault == m_declined) && m_context.session.capabilities().recoveryKeys
        && m_context.session.vaults().isMadeHere(m_vault)
        && !m_context.settings.recoveryKeyChecked(m_vault.text()).isValid();
    if (wanted) {
        m_bar->setMessage(MessageKind::Warning, tr("Keep the recovery key of %1.").arg(m_vault.name()),
                          tr("The vault is new. Without its key nothing can be restored when this computer is lost."));
        m_bar->setAction(tr("Show the key"));
        m_bar->show();
    }
    setVisible(wanted);
}

void KeyReminder::resizeEvent(QResizeEvent* event)
{
    if (m_place == Place::AbovePage) {
        const int margin = Breakpoint::contentMargin(window()->width()); // as the page below
        layout()->setContentsMargins(margin, Space::lg, margin, 0);
    }
    QWidget::resizeEvent(event);
}

void KeyReminder::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
