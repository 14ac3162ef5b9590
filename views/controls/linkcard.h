// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QAbstractButton>

namespace valv::views {

//! \brief A card that leads somewhere: icon, title, caption, chevron at the right. Checked = the page it opened is
//! shown.
class LinkCard : public QAbstractButton
{
    Q_OBJECT
public:
    LinkCard(Icon icon, const QString& title, const QString& caption, QWidget* parent = nullptr);
    void setCaption(const QString& text);
    //! Without chevron and 52 high, for "recently used".
    void setSmallCard(bool on);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    QString m_caption;
    bool m_small = false;
};

} // namespace valv::views
