// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/field.h"

#include <QPointer>
#include <QVector>
#include <QWidget>

class QShortcut;

namespace valv::views {

class Label;
class LinkButton;

//! \brief Above a form: how many fields need correction, with a link to each. Alt+1…9 goes to the nth error.
//! Hidden while all is right. Fields keep their order.
class FormSummary : public QWidget
{
    Q_OBJECT
public:
    //! \param form the keys work anywhere inside this widget
    explicit FormSummary(QWidget* form, QWidget* parent = nullptr);

    void addField(Field* field);
    void removeField(Field* field);
    [[nodiscard]] QVector<Field*> fieldsWithError() const;
    [[nodiscard]] bool hasErrors() const { return !fieldsWithError().isEmpty(); }
    //! Focus to the first wrong field. \return false when all is right
    bool focusFirstError();
    void focusError(int number);

Q_SIGNALS:
    void errorsChanged(int count);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();

    QVector<QPointer<Field>> m_fields;
    QVector<LinkButton*> m_links;
    Label* m_text = nullptr;
};

} // namespace valv::views
