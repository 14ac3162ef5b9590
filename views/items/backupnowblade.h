// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/itemblade.h"
#include "presentation/stores/vaultusagestore.h"

#include <QDate>

namespace valv::views {

class Calendar;
class CapacityBar;
class DateField;
class Essentials;
class Field;
class Label;
class MessageBar;
class PillGroup;

//! \brief Starts a backup now, of one item or of several, and asks once how long to keep the points: typed, by
//! calendar, or by a quick choice. Source: flows.md A10, A11, D6, G4; picture backupnow_sv.
class BackupNowBlade : public ItemBlade
{
    Q_OBJECT
public:
    BackupNowBlade(const Context& context, const QList<ArmId>& items, QWidget* window);

    [[nodiscard]] QDate date() const;

protected:
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] AzLine azText(const ArmId& item) const override;
    void submit() override;
    void retranslate() override;
    void itemsChanged() override { showEstimate(); }

private:
    void choose(QDate date);
    void dateChosen(QDate date);
    void showEstimate();
    void showSpace(qint64 stored);
    [[nodiscard]] QDateTime until() const; //!< the last moment that the point is kept
    bool validate(); //!< shows what is wrong; true: nothing

    QDate m_today;
    MessageBar* m_off;
    DateField* m_date;
    Field* m_dateField;
    PillGroup* m_quick;
    Calendar* m_calendar;
    Label* m_kept;
    Label* m_estimateTitle;
    Essentials* m_estimate;
    CapacityBar* m_space;
    presentation::VaultUsage m_usage; //!< of the vault, as far as the backend says
    MessageBar* m_note;
};

} // namespace valv::views
