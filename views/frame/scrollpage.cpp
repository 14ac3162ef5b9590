// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/scrollpage.h"

#include "theme/breakpoints.h"
#include "theme/valvstyle.h"

#include <QApplication>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace valv::views {
namespace {

class Body : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        const int margin = Breakpoint::contentMargin(window()->width());
        if (layout()->contentsMargins().left() != margin) {
            layout()->setContentsMargins(margin, Space::lg, margin, Space::xl);
        }
        QWidget::resizeEvent(event);
    }
};

} // namespace

ScrolledBody makeScrolledBody(QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    setBarInMargin(area);
    area->viewport()->setAutoFillBackground(false);
    auto* body = new Body;
    body->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(Size::contentMargin, Space::lg, Size::contentMargin, Space::xl);
    layout->setSpacing(Size::tileGap);
    area->setWidget(body);
    // A scroll area follows the Tab key only within itself: what is come to from outside must be seen as well.
    QObject::connect(qApp, &QApplication::focusChanged, area, [area](QWidget*, QWidget* now) {
        if (now == nullptr || !now->isVisible() || !area->widget()->isAncestorOf(now)) {
            return;
        }
        const QRect at(now->mapTo(area->viewport(), QPoint()), now->size());
        if (!at.intersects(area->viewport()->rect())) {
            area->ensureWidgetVisible(now, 0, Space::xl);
        }
    });
    return { area, layout };
}

QVBoxLayout* scrolledBody(QWidget& page)
{
    auto* outer = new QVBoxLayout(&page);
    outer->setContentsMargins(0, 0, 0, 0);
    const auto body = makeScrolledBody(&page);
    outer->addWidget(body.area);
    return body.layout;
}

} // namespace valv::views
