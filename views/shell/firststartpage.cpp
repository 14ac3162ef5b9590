// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/firststartpage.h"

#include "controls/button.h"
#include "controls/card.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/radiocard.h"
#include "theme/tokens.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

namespace {

constexpr int startColumnWidth = 640;

} // namespace

FirstStartPage::FirstStartPage(const QString& folder, QWidget* parent)
    : Page(parent)
    , m_question(new Label(LabelKind::Section, QString(), this))
    , m_explanation(new Label(LabelKind::Secondary, QString(), this))
    , m_local(new RadioCard(QString(), QString(), this))
    , m_demo(new RadioCard(QString(), QString(), this))
    , m_folder(new QLineEdit(QDir::toNativeSeparators(folder)))
    , m_field(nullptr)
    , m_browse(new Button(QString()))
    , m_start(new Button(ButtonKind::Primary, QString(), this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(Size::contentMargin, Size::contentMargin, Size::contentMargin, Size::contentMargin);
    auto* column = new QWidget(this);
    column->setMaximumWidth(startColumnWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::lg);
    m_explanation->setWordWrap(true);
    layout->addWidget(m_question);
    layout->addWidget(m_explanation);
    m_local->setCardIcon(Icon::FolderOpen);
    m_demo->setCardIcon(Icon::Boxes);
    m_local->setChecked(true);
    layout->addWidget(m_local);

    auto* place = new QWidget(column);
    auto* line = new QHBoxLayout(place);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::sm);
    m_field = new Field(QString(), m_folder, Field::Layout::Above, place);
    m_field->setRequired(true);
    line->addWidget(m_field, 1);
    auto* beside = new QVBoxLayout;
    beside->setSpacing(0);
    beside->addSpacing(Size::control - Space::sm); // the label's height: button and field stand on one line
    beside->addWidget(m_browse);
    beside->addStretch(1);
    line->addLayout(beside);
    layout->addWidget(place);
    layout->addWidget(m_demo);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(1);
    outer->addWidget(column, 1);
    outer->setAlignment(column, Qt::AlignTop | Qt::AlignLeft);
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    column->setMinimumWidth(std::min(startColumnWidth, 520));

    connect(m_local, &QAbstractButton::toggled, this, [this, place](bool on) {
        place->setEnabled(on);
        m_field->setError({});
    });
    connect(m_folder, &QLineEdit::textEdited, this, [this] {
        m_local->setChecked(true);
        m_field->setError({});
    });
    connect(m_folder, &QLineEdit::returnPressed, this, &FirstStartPage::submit);
    connect(m_browse, &QAbstractButton::clicked, this, &FirstStartPage::browse);
    connect(m_start, &QAbstractButton::clicked, this, &FirstStartPage::submit);
    retranslate();
}

PageHeading FirstStartPage::heading() const
{
    PageHeading heading;
    heading.title = tr("Welcome to Valv");
    heading.caption = tr("Backup of virtual machines");
    heading.icon = Icon::Vault;
    return heading;
}

void FirstStartPage::focusFirst()
{
    m_folder->setFocus(Qt::OtherFocusReason);
}

void FirstStartPage::setError(const QString& sentence)
{
    m_field->setError(sentence);
}

QString FirstStartPage::problem() const
{
    const QString path = m_folder->text().trimmed();
    if (path.isEmpty()) {
        return tr("Choose the folder where the disk images are.");
    }
    const QFileInfo info(path);
    if (!info.isAbsolute() || !info.isDir()) {
        return tr("There is no folder %1.").arg(path);
    }
    if (!info.isReadable() || !info.isExecutable()) {
        return tr("You may not read the folder %1.").arg(path);
    }
    return {};
}

void FirstStartPage::submit()
{
    if (m_demo->isChecked()) {
        Q_EMIT demoChosen();
        return;
    }
    const QString wrong = problem();
    m_field->setError(wrong);
    if (!wrong.isEmpty()) {
        m_folder->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT folderChosen(QDir::cleanPath(m_folder->text().trimmed()));
}

void FirstStartPage::browse()
{
    auto* dialog = new QFileDialog(this, tr("Folder with disk images"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly, false);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_folder->setText(QDir::toNativeSeparators(folder));
        m_local->setChecked(true);
        m_field->setError({});
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
    m_field->setLabel(tr("&Folder with disk images"));
    m_browse->setText(tr("&Browse …"));
    m_demo->setText(tr("Try it with the demo estate"));
    m_demo->setDescription(tr("Small virtual machines that Valv makes itself. Everything is real except that nobody "
                              "works in them."));
    m_start->setText(tr("Continue"));
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
