// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace valv::views {

class Table;
struct Context;

//! \brief Asks where to, and writes the table's visible columns (or the selected rows) there as CSV: UTF-8 with BOM, so
//! that spreadsheets read å, ä and ö. The file is written on another thread; a notification says how it went.
void exportCsv(const Context& context, Table& table, const QString& suggestedName, bool selectedOnly = false);

} // namespace valv::views
