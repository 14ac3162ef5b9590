// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/connectionform.h"

#include "controls/button.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/radiocard.h"
#include "core/whendone.h"
#include "frame/connectiontest.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace valv::views {

using presentation::ConnectionKind;
using presentation::ConnectionProfile;

namespace {

QString cleanPath(const QLineEdit* edit)
{
    const auto text = QDir::fromNativeSeparators(edit->text().trimmed());
    return text.isEmpty() ? QString() : QDir::cleanPath(text);
}

} // namespace

ConnectionForm::ConnectionForm(const ConnectionProfile& profile, bool detailed, QWidget* parent)
    : QWidget(parent)
    , m_given(profile)
    , m_detailed(detailed)
    , m_name(new QLineEdit(profile.name))
    , m_nameField(new Field({}, m_name))
    , m_local(new RadioCard({}, {}))
    , m_server(new RadioCard({}, {}))
    , m_demo(new RadioCard({}, {}))
    , m_folderPlace(new QWidget)
    , m_folderLines(new QVBoxLayout)
    , m_addFolder(new LinkButton)
    , m_data(new QLineEdit(QDir::toNativeSeparators(profile.dataFolder)))
    , m_dataField(new Field({}, m_data))
    , m_address(new QLineEdit(profile.address))
    , m_addressField(new Field({}, m_address))
    , m_token(new QLineEdit(QDir::toNativeSeparators(profile.tokenFile)))
    , m_tokenField(new Field({}, m_token))
    , m_ca(new QLineEdit(QDir::toNativeSeparators(profile.caFile)))
    , m_caField(new Field({}, m_ca))
    , m_browseToken(new Button)
    , m_browseCa(new Button)
    , m_browseData(new Button)
    , m_test(new ConnectionTest)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::lg);
    m_local->setCardIcon(Icon::FolderOpen);
    m_server->setCardIcon(Icon::Server);
    m_demo->setCardIcon(Icon::Boxes);
    m_addressField->setRequired(true);
    m_addFolder->setLinkIcon(Icon::Add);

    layout->addWidget(m_nameField);
    layout->addWidget(m_local);
    auto* folders = new QVBoxLayout(m_folderPlace);
    folders->setContentsMargins(0, 0, 0, 0);
    folders->setSpacing(Space::sm);
    m_folderLines->setSpacing(Space::sm);
    folders->addLayout(m_folderLines);
    folders->addWidget(m_addFolder, 0, Qt::AlignLeft);
    layout->addWidget(makeFields(m_local, {m_folderPlace, withBrowse(m_dataField, m_browseData)}));
    layout->addWidget(m_server);
    layout->addWidget(makeFields(
        m_server, {m_addressField, withBrowse(m_tokenField, m_browseToken), withBrowse(m_caField, m_browseCa), m_test}));
    layout->addWidget(m_demo);
    m_nameField->setVisible(detailed);
    m_data->parentWidget()->parentWidget()->setVisible(detailed);

    const QList<std::pair<QWidget*, const char*>> names{
        {m_name, "start.name"},   {m_local, "start.local"}, {m_server, "start.server"},
        {m_demo, "start.demo"},   {m_data, "start.data"},   {m_address, "start.address"},
        {m_token, "start.token"}, {m_ca, "start.ca"},       {m_addFolder, "start.addFolder"}};
    for (const auto& [widget, name] : names) {
        widget->setObjectName(QLatin1String(name));
    }
    for (const QString& folder : profile.vmFolders) {
        addFolder(folder);
    }
    if (m_folders.isEmpty()) {
        addFolder({});
    }
    switch (profile.kind) {
    case ConnectionKind::Server:
        m_server->setChecked(true);
        break;
    case ConnectionKind::Demo:
        m_demo->setChecked(true);
        break;
    case ConnectionKind::Folders:
    case ConnectionKind::None:
        m_local->setChecked(true);
        break;
    }
    for (auto* edit : {m_name, m_data, m_address, m_token, m_ca}) {
        watch(edit);
    }
    connect(m_addFolder, &QAbstractButton::clicked, this, [this] {
        addFolder({});
        m_folders.last().edit->setFocus(Qt::TabFocusReason);
    });
    connect(m_browseData, &QAbstractButton::clicked, this, [this] { browse(m_data, true); });
    connect(m_browseToken, &QAbstractButton::clicked, this, [this] { browse(m_token, false); });
    connect(m_browseCa, &QAbstractButton::clicked, this, [this] { browse(m_ca, false); });
    connect(m_test, &ConnectionTest::wanted, this, &ConnectionForm::test);
    retranslate();
    m_first = this->profile();
}

