// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/accessible.h"
#include "theme/tokens.h"

#include <QVector>
#include <QWidget>

#include <optional>

class QAreaSeries;
class QBarCategoryAxis;
class QBarSet;
class QLineSeries;
class QStackedBarSeries;
class QValueAxis;

namespace valv::views {

class PlotView;

//! \brief What all charts share: a value that the pointer and ←/→ move along, with a box of its facts. For readers a
//! chart with one child a value; its finding in words is the accessible description, which whoever shows it sets.
class ChartWidget : public QWidget, public AccessibleItems
{
    Q_OBJECT
public:
    explicit ChartWidget(QWidget* parent = nullptr);
    [[nodiscard]] int currentIndex() const { return m_index; }
    //! -1: none is marked.
    void setCurrentIndex(int index);
    //! How many values ←/→ move along.
    [[nodiscard]] virtual int valueCount() const = 0;
    //! First line bold: "12 December\n2.12 TB · 374 points".
    [[nodiscard]] virtual QString valueText(int index) const = 0;

    [[nodiscard]] QAccessible::Role itemsRole() const override { return QAccessible::Chart; }
    [[nodiscard]] int itemCount() const override { return valueCount(); }
    [[nodiscard]] QString itemName(int index) const override;
    [[nodiscard]] QString itemDescription(int) const override { return {}; }
    [[nodiscard]] QRect itemRect(int index) const override { return valueRect(index).toAlignedRect(); }
    [[nodiscard]] bool isItemSelected(int index) const override { return index == m_index; }
    [[nodiscard]] bool isItemEnabled(int) const override { return true; }
    void pressItem(int index) override { setCurrentIndex(index); }

Q_SIGNALS:
    void currentIndexChanged(int index);

protected:
    //! The value that the pointer means; −1 outside of the plot.
    [[nodiscard]] virtual int indexAt(const QPointF& at) const = 0;
    //! The upright strip of the plot that stands for this value.
    [[nodiscard]] virtual QRectF valueRect(int index) const = 0;
    //! The marked value or the focus is another: paint anew.
    virtual void markChanged() { update(); }
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    int m_index = -1;
};

//! \brief The dark box of facts beside a point in a chart. Kept inside `within`.
void paintChartTip(QPainter& painter, const QRectF& within, const QPointF& at, const QString& text);

//! \brief A small line chart: rate of a job. One line, base line, two value labels, first and last time, optional mark.
class Sparkline : public ChartWidget
{
    Q_OBJECT
public:
    struct Mark
    {
        int index = 0;
        QString label; //!< "00:25 interrupted"
        Role role = Role::Error;
    };
    explicit Sparkline(QWidget* parent = nullptr);
    //! \param texts one a value, for tool tip and readers; may be empty
    void setValues(const QVector<double>& values, double maximum, const QString& maximumLabel, const QString& zeroLabel,
                   const QString& first, const QString& last, const QVector<QString>& texts = {});
    void setMark(const std::optional<Mark>& mark);
    [[nodiscard]] int valueCount() const override;
    [[nodiscard]] QString valueText(int index) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] int indexAt(const QPointF& at) const override;
    [[nodiscard]] QRectF valueRect(int index) const override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QPointF point(int index) const;

    QVector<double> m_values;
    QVector<QString> m_texts;
    double m_maximum = 1;
    QString m_maximumLabel;
    QString m_zeroLabel;
    QString m_first;
    QString m_last;
    std::optional<Mark> m_mark;
};

//! One labelled value of an axis.
struct AxisTick
{
    double value = 0;
    QString label;
    bool strong = false;
};

//! \brief 0 and round values at equal steps, up to at least the maximum: 0, 1, 2, 3, 4 or 0, 250, 500.
//! \param atMost so many in all
//! \param whole no fractions, for what is counted
[[nodiscard]] QVector<double> axisValues(double maximum, int atMost, bool whole = false);

//! \brief Growth over time: line with a pale area, grid, labels, and a dashed limit with text. Drawn with QtCharts.
class AreaChart : public ChartWidget
{
    Q_OBJECT
public:
    struct Value
    {
        double x = 0;
        double y = 0;
        QString text; //!< tool tip, first line bold
    };
    explicit AreaChart(QWidget* parent = nullptr);
    //! The width is what the values and the marks below them span: a line may begin later than its period.
    void setValues(const QVector<Value>& values, const QVector<AxisTick>& xTicks, const QVector<AxisTick>& yTicks);
    void setLimit(std::optional<double> value, const QString& label = {});
    [[nodiscard]] int valueCount() const override;
    [[nodiscard]] QString valueText(int index) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] int indexAt(const QPointF& at) const override;
    [[nodiscard]] QRectF valueRect(int index) const override;
    void markChanged() override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double top() const;
    [[nodiscard]] QPointF map(double x, double y) const;
    void arrange();
    void restyle();
    void paintForeground(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;

    double m_from = 0; // of x
    double m_to = 1;
    PlotView* m_view;
    QLineSeries* m_line;
    QLineSeries* m_upper;
    QAreaSeries* m_area;
    QValueAxis* m_xAxis;
    QValueAxis* m_yAxis;
    QVector<Value> m_values;
    QVector<AxisTick> m_xTicks;
    QVector<AxisTick> m_yTicks;
    std::optional<double> m_limit;
    QString m_limitLabel;
};

//! \brief Stacked bars per day: completed solid, with warnings hatched, failed densely hatched the other way. Drawn
//! with QtCharts.
class StackedBars : public ChartWidget
{
    Q_OBJECT
public:
    struct Bar
    {
        QString label; //!< below the bar; empty shows none
        double done = 0;
        double warning = 0;
        double failed = 0;
        QString text; //!< tool tip, first line bold
        bool strong = false;
    };
    explicit StackedBars(QWidget* parent = nullptr);
    void setBars(const QVector<Bar>& bars, const QVector<AxisTick>& yTicks);
    //! Without axes, for a tile.
    void setBare(bool on);
    [[nodiscard]] int valueCount() const override;
    [[nodiscard]] QString valueText(int index) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] int indexAt(const QPointF& at) const override;
    [[nodiscard]] QRectF valueRect(int index) const override;
    void markChanged() override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double top() const;
    [[nodiscard]] double barWidth() const;
    void arrange();
    void restyle();
    void paintForeground(QPainter& painter) const;

    PlotView* m_view;
    QStackedBarSeries* m_series;
    QList<QBarSet*> m_sets; //!< completed, with warnings, failed
    QBarCategoryAxis* m_xAxis;
    QValueAxis* m_yAxis;
    QVector<Bar> m_bars;
    QVector<AxisTick> m_yTicks;
    bool m_bare = false;
};

//! \brief A legend of squares and texts for charts.
class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    enum class Fill
    {
        Solid,
        Hatch,
        DenseHatch
    };
    struct Entry
    {
        QString text;
        Role role = Role::S1;
        Fill fill = Fill::Solid;
    };
    explicit ChartLegend(QWidget* parent = nullptr);
    void setEntries(const QVector<Entry>& entries);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVector<Entry> m_entries;
};

//! \brief From 0 to the top, with a mark at each tick.
void setYAxis(QValueAxis& axis, double top, const QVector<AxisTick>& ticks);
//! \brief Fill of warnings and failures: hatched over the surface, the same at every scale.
[[nodiscard]] QBrush hatchBrush(const QColor& colour, bool dense);

} // namespace valv::views
