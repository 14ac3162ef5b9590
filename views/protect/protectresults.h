// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/context.h"
#include "presentation/stores/candidates.h"

#include <QWidget>

namespace valv::views {

class Label;
class MessageBar;

//! \brief How the enabling of several machines ended: for how many it did well, and each cause of a failure with the
//! machines, what to do, and its code. Source: flows.md C6.
class ProtectResults : public QWidget
{
    Q_OBJECT
public:
    explicit ProtectResults(const Context& context, QWidget* parent = nullptr);

    //! \param nextRun when the policy makes the first recovery point, in words; may be empty
    void show(int done, int of, const QList<presentation::Candidates::Failure>& failures, const QString& nextRun);
    void clear();

Q_SIGNALS:
    void backupWanted(); //!< of those that did well, now

private:
    const Context m_context;
    MessageBar* m_done;
    QList<MessageBar*> m_causes;
    Label* m_more;
};

} // namespace valv::views