void ConnectionForm::watch(QLineEdit* edit)
{
    connect(edit, &QLineEdit::textEdited, this, &ConnectionForm::clearErrors);
    connect(edit, &QLineEdit::returnPressed, this, &ConnectionForm::submitWanted);
}

//! The fields of a choice stand under it while it is the chosen one.
QWidget* ConnectionForm::makeFields(RadioCard* of, const QList<QWidget*>& fields)
{
    auto* place = new QWidget;
    auto* layout = new QVBoxLayout(place);
    layout->setContentsMargins(Space::xl, 0, 0, 0);
    layout->setSpacing(Space::md);
    for (auto* field : fields) {
        layout->addWidget(field);
    }
    place->hide();
    connect(of, &QAbstractButton::toggled, place, [this, place](bool on) {
        place->setVisible(on);
        clearErrors();
    });
    return place;
}

QWidget* ConnectionForm::withBrowse(Field* field, Button* browse, QWidget* more)
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    layout->addWidget(field, 1);
    for (QWidget* each : {static_cast<QWidget*>(browse), more}) {
        if (each != nullptr) {
            auto* beside = new QVBoxLayout;
            beside->setSpacing(0);
            beside->addSpacing(Space::xl); // the label's height: button and field stand on one line
            beside->addWidget(each);
            beside->addStretch(1);
            layout->addLayout(beside);
        }
    }
    return line;
}

void ConnectionForm::addFolder(const QString& path)
{
    FolderRow row{};
    row.edit = new QLineEdit(QDir::toNativeSeparators(path));
    row.field = new Field({}, row.edit);
    row.browse = new Button;
    row.remove = new IconButton(Icon::Close, QString());
    row.line = withBrowse(row.field, row.browse, row.remove);
    row.edit->setObjectName(m_folders.isEmpty() ? QStringLiteral("start.folder")
                                                : QStringLiteral("start.folder%1").arg(m_folders.size() + 1));
    m_folderLines->addWidget(row.line);
    watch(row.edit);
    connect(row.browse, &QAbstractButton::clicked, this, [this, edit = row.edit] { browse(edit, true); });
    connect(row.remove, &QAbstractButton::clicked, this, [this, edit = row.edit] { removeFolder(edit); });
    m_folders.append(row);
    retranslate();
}

