// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/undeleteblade.h"

#include "controls/label.h"
#include "presentation/app/language.h"
#include "presentation/stores/protection.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"

#include <QVBoxLayout>

namespace valv::views {

UndeleteBlade::UndeleteBlade(const Context& context, const QList<ArmId>& items, QWidget* window)
    : ItemBlade(
        context, QStringLiteral("undelete"), items,
        [&session = context.session](const ArmId& id) {
            return presentation::canUndelete(session.items().find(id)).reason();
        },
        window)
{
    m_left = new Label(LabelKind::Strong);
    m_left->setWordWrap(true);
    form()->addWidget(m_left);
    m_effect = new Label(LabelKind::Body);
    m_effect->setWordWrap(true);
    form()->addWidget(m_effect);
    finish();
    UndeleteBlade::retranslate();
}

void UndeleteBlade::say()
{
    const auto* known = item();
    const auto days = known != nullptr && !isForSeveral()
        ? presentation::daysUntilGone(*known, context().language.format().now())
        : std::nullopt;
    m_left->setText(days ? tr("%n day(s) until permanent deletion", nullptr, *days) : QString());
    m_left->setVisible(days.has_value());
    m_effect->setText(isForSeveral()
                          ? tr("The items become stopped with all their data. They can then be restored, or resumed.")
                          : tr("%1 becomes stopped with all its data. It can then be restored, or resumed.")
                                .arg(nameOf(items().value(0))));
}

QString UndeleteBlade::primaryText() const
{
    return isForSeveral() ? tr("Undelete %n item(s)", nullptr, static_cast<int>(items().size())) : tr("Undelete");
}

AzLine UndeleteBlade::azText(const ArmId& item) const
{
    return presentation::az::undelete(item);
}

void UndeleteBlade::submit()
{
    presentation::ItemCommand command;
    command.kind = presentation::ActivityKind::Undelete;
    send(command);
}

void UndeleteBlade::retranslate()
{
    setTitle(tr("Undelete"));
    ItemBlade::retranslate();
    say();
}

} // namespace valv::views
