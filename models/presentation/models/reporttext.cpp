// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/reporttext.h"

namespace valv::presentation {

namespace {

//! One line of a CSV file.
QString csvLine(const QStringList& cells, QChar separator)
{
    QStringList fields;
    for (auto cell : cells) {
        if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front())) {
            cell.prepend(QLatin1Char('\''));
        }
        if (cell.contains(separator) || cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char('\n'))) {
            cell = QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
        }
        fields.append(cell);
    }
    return fields.join(separator) + QStringLiteral("\r\n");
}

QString plainBytes(qint64 bytes)
{
    return bytes < 0 ? QString() : QString::number(bytes);
}

//! Numbers stand at the right, the first columns at the left.
QString htmlRow(const QStringList& cells, int texts, const QString& tag)
{
    QString row = QStringLiteral("<tr>");
    for (qsizetype i = 0; i < cells.size(); ++i) {
        row += QStringLiteral("<%1 align=\"%2\">%3</%1>")
                   .arg(tag, i < texts ? QStringLiteral("left") : QStringLiteral("right"), cells[i].toHtmlEscaped());
    }
    return row + QStringLiteral("</tr>\n");
}

QString htmlTable(const QString& title, const QStringList& headings, const QList<QStringList>& rows, int texts)
{
    if (rows.isEmpty()) {
        return {};
    }
    QString table =
        QStringLiteral("<h2>%1</h2>\n<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">\n"
                       "<thead>%2</thead>\n")
            .arg(title.toHtmlEscaped(), htmlRow(headings, texts, QStringLiteral("th")));
    for (const auto& row : rows) {
        table += htmlRow(row, texts, QStringLiteral("td"));
    }
    return table + QStringLiteral("</table>\n");
}

} // namespace

QString ReportText::period() const
{
    return m_report.period.first == m_report.period.last
        ? m_format.date(m_report.period.first)
        : m_format.date(m_report.period.first) + QStringLiteral(" – ") + m_format.date(m_report.period.last);
}

QString ReportText::success(const JobTally& jobs) const
{
    const auto rate = jobs.successRate();
    // What failed must not be rounded away.
    return !rate ? QStringLiteral("–") : m_format.percent(*rate, *rate > 0.99 && *rate < 1 ? 2 : 0);
}

QString ReportText::size(qint64 bytes) const
{
    return bytes < 0 ? QStringLiteral("–") : m_format.size(static_cast<std::uint64_t>(bytes));
}

QString ReportText::cost(const std::optional<double>& cost) const
{
    return cost ? m_prices.amount(*cost, m_format.locale()) : QStringLiteral("–");
}

QString ReportText::kept(const BackupReport::PolicyRow& policy) const
{
    constexpr int month = 30;
    constexpr int year = 365;
    if (policy.days >= year && policy.days % year == 0) {
        return Format::years(policy.days / year);
    }
    return policy.days >= month && policy.days % month == 0 ? Format::months(policy.days / month)
                                                            : Format::days(policy.days);
}

QString ReportText::csv() const
{
    const QChar separator = m_format.locale().language() == QLocale::Swedish ? QLatin1Char(';') : QLatin1Char(',');
    QString text;
    const auto line = [&](const QStringList& cells) { text += csvLine(cells, separator); };
    const auto tally = [](const JobTally& jobs) {
        return QStringList{QString::number(jobs.completed), QString::number(jobs.warned), QString::number(jobs.failed)};
    };
    const QStringList ends{tr("Completed"), tr("With warnings"), tr("Failed")};
    const bool priced = !m_prices.isEmpty();
    line({tr("Backup report"), m_scope, m_report.period.first.toString(Qt::ISODate),
          m_report.period.last.toString(Qt::ISODate)});
    line({});
    line(
        QStringList{tr("Vault"), tr("Backup items")} + ends
        + QStringList{tr("Stored at the beginning, bytes"), tr("Stored at the end, bytes"), tr("Protected instances")}
        + (priced ? QStringList{tr("Estimated monthly cost, %1").arg(m_prices.currency)} : QStringList()));
    auto plain = m_format.locale();
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    for (const auto& vault : m_report.vaults) {
        const auto cost = vault.cost(m_prices);
        line(QStringList{vault.vault.name(), QString::number(vault.items)} + tally(vault.jobs)
             + QStringList{plainBytes(vault.storedFirst), plainBytes(vault.storedLast),
                           QString::number(vault.instances())}
             + (priced ? QStringList{cost ? plain.toString(*cost, 'f', 2) : QString()} : QStringList()));
    }
    line({});
    line(QStringList{tr("Backup item"), tr("Vault")} + ends
         + QStringList{tr("Data in its disks, bytes"), tr("Read, bytes"), tr("New to the vault, bytes"),
                       tr("Protected instances")});
    for (const auto& item : m_report.items) {
        line(QStringList{item.name, item.item.vaultId().name()} + tally(item.jobs)
             + QStringList{plainBytes(item.sourceBytes), plainBytes(item.readBytes), plainBytes(item.storedBytes),
                           QString::number(item.instances)});
    }
    line({});
    line({tr("Policy"), tr("Vault"), tr("Backup items"), tr("Longest kept, days"), tr("Recovery points when full")});
    for (const auto& policy : m_report.policies) {
        line({policy.name, policy.policy.vaultId().name(), QString::number(policy.items), QString::number(policy.days),
              QString::number(policy.points)});
    }
    line({});
    line(QStringList{tr("Day")} + ends + QStringList{tr("Stored at the end, bytes")});
    for (const auto& day : m_report.days) {
        line(QStringList{day.day.toString(Qt::ISODate)} + tally(day.jobs) + QStringList{plainBytes(day.storedBytes)});
    }
    return text;
}

