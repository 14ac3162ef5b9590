// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/field.h"

#include "controls/label.h"
#include "controls/statustext.h"
#include "theme/painting.h"
#include "theme/valvstyle.h"

#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

namespace {

class ErrorMark : public QWidget
{
public:
    explicit ErrorMark(QWidget* parent)
        : QWidget(parent)
    {
        setFixedSize(14, 16);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), Icon::Failed, Role::Error, 14);
    }
};

//! A line break or another control character comes only with what is pasted: it goes. Source: flows.md 0.5.
void dropControlCharacters(QLineEdit& edit)
{
    const auto isOne = [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    };
    QString text = edit.text();
    const auto cursor = edit.cursorPosition();
    const auto before = std::count_if(text.cbegin(), text.cbegin() + cursor, isOne);
    text.removeIf(isOne);
    if (text != edit.text()) {
        edit.setText(text);
        edit.setCursorPosition(cursor - static_cast<int>(before));
    }
}

//! White space around it goes when one leaves it; a password is as it was typed.
void trim(QLineEdit& edit)
{
    const auto text = edit.text().trimmed();
    if (edit.echoMode() == QLineEdit::Normal && !edit.isReadOnly() && text != edit.text()) {
        edit.setText(text);
    }
}

} // namespace

Field::Field(const QString& label, QWidget* control, Layout layout, QWidget* parent)
    : QWidget(parent)
    , m_control(control)
    , m_beside(layout == Layout::Beside)
{
    m_label = new Label(LabelKind::Strong, QString(), this);
    m_label->setElideMode(Qt::ElideNone);
    if (!saysItself()) {
        m_label->setBuddy(control);
    }
    m_column = new QVBoxLayout;
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Space::xs);
    m_column->addWidget(control);

    m_errorRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_errorRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::xs);
    row->addWidget(new ErrorMark(m_errorRow), 0, Qt::AlignTop);
    m_errorText = new Label(LabelKind::Error, QString(), m_errorRow);
    m_errorText->setWordWrap(true);
    row->addWidget(m_errorText, 1);
    m_errorRow->hide();
    m_column->addWidget(m_errorRow);
    m_hint = new Label(LabelKind::Caption, QString(), this);
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_column->addWidget(m_hint);

    if (layout == Layout::Above) {
        auto* outer = new QVBoxLayout(this);
        outer->setContentsMargins(0, 0, 0, 0);
        outer->setSpacing(Space::xs);
        outer->addWidget(m_label);
        outer->addLayout(m_column);
    } else {
        auto* outer = new QHBoxLayout(this);
        outer->setContentsMargins(0, 0, 0, 0);
        outer->setSpacing(0);
        m_label->setFixedHeight(Size::control);
        m_label->setMinimumWidth(Size::essentialsLabel);
        outer->addWidget(m_label, 0, Qt::AlignTop);
        outer->addLayout(m_column, 1);
    }
    control->installEventFilter(this);
    if (auto* edit = qobject_cast<QLineEdit*>(control)) { // first of all who listen
        connect(edit, &QLineEdit::textEdited, this, [edit] { dropControlCharacters(*edit); });
    }
    if (QWidget* proxy = control->focusProxy()) {
        proxy->installEventFilter(this);
    }
    setFocusProxy(control);
    setLabel(label);
}

void Field::setLabel(const QString& label)
{
    m_labelText = label;
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty() || m_beside);
    m_label->setTail({m_required ? QStringLiteral(" *") : QString(), TextStyle::BodyStrong, Role::Error});
    if (saysItself()) {
        updateDescription();
    } else if (m_control->accessibleName().isEmpty() || m_control->property("valvNamedByField").toBool()) {
        m_control->setProperty("valvNamedByField", true);
        m_control->setAccessibleName(this->label());
    }
}

//! A tick box is called what its own text says is ticked; the label only tells what it belongs to.
bool Field::saysItself() const
{
    return qobject_cast<const QCheckBox*>(m_control) != nullptr;
}

QString Field::label() const
{
    return QString(m_labelText).remove(QLatin1Char('&'));
}

void Field::setRequired(bool on)
{
    m_required = on;
    setLabel(m_labelText);
    updateDescription();
}

void Field::setHint(const QString& hint)
{
    m_hintText = hint;
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty() && !m_error.contains(hint));
    updateDescription();
}

void Field::setError(const QString& error)
{
    if (error == m_error) {
        return;
    }
    m_error = error;
    m_errorText->setText(error);
    m_errorRow->setVisible(!error.isEmpty());
    m_hint->setVisible(!m_hintText.isEmpty() && !error.contains(m_hintText)); // it is not said twice
    setErrorFrame(m_control, !error.isEmpty());
    updateDescription();
    Q_EMIT errorChanged(error);
}

void Field::updateDescription()
{
    QStringList parts;
    if (saysItself() && !m_labelText.isEmpty()) {
        parts.append(label());
    }
    if (!m_error.isEmpty()) {
        parts.append(m_error);
    }
    if (m_required) {
        parts.append(tr("Required"));
    }
    if (!m_hintText.isEmpty()) {
        parts.append(m_hintText);
    }
    m_control->setAccessibleDescription(parts.join(QStringLiteral(". ")));
}

void Field::setLabelWidth(int px)
{
    m_label->setMinimumWidth(px);
}

void Field::setCounter(int maximum)
{
    m_maximum = maximum;
    auto* edit = qobject_cast<QLineEdit*>(m_control);
    if (!edit) {
        return;
    }
    if (maximum > 0 && !m_counter) {
        m_counter = new Label(LabelKind::Caption, QString(), edit);
        m_counter->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_counter->setElideMode(Qt::ElideNone);
        connect(edit, &QLineEdit::textChanged, this, &Field::updateCounter);
    }
    updateCounter();
}

void Field::updateCounter()
{
    auto* edit = qobject_cast<QLineEdit*>(m_control);
    if (!edit || !m_counter) {
        return;
    }
    m_counter->setVisible(m_maximum > 0);
    m_counter->setText(QStringLiteral("%1/%2").arg(edit->text().size()).arg(m_maximum));
    m_counter->adjustSize();
    m_counter->move(edit->width() - m_counter->width() - 10, (edit->height() - m_counter->height()) / 2);
    edit->setTextMargins(0, 0, m_maximum > 0 ? m_counter->width() + Space::sm : 0, 0);
}

void Field::addBeside(QWidget* widget)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Space::sm);
    m_column->removeWidget(m_control);
    row->addWidget(m_control, 1);
    row->addWidget(widget);
    m_column->insertLayout(0, row);
}

void Field::addBelow(QWidget* widget)
{
    m_column->addWidget(widget);
}

void Field::focusControl()
{
    m_control->setFocus(Qt::TabFocusReason);
    for (auto* at = parentWidget(); at != nullptr; at = at->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(at)) {
            area->ensureWidgetVisible(this, 0, Space::md); // with its label, and what is wrong
            break;
        }
    }
    if (auto* edit = qobject_cast<QLineEdit*>(m_control)) {
        edit->selectAll();
    }
}

bool Field::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && !qApp->activePopupWidget()) {
        if (auto* edit = qobject_cast<QLineEdit*>(m_control)) {
            trim(*edit);
        }
        Q_EMIT left();
    } else if (event->type() == QEvent::Resize && watched == m_control) {
        updateCounter();
    }
    return QWidget::eventFilter(watched, event);
}

void Field::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateDescription();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
