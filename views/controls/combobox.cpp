// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/combobox.h"

#include "controls/accessible.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QAbstractItemView>
#include <QStandardItemModel>
#include <QStylePainter>
#include <QWheelEvent>

namespace valv::views {

ComboBox::ComboBox(QWidget* parent)
    : QComboBox(parent)
{
    installAccessibility();
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMaxVisibleItems(12);
    setFocusPolicy(Qt::StrongFocus);
}

void ComboBox::addChoice(const QString& text, const QVariant& value, const QString& detail)
{
    addItem(text, value);
    setItemData(count() - 1, detail, DetailRole);
}

void ComboBox::setChoiceReason(int index, const QString& reason)
{
    auto* items = qobject_cast<QStandardItemModel*>(model());
    if (QStandardItem* item = items ? items->item(index) : nullptr) {
        item->setEnabled(reason.isEmpty());
        if (!reason.isEmpty()) {
            item->setData(reason, DetailRole);
        }
        item->setData(reason, Qt::AccessibleDescriptionRole);
    }
}

QString ComboBox::currentDetail() const
{
    return currentData(DetailRole).toString();
}

QSize ComboBox::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 96), sizeHint().height()};
}

void ComboBox::paintEvent(QPaintEvent* event)
{
    const QString detail = currentDetail();
    if (detail.isEmpty() || currentIndex() < 0) {
        QComboBox::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    QRectF text = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    const qreal used =
        drawLine(painter, text, TextStyle::Body, color(isEnabled() ? Role::Text : Role::Disabled), currentText());
    text.setLeft(text.left() + used);
    drawLine(painter, text, TextStyle::Body, color(isEnabled() ? Role::Secondary : Role::Disabled),
             QStringLiteral(" – ") + detail);
}

void ComboBox::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // a page that scrolls under the pointer must not change what was chosen
}

void ComboBox::showPopup()
{
    int widest = width() - 10;
    for (int i = 0; i < count(); ++i) {
        const QString detail = itemData(i, DetailRole).toString();
        const QString whole = detail.isEmpty() ? itemText(i) : itemText(i) + QStringLiteral(" – ") + detail;
        widest = std::max(widest, textWidth(TextStyle::Body, whole) + 2 * Space::lg + Space::md);
    }
    view()->setMinimumWidth(std::min(widest, 560));
    QComboBox::showPopup();
}

} // namespace valv::views
