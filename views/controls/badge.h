// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QWidget>

namespace valv::views {

enum class BadgeKind
{
    Neutral,
    Info,
    InfoOutline,
    Ok,
    Warning,
    Error
};

//! \brief A small chip of text: "new", "Standard", "2 unsaved changes". Accessible as a label.
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(BadgeKind kind, const QString& text = {}, QWidget* parent = nullptr);
    void setText(const QString& text);
    void setKind(BadgeKind kind);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    BadgeKind m_kind;
    QString m_text;
};

struct BadgeRoles
{
    Role fill;
    Role text;
    Role outline;
};
[[nodiscard]] BadgeRoles badgeRoles(BadgeKind kind);

} // namespace valv::views
