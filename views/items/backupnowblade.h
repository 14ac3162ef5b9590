// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "contract/vault.h"
#include "core/armid.h"
#include "core/result.h"
#include "frame/context.h"

#include <QDate>

#include <optional>

namespace valv::views {

class Calendar;
class DateField;
class Essentials;
class Field;
class Label;
class CapacityBar;
class MessageBar;
class PillGroup;

//! \brief Starts a backup now and asks how long to keep the point: typed, by calendar, or by a quick choice.
//! Source: flows.md A10, A11, G4; picture backupnow_sv.
class BackupNowBlade : public Blade
{
    Q_OBJECT
public:
    BackupNowBlade(const Context& context, const ArmId& item, QWidget* window);

    [[nodiscard]] QDate date() const;

Q_SIGNALS:
    //! The backend has taken the job on.
    void started(const valv::ArmId& job);

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose(QDate date);
    void dateChosen(QDate date);
    void showEstimate();
    void showSpace(qint64 stored);
    void submit();
    void showFailure();
    void retranslate();
    bool validate(); //!< shows what is wrong; true: nothing

    Context m_context;
    ArmId m_item;
    QDate m_today;
    MessageBar* m_failure;
    MessageBar* m_off;
    DateField* m_date;
    Field* m_dateField;
    PillGroup* m_quick;
    Calendar* m_calendar;
    Label* m_kept;
    Label* m_estimateTitle;
    Essentials* m_estimate;
    CapacityBar* m_space;
    std::optional<contract::Usage> m_disk; //!< that the vault is on, where the backend says
    MessageBar* m_note;
    std::optional<Error> m_error; //!< the backend's answer
    bool m_sending = false;
};

} // namespace valv::views
