// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace valv::presentation {
class ReportText;
}

namespace valv::views {

struct Context;

//! \brief Writes the report where the person says, as a table for spreadsheets or as pages. Source: flows.md I10.
void exportReportCsv(const Context& context, QWidget* window, const presentation::ReportText& report);
void exportReportPdf(const Context& context, QWidget* window, const presentation::ReportText& report);

} // namespace valv::views
