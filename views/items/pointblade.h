// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/recoverypoint.h"
#include "contract/requests.h"
#include "controls/blade.h"
#include "core/armid.h"
#include "core/result.h"
#include "frame/context.h"

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
class FormSummary;
class Label;
class LinkButton;
class MessageBar;
class RadioCard;
class Toggle;

//! \brief One recovery point: what it is, and how long it is kept: pinned, on hold, until a date of its own, or as the
//! policy says. Leads to its deletion. Source: flows.md I, docs/wire-extensions.md.
class PointBlade : public Blade
{
    Q_OBJECT
public:
    PointBlade(const Context& context, const ArmId& point, QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] const contract::RecoveryPoint* point() const;
    void load();
    void edited();
    [[nodiscard]] contract::PointChange change() const;
    [[nodiscard]] bool differs() const;
    [[nodiscard]] bool validate();
    void showPoint();
    void submit();
    void retranslate();

    const Context m_context;
    ArmId m_id;
    presentation::RecoveryPointStore& m_store;
    MessageBar* m_failure;
    FormSummary* m_summary;
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
    LinkButton* m_delete = nullptr;
    std::optional<Error> m_error;
    bool m_sending = false;
};

} // namespace valv::views
