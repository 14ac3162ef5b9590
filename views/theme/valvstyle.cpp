// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/valvstyle.h"

#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/painting.h"
#include "theme/stylepainting_p.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QStyleFactory>

namespace valv::views {

namespace {

constexpr const char* kindProperty = "valvKind";
constexpr const char* smallProperty = "valvSmall";
constexpr const char* errorProperty = "valvError";
constexpr const char* barInMarginProperty = "valvBarInMargin";
constexpr int fieldInset = 9; // with the line edit's own 2 px the text begins at 11

//! An edit inside a spin or combo box has no frame and no inset of its own.
bool insideBox(const QWidget* widget)
{
    const QWidget* parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent);
}

bool hasFrame(const QStyleOption* option)
{
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    return !frame || frame->lineWidth > 0;
}

bool isComboPopup(const QWidget* widget)
{
    return widget && widget->inherits("QComboBoxPrivateContainer");
}

} // namespace

void setButtonKind(QWidget* button, ButtonKind kind)
{
    button->setProperty(kindProperty, static_cast<int>(kind));
    button->updateGeometry();
    button->update();
}

void setSmall(QWidget* control, bool small)
{
    control->setProperty(smallProperty, small);
    QEvent changed(QEvent::StyleChange); // buttons and combo boxes keep their size hint until they hear of something
    QCoreApplication::sendEvent(control, &changed);
    control->updateGeometry();
    control->update();
}

bool isSmall(const QWidget* control)
{
    return control && control->property(smallProperty).toBool();
}

namespace {

//! A bar that lies over what is scrolled is put below the header of any table in it, also of one that is scrolled with
//! the rest. It begins at the top.
class FromTheTop final : public QObject
{
public:
    explicit FromTheTop(QAbstractScrollArea* area)
        : QObject(area)
        , m_area(area)
    {
        place()->installEventFilter(this);
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if ((event->type() == QEvent::Move || event->type() == QEvent::Resize) && watched == place()) {
            const QRect now = place()->geometry();
            const int top = m_area->viewport()->y();
            if (now.top() > top) {
                place()->setGeometry(QRect(QPoint(now.left(), top), now.bottomRight()));
            }
        }
        return false;
    }

private:
    [[nodiscard]] QWidget* place() const { return m_area->verticalScrollBar()->parentWidget(); }

    QAbstractScrollArea* m_area;
};

} // namespace

void setBarInMargin(QAbstractScrollArea* area)
{
    auto* bar = area->verticalScrollBar();
    bar->setProperty(barInMarginProperty, true);
    bar->setAttribute(Qt::WA_OpaquePaintEvent, false); // beside the slider, what lies beneath is seen
    new FromTheTop(area);
}

void setErrorFrame(QWidget* field, bool error)
{
    field->setProperty(errorProperty, error);
    field->update();
}

bool hasErrorFrame(const QWidget* field)
{
    return field && field->property(errorProperty).toBool();
}

ButtonKind drawing::kindOf(const QWidget* widget)
{
    return widget ? static_cast<ButtonKind>(widget->property(kindProperty).toInt()) : ButtonKind::Standard;
}

ValvStyle::ValvStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{ }

void ValvStyle::polish(QWidget* widget)
{
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QLineEdit*>(widget)
        || qobject_cast<QAbstractSpinBox*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (qobject_cast<QMenu*>(widget) || isComboPopup(widget)) {
        if (qobject_cast<QMenu*>(widget)) {
            widget->setWindowFlags(widget->windowFlags() | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint);
        }
        widget->installEventFilter(this);
    }
    QProxyStyle::polish(widget);
}

void ValvStyle::unpolish(QWidget* widget)
{
    if (qobject_cast<QMenu*>(widget) || isComboPopup(widget)) {
        widget->removeEventFilter(this);
    }
    QProxyStyle::unpolish(widget);
}

void ValvStyle::polish(QPalette&) { } // the theme sets it

