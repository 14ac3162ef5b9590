// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"

#include <QHash>
#include <QMap>
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
            auto& first = m_ids[id.utf8()]; // by its spelling, which is kept
            if (first.isEmpty()) {
                first = id;
            }
            id = first;
        }
    }
    //! Whole: there are few sets of tags.
    void share(QMap<QString, QString>& map)
    {
        QString key;
        for (auto it = map.cbegin(); it != map.cend(); ++it) {
            key.append(it.key()).append(QChar()).append(it.value()).append(QChar());
        }
        auto first = m_maps.constFind(key);
        if (first == m_maps.cend()) {
            QMap<QString, QString> shared;
            for (auto it = map.cbegin(); it != map.cend(); ++it) {
                auto name = it.key();
                auto value = it.value();
                share(name);
                share(value);
                shared.insert(shared.cend(), name, value);
            }
            first = m_maps.insert(key, shared);
        }
        map = *first;
    }

private:
    QSet<QString> m_texts;
    QHash<QByteArray, ArmId> m_ids;
    QHash<QString, QMap<QString, QString>> m_maps;
};

} // namespace valv
