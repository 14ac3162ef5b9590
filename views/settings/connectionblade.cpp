// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/connectionblade.h"

#include "controls/label.h"
#include "frame/connectionform.h"
#include "settings/connectionrow.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ConnectionKind;
using presentation::ConnectionProfile;

ConnectionBlade::ConnectionBlade(const Context& context, const ConnectionProfile& profile, QWidget* window)
    : FormBlade(context, QStringLiteral("connection"), window, Size::bladeWide)
    , m_profile(profile)
    , m_form(new ConnectionForm(profile, true))
{
    setObjectName(QStringLiteral("connectionBlade"));
    add(m_form);
    connect(m_form, &ConnectionForm::checked, this, &ConnectionBlade::save);
    connect(m_form, &ConnectionForm::submitWanted, m_form, &ConnectionForm::submit);
    m_hold = FormHold(this, m_form);
    connect(m_form, &ConnectionForm::busyChanged, this, [this](bool busy) {
        if (busy) {
            m_hold.hold(tr("Checking what you have entered…"));
        }
        updateState();
        if (!busy) {
            m_hold.release();
        }
    });
    footer()->primary()->setObjectName(QStringLiteral("connection.save"));
    retranslate();
}

bool ConnectionBlade::isDirty() const
{
    return m_form->isChanged();
}

void ConnectionBlade::submit()
{
    m_form->submit();
}

void ConnectionBlade::updateState()
{
    FormBlade::updateState();
    footer()->primary()->setEnabled(!m_form->isBusy());
}

void ConnectionBlade::save(const ConnectionProfile& profile)
{
    auto& connections = context().connections;
    const bool moved = connections.isCurrent(m_profile.id) && !profile.samePlace(m_profile);
    const bool other = profile.tokenFile != m_profile.tokenFile || profile.caFile != m_profile.caFile;
    const QString id = connections.save(profile);
    leave();
    if (moved || (connections.isCurrent(id) && other)) {
        connections.want(id);
    }
}

void ConnectionBlade::retranslate()
{
    setTitle(m_profile.id.isEmpty() ? tr("Add connection") : tr("Edit connection"));
    setCaption(m_profile.id.isEmpty() ? QString() : ConnectionRow::nameOf(m_profile));
    setButtons(tr("Save"));
    FormBlade::retranslate();
}

RemoveConnectionBlade::RemoveConnectionBlade(const Context& context, const ConnectionProfile& profile, QWidget* window)
    : Blade(window)
    , m_profile(profile)
    , m_what(new Label(LabelKind::Body))
    , m_stays(new Label(LabelKind::Secondary))
{
    setObjectName(QStringLiteral("removeConnectionBlade"));
    for (Label* label : {m_what, m_stays}) {
        label->setWordWrap(true);
        add(label);
    }
    connect(this, &Blade::submitted, this, [this, &connections = context.connections] {
        connections.remove(m_profile.id);
        closeBlade();
    });
    retranslate();
}

void RemoveConnectionBlade::retranslate()
{
    setTitle(tr("Remove connection"));
    setCaption(ConnectionRow::nameOf(m_profile));
    m_what->setText(
        tr("Valv forgets how to connect to %1. You can add it again later.").arg(ConnectionRow::nameOf(m_profile)));
    switch (m_profile.kind) {
    case ConnectionKind::Folders:
        m_stays->setText(tr("Vaults, keys and disk images stay in their folders."));
        break;
    case ConnectionKind::Server:
        m_stays->setText(
            tr("The computer and its vaults are not touched; its schedules go on. The files with token and "
               "certificate stay where they are."));
        break;
    default:
        m_stays->setText(tr("The demo's files stay in its data folder."));
        break;
    }
    setButtons(tr("Remove"), ButtonKind::DangerPrimary);
    footer()->primary()->setObjectName(QStringLiteral("connection.confirmRemove"));
}

void RemoveConnectionBlade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Blade::changeEvent(event);
}

} // namespace valv::views
