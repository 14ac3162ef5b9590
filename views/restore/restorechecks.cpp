// SPDX-License-Identifier: GPL-3.0-or-later
#include "restore/restorechecks.h"

#include "controls/checklines.h"
#include "controls/label.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QVBoxLayout>

#include <chrono>

namespace valv::views {

using contract::CheckState;
using contract::RestoreCheck;
using presentation::ErrorText;

namespace {

constexpr std::chrono::milliseconds pause{400};

StatusKind kindOf(const RestoreCheck& check)
{
    switch (check.state.value()) {
    case CheckState::Passed:
        return StatusKind::Ok;
    case CheckState::Failed:
        return StatusKind::Failed;
    case CheckState::Warning:
    case CheckState::Unknown:
        break;
    }
    return StatusKind::Warning;
}

Error errorOf(const RestoreCheck& check)
{
    return {check.code.toStdString(),
            check.message.toStdString(),
            check.target.toStdString(),
            check.action.toStdString(),
            {}};
}

} // namespace

RestoreChecks::RestoreChecks(const Context& context, presentation::RecoveryPointStore& store, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_store(store)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    m_title = new Label(LabelKind::Strong);
    m_lines = new CheckLines;
    m_lines->setObjectName(QStringLiteral("restore.checks"));
    layout->addWidget(m_title);
    layout->addWidget(m_lines);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &RestoreChecks::ask);
    retranslate();
}

void RestoreChecks::look(const ArmId& point, const presentation::RestoreTarget& target)
{
    if (point == m_point && target == m_target && (m_waiting || m_answer)) {
        return;
    }
    m_point = point;
    m_target = target;
    ++m_asked;
    m_waiting = true;
    m_answer.reset();
    m_pause.start();
    showAnswer();
}

void RestoreChecks::clear()
{
    ++m_asked;
    m_pause.stop();
    m_point = {};
    m_waiting = false;
    m_answer.reset();
    showAnswer();
}

void RestoreChecks::ask()
{
    whenDone(m_store.validate(m_point, m_target), this,
             [this, asked = m_asked](const Result<contract::RestoreValidation>& answer) {
                 if (asked == m_asked) {
                     m_waiting = false;
                     m_answer = answer;
                     showAnswer();
                 }
             });
}

void RestoreChecks::showAnswer()
{
    const auto& format = m_context.language.format();
    const auto text = [&](const RestoreCheck& check) {
        const bool passed = check.state == CheckState::Passed;
        if (check.neededBytes >= 0 && check.freeBytes >= 0) {
            const auto needed = format.size(static_cast<quint64>(check.neededBytes));
            const auto free = format.size(static_cast<quint64>(check.freeBytes));
            return passed ? tr("Enough room for %1").arg(needed)
                          : tr("Too little room: %1 are needed, %2 are free").arg(needed, free);
        }
        if (!passed) {
            return ErrorText::of(errorOf(check), format.locale()).sentence();
        }
        if (check.check == QLatin1String("RecoveryPoint")) {
            return tr("The recovery point and its key can be read");
        }
        return check.check == QLatin1String("TargetName") ? tr("No machine has this name")
                                                          : tr("The folder can be written to, and no file is replaced");
    };
    QList<CheckLines::Line> lines;
    if (m_waiting) {
        lines.append({StatusKind::Running, tr("Looking…")});
    } else if (m_answer && !*m_answer) {
        lines.append({StatusKind::Warning, ErrorText::of(m_answer->error(), format.locale()).sentence()});
    } else if (m_answer) {
        for (const auto& check : (*m_answer)->checks) {
            lines.append({kindOf(check), text(check)});
        }
        if (lines.isEmpty()) {
            lines.append({StatusKind::Ok, tr("Nothing speaks against it")});
        }
    } else {
        lines.append({StatusKind::Pending, tr("As soon as all is chosen")});
    }
    m_lines->setLines(lines);
}

void RestoreChecks::retranslate()
{
    m_title->setText(tr("Checks"));
    showAnswer();
}

} // namespace valv::views
