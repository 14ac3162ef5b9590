// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/tagseditor.h"

#include "controls/button.h"
#include "controls/field.h"
#include "controls/flowlayout.h"
#include "controls/pill.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

namespace {

// What Azure Resource Manager allows.
constexpr int mostTags = 50;
constexpr int longestName = 512;
constexpr int longestValue = 256;
const auto& forbidden()
{
    static const QString characters = QStringLiteral("<>%&\\?/");
    return characters;
}

} // namespace

TagsEditor::TagsEditor(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::md);
    auto* pills = new QWidget;
    m_flow = new FlowLayout(pills);
    m_add = new Pill;
    m_add->setObjectName(QStringLiteral("tags.add"));
    m_add->setDashed(true);
    m_add->setPillIcon(Icon::Add, Role::Accent);
    m_flow->addWidget(m_add);
    layout->addWidget(pills);

    m_row = new QWidget;
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::sm);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("tags.name"));
    m_name->setMaxLength(longestName);
    m_nameField = new Field({}, m_name);
    m_value = new QLineEdit;
    m_value->setObjectName(QStringLiteral("tags.value"));
    m_value->setMaxLength(longestValue);
    m_valueField = new Field({}, m_value);
    m_take = new Button;
    m_take->setObjectName(QStringLiteral("tags.take"));
    m_cancel = new Button;
    m_cancel->setObjectName(QStringLiteral("tags.cancel"));
    row->addWidget(m_nameField, 1, Qt::AlignTop);
    row->addWidget(m_valueField, 1, Qt::AlignTop);
    for (auto* button : {m_take, m_cancel}) { // on the line of the fields, below their labels
        auto* place = new QVBoxLayout;
        place->setContentsMargins(0, Space::xl, 0, 0);
        place->addWidget(button);
        place->addStretch(1);
        row->addLayout(place);
    }
    m_row->hide();
    layout->addWidget(m_row);

    connect(m_add, &QAbstractButton::clicked, this, [this] { openRow(true); });
    connect(m_take, &QAbstractButton::clicked, this, &TagsEditor::take);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { openRow(false); });
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        if (m_tried) {
            m_nameField->setError(problem());
        }
    });
    for (auto* edit : {m_name, m_value}) {
        connect(edit, &QLineEdit::textEdited, this, &TagsEditor::changed);
    }
    retranslate();
}

void TagsEditor::setTags(const Tags& tags)
{
    if (m_tags != tags) {
        m_tags = tags;
        rebuild();
    }
}

void TagsEditor::focusFirst()
{
    (m_pills.isEmpty() ? m_add : m_pills.constFirst())->setFocus(Qt::OtherFocusReason);
}

void TagsEditor::rebuild()
{
    const bool hadFocus = isAncestorOf(focusWidget());
    for (auto* pill : std::as_const(m_pills)) {
        m_flow->removeWidget(pill);
        pill->deleteLater();
    }
    m_pills.clear();
    for (auto it = m_tags.cbegin(); it != m_tags.cend(); ++it) {
        auto* pill = new Pill;
        pill->setCheckable(true);
        pill->setChecked(true);
        pill->setClearable(true);
        if (it.value().isEmpty()) {
            pill->setValue(it.key());
        } else {
            pill->setLabel(it.key() + QLatin1Char(':'));
            pill->setValue(it.value());
        }
        pill->setToolTip(tr("Delete removes the tag"));
        connect(pill, &QAbstractButton::clicked, pill, [pill] { pill->setChecked(true); });
        connect(
            pill, &Pill::cleared, this,
            [this, name = it.key()] {
                m_tags.remove(name);
                rebuild();
                Q_EMIT changed();
            },
            Qt::QueuedConnection); // the pill that says so goes
        m_flow->insertWidget(static_cast<int>(m_pills.size()), pill);
        m_pills.append(pill);
        pill->show();
    }
    if (hadFocus) {
        m_add->setFocus(Qt::OtherFocusReason);
    }
}

void TagsEditor::openRow(bool open)
{
    m_row->setVisible(open);
    m_add->setVisible(!open); // the row has buttons of its own
    m_name->clear();
    m_value->clear();
    m_nameField->setError({});
    m_tried = false;
    (open ? static_cast<QWidget*>(m_name) : m_add)->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

QString TagsEditor::problem() const
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        return tr("Enter a name for the tag.");
    }
    for (const QChar c : name) {
        if (forbidden().contains(c)) {
            return tr("The character “%1” is not allowed in the name of a tag.").arg(c);
        }
    }
    for (auto it = m_tags.cbegin(); it != m_tags.cend(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0) {
            return tr("There is already a tag with this name.");
        }
    }
    return m_tags.size() >= mostTags ? tr("There can be at most %n tag(s).", nullptr, mostTags) : QString();
}

void TagsEditor::take()
{
    m_tried = true;
    m_nameField->setError(problem());
    if (m_nameField->hasError()) {
        m_nameField->focusControl();
        return;
    }
    m_tags.insert(m_name->text().trimmed(), m_value->text().trimmed());
    rebuild();
    openRow(false);
}

bool TagsEditor::isPending() const
{
    return !m_row->isHidden() && !(m_name->text().trimmed().isEmpty() && m_value->text().trimmed().isEmpty());
}

void TagsEditor::forgetPending()
{
    if (!m_row->isHidden()) {
        openRow(false);
    }
}

bool TagsEditor::finish()
{
    if (isPending()) {
        take();
    }
    return !m_nameField->hasError();
}

void TagsEditor::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!m_row->isHidden() && enter && event->modifiers() == Qt::NoModifier) {
        take();
    } else if (!m_row->isHidden() && event->key() == Qt::Key_Escape) {
        openRow(false);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void TagsEditor::retranslate()
{
    m_add->setText(tr("Add"));
    m_add->setAccessibleName(tr("Add tag"));
    m_nameField->setLabel(tr("Tag name"));
    m_valueField->setLabel(tr("Tag value"));
    m_take->setText(tr("Add"));
    m_take->setAccessibleName(tr("Add the tag"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Do not add the tag"));
    if (m_nameField->hasError()) {
        m_nameField->setError(problem());
    }
    rebuild();
}

void TagsEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
