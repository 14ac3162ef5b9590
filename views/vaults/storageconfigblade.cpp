// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/storageconfigblade.h"

#include "controls/button.h"
#include "controls/essentials.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/radiocard.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/statuswords.h"
#include "vaults/secondlocationfield.h"
#include "vaults/sitediagram.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using contract::StorageConfig;
using contract::StorageModel;
using presentation::StatusWords;

namespace {

Fact storageFact(const QString& label, const QString& value)
{
    Fact made;
    made.label = label;
    made.value = value;
    made.strong = true;
    return made;
}

//! The precise code may stand within a wide one.
bool isOf(const Error& error, const char* code)
{
    return error.code == code || std::any_of(error.details.begin(), error.details.end(), [code](const Error& each) {
               return each.code == code;
           });
}

Essentials* makeFacts(RadioCard* card)
{
    auto* facts = new Essentials;
    facts->setMaxColumns(1);
    facts->setRowHeight(Space::xl);
    facts->setAttribute(Qt::WA_TransparentForMouseEvents);
    card->body()->addWidget(facts);
    return facts;
}

} // namespace

StorageConfigBlade::StorageConfigBlade(const Context& context, const ArmId& vault, QWidget* window)
    : FormBlade(context, QStringLiteral("storage"), window)
    , m_vault(vault)
{
    m_message = new MessageBar(MessageKind::Warning);
    m_message->setObjectName(QStringLiteral("storage.message"));
    m_message->hide();
    add(m_message);
    makeChoices();

    m_changeTitle = new Label(LabelKind::Strong);
    add(m_changeTitle);
    m_changes = new Essentials;
    m_changes->setMaxColumns(1);
    add(m_changes);
    m_understood = new QCheckBox;
    m_understood->setObjectName(QStringLiteral("storage.understood"));
    add(m_understood);
    m_notUnderstood = new Label(LabelKind::Error);
    m_notUnderstood->setWordWrap(true);
    m_notUnderstood->hide();
    add(m_notUnderstood);
    body()->addWidget(footer()->makeAz([this] { return az(); }), 0, Qt::AlignLeft);
    body()->addStretch(1);
    footer()->primary()->setObjectName(QStringLiteral("storage.save"));
    m_discard = footer()->addButton({});
    m_discard->setObjectName(QStringLiteral("storage.discard"));

    sending().setDeed(presentation::Deed::ConfigureStorage, [this] { return m_vault; });
    connect(m_discard, &QAbstractButton::clicked, this, &StorageConfigBlade::discard);
    connect(m_understood, &QCheckBox::toggled, this, [this] { m_notUnderstood->hide(); });
    retranslate();
    ask();
}

void StorageConfigBlade::makeChoices()
{
    auto* choices = new QWidget; // radio cards exclude their siblings
    auto* layout = new QVBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::md);
    m_geo = new RadioCard({}, {});
    m_geo->setObjectName(QStringLiteral("storage.geo"));
    m_geoSites = new SiteDiagram;
    m_geo->body()->addWidget(m_geoSites);
    m_geoFacts = makeFacts(m_geo);
    m_local = new RadioCard({}, {});
    m_local->setObjectName(QStringLiteral("storage.local"));
    m_localSites = new SiteDiagram;
    m_local->body()->addWidget(m_localSites);
    m_localFacts = makeFacts(m_local);
    layout->addWidget(m_geo);
    layout->addWidget(m_local);
    add(choices);

    m_folder = new SecondLocationField(context(), QStringLiteral("storage"));
    add(m_folder);
    summary()->addField(m_folder);
    connect(m_folder, &SecondLocationField::changed, this, &StorageConfigBlade::changed);
    for (auto* card : {m_geo, m_local}) {
        connect(card, &QAbstractButton::toggled, this, &StorageConfigBlade::changed);
    }
}

void StorageConfigBlade::ask()
{
    send({[] { return tr("Loading…"); }, [] { return tr("The configuration could not be read."); }, [this] { ask(); }},
         context().session.vaults().storageConfig(m_vault), [this](const StorageConfig& config) { take(config); });
}

void StorageConfigBlade::take(const StorageConfig& config)
{
    m_saved = config;
    m_isTheirs = false;
    m_geo->setChecked(config.redundancy == StorageModel::GeoRedundant);
    m_local->setChecked(config.redundancy == StorageModel::LocallyRedundant);
    m_folder->setFolder(config.secondFolder.value_or(QString()));
    m_understood->setChecked(false);
    retranslate();
}

