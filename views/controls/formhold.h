// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QString>

class QWidget;

namespace valv::views {

//! \brief Keeps the fields of a form from being changed while it is sent: what is changed then would be lost once it
//! has succeeded. Meanwhile the focus waits at the place that the form stands in, which readers hear to be busy and
//! with what; afterwards it is where it was, unless the person has gone on. GUI thread.
class FormHold
{
public:
    FormHold() = default;
    //! \param place the page or blade; it outlives this, and so do the fields
    //! \param fields what is in it, as one
    FormHold(QWidget* place, QWidget* fields);

    //! \param doing what is under way: "Saving…". Again with other words while it lasts, in another language.
    void hold(const QString& doing);
    void release();
    //! It has ended, but what is left can only be done with the same: the fields stay as they are for good. The focus
    //! stays at the place if it was in one of them.
    void keep();

private:
    void end(bool fieldsToo);

    QPointer<QWidget> m_place;
    QPointer<QWidget> m_fields;
    QPointer<QWidget> m_before; //!< had the focus
    bool m_held = false;
};

//! \brief What is under way in this place, for those who hear it; empty: nothing is.
[[nodiscard]] QString busyWith(const QWidget* place);

} // namespace valv::views
