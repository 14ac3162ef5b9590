// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/recoverypointmodel.h"

#include <limits>

namespace valv::presentation {

using contract::RecoveryPoint;

RecoveryPointModel::RecoveryPointModel(RecoveryPointStore& store, const Format& format, QObject* parent)
    : StoreModel(store, format, parent)
    , m_store(store)
{ }

QString RecoveryPointModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case Time:
        return tr("Time", "moment");
    case Consistency:
        return tr("Consistency");
    case Type:
        return tr("Type");
    case KeptUntil:
        //: Column heading: the day until which a recovery point is kept. Keep short.
        return tr("Kept until");
    case KeptBy:
        //: Column heading: which rules keep a recovery point. Keep short.
        return tr("Kept by");
    case Size:
        return tr("Size");
    case Stored:
        //: Column heading: what the point added to the vault. Keep short.
        return tr("Stored");
    case More:
    case ColumnCount:
        break;
    }
    return {};
}

bool RecoveryPointModel::isNumber(int column) const
{
    return column == Size || column == Stored;
}

Cell RecoveryPointModel::cell(int row, int column) const
{
    const RecoveryPoint& point = m_store.at(row);
    switch (static_cast<Column>(column)) {
    case Time:
        return momentCell(point.time);
    case Consistency: {
        Cell c = textCell(StatusWords::of(point.consistency));
        c.status = StatusWords::kind(point.consistency.value());
        c.toolTip = point.consistencyReason.isEmpty() ? StatusWords::consistencyHelp(point.consistency.value())
                                                      : point.consistencyReason;
        return c;
    }
    case Type: {
        QList<contract::TierType> valid;
        for (const auto& tier : point.tiers) {
            if (tier.status == contract::TierStatus::Valid || tier.status == contract::TierStatus::Rehydrated) {
                valid << tier.type.value();
            }
        }
        return textCell(StatusWords::tiers(valid));
    }
    case KeptUntil: {
        if (!point.expiry) {
            Cell c = textCell(tr("You delete it", "a recovery point is kept until …"));
            c.sort = std::numeric_limits<qint64>::max();
            return c;
        }
        Cell c = textCell(format().date(*point.expiry));
        c.sort = point.expiry->toMSecsSinceEpoch();
        c.toolTip = format().dateTimeFull(*point.expiry);
        return c;
    }
    case KeptBy: {
        QStringList words;
        for (const auto& reason : point.keptBy) {
            const auto word = StatusWords::keptBy(reason);
            words << (words.isEmpty() ? word : format().locale().toLower(word));
        }
        return textCell(Format::capitalised(words.join(QStringLiteral(", "))));
    }
    case Size:
        return sizeCell(point.sourceBytes);
    case Stored:
        return sizeCell(point.storedBytes);
    case More: {
        Cell c;
        c.text = tr("More commands");
        return c;
    }
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace valv::presentation