StorageModel StorageConfigBlade::chosen() const
{
    return m_geo->isChecked()  ? StorageModel::GeoRedundant
        : m_local->isChecked() ? StorageModel::LocallyRedundant
        : m_saved              ? m_saved->redundancy.value()
                               : StorageModel::Unknown;
}

QString StorageConfigBlade::folder() const
{
    return m_folder->folder();
}

//! az knows no second location.
AzLine StorageConfigBlade::az() const
{
    AzLine line(presentation::az::setRedundancy(m_vault, chosen()));
    line.why = tr("Choose a replication type first.");
    if (!m_folder->isHidden()) {
        line.note = tr("az sets the replication type only, not the second location.");
    }
    return line;
}

bool StorageConfigBlade::isDirty() const
{
    if (!m_saved) {
        return false;
    }
    const bool kind = !(m_saved->redundancy == chosen());
    const bool place = chosen() == StorageModel::GeoRedundant && folder() != m_saved->secondFolder.value_or(QString());
    return kind || place;
}

void StorageConfigBlade::updateState()
{
    const bool known = m_saved.has_value();
    const bool locked = known && m_saved->locked;
    const QString reason = !known && isSending() ? tr("Loading…")
        : !known                                 ? tr("The configuration could not be read.")
        : locked ? tr("The replication type cannot be changed once backup has been configured in the vault.")
                 : QString();
    m_geo->setReason(known && m_saved->redundancy == StorageModel::GeoRedundant ? QString() : reason);
    m_local->setReason(known && m_saved->redundancy == StorageModel::LocallyRedundant ? QString() : reason);
    m_message->setMessage(
        locked ? MessageKind::Info : MessageKind::Warning, {},
        locked ? tr("The replication type cannot be changed once backup has been configured in the vault.")
               : tr("No item is protected yet. Once the first item has been protected, the choice cannot "
                    "be changed."));
    m_message->setVisible(known);

    const bool geo = chosen() == StorageModel::GeoRedundant;
    const bool second = context().session.capabilities().secondLocation;
    m_folder->setVisible(known && geo && second);
    const bool toLocal = known && !(m_saved->redundancy == chosen()) && !geo;
    m_understood->setVisible(toLocal);
    m_notUnderstood->setVisible(m_notUnderstood->isVisible() && toLocal);
    QVector<Fact> changes;
    if (known && !(m_saved->redundancy == chosen())) {
        changes.append(
            storageFact(tr("Replication"),
                        StatusWords::of(m_saved->redundancy) + QStringLiteral(" → ") + StatusWords::of(chosen())));
    }
    const QString before = known ? m_saved->secondFolder.value_or(QString()) : QString();
    if (known && second && before != (geo ? folder() : QString())) {
        const auto named = [](const QString& place) { return place.isEmpty() ? tr("none") : place; };
        changes.append(storageFact(tr("Second location"),
                                   named(before) + QStringLiteral(" → ") + named(geo ? folder() : QString())));
    }
    for (auto& change : changes) {
        change.wrap = true;
    }
    m_changes->setFacts(changes);
    m_changes->setVisible(!changes.isEmpty());
    m_changeTitle->setVisible(!changes.isEmpty());
    const bool dirty = isDirty();
    FormBlade::updateState();
    m_discard->setReason(dirty ? QString() : tr("Nothing has been changed."));
    if (isSending()) {
        m_discard->setEnabled(false);
    } else {
        sending().show(*footer()->primary(), dirty ? QString() : tr("Nothing has been changed."));
        footer()->setStatus(StatusKind::None, dirty ? tr("Unsaved change") : QString());
    }
}

void StorageConfigBlade::submit()
{
    if (m_saved && !isDirty()) {
        sending().forget(); // what was refused is no longer asked for
    }
    if (!isDirty() || !isReady()) {
        return;
    }
    m_isTheirs = false;
    if (!m_understood->isHidden() && !m_understood->isChecked()) {
        m_notUnderstood->setText(tr("Confirm that you have understood what is lost."));
        m_notUnderstood->show();
        m_understood->setFocus(Qt::TabFocusReason);
        return;
    }
    StorageConfig wanted = *m_saved;
    wanted.redundancy = chosen();
    const bool geo = chosen() == StorageModel::GeoRedundant;
    wanted.secondFolder =
        geo && context().session.capabilities().secondLocation ? std::optional(folder()) : std::nullopt;
    wanted.replication.reset();
    send({[] { return tr("Saving…"); }, [] { return tr("The configuration could not be saved."); },
          [this] { submit(); }},
         context().session.vaults().setStorageConfig(m_vault, wanted), [this](const StorageConfig& config) {
             const bool leaves = isHeldBack(); // who wanted to leave does, however many tries it took
             take(config);
             if (leaves) {
                 leave();
             }
         });
}

