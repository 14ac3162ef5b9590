// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/jobmodel.h"

#include "presentation/stores/protection.h"
#include "presentation/text/errortext.h"

namespace valv::presentation {

using contract::BackupJob;

JobModel::JobModel(JobStore& store, const Format& format, QObject* parent)
    : StoreModel(store, format, parent)
    , m_store(store)
{ }

QString JobModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case Item:
        //: Column heading: the backup item that the job is about. Keep short.
        return tr("Item");
    case Operation:
        return tr("Operation");
    case Status:
        return tr("Status");
    case Type:
        return tr("Type");
    case Start:
        //: Column heading: when the job started. Keep short.
        return tr("Start");
    case Duration:
        //: Column heading: how long the job took. Keep short.
        return tr("Took");
    case Transferred:
        //: Column heading: bytes moved. Keep short.
        return tr("Transferred");
    case Vault:
        return tr("Vault");
    case ColumnCount:
        break;
    }
    return {};
}

bool JobModel::isNumber(int column) const
{
    return column == Duration || column == Transferred;
}

Cell JobModel::cell(int row, int column) const
{
    const BackupJob& job = m_store.at(row);
    switch (static_cast<Column>(column)) {
    case Item: {
        Cell c = textCell(job.entity);
        c.link = true;
        return c;
    }
    case Operation:
        return textCell(job.operation.value() == contract::JobOperation::Unknown
                            ? job.operation.text()
                            : StatusWords::operation(job.operation.value(), job.userTriggered));
    case Status: {
        Cell c = textCell(StatusWords::of(job.status));
        c.status = StatusWords::kind(job.status.value());
        c.sort = static_cast<int>(job.status.value());
        if (job.isRunning()) {
            c.progress = job.progress;
        }
        if (!job.errors.isEmpty()) {
            c.toolTip = ErrorText::of(errorOf(job), format().locale()).message();
        }
        if (job.isSlow()) {
            c.note = tr("Slow");
        }
        return c;
    }
    case Type:
        return textCell(tr("Virtual machine"));
    case Start:
        return momentCell(job.startTime);
    case Duration: {
        Cell c = textCell(format().durationShort(job.durationMs));
        c.sort = job.durationMs;
        c.number = true;
        c.toolTip = format().duration(job.durationMs);
        return c;
    }
    case Transferred:
        return sizeCell(job.figures ? job.figures->readBytes : -1);
    case Vault:
        return textCell(job.id.vaultId().name());
    case ColumnCount:
        break;
    }
    return {};
}

QString JobModel::searchText(int row) const
{
    const auto& job = m_store.at(row);
    return job.entity + QLatin1Char('\n') + job.id.vaultId().name() + QLatin1Char('\n') + job.name;
}

} // namespace valv::presentation
