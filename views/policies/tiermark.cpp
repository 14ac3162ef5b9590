// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/tiermark.h"

#include "theme/painting.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace valv::views {

using policy::Reason;

Role tierRole(Reason tier)
{
    switch (tier) {
    case Reason::Daily:
        return Role::S1;
    case Reason::Weekly:
        return Role::S2;
    case Reason::Monthly:
        return Role::S3;
    case Reason::Yearly:
        return Role::S4;
    default:
        return Role::S5;
    }
}

QString tierName(Reason tier)
{
    const auto word = [](const char* text) { return QCoreApplication::translate("valv::views::TierMark", text); };
    switch (tier) {
    case Reason::Daily:
        return word(QT_TRANSLATE_NOOP("valv::views::TierMark", "Daily"));
    case Reason::Weekly:
        return word(QT_TRANSLATE_NOOP("valv::views::TierMark", "Weekly"));
    case Reason::Monthly:
        return word(QT_TRANSLATE_NOOP("valv::views::TierMark", "Monthly"));
    case Reason::Yearly:
        return word(QT_TRANSLATE_NOOP("valv::views::TierMark", "Yearly"));
    default:
        return {};
    }
}

TierMark::TierMark(Reason tier, QWidget* parent)
    : QWidget(parent)
    , m_role(tierRole(tier))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize TierMark::sizeHint() const
{
    return {Space::md, Space::md};
}

void TierMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    roundedBox(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 2, color(m_role), QColor());
}

} // namespace valv::views
