// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"
#include "theme/tokens.h"

#include <QAbstractButton>

#include <optional>

namespace valv::views {

//! \brief A link that is a button: text in accent, underlined under the pointer, optional icon. Elides when narrow.
class LinkButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit LinkButton(const QString& text = {}, QWidget* parent = nullptr);

    void setTextStyle(TextStyle style);
    void setLinkIcon(Icon name);
    void setRole(Role role);
    void setElideMode(Qt::TextElideMode mode) { m_elide = mode; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    TextStyle m_style = TextStyle::Body;
    Role m_role = Role::Accent;
    std::optional<Icon> m_icon;
    Qt::TextElideMode m_elide = Qt::ElideRight;
};

} // namespace valv::views
