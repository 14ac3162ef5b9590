// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/checklines.h"

#include <QVBoxLayout>

namespace valv::views {

CheckLines::CheckLines(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Space::xs); // a list, closer than paragraphs
}

void CheckLines::setLines(const QList<Line>& lines)
{
    m_lines = lines;
    while (m_texts.size() < lines.size()) {
        auto* text = new StatusText;
        text->setTone(StatusTone::Plain);
        text->setWordWrap(true);
        m_layout->addWidget(text);
        m_texts.append(text);
    }
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        m_texts[i]->setVisible(i < lines.size());
        if (i < lines.size()) {
            m_texts[i]->setStatus(lines[i].first, lines[i].second);
        }
    }
}

} // namespace valv::views
