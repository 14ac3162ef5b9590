// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/messagebar.h"
#include "frame/context.h"

#include <QPointer>

namespace valv::presentation {
class ListStoreBase;
}

namespace valv::views {

//! \brief Says inside a form that a list could not be read, why and what to do, and reads it again on request. Hidden
//! while all is well. What was read before stays, and it says of when that is.
class StoreNotice : public MessageBar
{
    Q_OBJECT
public:
    explicit StoreNotice(const Context& context, QWidget* parent = nullptr);

    //! \param store null: there is nothing to read
    void follow(presentation::ListStoreBase* store);
    //! "The policies could not be read."
    void setTitle(const QString& title);

Q_SIGNALS:
    //! The list is asked for again: this is about to hide, with the focus if it is here.
    void retried();

private:
    void update();

    const Context m_context;
    QPointer<presentation::ListStoreBase> m_store;
    QMetaObject::Connection m_state;
    QString m_failedTitle;
    bool m_isAsked = false; //!< by a person, who waits for the answer
};

} // namespace valv::views