bool ValvStyle::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Resize) {
        if (watched->isWidgetType()) {
            drawing::popupMask(static_cast<QWidget*>(watched));
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

int ValvStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_MenuVMargin:
    case PM_ScrollView_ScrollBarOverlap:
        return widget && widget->property(barInMarginProperty).toBool() ? Size::scrollbar : 0;
    case PM_ScrollView_ScrollBarSpacing:
        return metric == PM_MenuVMargin ? 4 : 0;
    case PM_MenuHMargin:
        return 4;
    case PM_MenuPanelWidth:
        return 1;
    case PM_DefaultFrameWidth:
        return isComboPopup(widget) ? 5 : 1;
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return Size::checkbox;
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return Size::radio;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return Space::sm;
    case PM_ScrollBarExtent:
        return Size::scrollbar;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return Size::focusRing + Size::focusOffset;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
    case PM_LineEditIconSize:
        return Size::iconSmall;
    case PM_ToolTipLabelFrameWidth:
        return 8;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Space::sm;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return Space::lg;
    case PM_TextCursorWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ValvStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_Widget_Animation_Duration:
    case SH_FocusFrame_Mask:
    case SH_Menu_Scrollable:
    case SH_UnderlineShortcut:
        return hint == SH_Menu_Scrollable ? 1 : 0;
    case SH_FocusFrame_AboveWidget:
    case SH_Menu_MouseTracking:
    case SH_ComboBox_ListMouseTracking:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return hint == SH_ScrollBar_LeftClickAbsolutePosition ? 0 : 1;
    case SH_ComboBox_PopupFrameStyle:
        return QFrame::StyledPanel | QFrame::Plain;
    case SH_Menu_AllowActiveAndDisabled:
        return 1; // the keyboard comes to it, and hears why
    case SH_Menu_SubMenuPopupDelay:
        return 160;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_RequestSoftwareInputPanel:
        return RSIP_OnMouseClick;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ValvStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const
{
    const int control = isSmall(widget) ? Size::controlSmall : Size::control;
    switch (type) {
    case CT_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QString text = button->text;
            text.remove(QLatin1Char('&'));
            int width = textWidth(isSmall(widget) ? TextStyle::CaptionStrong : TextStyle::BodyStrong, text) + 26;
            if (!button->icon.isNull()) {
                width += Size::iconSmall + (text.isEmpty() ? 0 : Space::sm);
            }
            if (button->features & QStyleOptionButton::HasMenu) {
                width += Space::lg;
            }
            return {std::max(width, control), control};
        }
        break;
    case CT_LineEdit:
        return insideBox(widget) ? QProxyStyle::sizeFromContents(type, option, size, widget)
                                 : QSize(size.width() + 2 * fieldInset, control);
    case CT_ComboBox:
        return {size.width() + 11 + 36, control};
    case CT_SpinBox:
        return {size.width() + 11 + 28, control};
    case CT_CheckBox:
    case CT_RadioButton: {
        QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {wanted.width() + 1, std::max(wanted.height(), Size::controlSmall)};
    }
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            return drawing::menuItemSize(*item);
        }
        break;
    case CT_ItemViewItem:
        if (widget && widget->inherits("QComboBoxListView")) {
            return {size.width() + 2 * Space::sm, Size::menuItem};
        }
        break;
    case CT_ToolButton:
        return size.expandedTo({Size::control, control});
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect ValvStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    switch (element) {
    case SE_LineEditContents:
        return hasFrame(option) && !insideBox(widget) ? option->rect.adjusted(fieldInset, 0, -fieldInset, 0)
                                                      : option->rect;
    case SE_PushButtonFocusRect:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect ValvStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                                const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            return drawing::comboBoxRect(*combo, sub);
        }
    } else if (control == CC_SpinBox) {
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            return drawing::spinBoxRect(*spin, sub);
        }
    } else if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            return drawing::scrollBarRect(*bar, sub);
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void ValvStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (hasFrame(option) && !insideBox(widget) && option->rect.height() > 0) {
            drawing::fieldFrame(*option, *painter, widget, option->state & State_HasFocus);
        }
        return;
    case PE_FrameLineEdit:
    case PE_FrameFocusRect:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawing::checkBox(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        drawing::radioButton(*option, *painter);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        roundedBox(*painter, option->rect, Radius::control, color(Role::Surface), color(Role::Border));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, color(Role::Text));
        return;
    case PE_Frame:
        if (isComboPopup(widget)) {
            roundedBox(*painter, option->rect, Radius::control, color(Role::Surface), color(Role::Border));
            return;
        }
        if (widget && widget->inherits("QTextEdit")) {
            drawing::fieldFrame(*option, *painter, widget, widget->hasFocus());
            return;
        }
        roundedBox(*painter, option->rect, Radius::control, QColor(), color(Role::Border));
        return;
    case PE_FrameGroupBox:
        roundedBox(*painter, option->rect, Radius::card, color(Role::Surface), color(Role::Border));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ValvStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            drawing::pushButton(*button, *painter, widget);
            return;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            drawing::comboLabel(*combo, *painter);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            drawing::menuItem(*item, *painter);
            return;
        }
        break;
    case CE_MenuEmptyArea:
        painter->fillRect(option->rect, color(Role::Surface));
        return;
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            if (widget && widget->inherits("QComboBoxListView")) {
                drawing::itemViewItem(*item, *painter);
                return;
            }
        }
        break;
    case CE_ShapedFrame:
        if (isComboPopup(widget)) {
            roundedBox(*painter, option->rect, Radius::control, color(Role::Surface), color(Role::Border));
            return;
        }
        break;
    case CE_FocusFrame:
        roundedBox(*painter, option->rect, Radius::control + Size::focusRing + Size::focusOffset, QColor(),
                   color(Role::Text), Size::focusRing);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ValvStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                   const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            drawing::comboBox(*combo, *painter, widget);
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            drawing::spinBox(*spin, *painter, widget);
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawing::scrollBar(*bar, *painter);
            return;
        }
        break;
    case CC_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            drawing::toolButton(*button, *painter);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon ValvStyle::standardIcon(StandardPixmap standard, const QStyleOption* option, const QWidget* widget) const
{
    if (standard == SP_LineEditClearButton) {
        return icon(Icon::Close, Role::Secondary);
    }
    return QProxyStyle::standardIcon(standard, option, widget);
}

} // namespace valv::views
