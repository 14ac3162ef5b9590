// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/zonefield.h"

#include "policies/zonechoices.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStandardItemModel>

namespace valv::views {

ZoneField::ZoneField(QWidget* parent)
    : ComboBox(parent)
    , m_found(new QStandardItemModel(this))
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    auto* completer = new QCompleter(m_found, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    completer->setMaxVisibleItems(maxVisibleItems());
    setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &ZoneField::typed,
            Qt::QueuedConnection); // after the combo box has taken it its own way
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] { typed(currentText()); });
    connect(this, &QComboBox::activated, this, [this](int index) {
        m_chosen = itemData(index).toString();
        Q_EMIT zoneChosen();
    });
}

void ZoneField::fill(const QDateTime& now, const QTimeZone& own)
{
    const auto chosen = m_chosen;
    clear();
    m_found->clear();
    for (const auto& choice : zoneChoices(now, own)) {
        addChoice(choice.text, choice.wire);
        // "(UTC+01:00) " and then each of its cities.
        const auto offset = choice.text.left(choice.text.lastIndexOf(QLatin1Char(')')) + 1);
        QStringList names{choice.text};
        for (const auto& id : QTimeZone::windowsIdToIanaIds(choice.wire.toUtf8())) {
            auto city = QString::fromUtf8(id).section(QLatin1Char('/'), -1);
            city.replace(QLatin1Char('_'), QLatin1Char(' '));
            const auto name = offset.isEmpty() ? city : offset + QLatin1Char(' ') + city;
            if (!names.contains(name)) {
                names.append(name);
            }
        }
        for (const auto& name : std::as_const(names)) {
            auto* item = new QStandardItem(name);
            item->setData(choice.wire, Qt::UserRole);
            m_found->appendRow(item);
        }
    }
    setZone(chosen);
}

QString ZoneField::zone() const
{
    return m_chosen;
}

void ZoneField::setZone(const QString& wire)
{
    m_chosen = wire;
    int index = findData(wire, Qt::UserRole, Qt::MatchFixedString);
    if (index < 0 && !wire.isEmpty()) {
        addChoice(wire, wire);
        index = count() - 1;
    }
    setCurrentIndex(index);
    lineEdit()->setText(index < 0 ? QString() : itemText(index));
    lineEdit()->setCursorPosition(0);
}

//! A city, or the beginning or a part of one: the first that has it.
void ZoneField::typed(const QString& text)
{
    const auto wanted = text.trimmed();
    QString wire;
    for (const auto flags : {Qt::MatchFixedString, Qt::MatchContains}) {
        const auto found = wanted.isEmpty() ? QList<QStandardItem*>() : m_found->findItems(wanted, flags);
        if (wire.isEmpty() && !found.isEmpty()) {
            wire = found.constFirst()->data(Qt::UserRole).toString();
        }
    }
    if (findText(wanted) >= 0) {
        wire = itemData(findText(wanted)).toString();
    }
    const bool differs = !wire.isEmpty() && wire.compare(m_chosen, Qt::CaseInsensitive) != 0;
    setZone(wire.isEmpty() ? m_chosen : wire);
    if (differs) {
        Q_EMIT zoneChosen();
    }
}

} // namespace valv::views