QString ReportText::html() const
{
    const auto tally = [this](const JobTally& jobs) {
        return QStringList{number(jobs.completed), number(jobs.warned), number(jobs.failed)};
    };
    const QStringList ends{tr("Completed"), tr("With warnings"), tr("Failed")};
    QString text =
        QStringLiteral("<h1>%1</h1>\n<p>%2</p>\n")
            .arg(tr("Backup report").toHtmlEscaped(), (m_scope + QStringLiteral(" · ") + period()).toHtmlEscaped());
    const auto& count = m_report.instances;
    const bool priced = !m_prices.isEmpty();
    QList<QStringList> summary{{tr("Job success rate"), success(m_report.jobs)},
                       {tr("Completed jobs"), number(m_report.jobs.completed)},
                       {tr("Jobs with warnings"), number(m_report.jobs.warned)},
                       {tr("Failed jobs"), number(m_report.jobs.failed)},
                       {tr("Backup items"), number(static_cast<int>(m_report.items.size()))},
                       {tr("Stored at the beginning"), size(m_report.storedFirst())},
                       {tr("Stored at the end"), size(m_report.storedLast())},
                       {tr("Protected instances"), number(count.instances())}};
    if (priced) {
        summary.append({tr("Estimated monthly cost"), cost(m_report.cost(m_prices))});
    }
    text += htmlTable(tr("Summary"), {QString(), QString()}, summary, 1);
    QList<QStringList> rows;
    for (const auto& vault : m_report.vaults) {
        rows.append(QStringList{vault.vault.name(), number(vault.items)} + tally(vault.jobs)
                    + QStringList{success(vault.jobs), size(vault.storedFirst), size(vault.storedLast),
                                  number(vault.instances())}
                    + (priced ? QStringList{cost(vault.cost(m_prices))} : QStringList()));
    }
    text += htmlTable(tr("Vaults"),
                      QStringList{tr("Vault"), tr("Backup items")} + ends
                          + QStringList{tr("Success rate"), tr("Stored at the beginning"), tr("Stored at the end"),
                                        tr("Protected instances")}
                          + (priced ? QStringList{tr("Estimated monthly cost")} : QStringList()),
                      rows, 1);
    rows.clear();
    for (const auto& item : m_report.items) {
        rows.append(QStringList{item.name, item.item.vaultId().name()} + tally(item.jobs)
                    + QStringList{success(item.jobs), size(item.sourceBytes), size(item.readBytes),
                                  size(item.storedBytes), number(item.instances)});
    }
    text += htmlTable(tr("Backup items"),
                      QStringList{tr("Backup item"), tr("Vault")} + ends
                          + QStringList{tr("Success rate"), tr("Data in its disks"), tr("Read"), tr("New to the vault"),
                                        tr("Protected instances")},
                      rows, 2);
    rows.clear();
    for (const auto& policy : m_report.policies) {
        rows.append({policy.name, policy.policy.vaultId().name(), number(policy.items), kept(policy),
                     m_format.number(policy.points)});
    }
    text += htmlTable(
        tr("Policies with the most retention"),
        {tr("Policy"), tr("Vault"), tr("Backup items"), tr("Longest kept"), tr("Recovery points when full")}, rows, 2);
    rows.clear();
    for (const auto& day : m_report.days) {
        rows.append(QStringList{m_format.date(day.day)} + tally(day.jobs) + QStringList{size(day.storedBytes)});
    }
    text += htmlTable(tr("Days"), QStringList{tr("Day")} + ends + QStringList{tr("Stored at the end")}, rows, 1);
    return text;
}

} // namespace valv::presentation
