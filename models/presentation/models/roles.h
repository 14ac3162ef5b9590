// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace valv::presentation {

//! \brief What item models answer beside Qt::DisplayRole (the text), Qt::ToolTipRole (the full text, e.g. the whole
//! time with its zone) and Qt::AccessibleTextRole (heading and text, so that a cell can be read aloud on its own).
enum Role
{
    SortRole = Qt::UserRole + 1, //!< the raw value: text, number, moment
    StatusRole, //!< int of StatusKind (core/statuskind.h); invalid: the cell has no state
    ProgressRole, //!< double, percent; invalid: none
    NoteRole, //!< a word beside the text, for a badge; empty: none
    LinkRole, //!< bool: the cell opens something
    SecondaryRole, //!< bool: quieter text
    NumberRole, //!< bool: right, tabular numerals
    IdRole, //!< QString: the row's resource id, the same in every column
    NewRole, //!< bool: the row is new since one last looked
    SearchRole, //!< QString: folded text to search in, made once
};

} // namespace valv::presentation
