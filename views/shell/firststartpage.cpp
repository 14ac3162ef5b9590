// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/firststartpage.h"

#include "controls/button.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/radiocard.h"
#include "core/whendone.h"
#include "frame/scrollpage.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <filesystem>
#include <system_error>

namespace valv::views {

FirstStartPage::FirstStartPage(const StartChoice& choice, bool canCancel, QWidget* parent)
    : Page(parent)
    , m_question(new Label(LabelKind::Section))
    , m_explanation(new Label(LabelKind::Secondary))
    , m_local(new RadioCard({}, {}))
    , m_server(new RadioCard({}, {}))
    , m_demo(new RadioCard({}, {}))
    , m_folder(new QLineEdit(QDir::toNativeSeparators(choice.folder)))
    , m_address(new QLineEdit(choice.address))
    , m_token(new QLineEdit(QDir::toNativeSeparators(choice.tokenFile)))
    , m_ca(new QLineEdit(QDir::toNativeSeparators(choice.caFile)))
    , m_folderField(new Field({}, m_folder))
    , m_addressField(new Field({}, m_address))
    , m_tokenField(new Field({}, m_token))
    , m_caField(new Field({}, m_ca))
    , m_browseFolder(new Button)
    , m_browseToken(new Button)
    , m_browseCa(new Button)
    , m_start(new Button(ButtonKind::Primary, {}))
    , m_cancel(new Button)
{
    auto* column = new QWidget;
    column->setMaximumWidth(Size::bladeWide);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::lg);
    m_explanation->setWordWrap(true);
    layout->addWidget(m_question);
    layout->addWidget(m_explanation);
    m_local->setCardIcon(Icon::FolderOpen);
    m_server->setCardIcon(Icon::Server);
    m_demo->setCardIcon(Icon::Boxes);
    for (auto* field : {m_folderField, m_addressField}) {
        field->setRequired(true);
    }
    layout->addWidget(m_local);
    layout->addWidget(makeFields(m_local, {withBrowse(m_folderField, m_browseFolder)}));
    layout->addWidget(m_server);
    layout->addWidget(makeFields(
        m_server, {m_addressField, withBrowse(m_tokenField, m_browseToken), withBrowse(m_caField, m_browseCa)}));
    layout->addWidget(m_demo);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Space::sm);
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    auto* body = scrolledBody(*this);
    body->addWidget(column);
    body->addStretch(1);

    const QList<std::pair<QWidget*, const char*>> names{
        {m_local, "start.local"},   {m_server, "start.server"},   {m_demo, "start.demo"},
        {m_folder, "start.folder"}, {m_address, "start.address"}, {m_token, "start.token"},
        {m_ca, "start.ca"},         {m_start, "start.continue"},  {m_cancel, "start.cancel"}};
    for (const auto& [widget, name] : names) {
        widget->setObjectName(QLatin1String(name));
    }
    m_cancel->setVisible(canCancel);
    switch (choice.kind) {
    case StartChoice::Kind::Folder:
        m_local->setChecked(true);
        break;
    case StartChoice::Kind::Server:
        m_server->setChecked(true);
        break;
    case StartChoice::Kind::Demo:
        m_demo->setChecked(true);
        break;
    }
    for (auto* edit : {m_folder, m_address, m_token, m_ca}) {
        connect(edit, &QLineEdit::textEdited, this, &FirstStartPage::clearErrors);
        connect(edit, &QLineEdit::returnPressed, this, &FirstStartPage::submit);
    }
    connect(m_browseFolder, &QAbstractButton::clicked, this, [this] { browse(m_folder, true); });
    connect(m_browseToken, &QAbstractButton::clicked, this, [this] { browse(m_token, false); });
    connect(m_browseCa, &QAbstractButton::clicked, this, [this] { browse(m_ca, false); });
    connect(m_start, &QAbstractButton::clicked, this, &FirstStartPage::submit);
    connect(m_cancel, &QAbstractButton::clicked, this, &FirstStartPage::cancelled);
    retranslate();
}

//! The fields of a choice stand under it while it is the chosen one.
QWidget* FirstStartPage::makeFields(RadioCard* of, const QList<QWidget*>& fields)
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

QWidget* FirstStartPage::withBrowse(Field* field, Button* browse)
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    layout->addWidget(field, 1);
    auto* beside = new QVBoxLayout;
    beside->setSpacing(0);
    beside->addSpacing(Space::xl); // the label's height: button and field stand on one line
    beside->addWidget(browse);
    beside->addStretch(1);
    layout->addLayout(beside);
    return line;
}

PageHeading FirstStartPage::heading() const
{
    PageHeading heading;
    heading.title = m_cancel->isVisibleTo(this) ? tr("Connect elsewhere") : tr("Welcome to Valv");
    heading.caption = tr("Backup of virtual machines");
    heading.icon = Icon::Vault;
    return heading;
}

void FirstStartPage::focusFirst()
{
    if (m_demo->isChecked()) {
        m_demo->setFocus(Qt::OtherFocusReason);
    } else {
        (m_server->isChecked() ? m_address : m_folder)->setFocus(Qt::OtherFocusReason);
    }
}

