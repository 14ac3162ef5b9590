// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace valv {

//! \brief Texts that many rows of a long list have in common (a region, a size, a policy), each kept once. One thread
//! at a time.
class SharedTexts
{
public:
    void share(QString& text)
    {
        if (!text.isEmpty()) {
            text = *m_texts.insert(text); // the first one of its kind
        }
    }
    void share(ArmId& id)
    {
        if (!id.isEmpty()) {
            auto& first = m_ids[id.text()]; // by its spelling, which is kept
            if (first.isEmpty()) {
                first = id;
            }
            id = first;
        }
    }

private:
    QSet<QString> m_texts;
    QHash<QString, ArmId> m_ids;
};

} // namespace valv
