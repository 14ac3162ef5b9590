// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/reason.h"
#include "theme/tokens.h"

#include <QString>
#include <QWidget>

namespace valv::views {

//! The colour of a tier wherever it is drawn; Daily to Yearly, anything else: other.
[[nodiscard]] Role tierRole(policy::Reason tier);
//! "Daily" … as a heading.
[[nodiscard]] QString tierName(policy::Reason tier);

//! \brief A small square in the colour of a tier; the word stands beside it.
class TierMark : public QWidget
{
    Q_OBJECT
public:
    explicit TierMark(policy::Reason tier, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Role m_role;
};

} // namespace valv::views
