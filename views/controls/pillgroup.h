// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/pill.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace valv::views {

//! \brief A row of pills of which one is chosen; one Tab stop, arrows move.
class PillGroup : public QWidget
{
    Q_OBJECT
public:
    explicit PillGroup(QWidget* parent = nullptr);

    //! \param stretch the pills share the width
    void setStretch(bool stretch);
    Pill* addPill(const QString& text, const QVariant& value = {});
    [[nodiscard]] Pill* pill(int index) const;
    [[nodiscard]] int count() const;
    [[nodiscard]] int currentIndex() const;
    //! -1: none is chosen.
    void setCurrentIndex(int index);
    [[nodiscard]] QVariant currentData() const;
    void setCurrentData(const QVariant& value);

Q_SIGNALS:
    //! The person chose.
    void chosen(int index);

private:
    QButtonGroup* m_group = nullptr;
    QHBoxLayout* m_layout = nullptr;
    QVector<QVariant> m_data;
    bool m_stretch = false;
};

} // namespace valv::views
