// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/azcopy.h"
#include "controls/button.h"
#include "controls/statustext.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;

namespace valv::views {

//! \brief The fixed footer of a form or blade, 56 high (44 when low): primary first, then secondary, status text far
//! right.
class FormFooter : public QWidget
{
    Q_OBJECT
public:
    explicit FormFooter(QWidget* parent = nullptr);

    //! The same button every time.
    Button* setPrimary(const QString& text, ButtonKind kind = ButtonKind::Primary);
    Button* addButton(const QString& text, ButtonKind kind = ButtonKind::Standard);
    //! More after the buttons, a link for instance.
    void addWidget(QWidget* widget);
    //! What the primary button does as an az command: a link to put where there is room, and the button's own menu.
    //! Call it once, after setPrimary(). The link looks again whenever the footer is told something.
    CopyAzLink* makeAz(const AzText& text);
    void lookAz();
    [[nodiscard]] Button* primary() const { return m_primary; }
    void setStatus(StatusKind kind, const QString& text);
    //! Keys, and what they do, shown at the right while there is no status.
    void setKeyHint(const QStringList& keys, const QString& text = {});
    //! As low as a bar of links: for a panel that has no buttons.
    void setLow();
    void setGround(Role role);
    //! Fixed; without it, that of the page's content.
    void setMargin(int px);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Button* m_primary = nullptr;
    QHBoxLayout* m_layout = nullptr;
    QHBoxLayout* m_buttons = nullptr;
    StatusText* m_status = nullptr;
    QWidget* m_hint = nullptr;
    QPointer<CopyAzLink> m_az;
    Role m_ground = Role::Surface;
    int m_margin = 0;
};

} // namespace valv::views