void ConnectionForm::removeFolder(QLineEdit* edit)
{
    for (qsizetype i = 0; i < m_folders.size(); ++i) {
        if (m_folders.at(i).edit == edit && m_folders.size() > 1) {
            m_folders.takeAt(i).line->deleteLater();
            clearErrors();
            retranslate();
            m_folders.at(std::min(i, m_folders.size() - 1)).edit->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void ConnectionForm::focusFirst()
{
    if (m_detailed) {
        m_name->setFocus(Qt::OtherFocusReason);
    } else if (m_demo->isChecked()) {
        m_demo->setFocus(Qt::OtherFocusReason);
    } else {
        (m_server->isChecked() ? m_address : m_folders.first().edit)->setFocus(Qt::OtherFocusReason);
    }
}

ConnectionProfile ConnectionForm::profile() const
{
    ConnectionProfile profile = m_given;
    profile.kind = m_demo->isChecked() ? ConnectionKind::Demo
        : m_server->isChecked()        ? ConnectionKind::Server
                                       : ConnectionKind::Folders;
    profile.name = m_name->text().simplified();
    profile.vmFolders.clear();
    for (const FolderRow& row : m_folders) {
        profile.vmFolders.append(cleanPath(row.edit));
    }
    profile.dataFolder = cleanPath(m_data);
    profile.tokenFile = cleanPath(m_token);
    profile.caFile = cleanPath(m_ca);
    profile.address = m_address->text().trimmed();
    return profile;
}

ConnectionForm::Problem ConnectionForm::checkFolder(const QString& folder)
{
    if (folder.isEmpty()) {
        return Problem::FolderEmpty;
    }
    if (!QDir::isAbsolutePath(folder)) {
        return Problem::FolderMissing;
    }
    // Opening it is the only sure way to know.
    std::error_code error;
    const std::filesystem::directory_iterator entries(QFile::encodeName(folder).toStdString(), error);
    if (error) {
        return error == std::errc::permission_denied ? Problem::FolderForbidden : Problem::FolderMissing;
    }
    return entries == std::filesystem::directory_iterator() ? Problem::FolderHollow : Problem::None;
}

ConnectionForm::Found ConnectionForm::check(const ConnectionProfile& profile)
{
    if (profile.kind == ConnectionKind::Folders) {
        for (int i = 0; i < profile.vmFolders.size(); ++i) {
            const QString& folder = profile.vmFolders.at(i);
            const bool twice = profile.vmFolders.indexOf(folder) < i;
            const Problem problem = twice ? Problem::FolderTwice : checkFolder(folder);
            if (problem != Problem::None) {
                return {problem, folder, i};
            }
        }
        if (!profile.dataFolder.isEmpty() && !QDir::isAbsolutePath(profile.dataFolder)) {
            return {Problem::DataFolder, profile.dataFolder, 0};
        }
    } else if (profile.kind == ConnectionKind::Server) {
        const QUrl url(profile.address, QUrl::StrictMode);
        if (profile.address.isEmpty()) {
            return {Problem::AddressEmpty, {}, 0};
        }
        if (!url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty()) {
            return {Problem::AddressWrong, profile.address, 0};
        }
        const auto readable = [](const QString& path) {
            return path.isEmpty() || (QDir::isAbsolutePath(path) && QFile(path).open(QIODevice::ReadOnly));
        };
        if (!readable(profile.tokenFile)) {
            return {Problem::TokenFile, profile.tokenFile, 0};
        }
        if (!readable(profile.caFile)) {
            return {Problem::CaFile, profile.caFile, 0};
        }
    }
    return {};
}

QString ConnectionForm::sentence(const Found& found)
{
    switch (found.problem) {
    case Problem::None:
        return {};
    case Problem::FolderEmpty:
        return tr("Choose the folder where the disk images are.");
    case Problem::FolderMissing:
        return tr("There is no folder %1.").arg(found.path);
    case Problem::FolderForbidden:
        return tr("You may not read the folder %1.").arg(found.path);
    case Problem::FolderHollow:
        return tr("There is nothing in the folder %1. Choose the one where the disk images are.").arg(found.path);
    case Problem::FolderTwice:
        return tr("The folder %1 is already in the list.").arg(found.path);
    case Problem::DataFolder:
        return tr("Type the whole path of a folder, from / on.");
    case Problem::AddressEmpty:
        return tr("Type the address of the computer that runs valvd.");
    case Problem::AddressWrong:
        return tr("An address looks like https://backup.example.com:8443.");
    case Problem::TokenFile:
    case Problem::CaFile:
        return tr("The file %1 is not there, or may not be read.").arg(found.path);
    }
    return {};
}

Field* ConnectionForm::fieldOf(const Found& found) const
{
    switch (found.problem) {
    case Problem::AddressEmpty:
    case Problem::AddressWrong:
        return m_addressField;
    case Problem::TokenFile:
        return m_tokenField;
    case Problem::CaFile:
        return m_caField;
    case Problem::DataFolder:
        return m_dataField;
    default:
        return m_folders.at(std::min<qsizetype>(found.folder, m_folders.size() - 1)).field;
    }
}

void ConnectionForm::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

void ConnectionForm::submit()
{
    if (m_busy) {
        return;
    }
    const auto wanted = profile();
    if (wanted.kind == ConnectionKind::Demo) {
        Q_EMIT checked(wanted);
        return;
    }
    setBusy(true); // a disk or share may take its time to answer
    whenDone(QtConcurrent::run(&ConnectionForm::check, wanted), this,
             [this, wanted](const Found& found) { answer(wanted, found); });
}

//! The fields first; then the computer is asked, while one can go on.
void ConnectionForm::test()
{
    const auto wanted = profile();
    whenDone(QtConcurrent::run(&ConnectionForm::check, wanted), this, [this, wanted](const Found& found) {
        if (!(wanted == profile())) {
            return; // something else stands there by now
        }
        clearErrors();
        m_found = found;
        if (found.problem == Problem::None) {
            m_test->start(wanted);
            return;
        }
        auto* field = fieldOf(found);
        field->setError(sentence(found));
        field->focusControl();
    });
}

void ConnectionForm::answer(const ConnectionProfile& profile, const Found& found)
{
    setBusy(false);
    clearErrors();
    m_found = found;
    if (found.problem == Problem::None) {
        Q_EMIT checked(profile);
        return;
    }
    auto* field = fieldOf(found);
    field->setError(sentence(found));
    field->focusControl();
}

void ConnectionForm::clearErrors()
{
    m_found = {};
    m_test->clear();
    for (auto* field : {m_dataField, m_addressField, m_tokenField, m_caField}) {
        field->setError({});
    }
    for (const FolderRow& row : std::as_const(m_folders)) {
        row.field->setError({});
    }
}

void ConnectionForm::browse(QLineEdit* edit, bool folder)
{
    const auto title = edit == m_data ? tr("Data folder")
        : folder                      ? tr("Folder with disk images")
                                      : tr("Choose a file");
    auto* dialog = new QFileDialog(this, title, edit->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, false);
    connect(dialog, &QFileDialog::fileSelected, edit, [this, edit](const QString& path) {
        edit->setText(QDir::toNativeSeparators(path));
        clearErrors();
    });
    dialog->open();
}

void ConnectionForm::retranslate()
{
    m_nameField->setLabel(tr("&Name"));
    m_nameField->setHint(tr("What it is called in the menu; empty: by what it is."));
    m_local->setText(tr("On this computer"));
    m_local->setDescription(tr("A folder with disk images: each file, or each folder in it, is a virtual machine "
                               "(raw, qcow2, vmdk, vdi, vhdx)."));
    for (qsizetype i = 0; i < m_folders.size(); ++i) {
        const FolderRow& row = m_folders.at(i);
        row.field->setLabel(i == 0 ? tr("&Folder with disk images") : tr("Folder %1").arg(i + 1));
        row.field->setRequired(true);
        row.remove->setName(tr("Remove: %1").arg(row.field->label()));
        row.remove->setVisible(m_folders.size() > 1);
    }
    m_addFolder->setText(tr("Add another folder"));
    m_dataField->setLabel(tr("&Data folder"));
    m_dataField->setHint(tr("Catalogue, vaults and keys are kept here. Empty: the usual place."));
    m_server->setText(tr("On a computer that runs valvd"));
    m_server->setDescription(tr("Its virtual machines, vaults and schedules; backups run there, also when this window "
                                "is closed."));
    m_addressField->setLabel(tr("&Address"));
    m_addressField->setHint(tr("For example https://backup.example.com:8443."));
    m_tokenField->setLabel(tr("&Token file"));
    m_tokenField->setHint(tr("The file that valvd was started with as --token-file, or a copy of it."));
    m_caField->setLabel(tr("&Certificate file"));
    m_caField->setHint(tr("Needed when valvd signs its own certificate: tls/cert.pem in its data folder."));
    m_demo->setText(tr("Try it with the demo estate"));
    m_demo->setDescription(tr("Small virtual machines that Valv makes itself. Everything is real except that nobody "
                              "works in them."));
    QList<std::pair<Button*, Field*>> browses{
        {m_browseData, m_dataField}, {m_browseToken, m_tokenField}, {m_browseCa, m_caField}};
    for (const FolderRow& row : std::as_const(m_folders)) {
        browses.append({row.browse, row.field});
    }
    for (const auto& [button, field] : std::as_const(browses)) {
        button->setText(tr("Browse …"));
        //: %1 is a field: "Browse …: Token file"
        button->setAccessibleName(tr("Browse …: %1").arg(field->label()));
    }
    if (m_found.problem != Problem::None) {
        fieldOf(m_found)->setError(sentence(m_found));
    }
}

void ConnectionForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
