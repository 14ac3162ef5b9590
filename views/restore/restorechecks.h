// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/restorevalidation.h"
#include "core/armid.h"
#include "frame/context.h"
#include "presentation/stores/recoverypointstore.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace valv::views {

class CheckLines;
class Label;

//! \brief What speaks for and against the restore that is being put together. Asks the backend when the person pauses;
//! an older answer never takes the place of a newer one.
class RestoreChecks : public QWidget
{
    Q_OBJECT
public:
    RestoreChecks(const Context& context, presentation::RecoveryPointStore& store, QWidget* parent = nullptr);

    //! Nothing is asked while something is missing.
    void look(const ArmId& point, const presentation::RestoreTarget& target);
    void clear();
    void retranslate();

private:
    void ask();
    void showAnswer();

    Context m_context;
    presentation::RecoveryPointStore& m_store;
    Label* m_title;
    CheckLines* m_lines;
    QTimer m_pause;
    ArmId m_point;
    presentation::RestoreTarget m_target;
    quint64 m_asked = 0;
    bool m_waiting = false;
    std::optional<Result<contract::RestoreValidation>> m_answer;
};

} // namespace valv::views
