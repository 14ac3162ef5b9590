// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/recoverypoint.h"
#include "contract/requests.h"
#include "core/armid.h"
#include "frame/formblade.h"

#include <optional>

class QLineEdit;

namespace valv::presentation {
class RecoveryPointStore;
}

namespace valv::views {

class Calendar;
class DateField;
class Essentials;
class Field;
class Label;
class LinkButton;
class MessageBar;
class RadioCard;
class Toggle;

//! \brief One recovery point: what it is, and how long it is kept: pinned, on hold, until a date of its own, or as the
//! policy says. Leads to its deletion. Source: flows.md I, docs/wire-extensions.md.
class PointBlade : public FormBlade
{
    Q_OBJECT
public:
    PointBlade(const Context& context, const ArmId& point, QWidget* window);

protected:
    [[nodiscard]] bool isDirty() const override;
    void submit() override;
    void showErrors(bool all) override;
    void updateState() override;
    [[nodiscard]] QString conflict() const override;
    [[nodiscard]] QString theirs() const override;
    void readTheirs(bool drop) override;
    void retranslate() override;

private:
    [[nodiscard]] const contract::RecoveryPoint* point() const;
    void load();
    void edited();
    void follow();
    void showPoint();
    [[nodiscard]] contract::PointChange change() const;

    ArmId m_id;
    presentation::RecoveryPointStore& m_store;
    std::optional<contract::RecoveryPoint> m_before; //!< as it stood when the fields were filled
    std::optional<contract::RecoveryPoint> m_mine; //!< the same, before somebody else was faster
    MessageBar* m_gone;
    Essentials* m_facts;
    Label* m_keepTitle;
    RadioCard* m_byPolicy;
    RadioCard* m_byDate;
    DateField* m_date;
    Field* m_dateField;
    Calendar* m_calendar;
    Toggle* m_pin;
    Label* m_pinHelp;
    Toggle* m_hold;
    Label* m_holdHelp;
    QLineEdit* m_reason;
    Field* m_reasonField;
    LinkButton* m_delete;
};

} // namespace valv::views
