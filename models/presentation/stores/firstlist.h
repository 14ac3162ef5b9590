// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/delay.h"

#include <QObject>

namespace valv::presentation {

class ListStoreBase;

//! \brief The list that is looked at when a session begins: the others are asked for once it has its first rows, since
//! all of them share one backend and a few processors. One that is slow or ill holds nobody up for long.
class FirstList final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void wait(ListStoreBase& list, client::Delay& delay);
    //! That one is to wait; isThere() tells when no longer.
    [[nodiscard]] bool holds(const ListStoreBase& other) const;

Q_SIGNALS:
    void isThere();

private:
    void end();

    ListStoreBase* m_list = nullptr; //!< null: nobody waits
};

} // namespace valv::presentation
