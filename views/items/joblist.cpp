// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/joblist.h"

#include "controls/label.h"
#include "controls/statustext.h"
#include "frame/storetable.h"
#include "presentation/app/language.h"
#include "presentation/text/statuswords.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

namespace valv::views {
namespace {

//! One job: icon and operation; below it its state, and the time at the right.
class JobRow : public QAbstractButton
{
public:
    explicit JobRow(QWidget* parent)
        : QAbstractButton(parent)
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void showRow(const contract::BackupJob& job, const presentation::Format& format)
    {
        m_operation = presentation::StatusWords::operation(job.operation.value(), job.userTriggered);
        m_state = presentation::StatusWords::of(job.status);
        if (job.isRunning() && job.progress) {
            m_state += QLatin1Char(' ') + format.percent(*job.progress / 100.0);
        }
        m_kind = presentation::StatusWords::kind(job.status.value());
        m_time = format.dateTimeShort(job.startTime);
        setText(m_operation + QStringLiteral(", ") + m_state + QStringLiteral(", ") + m_time);
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const int below = textWidth(TextStyle::Caption, m_state) + Space::lg + textWidth(TextStyle::Caption, m_time);
        return { textLeft + std::max(textWidth(TextStyle::Body, m_operation), below) + Space::lg + 1, Size::essentialsRow + Space::lg };
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        if (underMouse()) {
            painter.fillRect(rect(), color(Role::Hover));
        }
        const QRectF r = rect();
        paintIcon(painter, QRectF(Space::lg, 0, Size::iconSmall, r.height()), statusIcon(m_kind), statusRole(m_kind));
        const double half = r.height() / 2;
        const double width = r.width() - textLeft - Space::lg;
        drawLine(painter, QRectF(textLeft, half - lineHeight(TextStyle::Body) + 2, width, lineHeight(TextStyle::Body)),
                 TextStyle::Body, color(Role::Text), m_operation);
        const QRectF below(textLeft, half + 2, width, lineHeight(TextStyle::Caption));
        const double timeWidth = drawLine(painter, below, TextStyle::Caption, color(Role::Secondary), m_time, Qt::AlignRight);
        drawLine(painter, below.adjusted(0, 0, -timeWidth - Space::sm, 0), TextStyle::Caption, color(Role::Secondary), m_state);
        hline(painter, QRectF(0, r.height() - 1, r.width(), 1), color(Role::Border));
        if (hasKeyFocus(this)) {
            innerRing(painter, r);
        }
    }

private:
    static constexpr int textLeft = Space::lg + Size::iconSmall + Space::sm;
    QString m_operation;
    QString m_state;
    QString m_time;
    StatusKind m_kind = StatusKind::None;
};

} // namespace

JobList::JobList(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_none = new Label(LabelKind::Secondary);
    m_none->setContentsMargins(Space::lg, Space::md, Space::lg, Space::md);
    m_none->setWordWrap(true);
    m_layout->addWidget(m_none);
}

void JobList::setJobs(const QList<contract::BackupJob>& jobs, const QString& none)
{
    m_none->setText(none);
    m_none->setVisible(jobs.isEmpty());
    while (m_rows.size() > jobs.size()) {
        delete m_rows.takeLast();
    }
    while (m_rows.size() < jobs.size()) {
        auto* row = new JobRow(this);
        connect(row, &QAbstractButton::clicked, this, [this, row] {
            if (const auto id = ArmId::parse(row->property("job").toString())) {
                Q_EMIT opened(*id);
            }
        });
        m_layout->addWidget(row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        m_rows[i]->setProperty("job", jobs[i].id.text());
        static_cast<JobRow*>(m_rows[i])->showRow(jobs[i], m_context.language.format());
    }
    updateGeometry();
}

QSize JobList::sizeHint() const
{
    return m_layout->sizeHint();
}

} // namespace valv::views
