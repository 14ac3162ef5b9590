// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultnamefield.h"

#include "contract/rules.h"
#include "controls/linkbutton.h"
#include "controls/statustext.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QLineEdit>

namespace valv::views {

namespace {

constexpr auto askAfter = std::chrono::milliseconds(400); // V5
constexpr int longest = 50;

} // namespace

VaultNameField::VaultNameField(const Context& context, const QString& prefix, Layout layout, QWidget* parent)
    : Field({}, new QLineEdit, layout, parent)
    , m_context(context)
    , m_edit(qobject_cast<QLineEdit*>(control()))
    , m_suggestion(new LinkButton)
    , m_available(new StatusText)
{
    m_edit->setObjectName(prefix + QStringLiteral(".vaultName"));
    setRequired(true);
    setCounter(longest);
    m_suggestion->setObjectName(prefix + QStringLiteral(".suggestion"));
    m_suggestion->hide();
    addBelow(m_suggestion);
    m_available->setObjectName(prefix + QStringLiteral(".vaultAvailable"));
    m_available->hide();
    addBelow(m_available);

    m_timer.setSingleShot(true);
    m_timer.setInterval(askAfter);
    connect(&m_timer, &QTimer::timeout, this, &VaultNameField::ask);
    connect(m_edit, &QLineEdit::textChanged, this, [this] { check(false); });
    connect(this, &Field::left, this, [this] {
        m_left = true;
        m_edit->setText(m_edit->text().trimmed());
        check(false);
    });
    connect(m_suggestion, &QAbstractButton::clicked, this, [this] {
        m_edit->setText(m_suggestion->property("value").toString());
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    // Somebody may take the name meanwhile.
    connect(&m_context.session.vaults(), &presentation::ListStoreBase::countChanged, this, [this] {
        if (!m_edit->text().isEmpty() && m_unique != Unique::Taken) {
            check(false);
        }
    });
    retranslate();
}

QString VaultNameField::name() const
{
    return m_edit->text().trimmed();
}

void VaultNameField::setName(const QString& name, bool select)
{
    m_edit->setText(name);
    if (select) {
        m_edit->selectAll();
    }
}

void VaultNameField::setPlace(const presentation::NewVault& place)
{
    const bool another = place.subscriptionId != m_place.subscriptionId || place.resourceGroup != m_place.resourceGroup
        || place.location != m_place.location;
    m_place = place;
    if (another && !m_edit->text().isEmpty()) {
        m_refused.clear();
        check(false);
    }
}

//! \a like with the first number behind it that makes it free here.
QString VaultNameField::freeName(const QString& like) const
{
    for (int number = 2;; ++number) {
        const QString tail = QStringLiteral("-%1").arg(number);
        const QString name = like.left(longest - tail.size()) + tail;
        if (!m_context.session.vaults().has(m_place.subscriptionId, name)) {
            return name;
        }
    }
}

void VaultNameField::check(bool final)
{
    m_available->hide();
    m_suggestion->hide();
    m_timer.stop();
    ++m_asked; // an answer about another name comes too late
    m_unique = Unique::Unknown;
    const QString typed = name();
    auto violation = contract::checkVaultName(m_edit->text().isEmpty() ? QString() : typed);
    if (!violation) {
        const bool refused = typed == m_refused;
        if (refused || m_context.session.vaults().has(m_place.subscriptionId, typed)) {
            m_unique = Unique::Taken;
            const QString other = freeName(typed);
            violation = contract::Violation{
                refused ? m_code : QStringLiteral("ValVaultNameTaken"), {other}, QStringLiteral("name"), other};
        }
    }
    // What is merely not finished is said when one has left the field.
    const bool unfinished = violation
        && (violation->code == QLatin1String("ValVaultNameRequired")
            || (violation->code == QLatin1String("ValVaultNameLength") && typed.size() < 2));
    if (!violation || (unfinished && !m_left && !final)) {
        setError({});
        if (!violation) {
            m_timer.start();
        }
    } else {
        say(*violation);
    }
    Q_EMIT changed();
}

void VaultNameField::say(const contract::Violation& violation)
{
    const auto text = presentation::ErrorText::of(violation, m_context.language.locale());
    setError(text.message());
    const QString suggestion = text.suggestion().isEmpty() ? violation.suggestion : text.suggestion();
    if (!suggestion.isEmpty()) {
        m_suggestion->setText(tr("Use %1").arg(suggestion));
        m_suggestion->setProperty("value", suggestion);
        m_suggestion->show();
    }
}

void VaultNameField::ask()
{
    presentation::NewVault vault = m_place;
    vault.name = name();
    if (vault.resourceGroup.isEmpty() || vault.location.isEmpty()) {
        return; // asked when there is a place for it
    }
    const int asked = ++m_asked;
    whenDone(m_context.session.vaults().checkName(vault), this,
             [this, asked, asking = vault.name](const Result<client::NameAvailability>& answer) {
                 if (asked != m_asked || !answer) {
                     return; // typed on, or not reachable: creating says it
                 }
                 if (answer->available) {
                     m_unique = Unique::Free;
                     m_available->setStatus(StatusKind::Ok, tr("The name is available"));
                     m_available->setVisible(!hasError());
                     Q_EMIT changed();
                 } else {
                     m_refused = asking;
                     m_code = presentation::ErrorText::knows(answer->reason) ? answer->reason
                                                                             : QStringLiteral("ValVaultNameTaken");
                     check(false);
                 }
             });
}

void VaultNameField::refuse(const QString& code)
{
    m_refused = name();
    m_code = code;
    check(true);
}

bool VaultNameField::validate()
{
    check(true);
    return !hasError();
}

void VaultNameField::retranslate()
{
    setHint(tr("2–50 characters; letters, digits and hyphens; starts with a letter."));
    if (!m_edit->text().isEmpty() || hasError()) {
        check(hasError());
    }
}

} // namespace valv::views
