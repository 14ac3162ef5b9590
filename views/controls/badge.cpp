// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/badge.h"

#include "controls/accessible.h"
#include "theme/painting.h"

#include <QPainter>

namespace valv::views {

BadgeRoles badgeRoles(BadgeKind kind)
{
    switch (kind) {
    case BadgeKind::Info:
        return {Role::InfoBg, Role::Accent, Role::InfoBg};
    case BadgeKind::InfoOutline:
        return {Role::Surface, Role::Accent, Role::InfoBorder};
    case BadgeKind::Ok:
        return {Role::OkBg, Role::Ok, Role::OkBg};
    case BadgeKind::Warning:
        return {Role::WarnBg, Role::Warn, Role::WarnBg};
    case BadgeKind::Error:
        return {Role::ErrorBg, Role::Error, Role::ErrorBg};
    case BadgeKind::Neutral:
        break;
    }
    return {Role::DisabledBg, Role::Secondary, Role::DisabledBg};
}

Badge::Badge(BadgeKind kind, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
{
    installAccessibility();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Badge::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setKind(BadgeKind kind)
{
    m_kind = kind;
    update();
}

QSize Badge::sizeHint() const
{
    return chipSize(m_text);
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const BadgeRoles roles = badgeRoles(m_kind);
    drawChip(painter, rect(), m_text, roles.fill, roles.text, roles.outline);
}

} // namespace valv::views
