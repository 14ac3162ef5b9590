// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/expirylist.h"

#include "controls/messagebar.h"
#include "controls/statustext.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/text/errortext.h"
#include "theme/tokens.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace valv::views {

using presentation::Format;

namespace {

constexpr qsizetype itemsShown = 12;

} // namespace

ExpiryList::ExpiryList(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::md);
    m_bar = new MessageBar(MessageKind::Info);
    m_bar->setObjectName(QStringLiteral("expiry.summary"));
    layout->addWidget(m_bar);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(Space::xs);
    layout->addLayout(m_lines);
    setVisible(false);
}

void ExpiryList::show(const QFuture<Result<contract::ExpiryPreview>>& asked)
{
    const int number = ++m_asked;
    m_preview.reset();
    m_error.reset();
    m_asking = true;
    say();
    whenDone(asked, this, [this, number](const Result<contract::ExpiryPreview>& preview) {
        if (number != m_asked) {
            return;
        }
        m_asking = false;
        if (preview) {
            m_preview = *preview;
        } else {
            m_error = preview.error();
        }
        say();
        Q_EMIT answered();
    });
}

void ExpiryList::clear()
{
    ++m_asked;
    m_asking = false;
    m_preview.reset();
    m_error.reset();
    say();
}

void ExpiryList::say()
{
    while (auto* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setVisible(m_asking || m_preview || m_error);
    const auto& format = m_context.language.format();
    if (m_asking) {
        m_bar->setMessage(MessageKind::Info, {}, tr("Looking at what would expire…"));
    } else if (m_error) {
        // The change can be made all the same; it is only not known what it does to the points.
        m_bar->setMessage(MessageKind::Warning, tr("It is not known how many points would expire."),
                          presentation::ErrorText::of(*m_error, format.locale()).sentence());
    } else if (m_preview && m_preview->expiring() == 0) {
        m_bar->setMessage(MessageKind::Ok, {}, tr("No recovery point expires by this."));
    } else if (m_preview) {
        m_bar->setMessage(MessageKind::Warning,
                          tr("%n recovery point(s) will be removed.", nullptr, m_preview->expiring()),
                          tr("They are older than the retention keeps them, and go at the next clean-up."));
        QList<contract::ExpiryPreview::Item> losing;
        std::copy_if(m_preview->items.cbegin(), m_preview->items.cend(), std::back_inserter(losing),
                     [](const auto& item) { return item.expiring > 0; });
        std::stable_sort(losing.begin(), losing.end(),
                         [](const auto& a, const auto& b) { return a.expiring > b.expiring; });
        const auto addLine = [this] {
            auto* line = new StatusText;
            line->setTone(StatusTone::Plain);
            line->setWordWrap(true);
            m_lines->addWidget(line);
            return line;
        };
        for (const auto& item : losing.mid(0, itemsShown)) {
            auto* line = addLine();
            const QString count = tr("%1 of %2").arg(format.number(item.expiring), Format::recoveryPoints(item.points));
            line->setStatus(StatusKind::Warning,
                            item.oldestKept ? tr("%1 – %2; the oldest that stays is of %3")
                                                  .arg(item.friendlyName, count, format.dateTimeShort(*item.oldestKept))
                                            : tr("%1 – %2").arg(item.friendlyName, count));
        }
        if (losing.size() > itemsShown) {
            addLine()->setStatus(StatusKind::None,
                                 tr("and %n more", nullptr, static_cast<int>(losing.size() - itemsShown)));
        }
    }
}

void ExpiryList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        say();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
