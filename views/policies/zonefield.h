// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/combobox.h"

#include <QDateTime>
#include <QHash>
#include <QTimeZone>

class QStandardItemModel;

namespace valv::views {

//! \brief A time zone, chosen from the list or found by typing a part of any of its cities: "berl" finds the zone that
//! the list shows as Stockholm. What is no zone gives way to what was chosen before.
class ZoneField : public ComboBox
{
    Q_OBJECT
public:
    explicit ZoneField(QWidget* parent = nullptr);
    //! \param own the person's zone: shown by its own city
    void fill(const QDateTime& now, const QTimeZone& own);
    [[nodiscard]] QString zone() const; //!< as policies carry it
    void setZone(const QString& wire); //!< one that the list lacks is added

Q_SIGNALS:
    void zoneChosen();

private:
    void typed(const QString& text);

    QStandardItemModel* m_found; //!< every city, with its zone
    QString m_chosen;
};

} // namespace valv::views
