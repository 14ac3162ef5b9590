// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/reasontip.h"
#include "theme/icons.h"
#include "theme/tokens.h"

#include <QAbstractButton>

#include <optional>

namespace valv::views {

//! \brief A link that is a button: text in accent, underlined under the pointer, optional icon. Elides when narrow.
//! While there is a reason why it can't be used, it looks disabled and is reached by Tab all the same (see Button).
class LinkButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit LinkButton(const QString& text = {}, QWidget* parent = nullptr);

    void setTextStyle(TextStyle style);
    //! \param role nothing: as the text
    void setLinkIcon(Icon name, std::optional<Role> role = {});
    void setRole(Role role);
    void setElideMode(Qt::TextElideMode mode) { m_elide = mode; }
    //! Empty: it can be used. Else it can't, and the reason is tool tip and accessible description.
    void setReason(const QString& reason);
    [[nodiscard]] bool isAvailable() const { return isEnabled() && !m_reason.isThere(); }
    //! Clicks it, or tells why it can't be used.
    void press() { m_reason.press(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    bool hitButton(const QPoint& at) const override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    TextStyle m_style = TextStyle::Body;
    Role m_role = Role::Accent;
    std::optional<Icon> m_icon;
    std::optional<Role> m_iconRole;
    Qt::TextElideMode m_elide = Qt::ElideRight;
    ButtonReason m_reason{*this};
};

} // namespace valv::views
