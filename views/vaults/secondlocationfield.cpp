// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/secondlocationfield.h"

#include "controls/button.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>

namespace valv::views {

using presentation::ErrorText;

SecondLocationField::SecondLocationField(const Context& context, const QString& name, Layout layout, QWidget* parent)
    : Field({}, new QLineEdit, layout, parent)
    , m_context(context)
    , m_edit(qobject_cast<QLineEdit*>(control()))
    , m_browse(new Button)
{
    m_edit->setObjectName(name + QStringLiteral(".folder"));
    m_browse->setObjectName(name + QStringLiteral(".browse"));
    addBeside(m_browse);
    m_browse->setVisible(!m_context.session.capabilities().remote);
    connect(m_browse, &QAbstractButton::clicked, this, &SecondLocationField::browse);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        setError({});
        Q_EMIT changed();
    });
    connect(this, &Field::left, this, [this] {
        m_edit->setText(folder());
        if (!hasError()) { // what the engine refused stays said
            validate();
        }
    });
    retranslate();
}

QString SecondLocationField::folder() const
{
    return m_edit->text().trimmed();
}

void SecondLocationField::setFolder(const QString& folder)
{
    m_edit->setText(folder);
}

bool SecondLocationField::validate()
{
    const bool whole = folder().isEmpty() || QDir::isAbsolutePath(folder());
    setError(whole ? QString()
                   : ErrorText::of(QStringLiteral("ValSecondLocationPath"), {}, m_context.language.locale()).sentence());
    return whole;
}

bool SecondLocationField::showRefusal(const Error& error)
{
    for (const auto& detail : error.details) {
        if (QString::fromStdString(detail.code).startsWith(QLatin1String("ValSecondLocation"))) {
            setError(ErrorText::of(detail, m_context.language.locale()).sentence());
            focusControl();
            return true;
        }
    }
    return false;
}

void SecondLocationField::retranslate()
{
    m_browse->setText(tr("Browse…"));
    m_browse->setAccessibleName(tr("Browse for the second location"));
    if (hasError()) {
        setError({});
        validate();
    }
}

void SecondLocationField::browse()
{
    auto* dialog = new QFileDialog(window(), tr("Second location"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &SecondLocationField::setFolder);
    dialog->open();
}

} // namespace valv::views
