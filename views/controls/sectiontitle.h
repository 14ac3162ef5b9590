// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QWidget>

namespace valv::views {

class Label;

//! \brief The title of a part of a form: icon and section text on one line.
class SectionTitle : public QWidget
{
    Q_OBJECT
public:
    explicit SectionTitle(Icon icon, QWidget* parent = nullptr);
    void setText(const QString& text);

private:
    Label* m_text;
};

} // namespace valv::views
