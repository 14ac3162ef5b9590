// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/checkline.h"

#include "controls/linkbutton.h"
#include "controls/statustext.h"

#include <QHBoxLayout>

namespace valv::views {

CheckLine::CheckLine(QWidget* parent)
    : QWidget(parent)
    , m_text(new StatusText)
    , m_link(new LinkButton)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    m_text->setTone(StatusTone::Plain);
    m_text->setWordWrap(true);
    m_link->hide();
    layout->addWidget(m_text, 1, Qt::AlignVCenter);
    layout->addWidget(m_link, 0, Qt::AlignTop);
    connect(m_link, &QAbstractButton::clicked, this, &CheckLine::activated);
}

void CheckLine::setState(StatusKind kind, const QString& text, const QString& link, const QString& linkName)
{
    m_text->setStatus(kind, text);
    m_link->setText(link);
    m_link->setAccessibleName(linkName.isEmpty() ? link : linkName);
    m_link->setVisible(!link.isEmpty());
    m_link->updateGeometry();
}

StatusKind CheckLine::kind() const
{
    return m_text->kind();
}

QString CheckLine::text() const
{
    return m_text->text();
}

} // namespace valv::views
