// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/stopblade.h"

#include "controls/button.h"
#include "controls/combobox.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/formfooter.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/radiocard.h"
#include "presentation/app/language.h"
#include "presentation/stores/protection.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/errortext.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using presentation::ErrorText;

namespace {

constexpr int commentLimit = 500;

} // namespace

StopBlade::StopBlade(const Context& context, Purpose purpose, const QList<ArmId>& items, QWidget* window)
    : ItemBlade(
        context, purpose == Purpose::Stop ? QStringLiteral("stopBackup") : QStringLiteral("deleteData"), items,
        [&session = context.session, purpose](const ArmId& id) {
            const auto* known = session.items().find(id);
            return (purpose == Purpose::Stop ? presentation::canStop(known) : presentation::canDeleteData(known))
                .reason();
        },
        window)
    , m_purpose(purpose)
{
    m_summary = new FormSummary(this);
    form()->addWidget(m_summary);
    if (purpose == Purpose::Stop && !isForSeveral()) {
        makeChoice();
    }
    m_kept = new Label(LabelKind::Body);
    m_kept->setWordWrap(true);
    form()->addWidget(m_kept);
    makeDeletion();
    m_reason = new ComboBox;
    m_reason->setObjectName(objectName() + QStringLiteral(".reason"));
    m_reasonField = new Field({}, m_reason);
    form()->addWidget(m_reasonField);
    m_comment = new QLineEdit;
    m_comment->setObjectName(objectName() + QStringLiteral(".comment"));
    m_commentField = new Field({}, m_comment);
    m_commentField->setCounter(commentLimit);
    form()->addWidget(m_commentField);
    m_consent = new QCheckBox;
    m_consent->setObjectName(objectName() + QStringLiteral(".consent"));
    m_consentField = new Field({}, m_consent);
    form()->addWidget(m_consentField);
    m_forGood = new MessageBar(MessageKind::Error);
    m_forGood->setObjectName(objectName() + QStringLiteral(".forGood"));
    m_forGood->hide();
    form()->addWidget(m_forGood);
    for (auto* field : {m_nameField, m_reasonField, m_commentField, m_consentField}) {
        m_summary->addField(field);
    }
    finish();
    connect(m_nameField, &Field::left, this, [this] { showErrors(m_tried); });
    connect(m_name, &QLineEdit::textEdited, this, [this] { showErrors(m_tried); });
    connect(m_comment, &QLineEdit::textEdited, this, [this] { showErrors(m_tried); });
    connect(m_reason, &QComboBox::activated, this, [this] { showErrors(m_tried); });
    connect(m_consent, &QCheckBox::toggled, this, [this] { showErrors(m_tried); });
    // How many points there are, and what they hold, is known to their own list.
    if (!isForSeveral()) {
        auto& points = context.session.recoveryPoints(this->items().constFirst());
        connect(&points, &presentation::ListStoreBase::loadEnded, this, &StopBlade::showWhatIsThere);
        points.refresh();
    }
    StopBlade::retranslate();
}

void StopBlade::makeChoice()
{
    auto* choice = new QWidget;
    auto* layout = new QVBoxLayout(choice);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    m_keep = new RadioCard({}, {});
    m_keep->setObjectName(objectName() + QStringLiteral(".keep"));
    m_keep->setChecked(true);
    m_delete = new RadioCard({}, {});
    m_delete->setObjectName(objectName() + QStringLiteral(".delete"));
    for (auto* card : {m_keep, m_delete}) {
        layout->addWidget(card);
        connect(card, &QAbstractButton::toggled, this, &StopBlade::modeChosen);
    }
    form()->addWidget(choice);
}

