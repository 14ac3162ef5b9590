// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/formsummary.h"

#include "controls/accessible.h"
#include "controls/flowlayout.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "theme/icons.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QShortcut>

namespace valv::views {

namespace {

constexpr int lastKey = 9;

} // namespace

FormSummary::FormSummary(QWidget* form, QWidget* parent)
    : QWidget(parent)
{
    installAccessibility();
    auto* layout = new FlowLayout(this); // in a narrow form the links stand beneath
    layout->setContentsMargins(38, 5, Space::md, 5);
    layout->setSpacing(Space::sm);
    m_text = new Label(LabelKind::Strong, QString(), this);
    layout->addWidget(m_text);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (int n = 1; n <= lastKey; ++n) {
        auto* key = new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + n)), form);
        key->setContext(Qt::WidgetWithChildrenShortcut);
        connect(key, &QShortcut::activated, this, [this, n] { focusError(n); });
    }
    hide();
}

void FormSummary::addField(Field* field)
{
    m_fields.append(field);
    connect(field, &Field::errorChanged, this, &FormSummary::refresh);
    connect(field, &QObject::destroyed, this, &FormSummary::refresh);
    field->installEventFilter(this);
    refresh();
}

void FormSummary::removeField(Field* field)
{
    m_fields.removeAll(field);
    field->removeEventFilter(this);
    disconnect(field, nullptr, this, nullptr);
    refresh();
}

QVector<Field*> FormSummary::fieldsWithError() const
{
    QVector<Field*> wrong;
    for (const QPointer<Field>& field : m_fields) {
        if (field && field->hasError() && !field->isHidden()) { // nobody is asked for one that is put away
            wrong.append(field);
        }
    }
    return wrong;
}

bool FormSummary::eventFilter(QObject* watched, QEvent* event)
{
    const bool shown = event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent;
    if (shown && qobject_cast<Field*>(watched) != nullptr) { // else it is being destroyed
        refresh();
    }
    return QWidget::eventFilter(watched, event);
}

bool FormSummary::focusFirstError()
{
    const QVector<Field*> wrong = fieldsWithError();
    if (wrong.isEmpty()) {
        return false;
    }
    wrong.first()->focusControl();
    return true;
}

void FormSummary::focusError(int number)
{
    const QVector<Field*> wrong = fieldsWithError();
    if (number >= 1 && number <= wrong.size()) {
        wrong.at(number - 1)->focusControl();
    }
}

void FormSummary::refresh()
{
    const QVector<Field*> wrong = fieldsWithError();
    qDeleteAll(m_links);
    m_links.clear();
    const int shown = std::min<int>(static_cast<int>(wrong.size()), lastKey);
    for (int i = 0; i < shown; ++i) {
        const auto* field = wrong.at(i); // one that stands beside what names it has no label
        const QString name = field->label().isEmpty() ? field->accessibleName() : field->label();
        //: %1 a field's name, which may be a request; %2 a digit
        auto* link = new LinkButton(tr("%1 (Alt+%2)").arg(name).arg(i + 1), this);
        link->setAccessibleDescription(tr("Goes to the field"));
        layout()->addWidget(link);
        connect(link, &QAbstractButton::clicked, wrong.at(i), &Field::focusControl);
        m_links.append(link);
    }
    const int n = static_cast<int>(wrong.size());
    const QString text = tr("%n field(s) need to be corrected.", nullptr, n);
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(n > 0);
    Q_EMIT errorsChanged(n);
}

void FormSummary::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    roundedBox(painter, rect(), Radius::control, color(Role::ErrorBg), color(Role::ErrorBorder));
    paintIcon(painter, QRectF(12, m_text->y(), Size::iconSmall, m_text->height()), Icon::Failed, Role::Error);
}

void FormSummary::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
