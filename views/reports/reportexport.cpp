// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportexport.h"

#include "frame/exportfile.h"
#include "presentation/models/reporttext.h"

#include <QApplication>
#include <QBuffer>
#include <QFont>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace valv::views {

using presentation::Phrase;

namespace {

class ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(valv::views::ReportExport)
};

constexpr int pdfDotsPerInch = 300;
constexpr int pdfMargin = 15; // millimetres

//! Blocks; any thread.
Result<> writePdf(const QString& file, const QString& html, const QString& title, const QFont& font)
{
    QBuffer pages;
    pages.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&pages);
        writer.setTitle(title);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(QPageLayout::Landscape);
        writer.setPageMargins(QMarginsF(pdfMargin, pdfMargin, pdfMargin, pdfMargin), QPageLayout::Millimeter);
        writer.setResolution(pdfDotsPerInch);
        QTextDocument document;
        document.setDefaultFont(font);
        document.setHtml(html);
        document.print(&writer);
    }
    return writeBytes(file, pages.data());
}

ExportedFile exported(const QString& suffix, const QString& filter, const QString& title)
{
    return {title,
            ExportWords::tr("backup-report") + QLatin1Char('.') + suffix,
            suffix,
            filter,
            Phrase("valv::views::ReportExport", QT_TRANSLATE_NOOP("valv::views::ReportExport", "The report is in %1.")),
            Phrase("valv::views::ReportExport",
                   QT_TRANSLATE_NOOP("valv::views::ReportExport", "The report could not be exported"))};
}

} // namespace

void exportReportCsv(const Context& context, QWidget* window, const presentation::ReportText& report)
{
    const QByteArray bytes = "\xEF\xBB\xBF" + report.csv().toUtf8();
    exportFile(context, window,
               exported(QStringLiteral("csv"), ExportWords::tr("CSV files (*.csv)"), ExportWords::tr("Export to CSV")),
               [bytes](const QString& file) { return writeBytes(file, bytes); });
}

void exportReportPdf(const Context& context, QWidget* window, const presentation::ReportText& report)
{
    QFont font = QApplication::font();
    font.setPointSize(9); // paper, not the screen
    exportFile(context, window,
               exported(QStringLiteral("pdf"), ExportWords::tr("PDF files (*.pdf)"), ExportWords::tr("Export to PDF")),
               [html = report.html(), title = ExportWords::tr("Backup report"), font](const QString& file) {
                   return writePdf(file, html, title, font);
               });
}

} // namespace valv::views
