// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/accessible.h"
#include "controls/statustext.h"

#include <QVector>
#include <QWidget>

namespace valv::views {

//! \brief The tasks of a job, one below the other with a line between their icons; time or reason at the right. Readers
//! find a list with one entry a task. ↑↓ move while it has focus.
class StepsList : public QWidget, public AccessibleItems
{
    Q_OBJECT
public:
    struct Step
    {
        StatusKind status = StatusKind::Off;
        QString text;
        QString note; //!< "38 s", "did not run"
        friend bool operator==(const Step&, const Step&) = default;
    };
    explicit StepsList(QWidget* parent = nullptr);
    void setSteps(const QVector<Step>& steps);
    [[nodiscard]] const QVector<Step>& steps() const { return m_steps; }
    [[nodiscard]] QRect stepRect(int index) const;
    // AccessibleItems
    [[nodiscard]] int itemCount() const override;
    [[nodiscard]] QString itemName(int index) const override;
    [[nodiscard]] QString itemDescription(int index) const override;
    [[nodiscard]] QRect itemRect(int index) const override;
    [[nodiscard]] bool isItemSelected(int index) const override;
    [[nodiscard]] bool isItemEnabled(int index) const override;
    void pressItem(int index) override;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QVector<Step> m_steps;
    int m_current = 0;
};

//! \brief The steps of a wizard side by side: done, current, to come.
class StepBar : public QWidget
{
    Q_OBJECT
public:
    struct Step
    {
        QString title;
        QString caption;
        friend bool operator==(const Step&, const Step&) = default;
    };
    explicit StepBar(QWidget* parent = nullptr);
    void setSteps(const QVector<Step>& steps, int current);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVector<Step> m_steps;
    int m_current = 0;
};

//! \brief The number of a step before its title: done, current, or to come.
class StepMark : public QWidget
{
    Q_OBJECT
public:
    explicit StepMark(int number, QWidget* parent = nullptr);
    void setState(bool done, bool current);
    [[nodiscard]] bool isDone() const { return m_done; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void tell();

    int m_number;
    bool m_done = false;
    bool m_current = false;
};

//! \brief The number of a step in a disc: green tick when done, accent when current, grey when to come. 24 px.
void paintStepMark(QPainter& painter, const QPointF& centre, int number, bool done, bool current, qreal radius = 12);

} // namespace valv::views
