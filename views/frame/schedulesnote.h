// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/label.h"
#include "frame/context.h"

namespace valv::views {

//! \brief Says, where a schedule is made or shown, whether it runs while the console is closed. Source: wishes.md W18.
class SchedulesNote : public Label
{
    Q_OBJECT
public:
    explicit SchedulesNote(const Context& context, LabelKind kind = LabelKind::Secondary, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void say();

    const Context m_context;
};

} // namespace valv::views
