// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/connectiontest.h"

#include "controls/button.h"
#include "controls/checklines.h"
#include "controls/label.h"
#include "presentation/text/errortext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

using Step = presentation::ConnectionProbe::Step;

ConnectionTest::ConnectionTest(QWidget* parent)
    : QWidget(parent)
    , m_probe(new Probe({}, this))
    , m_button(new Button)
    , m_state(new Label(LabelKind::Secondary))
    , m_lines(new CheckLines)
    , m_why(new Label(LabelKind::Secondary))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    auto* line = new QHBoxLayout;
    line->setSpacing(Space::md);
    line->addWidget(m_button);
    line->addWidget(m_state, 1);
    layout->addLayout(line);
    layout->addWidget(m_lines);
    m_why->setWordWrap(true);
    layout->addWidget(m_why);
    m_button->setObjectName(QStringLiteral("start.test"));
    m_lines->setObjectName(QStringLiteral("start.testResult"));
    m_why->setObjectName(QStringLiteral("start.testReason"));
    connect(m_button, &QAbstractButton::clicked, this, [this] {
        if (m_probe->isBusy()) {
            clear();
        } else {
            Q_EMIT wanted();
        }
    });
    connect(m_probe, &Probe::found, this, [this](const Probe::Found& found) {
        m_found = found;
        update();
    });
    update();
}

void ConnectionTest::start(const presentation::ConnectionProfile& profile)
{
    m_found.reset();
    m_probe->ask(profile);
    update();
}

void ConnectionTest::clear()
{
    m_probe->cancel();
    m_found.reset();
    update();
}

QString ConnectionTest::engineLine() const
{
    const auto& engine = m_found->engine;
    if (engine.version.isEmpty()) {
        return m_found->subscription.isEmpty() ? tr("It answers as a backup service does.")
                                               : tr("It serves %1.").arg(m_found->subscription);
    }
    //: %1 is a computer, %2 a version, %3 what it serves
    return tr("%1 runs Valv %2 and serves %3.")
        .arg(engine.hostName.isEmpty() ? tr("The computer") : engine.hostName, engine.version, m_found->subscription);
}

void ConnectionTest::update()
{
    const bool busy = m_probe->isBusy();
    m_button->setText(busy ? tr("Cancel the test") : tr("Test connection"));
    m_state->setText(busy ? tr("Asking …") : QString());
    QList<CheckLines::Line> lines;
    QString why;
    if (m_found) {
        const auto reached = m_found->reached;
        const auto add = [&](Step step, const QString& good, const QString& bad) {
            if (step < reached) {
                lines.append({StatusKind::Ok, good});
            } else if (step == reached) {
                lines.append({StatusKind::Failed, bad});
            }
        };
        if (reached == Step::Files) {
            lines.append({StatusKind::Failed, tr("A file can't be used.")});
        }
        add(Step::Answer, tr("The address answers."), tr("Nobody answers at the address."));
        add(Step::Certificate, tr("Its certificate is trusted."), tr("Its certificate is not trusted."));
        add(Step::Token, tr("The token is accepted."), tr("The token is not accepted."));
        add(Step::Engine, engineLine(), tr("Something else than Valv answers there."));
        if (m_found->error) {
            const auto text = presentation::ErrorText::of(*m_found->error);
            why = text.sentence();
        }
    }
    m_lines->setLines(lines);
    m_lines->setVisible(!lines.isEmpty());
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

void ConnectionTest::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
