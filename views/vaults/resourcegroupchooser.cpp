// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/resourcegroupchooser.h"

#include "controls/combobox.h"
#include "presentation/stores/lockstore.h"
#include "presentation/stores/session.h"
#include "theme/valvstyle.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace valv::views {

ResourceGroupChooser::ResourceGroupChooser(const Context& context, const QString& prefix, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(Space::xl);
    m_existing = new QRadioButton;
    m_existing->setObjectName(prefix + QStringLiteral(".existingGroup"));
    m_existing->setMinimumHeight(Size::control);
    m_new = new QRadioButton;
    m_new->setObjectName(prefix + QStringLiteral(".newGroup"));
    choice->addWidget(m_existing);
    choice->addWidget(m_new);
    choice->addStretch(1);
    layout->addLayout(choice);
    m_combo = new ComboBox;
    m_combo->setObjectName(prefix + QStringLiteral(".group"));
    m_edit = new QLineEdit;
    m_edit->setObjectName(prefix + QStringLiteral(".groupName"));
    layout->addWidget(m_combo);
    layout->addWidget(m_edit);
    m_existing->setChecked(true);

    connect(m_existing, &QAbstractButton::clicked, this, &ResourceGroupChooser::showMode);
    connect(m_new, &QAbstractButton::clicked, this, [this] {
        showMode();
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    connect(m_combo, &QComboBox::currentIndexChanged, this, [this] {
        m_wanted = m_combo->currentText();
        Q_EMIT changed();
    });
    connect(m_edit, &QLineEdit::textChanged, this, &ResourceGroupChooser::changed);
    for (QWidget* part : std::initializer_list<QWidget*>{m_combo, m_edit}) {
        part->installEventFilter(this);
    }
    auto& groups = m_context.session.resourceGroups();
    connect(&groups, &presentation::ListStoreBase::countChanged, this, &ResourceGroupChooser::fill);
    connect(&groups, &presentation::ListStoreBase::stateChanged, this, &ResourceGroupChooser::fill);
    retranslate();
}

void ResourceGroupChooser::setSubscription(const QString& subscriptionId)
{
    if (m_subscription != subscriptionId) {
        m_wanted = m_subscription.isEmpty() ? m_wanted : QString();
        m_subscription = subscriptionId;
        fill();
    }
}

bool ResourceGroupChooser::isNew() const
{
    return m_new->isChecked();
}

QString ResourceGroupChooser::name() const
{
    if (isNew()) {
        return m_edit->text().trimmed();
    }
    return m_combo->currentIndex() < 0 ? QString() : m_combo->currentText();
}

void ResourceGroupChooser::choose(const QString& name, bool isNew)
{
    (isNew ? m_new : m_existing)->setChecked(true);
    if (isNew) {
        m_edit->setText(name);
    } else {
        m_wanted = name;
        fill();
    }
    showMode();
}

void ResourceGroupChooser::fill()
{
    const auto& store = m_context.session.resourceGroups();
    const auto groups = store.of(m_subscription);
    {
        const QSignalBlocker quiet(m_combo);
        m_combo->clear();
        int index = -1;
        for (const auto& group : groups) {
            m_combo->addChoice(group.name);
            if (presentation::LockStore::isServiceGroup(group.name)) { // G6
                m_combo->setChoiceReason(m_combo->count() - 1, tr("made by the backup service for its snapshots"));
            } else if (group.name.compare(m_wanted, Qt::CaseInsensitive) == 0) {
                index = m_combo->count() - 1;
            }
        }
        m_combo->setCurrentIndex(index);
        m_combo->setPlaceholderText(store.hasLoaded()   ? tr("Choose a resource group")
                                        : store.error() ? tr("The resource groups could not be read")
                                                        : tr("Loading…"));
    }
    showMode();
}

void ResourceGroupChooser::showMode()
{
    m_combo->setVisible(!isNew());
    m_edit->setVisible(isNew());
    setFocusProxy(isNew() ? static_cast<QWidget*>(m_edit) : m_combo);
    Q_EMIT changed();
}

std::optional<contract::Violation> ResourceGroupChooser::problem() const
{
    const auto violation = [](const char* code) {
        return contract::Violation{QLatin1String(code), {}, QStringLiteral("resourceGroup"), {}};
    };
    if (!isNew()) {
        return name().isEmpty() ? std::optional(violation("ValResourceGroupRequired")) : std::nullopt;
    }
    if (auto broken = contract::checkResourceGroupName(name())) {
        return broken;
    }
    return m_context.session.resourceGroups().has(m_subscription, name())
        ? std::optional(violation("ValResourceGroupTaken"))
        : std::nullopt;
}

void ResourceGroupChooser::setError(const QString& error)
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_combo, m_edit}) {
        setErrorFrame(part, !error.isEmpty());
        part->setAccessibleDescription(error);
    }
}

bool ResourceGroupChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && qApp->activePopupWidget() == nullptr) {
        if (watched == m_edit) {
            m_edit->setText(m_edit->text().trimmed());
        }
        Q_EMIT left();
    }
    return QWidget::eventFilter(watched, event);
}

void ResourceGroupChooser::retranslate()
{
    m_existing->setText(tr("Use existing"));
    m_new->setText(tr("Create new"));
    m_combo->setAccessibleName(tr("Resource group"));
    m_edit->setAccessibleName(tr("Resource group name"));
    fill();
}

} // namespace valv::views
