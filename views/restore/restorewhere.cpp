// SPDX-License-Identifier: GPL-3.0-or-later
#include "restore/restorewhere.h"

#include "contract/rules.h"
#include "controls/button.h"
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/segmentedcontrol.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ErrorText;

RestoreWhere::RestoreWhere(const Context& context, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
{
    m_folder = new QLineEdit;
    m_folder->setObjectName(QStringLiteral("restore.folder"));
    m_browse = new Button;
    m_browse->setIcon(Icon::FolderOpen);
    m_browse->setObjectName(QStringLiteral("restore.browse"));
    connect(m_browse, &QAbstractButton::clicked, this, &RestoreWhere::browse);
    m_folderField = new Field({}, m_folder);
    m_folderField->setRequired(true);
    m_folderField->addBeside(m_browse);
    m_browse->setVisible(!m_context.session.capabilities().remote);
    m_format = new SegmentedControl;
    m_format->setObjectName(QStringLiteral("restore.format"));
    m_format->addSegment(QStringLiteral("raw"), QStringLiteral("raw"));
    m_format->addSegment(QStringLiteral("qcow2"), QStringLiteral("qcow2"));
    m_formatField = new Field({}, m_format);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("restore.name"));
    m_nameField = new Field({}, m_name);
    m_nameField->setRequired(true);
    m_note = new MessageBar(MessageKind::Info);
    for (QWidget* part : std::initializer_list<QWidget*>{m_folderField, m_formatField, m_nameField, m_note}) {
        add(part);
    }
    body()->addStretch(1);
    connect(m_folder, &QLineEdit::textEdited, this, [this] { m_folderTouched = true; });
    connect(m_folder, &QLineEdit::textChanged, this, [this] {
        m_folderField->setError({});
        Q_EMIT folderChanged();
        Q_EMIT changed();
    });
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_nameField->setError({});
        Q_EMIT changed();
    });
    connect(m_nameField, &Field::left, this, [this] {
        m_name->setText(m_name->text().trimmed());
        if (m_asNewVm && !m_name->text().isEmpty()) {
            [[maybe_unused]] const bool good = validate();
        }
    });
    connect(m_format, &SegmentedControl::currentChanged, this, &RestoreWhere::changed);
}

void RestoreWhere::setWhat(bool asNewVm, const QString& vmName, const contract::RecoveryPoint* point)
{
    m_asNewVm = asNewVm;
    m_windows = point != nullptr && point->osType == contract::OsType::Windows;
    m_folderField->setVisible(!asNewVm);
    m_formatField->setVisible(!asNewVm);
    m_nameField->setVisible(asNewVm);
    if (!m_folderTouched && point != nullptr && !m_context.session.capabilities().remote) {
        const auto day =
            point->time.toTimeZone(m_context.language.format().zone()).toString(QStringLiteral("yyyy-MM-dd-HHmm"));
        const QSignalBlocker quiet(m_folder);
        m_folder->setText(QDir::home().filePath(QStringLiteral("valv-restored/") + vmName + QLatin1Char('-') + day));
        m_folder->setCursorPosition(0); // it is read from there
    }
    if (asNewVm && m_name->text().isEmpty()) {
        m_name->setText(vmName + QStringLiteral("-r1"));
    }
    m_note->setMessage(
        MessageKind::Info, {},
        asNewVm ? tr("A new folder with the disks is made beside the other machines. %1 is not touched.").arg(vmName)
                : tr("Files that are already in the folder are never overwritten without being asked."));
}

QString RestoreWhere::folderError() const
{
    const auto folder = this->folder();
    if (folder.isEmpty()) {
        return tr("Choose a folder for the disks.");
    }
    if (!m_context.session.capabilities().remote && QDir::isRelativePath(folder)) {
        return tr("Write the whole path, beginning with /.");
    }
    return {};
}

QString RestoreWhere::nameError() const
{
    const auto& locale = m_context.language.locale();
    const auto name = this->name();
    if (const auto violation = contract::checkVmName(name, m_windows)) {
        return ErrorText::of(*violation, locale).underField();
    }
    const auto& machines = m_context.session.virtualMachines();
    for (int row = 0; row < machines.count(); ++row) {
        if (machines.at(row).vm.name.compare(name, Qt::CaseInsensitive) == 0) {
            return ErrorText::of(QStringLiteral("ValVmNameTaken"), {name}).underField();
        }
    }
    return {};
}

bool RestoreWhere::validate()
{
    m_folderField->setError(m_asNewVm ? QString() : folderError());
    m_nameField->setError(m_asNewVm ? nameError() : QString());
    return !m_folderField->hasError() && !m_nameField->hasError();
}

bool RestoreWhere::isComplete() const
{
    return (m_asNewVm ? nameError() : folderError()).isEmpty();
}

QString RestoreWhere::folder() const
{
    return m_folder->text().trimmed();
}

QString RestoreWhere::format() const
{
    return m_format->currentData().toString();
}

QString RestoreWhere::name() const
{
    return m_name->text().trimmed();
}

void RestoreWhere::browse()
{
    auto* dialog = new QFileDialog(window(), tr("Folder for the disks"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_folderTouched = true;
        m_folder->setText(folder);
    });
    dialog->open();
}

void RestoreWhere::retranslate()
{
    setTitle(tr("Where to restore"));
    m_folderField->setLabel(tr("&Folder"));
    m_folderField->setHint(m_context.session.capabilities().remote
                               ? tr("A folder on %1.").arg(m_context.session.capabilities().hostName)
                               : QString());
    m_browse->setText(tr("Browse…"));
    m_formatField->setLabel(tr("Format"));
    m_format->setAccessibleName(tr("Format"));
    m_nameField->setLabel(tr("&Name of the new machine"));
    if (m_folderField->hasError() || m_nameField->hasError()) {
        [[maybe_unused]] const bool good = validate();
    }
}

} // namespace valv::views
