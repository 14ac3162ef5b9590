// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/painting.h"
#include "theme/stylepainting_p.h"
#include "theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>

namespace valv::views::drawing {

namespace {

constexpr int popupGap = 3;
constexpr int arrowWidth = 28;
constexpr int textLeft = 11;

} // namespace

void fieldFrame(const QStyleOption& option, QPainter& painter, const QWidget* widget, bool focused)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool over = option.state & QStyle::State_MouseOver;
    const bool error = enabled && hasErrorFrame(widget);
    const auto* edit = qobject_cast<const QLineEdit*>(widget);
    const bool fixed = !enabled || (edit && edit->isReadOnly());
    const Role outline = error ? Role::Error
        : !enabled             ? Role::Border
        : focused              ? Role::Accent
        : over                 ? Role::Text
                               : Role::BorderStrong;
    roundedBox(painter, option.rect, Radius::control, color(fixed ? Role::SurfaceAlt : Role::Surface), color(outline),
               error || (focused && enabled) ? 2 : 1);
    if (error && focused) { // the red line is there without the focus too
        roundedBox(painter, option.rect.adjusted(2, 2, -2, -2), Radius::control - 2, QColor(), color(Role::Accent), 1);
    }
}

void comboBox(const QStyleOptionComboBox& option, QPainter& painter, const QWidget* widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const auto* combo = qobject_cast<const QComboBox*>(widget);
    const bool open = combo && combo->view() && combo->view()->isVisible();
    fieldFrame(option, painter, widget, (option.state & QStyle::State_HasFocus) || open);
    const QRectF arrow(option.rect.right() - arrowWidth + 1, option.rect.y(), 16, option.rect.height());
    paintIcon(painter, arrow, Icon::ChevronDown, enabled ? Role::Secondary : Role::Disabled);
}

void comboLabel(const QStyleOptionComboBox& option, QPainter& painter)
{
    if (option.editable) {
        return; // its line edit writes
    }
    QRectF r = comboBoxRect(option, QStyle::SC_ComboBoxEditField);
    const bool enabled = option.state & QStyle::State_Enabled;
    if (!option.currentIcon.isNull()) {
        const QRect at(static_cast<int>(r.x()), static_cast<int>(r.center().y()) - 8, Size::iconSmall, Size::iconSmall);
        option.currentIcon.paint(&painter, at, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        r.setLeft(r.left() + Size::iconSmall + Space::sm);
    }
    drawLine(painter, r, TextStyle::Body, color(enabled ? Role::Text : Role::Disabled), option.currentText);
}

QRect comboBoxRect(const QStyleOptionComboBox& option, QStyle::SubControl sub)
{
    const QRect r = option.rect;
    switch (sub) {
    case QStyle::SC_ComboBoxArrow:
        return {r.right() - arrowWidth, r.y(), arrowWidth + 1, r.height()};
    case QStyle::SC_ComboBoxEditField:
        return r.adjusted(textLeft, 1, -arrowWidth - 4, -1);
    case QStyle::SC_ComboBoxListBoxPopup:
        return r.adjusted(0, -popupGap, 0, popupGap); // above or below, it leaves the field's outline free
    default:
        return r;
    }
}

void spinBox(const QStyleOptionSpinBox& option, QPainter& painter, const QWidget* widget)
{
    fieldFrame(option, painter, widget, option.state & QStyle::State_HasFocus);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    const auto arrow = [&](QStyle::SubControl sub, QAbstractSpinBox::StepEnabledFlag flag, bool up) {
        const QRectF r = spinBoxRect(option, sub);
        const bool live = enabled && (option.stepEnabled & flag);
        const bool over = live && (option.activeSubControls & sub);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(!live      ? Role::Disabled
                                      : over ? Role::Text
                                             : Role::Secondary),
                            1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const qreal x = r.center().x();
        const qreal y = up ? r.bottom() - 4 : r.top() + 4;
        const qreal d = up ? -3.5 : 3.5;
        const QPointF points[] = {{x - 3.5, y}, {x, y + d}, {x + 3.5, y}};
        painter.drawPolyline(points, 3);
        painter.restore();
    };
    arrow(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, true);
    arrow(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, false);
}

QRect spinBoxRect(const QStyleOptionSpinBox& option, QStyle::SubControl sub)
{
    const QRect r = option.rect;
    const int buttons = option.buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : 24;
    const int half = r.height() / 2;
    switch (sub) {
    case QStyle::SC_SpinBoxUp:
        return {r.right() - buttons + 1, r.y(), buttons, half};
    case QStyle::SC_SpinBoxDown:
        return {r.right() - buttons + 1, r.y() + half, buttons, r.height() - half};
    case QStyle::SC_SpinBoxEditField:
        return r.adjusted(9, 2, -buttons - 2, -2);
    default:
        return r;
    }
}

} // namespace valv::views::drawing