void StopBlade::makeDeletion()
{
    m_lost = new MessageBar(MessageKind::Error);
    m_lost->setObjectName(objectName() + QStringLiteral(".lost"));
    form()->addWidget(m_lost);
    m_there = new Essentials;
    m_there->setMaxColumns(1);
    m_there->setRowHeight(Space::xl);
    form()->addWidget(m_there);
    m_name = new QLineEdit;
    m_name->setObjectName(objectName() + QStringLiteral(".name"));
    m_nameField = new Field({}, m_name);
    m_nameField->setRequired(true);
    form()->addWidget(m_nameField);
}

bool StopBlade::deletes() const
{
    return m_purpose == Purpose::Delete || (m_delete != nullptr && m_delete->isChecked());
}

int StopBlade::softDays() const
{
    const auto* vault = context().session.vaults().find(items().constFirst().vaultId());
    if (vault == nullptr) {
        return contract::Vault().softDeleteDays;
    }
    return vault->softDelete == contract::SoftDelete::Disabled ? 0 : vault->softDeleteDays;
}

int StopBlade::pointCount() const
{
    const auto& points = context().session.recoveryPoints(items().constFirst());
    if (points.hasLoaded()) {
        return points.count();
    }
    const auto* known = item();
    return known != nullptr ? known->recoveryPointCount : -1;
}

void StopBlade::modeChosen()
{
    const bool away = deletes();
    setDeed(away ? presentation::Deed::DeleteData : presentation::Deed::ChangeItem);
    for (QWidget* part : std::initializer_list<QWidget*>{m_lost, m_there, m_nameField, m_consentField}) {
        part->setVisible(away);
    }
    m_reasonField->setRequired(away);
    m_forGood->hide();
    m_warnedForGood = false;
    setTitle(m_purpose == Purpose::Delete ? tr("Delete backup data") : tr("Stop backup"));
    showWhatIsThere();
    showErrors(m_tried && away);
}

void StopBlade::showWhatIsThere()
{
    const auto& format = context().language.format();
    if (isForSeveral() || !deletes()) {
        m_kept->setText(isForSeveral()
                            ? tr("No more backups of these items will be made. Their recovery points are kept until "
                                 "you delete them, and can be restored.")
                            : tr("No more backups of %1 will be made. Its recovery points are kept until you delete "
                                 "them, and can be restored.")
                                  .arg(nameOf(items().value(0))));
    } else {
        m_kept->setText(isSoft() ? tr("The data is kept for %n more day(s) free of charge and can be undeleted.",
                                      nullptr, softDays())
                                 : tr("Soft delete is off in this vault: the data is gone at once."));
        const auto& points = context().session.recoveryPoints(items().constFirst());
        qint64 stored = 0;
        for (int row = 0; row < points.count(); ++row) {
            stored += std::max<qint64>(points.at(row).storedBytes, 0);
        }
        const int count = pointCount();
        m_lost->setMessage(
            MessageKind::Error, tr("All recovery points of %1 will be deleted.").arg(nameOf(items().constFirst())),
            count < 0 ? QString()
                      : tr("%n recovery point(s) will go; single ones cannot be chosen here.", nullptr, count));
        QVector<Fact> facts;
        const auto fact = [&facts](const QString& label, const QString& value) {
            Fact made;
            made.label = label;
            made.value = value;
            facts.append(made);
        };
        fact(tr("Recovery points"), count < 0 ? tr("Loading…") : format.number(count));
        fact(tr("Stored in the vault"), points.hasLoaded() ? format.size(static_cast<quint64>(stored)) : QString());
        const auto* oldest = points.oldest();
        const auto* latest = points.latest();
        fact(tr("Oldest recovery point"), oldest != nullptr ? format.dateTime(oldest->time) : QString());
        fact(tr("Latest recovery point"), latest != nullptr ? format.dateTime(latest->time) : QString());
        m_there->setFacts(facts);
    }
    setBlocked({}); // the button's words follow the choice
    footer()->setPrimary(primaryText(), deletes() ? ButtonKind::DangerPrimary : ButtonKind::Primary);
}

