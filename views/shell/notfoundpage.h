// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/navigator.h"
#include "frame/page.h"

namespace valv::views {

class EmptyState;

//! \brief A link that leads to nothing: says so, and the way home.
class NotFoundPage : public Page
{
    Q_OBJECT
public:
    explicit NotFoundPage(Navigator& navigator, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    void focusFirst() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    EmptyState* m_empty;
};

} // namespace valv::views
