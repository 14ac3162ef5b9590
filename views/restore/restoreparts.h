// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/recoverypoint.h"

#include <QCheckBox>
#include <QSet>
#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace valv::presentation {
class Format;
}

namespace valv::views {

class Label;

//! \brief The disks of a recovery point in a table of name, role and size, each with a check box; the one with the
//! operating system is always chosen, and says so. What was left out stays left out when another point is shown.
class DiskList : public QWidget
{
    Q_OBJECT
public:
    explicit DiskList(QWidget* parent = nullptr);

    void setDisks(const QList<contract::RecoveryPointDisk>& disks, const presentation::Format& format);
    [[nodiscard]] int count() const { return static_cast<int>(m_boxes.size()); }
    [[nodiscard]] int chosen() const;
    [[nodiscard]] bool allChosen() const { return chosen() == count(); }
    //! Numbers of the chosen data disks, as a restore request wants them.
    [[nodiscard]] QList<int> chosenLuns() const;

Q_SIGNALS:
    void changed();

private:
    QGridLayout* m_grid;
    Label* m_note;
    QList<QCheckBox*> m_boxes;
    QList<QWidget*> m_others;
    QSet<int> m_leftOut;
};

//! \brief Sentences with an arrow before each: what happens next.
class ArrowLines : public QWidget
{
    Q_OBJECT
public:
    explicit ArrowLines(QWidget* parent = nullptr);
    void setLines(const QStringList& lines);

private:
    QVBoxLayout* m_layout;
    QList<Label*> m_labels;
};

} // namespace valv::views
