// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCharts/QChartView>

#include <functional>

namespace valv::views {

//! \brief A QtCharts plot inside a chart of ours. It draws series and grid, in the plot rectangle that it is given;
//! labels, marks and the box of facts are painted above it by whoever owns it. It takes no input and no focus, and
//! readers do not see it: the chart around it answers for all of that.
class PlotView : public QChartView
{
    Q_OBJECT
public:
    explicit PlotView(QWidget* owner);
    //! \param paint in coordinates of the owner, which the view fills
    void setForeground(std::function<void(QPainter&)> paint) { m_paint = std::move(paint); }
    void setPlot(const QRectF& plot);
    //! The foreground differs.
    void repaintForeground() { viewport()->update(); }

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    std::function<void(QPainter&)> m_paint;
};

} // namespace valv::views