void StorageConfigBlade::discard()
{
    if (m_saved) {
        take(*m_saved);
        changed();
    }
}

//! What was refused before may be right by now.
void StorageConfigBlade::showErrors(bool)
{
    if (!m_folder->isHidden()) {
        (void)m_folder->validate();
    }
}

bool StorageConfigBlade::showRefusal(const Error& error)
{
    if (isOf(error, "StorageTypeLocked")) { // an item has been protected meanwhile
        if (!m_isTheirs) {
            readTheirs(false);
        }
        return false;
    }
    return m_folder->showRefusal(error);
}

QString StorageConfigBlade::conflict() const
{
    return tr("Somebody else has changed the configuration meanwhile.");
}

QString StorageConfigBlade::theirs() const
{
    if (!m_saved || !m_isTheirs) {
        return {};
    }
    const auto kind = StatusWords::of(m_saved->redundancy);
    const auto place = m_saved->secondFolder.value_or(QString());
    return place.isEmpty() ? tr("They chose: %1.").arg(kind)
                           : tr("They chose: %1, second location %2.").arg(kind, place);
}

void StorageConfigBlade::readTheirs(bool drop)
{
    auto& vaults = context().session.vaults();
    if (drop) {
        send({[] { return tr("Loading…"); }, [] { return tr("The configuration could not be read."); },
              [this] { readTheirs(true); }},
             vaults.storageConfig(m_vault), [this](const StorageConfig& config) { take(config); });
        return;
    }
    whenDone(vaults.storageConfig(m_vault), this, [this](const Result<StorageConfig>& config) {
        if (!config || isSending()) {
            return; // it stays said
        }
        m_saved = *config;
        m_isTheirs = true;
        if (config->locked) { // it can't be another any more; a folder that was typed stays, and why it was refused
            const QSignalBlocker quietGeo(m_geo);
            const QSignalBlocker quietLocal(m_local);
            m_geo->setChecked(config->redundancy == StorageModel::GeoRedundant);
            m_local->setChecked(config->redundancy == StorageModel::LocallyRedundant);
        }
        sending().retranslate();
        updateState();
    });
}

void StorageConfigBlade::retranslate()
{
    const auto* vault = context().session.vaults().find(m_vault);
    const auto& capabilities = context().session.capabilities();
    setTitle(tr("Backup configuration"));
    setCaption(m_vault.name() + QStringLiteral(" · ") + tr("Storage replication type"));
    const QString region = vault != nullptr ? StatusWords::region(vault->location) : QString();
    const QString here =
        capabilities.hostName.isEmpty() ? region : region + QStringLiteral(" · ") + capabilities.hostName;
    const bool second = capabilities.secondLocation;
    m_geo->setText(tr("Geo-redundant"));
    m_geo->setDescription(tr("Keep geo-redundant if this is the primary place for your backups."));
    m_geo->setChip(tr("Default"));
    m_geoSites->setSites(here, second ? tr("second location") : tr("paired region"), tr("after each job"));
    m_geoFacts->setFacts({storageFact(tr("Copies"), second ? tr("2, in two places") : tr("6, in two regions")),
                          storageFact(tr("Storage used"), tr("2 times")),
                          storageFact(tr("Survives"), tr("the loss of a place"))});
    m_local->setText(tr("Locally redundant"));
    m_local->setDescription(tr("Locally redundant is cheaper but less durable."));
    m_localSites->setSites(here, {}, {});
    m_localFacts->setFacts({storageFact(tr("Copies"), second ? tr("1, in one place") : tr("3, in one region")),
                            storageFact(tr("Storage used"), tr("once")),
                            storageFact(tr("Survives"), second ? tr("nothing of its own") : tr("the loss of a disk"))});
    m_folder->setLabel(tr("Folder of the &second location"));
    m_folder->setHint(
        capabilities.remote
            ? tr("An absolute path on %1: another disk or a mounted share. Empty: no second location yet.")
                  .arg(capabilities.hostName)
            : tr("On another disk or a mounted share. Empty: no second location yet."));
    m_folder->retranslate();
    m_changeTitle->setText(tr("This changes"));
    m_understood->setText(tr("I understand that there is no copy in another place."));
    setButtons(tr("Save"));
    m_discard->setText(tr("Discard"));
    m_discard->updateGeometry();
    FormBlade::retranslate();
}

} // namespace valv::views
