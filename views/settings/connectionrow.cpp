// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/connectionrow.h"

#include "controls/badge.h"
#include "controls/button.h"
#include "controls/essentials.h"
#include "controls/label.h"
#include "controls/statustext.h"
#include "presentation/text/enginetext.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ConnectionKind;
using presentation::ConnectionProfile;

namespace {

constexpr int connectionLeft = 52;

Icon iconOf(ConnectionKind kind)
{
    return kind == ConnectionKind::Server ? Icon::Server
        : kind == ConnectionKind::Demo    ? Icon::Boxes
                                          : Icon::FolderOpen;
}

} // namespace

ConnectionRow::ConnectionRow(QWidget* parent)
    : QWidget(parent)
    , m_name(new Label(LabelKind::Strong))
    , m_used(new Badge(BadgeKind::InfoOutline))
    , m_caption(new Label(LabelKind::Caption))
    , m_state(new StatusText)
    , m_facts(new Essentials)
    , m_connect(new Button)
    , m_edit(new Button)
    , m_remove(new Button(ButtonKind::Danger, {}))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(connectionLeft, Space::md, Space::lg, Space::md);
    outer->setSpacing(Space::sm);
    auto* head = new QHBoxLayout;
    head->setSpacing(Space::sm);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* title = new QHBoxLayout;
    title->setSpacing(Space::sm);
    title->addWidget(m_name);
    title->addWidget(m_used);
    title->addStretch(1);
    texts->addLayout(title);
    m_caption->setElideMode(Qt::ElideMiddle);
    texts->addWidget(m_caption);
    head->addLayout(texts, 1);
    head->addWidget(m_state, 0, Qt::AlignTop);
    outer->addLayout(head);
    m_facts->setMaxColumns(1);
    m_facts->setMinimumLabelWidth(0);
    outer->addWidget(m_facts);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Space::sm);
    buttons->addStretch(1);
    for (Button* button : {m_connect, m_edit, m_remove}) {
        setSmall(button);
        buttons->addWidget(button);
    }
    outer->addLayout(buttons);
    m_connect->setObjectName(QStringLiteral("connection.connect"));
    m_edit->setObjectName(QStringLiteral("connection.edit"));
    m_remove->setObjectName(QStringLiteral("connection.remove"));
    connect(m_connect, &QAbstractButton::clicked, this, [this] { Q_EMIT connectWanted(m_profile.id); });
    connect(m_edit, &QAbstractButton::clicked, this, [this] { Q_EMIT editWanted(m_profile.id); });
    connect(m_remove, &QAbstractButton::clicked, this, [this] { Q_EMIT removeWanted(m_profile.id); });
}

QString ConnectionRow::nameOf(const ConnectionProfile& profile)
{
    if (!profile.name.isEmpty()) {
        return profile.name;
    }
    switch (profile.kind) {
    case ConnectionKind::Folders:
        return tr("Local engine");
    case ConnectionKind::Demo:
        return tr("Demo estate");
    case ConnectionKind::Server:
        return tr("valvd on %1").arg(QUrl(profile.address).host());
    case ConnectionKind::None:
        break;
    }
    return {};
}

QString ConnectionRow::caption() const
{
    switch (m_profile.kind) {
    case ConnectionKind::Folders:
        return tr("This computer, %n folder(s) with disk images", nullptr,
                  static_cast<int>(m_profile.vmFolders.size()));
    case ConnectionKind::Demo:
        return tr("Small virtual machines that Valv makes itself");
    case ConnectionKind::Server:
        return m_profile.address;
    case ConnectionKind::None:
        break;
    }
    return {};
}

void ConnectionRow::setProfile(const ConnectionProfile& profile, bool current, const QString& usualData)
{
    m_profile = profile;
    m_current = current;
    const QString name = nameOf(profile);
    m_name->setText(name);
    m_used->setText(tr("In use"));
    m_used->setVisible(current);
    m_caption->setText(caption());
    m_usualData = usualData;
    if (!current) {
        m_engine.reset();
    }
    updateFacts();
    m_connect->setText(tr("Connect"));
    m_edit->setText(tr("Edit"));
    m_remove->setText(tr("Remove"));
    //: %1 a button's text, %2 the name of a connection
    const QString named = tr("%1: %2");
    m_connect->setAccessibleName(named.arg(m_connect->text(), name));
    m_edit->setAccessibleName(named.arg(m_edit->text(), name));
    m_remove->setAccessibleName(named.arg(m_remove->text(), name));
    m_connect->setVisible(!current);
    m_remove->setVisible(!current);
    m_edit->setVisible(profile.kind != ConnectionKind::Demo);
    if (!current) {
        setState(StatusKind::Off, tr("Not in use"));
    }
    update();
}

QString ConnectionRow::schedules() const
{
    return presentation::EngineText::schedules(m_engine ? &*m_engine : nullptr,
                                               m_profile.kind == ConnectionKind::Server);
}

void ConnectionRow::setEngine(const contract::EngineInfo& engine)
{
    m_engine = engine;
    updateFacts();
}

void ConnectionRow::updateFacts()
{
    QVector<Fact> facts;
    const auto path = [&facts](const QString& label, const QString& value) {
        Fact fact;
        fact.label = label;
        fact.value = QDir::toNativeSeparators(value);
        fact.elide = Qt::ElideMiddle;
        facts.append(fact);
    };
    const auto sentence = [&facts](const QString& label, const QString& value) {
        Fact fact;
        fact.label = label;
        fact.value = value;
        fact.wrap = true;
        facts.append(fact);
    };
    if (m_profile.kind == ConnectionKind::Folders) {
        for (int i = 0; i < m_profile.vmFolders.size(); ++i) {
            path(i == 0 ? tr("Disk images") : QString(), m_profile.vmFolders.at(i));
        }
        path(tr("Data folder"), m_profile.dataFolder.isEmpty() ? m_usualData : m_profile.dataFolder);
        sentence(tr("Schedules"), schedules());
    } else if (m_profile.kind == ConnectionKind::Server) {
        if (m_profile.caFile.isEmpty()) {
            sentence(tr("Certificate"), tr("Signed by an authority that this computer trusts"));
        } else {
            path(tr("Certificate"), m_profile.caFile);
        }
        path(tr("Token file"), m_profile.tokenFile);
        sentence(tr("Schedules"), schedules());
    }
    if (m_engine && !m_engine->version.isEmpty()) {
        sentence(tr("Version"), m_engine->version);
    }
    m_facts->setFacts(facts);
    m_facts->setVisible(!facts.isEmpty());
}

void ConnectionRow::setState(StatusKind kind, const QString& text)
{
    m_state->setStatus(kind, text);
}

void ConnectionRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_current) {
        painter.fillRect(rect(), color(Role::Selected));
        painter.fillRect(QRectF(0, 0, 3, height()), color(Role::Accent));
    }
    paintIcon(painter, QRectF(16, Space::md, 20, 40), iconOf(m_profile.kind),
              m_current ? Role::Accent : Role::Secondary, Size::icon);
}

} // namespace valv::views
