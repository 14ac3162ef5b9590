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

namespace {

constexpr int ActionRole = ComboBox::DetailRole + 1;

} // namespace

ComboBox::ComboBox(QWidget* parent)
    : QComboBox(parent)
{
    installAccessibility();
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMaxVisibleItems(12);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QComboBox::currentIndexChanged, this, [this](int row) {
        if (isAction(row)) {
            setCurrentIndex(m_before);
            Q_EMIT actionChosen();
        }
    });
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

void ComboBox::setAction(const QString& text, Icon icon)
{
    if (isAction(count() - 1)) {
        removeItem(count() - 1);
    }
    if (!text.isEmpty()) {
        const QSignalBlocker quiet(this); // an empty list would choose it
        const int chosen = currentIndex();
        addItem(views::icon(icon), text);
        setItemData(count() - 1, true, ActionRole);
        setCurrentIndex(chosen);
        enableAction(view()->isVisible());
    }
}

bool ComboBox::isAction(int row) const
{
    return row >= 0 && itemData(row, ActionRole).toBool();
}

//! What is disabled is passed by when keys or letters change what is chosen.
void ComboBox::enableAction(bool on)
{
    auto* items = qobject_cast<QStandardItemModel*>(model());
    if (items && isAction(count() - 1)) {
        items->item(count() - 1)->setEnabled(on);
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
    m_before = currentIndex();
    enableAction(true);
    QComboBox::showPopup();
}

void ComboBox::hidePopup()
{
    QComboBox::hidePopup();
    enableAction(false);
}

} // namespace valv::views
