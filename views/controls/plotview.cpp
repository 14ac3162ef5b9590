// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/plotview.h"

#include <QGraphicsLayout>
#include <QWheelEvent>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>

namespace valv::views {

PlotView::PlotView(QWidget* owner)
    : QChartView(owner)
{
    auto* chart = this->chart();
    chart->setBackgroundVisible(false);
    chart->setMargins(QMargins());
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setInteractive(false);
    setMinimumSize(0, 0);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    viewport()->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void PlotView::setPlot(const QRectF& plot)
{
    if (plot.isValid() && chart()->plotArea() != plot) {
        chart()->setPlotArea(plot);
    }
}

void PlotView::drawForeground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawForeground(painter, rect);
    if (m_paint) {
        painter->save();
        painter->resetTransform(); // from the scene's coordinates to the widget's
        painter->setRenderHint(QPainter::Antialiasing, false);
        m_paint(*painter);
        painter->restore();
    }
}

void PlotView::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the page scrolls
}

} // namespace valv::views