QString StopBlade::nameError() const
{
    const auto wanted = nameOf(items().constFirst());
    return m_name->text().trimmed() == wanted
        ? QString()
        : ErrorText::of(QStringLiteral("ValNameMismatch"), {wanted}, context().language.locale()).sentence();
}

QString StopBlade::reasonError() const
{
    return deletes() && m_reason->currentData().toString().isEmpty()
        ? ErrorText::of(QStringLiteral("ValReasonRequired"), {}).message()
        : QString();
}

QString StopBlade::commentError() const
{
    const auto length = m_comment->text().size();
    return length > commentLimit
        ? ErrorText::of(QStringLiteral("ValCommentLength"), {static_cast<int>(length)}, context().language.locale())
              .sentence()
        : QString();
}

QString StopBlade::consentError() const
{
    return m_consent->isChecked() ? QString() : tr("Tick the box to confirm the consequences.");
}

//! Before the button was pressed only what has been typed is judged.
void StopBlade::showErrors(bool all)
{
    const bool away = deletes();
    m_nameField->setError(away && (all || !m_name->text().isEmpty()) ? nameError() : QString());
    m_reasonField->setError(all ? reasonError() : QString());
    m_commentField->setError(commentError());
    m_consentField->setError(away && all ? consentError() : QString());
}

QString StopBlade::primaryText() const
{
    if (isForSeveral()) {
        return tr("Stop backup of %n item(s)", nullptr, static_cast<int>(items().size()));
    }
    return !deletes() ? tr("Stop backup") : m_warnedForGood ? tr("Delete for good") : tr("Delete backup data");
}

AzLine StopBlade::azText(const ArmId& item) const
{
    return deletes() ? presentation::az::stopDeletingData(item) : presentation::az::stopKeepingData(item);
}

void StopBlade::submit()
{
    m_tried = true;
    m_comment->setText(m_comment->text().trimmed());
    showErrors(true);
    if (m_summary->focusFirstError()) {
        return;
    }
    if (deletes() && !isSoft() && !m_warnedForGood) {
        m_warnedForGood = true;
        m_forGood->setMessage(MessageKind::Error, tr("This cannot be undone."),
                              tr("Soft delete is off in this vault. Select Delete for good to go on."));
        m_forGood->show();
        showWhatIsThere();
        return;
    }
    presentation::ItemCommand command;
    command.kind = deletes() ? presentation::ActivityKind::DeleteData : presentation::ActivityKind::StopBackup;
    command.why = {m_reason->currentData().toString(), m_comment->text()};
    send(command);
}

void StopBlade::retranslate()
{
    if (m_keep != nullptr) {
        m_keep->setText(tr("Retain backup data"));
        m_keep->setDescription(tr("Kept until you delete it. Backup can be resumed."));
        m_delete->setText(tr("Delete backup data"));
        m_delete->setDescription(isSoft() ? tr("Soft-deleted for %n day(s), then gone.", nullptr, softDays())
                                          : tr("Gone at once."));
    }
    m_nameField->setLabel(tr("Type the &name of the backup item"));
    m_nameField->setHint(tr("Upper and lower case matter."));
    m_reasonField->setLabel(tr("&Reason"));
    m_commentField->setLabel(tr("&Comment"));
    m_consentField->setLabel(tr("Consequences"));
    m_consent->setText(isForSeveral() || !isSoft() ? tr("I understand that this cannot be undone.")
                                                   : tr("I understand that all recovery points are deleted."));
    const auto chosen = m_reason->currentData().toString();
    m_reason->clear();
    m_reason->setPlaceholderText(tr("Choose a reason"));
    for (const auto& reason : presentation::stopReasons()) {
        m_reason->addChoice(presentation::stopReasonWords(reason), reason);
    }
    m_reason->setCurrentIndex(chosen.isEmpty() ? -1 : m_reason->findData(chosen));
    ItemBlade::retranslate();
    modeChosen();
    if (m_warnedForGood) {
        m_forGood->show();
    }
}

} // namespace valv::views
