// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/checkline.h"

#include "controls/flowlayout.h"
#include "controls/linkbutton.h"
#include "controls/statustext.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace valv::views {

CheckLine::CheckLine(QWidget* parent)
    : QWidget(parent)
    , m_text(new StatusText)
    , m_place(new QWidget)
    , m_flow(new FlowLayout(m_place))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    m_text->setTone(StatusTone::Plain);
    m_text->setWordWrap(true);
    m_flow->setContentsMargins(Space::xl, 0, 0, 0);
    m_flow->setSpacing(Space::sm);
    m_place->hide();
    layout->addWidget(m_text);
    layout->addWidget(m_place);
}

void CheckLine::setState(StatusKind kind, const QString& text, const QList<Link>& links)
{
    m_text->setStatus(kind, text);
    if (links != m_links) { // a list that is read again and again is mostly as it was
        setLinks(links);
    }
}

void CheckLine::setLinks(const QList<Link>& links)
{
    const auto focused = std::find_if(m_buttons.begin(), m_buttons.end(), [](auto* each) { return each->hasFocus(); });
    const auto at = focused == m_buttons.end() ? -1 : static_cast<int>(focused - m_buttons.begin());
    if (at >= 0 && links.isEmpty()) {
        focusNextChild();
    }
    const auto old = std::exchange(m_buttons, {});
    m_links = links;
    for (const auto& link : links) {
        auto* button = new LinkButton(link.text);
        button->setFixedHeight(Space::xl); // several rows stand together
        button->setAccessibleName(link.name.isEmpty() ? link.text : link.name);
        m_flow->addWidget(button);
        const int index = static_cast<int>(m_buttons.size());
        connect(button, &QAbstractButton::clicked, this, [this, index] { Q_EMIT activated(index); });
        m_buttons.append(button);
    }
    m_place->setVisible(!links.isEmpty());
    if (at >= 0 && !links.isEmpty()) {
        m_buttons.at(std::min(at, static_cast<int>(m_buttons.size()) - 1))->setFocus(Qt::OtherFocusReason);
    }
    for (auto* button : old) {
        m_flow->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    m_flow->invalidate();
    updateGeometry();
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
