// SPDX-License-Identifier: GPL-3.0-or-later
#include "protect/protectresults.h"

#include "controls/label.h"
#include "controls/messagebar.h"
#include "presentation/app/language.h"
#include "presentation/text/errortext.h"

#include <QVBoxLayout>

namespace valv::views {
namespace {

constexpr int causesShown = 3;
constexpr qsizetype failuresNamed = 4;

} // namespace

ProtectResults::ProtectResults(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    m_done = new MessageBar(MessageKind::Ok);
    m_done->setObjectName(QStringLiteral("protect.done"));
    layout->addWidget(m_done);
    connect(m_done, &MessageBar::actionTriggered, this, &ProtectResults::backupWanted);
    for (int i = 0; i < causesShown; ++i) {
        auto* bar = new MessageBar(MessageKind::Error);
        bar->setObjectName(QStringLiteral("protect.cause%1").arg(i));
        layout->addWidget(bar);
        m_causes.append(bar);
    }
    m_more = new Label(LabelKind::Secondary);
    m_more->setWordWrap(true);
    layout->addWidget(m_more);
    clear();
}

void ProtectResults::clear()
{
    m_done->hide();
    for (auto* bar : std::as_const(m_causes)) {
        bar->hide();
    }
    m_more->hide();
    hide();
}

void ProtectResults::show(int done, int of, const QList<presentation::Candidates::Failure>& failures,
                          const QString& nextRun)
{
    const auto& format = m_context.language.format();
    const auto number = [&format](int value) { return format.number(static_cast<qint64>(value)); };
    if (done > 0) {
        QString next = tr("Enabling makes no recovery point yet.");
        if (!nextRun.isEmpty()) {
            next = tr("The first recovery points are made %1, or now if you start a backup.").arg(nextRun);
        }
        m_done->setMessage(MessageKind::Ok,
                           of == 1 ? tr("Backup has been enabled.")
                                   : tr("Backup enabled for %1 of %2 virtual machines.").arg(number(done), number(of)),
                           next);
        m_done->setAction(tr("Backup now"));
    }
    m_done->setVisible(done > 0);
    for (int i = 0; i < causesShown; ++i) {
        auto* bar = m_causes.at(i);
        if (i < failures.size()) {
            const auto& failure = failures.at(i);
            QStringList names;
            for (const auto& machine : failure.machines.mid(0, failuresNamed)) {
                names << machine.name();
            }
            if (failure.machines.size() > failuresNamed) {
                names << tr("%n more", nullptr, static_cast<int>(failure.machines.size() - failuresNamed));
            }
            const auto text = presentation::ErrorText::of(failure.error, format.locale());
            bar->setMessage(MessageKind::Error,
                            //: %1 one or several machines
                            tr("Backup could not be enabled for %1.").arg(presentation::Format::list(names)),
                            text.sentence());
            bar->setDetail(text.code());
        }
        bar->setVisible(i < failures.size());
    }
    const int more = static_cast<int>(failures.size()) - causesShown;
    m_more->setText(tr("There are %n more cause(s); the list says which.", nullptr, more));
    m_more->setVisible(more > 0);
    setVisible(done > 0 || !failures.isEmpty());
}

} // namespace valv::views
