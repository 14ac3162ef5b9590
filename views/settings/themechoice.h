// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QAbstractButton>

namespace valv::views {

//! \brief A small picture of the window in a theme, with a radio mark and its name below. Auto-exclusive among
//! siblings; one Tab stop with arrows, free of charge.
class ThemeChoiceButton : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Shows
    {
        Light,
        Dark,
        Both //!< what the system says: half and half
    };
    explicit ThemeChoiceButton(Shows shows, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Shows m_shows;
};

} // namespace valv::views