StartChoice FirstStartPage::choice() const
{
    StartChoice choice;
    choice.kind = m_demo->isChecked() ? StartChoice::Kind::Demo
        : m_server->isChecked()       ? StartChoice::Kind::Server
                                      : StartChoice::Kind::Folder;
    const auto path = [](const QLineEdit* edit) {
        const auto text = QDir::fromNativeSeparators(edit->text().trimmed());
        return text.isEmpty() ? QString() : QDir::cleanPath(text);
    };
    choice.folder = path(m_folder);
    choice.tokenFile = path(m_token);
    choice.caFile = path(m_ca);
    choice.address = m_address->text().trimmed();
    return choice;
}

FirstStartPage::Found FirstStartPage::check(const StartChoice& choice)
{
    if (choice.kind == StartChoice::Kind::Folder) {
        if (choice.folder.isEmpty()) {
            return {Problem::FolderEmpty, {}};
        }
        if (!QDir::isAbsolutePath(choice.folder)) {
            return {Problem::FolderMissing, choice.folder};
        }
        // Opening it is the only sure way to know.
        std::error_code error;
        const std::filesystem::directory_iterator entries(QFile::encodeName(choice.folder).toStdString(), error);
        if (error) {
            return {error == std::errc::permission_denied ? Problem::FolderForbidden : Problem::FolderMissing,
                    choice.folder};
        }
        if (entries == std::filesystem::directory_iterator()) {
            return {Problem::FolderHollow, choice.folder};
        }
    } else if (choice.kind == StartChoice::Kind::Server) {
        const QUrl url(choice.address, QUrl::StrictMode);
        if (choice.address.isEmpty()) {
            return {Problem::AddressEmpty, {}};
        }
        if (!url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty()) {
            return {Problem::AddressWrong, choice.address};
        }
        const auto readable = [](const QString& path) {
            return path.isEmpty() || (QDir::isAbsolutePath(path) && QFile(path).open(QIODevice::ReadOnly));
        };
        if (!readable(choice.tokenFile)) {
            return {Problem::TokenFile, choice.tokenFile};
        }
        if (!readable(choice.caFile)) {
            return {Problem::CaFile, choice.caFile};
        }
    }
    return {};
}

QString FirstStartPage::sentence(const Found& found)
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

Field* FirstStartPage::fieldOf(Problem problem) const
{
    switch (problem) {
    case Problem::AddressEmpty:
    case Problem::AddressWrong:
        return m_addressField;
    case Problem::TokenFile:
        return m_tokenField;
    case Problem::CaFile:
        return m_caField;
    default:
        return m_folderField;
    }
}

void FirstStartPage::submit()
{
    if (isBusy()) {
        return;
    }
    const auto wanted = choice();
    if (wanted.kind == StartChoice::Kind::Demo) {
        Q_EMIT chosen(wanted);
        return;
    }
    setBusy(true); // a disk or share may take its time to answer
    m_start->setEnabled(false);
    whenDone(QtConcurrent::run(&FirstStartPage::check, wanted), this,
             [this, wanted](const Found& found) { answer(wanted, found); });
}

void FirstStartPage::answer(const StartChoice& choice, const Found& found)
{
    setBusy(false);
    m_start->setEnabled(true);
    clearErrors();
    m_found = found;
    if (found.problem == Problem::None) {
        Q_EMIT chosen(choice);
        return;
    }
    auto* field = fieldOf(found.problem);
    field->setError(sentence(found));
    field->focusControl();
}

void FirstStartPage::clearErrors()
{
    m_found = {};
    for (auto* field : {m_folderField, m_addressField, m_tokenField, m_caField}) {
        field->setError({});
    }
}

void FirstStartPage::browse(QLineEdit* edit, bool folder)
{
    const auto title = folder ? tr("Folder with disk images") : tr("Choose a file");
    auto* dialog = new QFileDialog(this, title, edit->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, false);
    connect(dialog, &QFileDialog::fileSelected, this, [this, edit](const QString& path) {
        edit->setText(QDir::toNativeSeparators(path));
        clearErrors();
    });
    dialog->open();
}

void FirstStartPage::retranslate()
{
    m_question->setText(tr("Where are your virtual machines?"));
    m_explanation->setText(tr("Valv reads their disks and keeps recovery points of them in a vault. Nothing is changed "
                              "in the virtual machines."));
    m_local->setText(tr("On this computer"));
    m_local->setDescription(tr("A folder with disk images: each file, or each folder in it, is a virtual machine "
                               "(raw, qcow2, vmdk, vdi, vhdx)."));
    m_folderField->setLabel(tr("&Folder with disk images"));
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
    m_start->setText(tr("Continue"));
    m_cancel->setText(tr("Cancel"));
    const QList<std::pair<Button*, Field*>> browses{
        {m_browseFolder, m_folderField}, {m_browseToken, m_tokenField}, {m_browseCa, m_caField}};
    for (const auto& [button, field] : browses) {
        button->setText(tr("Browse …"));
        //: %1 is a field: "Browse …: Token file"
        button->setAccessibleName(tr("Browse …: %1").arg(field->label()));
    }
    if (m_found.problem != Problem::None) {
        fieldOf(m_found.problem)->setError(sentence(m_found));
    }
    Q_EMIT headingChanged();
}

void FirstStartPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace valv::views
