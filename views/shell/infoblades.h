// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"

namespace valv::views {

//! \brief Every key of the program and what it does.
class ShortcutsBlade : public Blade
{
    Q_OBJECT
public:
    explicit ShortcutsBlade(QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QWidget* m_list = nullptr;
};

//! \brief Name, version, licence, and what the program is built of.
class AboutBlade : public Blade
{
    Q_OBJECT
public:
    explicit AboutBlade(QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QWidget* m_list = nullptr;
};

} // namespace valv::views
