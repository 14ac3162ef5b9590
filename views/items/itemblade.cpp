// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/itemblade.h"

#include "contract/names.h"
#include "controls/button.h"
#include "controls/formfooter.h"
#include "controls/messagebar.h"
#include "controls/sectiontitle.h"
#include "controls/statustext.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ErrorText;
using presentation::ItemBatch;

ItemBlade::ItemBlade(const Context& context, const QString& name, const QList<ArmId>& items, const Refusal& refusal,
                     QWidget* window, int width)
    : Blade(window, width)
    , m_context(context)
    , m_refusal(refusal)
    , m_several(items.size() > 1)
{
    setObjectName(name);
    for (const auto& id : items) {
        (m_several && !refusal(id).isEmpty() ? m_others : m_taken).append(id);
    }
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->setObjectName(name + QStringLiteral(".failure"));
    m_failure->hide();
    add(m_failure);
    m_fields = new QWidget;
    m_form = new QVBoxLayout(m_fields);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(body()->spacing());
    add(m_fields);
    m_hold = FormHold(this, m_fields);
    auto& store = m_context.session.items();
    const auto changed = [this] {
        if (m_made) {
            showItems();
            itemsChanged();
        }
    };
    connect(&store, &presentation::ListStoreBase::rowsChanged, this, changed);
    connect(&store, &presentation::ListStoreBase::countChanged, this, changed);
    connect(&m_context.session.refusals(), &presentation::Refusals::changed, this, changed);
    if (!m_several) {
        store.refreshItem(items.constFirst()); // with its oldest point and their number
    }
}

ItemBlade::~ItemBlade()
{
    if (m_batch != nullptr) {
        m_batch->release();
    }
}

void ItemBlade::finish(ButtonKind kind)
{
    m_kind = kind;
    if (m_several) {
        m_itemsTitle = new SectionTitle(Icon::ProtectedItem);
        add(m_itemsTitle);
        auto* list = new QWidget;
        auto* lines = new QVBoxLayout(list);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(Space::xs);
        for (qsizetype i = 0; i < m_taken.size() + m_others.size(); ++i) {
            auto* line = new StatusText;
            line->setTone(StatusTone::Plain);
            line->setWordWrap(true);
            lines->addWidget(line);
            m_lines.append(line);
        }
        add(list);
    }
    setButtons({}, kind);
    body()->addWidget(footer()->makeAz([this] { return allAz(); }), 0, Qt::AlignLeft);
    body()->addStretch(1);
    footer()->primary()->setObjectName(objectName() + QStringLiteral(".submit"));
    m_made = true;
    connect(this, &Blade::submitted, this, [this] {
        if (isSending() || !m_blocked.isEmpty() || m_taken.isEmpty() || !forbidden().isEmpty()) {
            return;
        }
        if (m_batch != nullptr) {
            m_hold.hold(tr("It has been asked for."));
            m_batch->run(); // what is left
            return;
        }
        submit();
    });
}

//! One line for each item.
AzLine ItemBlade::allAz() const
{
    QStringList lines;
    for (const auto& id : m_taken) {
        const auto line = azText(id);
        if (line.command.isEmpty()) {
            return line;
        }
        lines.append(line.command);
    }
    return AzLine(lines.join(QLatin1Char('\n')));
}

const contract::ProtectedItem* ItemBlade::item() const
{
    return m_taken.isEmpty() ? nullptr : item(m_taken.constFirst());
}

const contract::ProtectedItem* ItemBlade::item(const ArmId& id) const
{
    return m_context.session.items().find(id);
}

QString ItemBlade::nameOf(const ArmId& id) const
{
    const auto* known = item(id);
    return known != nullptr ? known->friendlyName : contract::vmNameFrom(id.name()).value_or(contract::VmName()).vm;
}

bool ItemBlade::isSending() const
{
    return m_sending || (m_batch != nullptr && m_batch->isRunning());
}

void ItemBlade::send(const presentation::ItemCommand& command)
{
    m_hold.hold(tr("It has been asked for.")); // of several, what was begun is ended with the same
    m_error.reset();
    showFailure();
    auto& store = m_context.session.items();
    if (!m_several) {
        m_sending = true;
        showItems();
        whenDone(store.perform(m_taken.constFirst(), command), this,
                 [this](const Result<presentation::StartedJob>& result) { answered(result); });
        return;
    }
    m_batch = store.perform(m_taken, command);
    connect(m_batch, &ItemBatch::changed, this, &ItemBlade::showItems);
    connect(m_batch, &ItemBatch::ended, this, [this] {
        if (m_batch->count(ItemBatch::State::Failed) == 0) {
            closeBlade();
            return;
        }
        showItems();
        m_hold.keep();
        if (hasFocus()) {
            footer()->primary()->setFocus(Qt::OtherFocusReason); // to try again
        }
    });
    m_batch->run();
}

void ItemBlade::answered(const Result<presentation::StartedJob>& result)
{
    m_sending = false;
    if (result) {
        Q_EMIT started(result->job);
        closeBlade();
        return;
    }
    m_error = result.error();
    showFailure();
    showItems();
    m_hold.release();
}

void ItemBlade::showFailure()
{
    if (m_error) {
        const auto text = ErrorText::of(*m_error, m_context.language.locale());
        m_failure->setMessage(MessageKind::Error, text.title(), text.action());
        m_failure->setDetail(text.code());
    }
    m_failure->setVisible(m_error.has_value());
}

void ItemBlade::setDeed(presentation::Deed deed)
{
    m_deed = deed;
}

//! The role that it takes, when it was refused for every item.
QString ItemBlade::forbidden() const
{
    QString why;
    for (const auto& id : m_taken) {
        const auto can = m_context.session.refusals().can(m_deed, id);
        if (can) {
            return {};
        }
        why = can.reason();
    }
    return why;
}

void ItemBlade::setBlocked(const QString& reason)
{
    m_blocked = reason;
    showItems();
}

void ItemBlade::showItems()
{
    const auto locale = m_context.language.locale();
    for (qsizetype i = 0; m_several && i < m_taken.size(); ++i) {
        const auto name = nameOf(m_taken.at(i));
        auto* line = m_lines.at(i);
        const auto state = m_batch != nullptr ? m_batch->items().at(i).state : ItemBatch::State::Waiting;
        switch (state) {
        case ItemBatch::State::Waiting:
            line->setStatus(m_batch != nullptr ? StatusKind::Pending : StatusKind::Protected, name);
            break;
        case ItemBatch::State::Running:
            line->setStatus(StatusKind::Running, tr("%1 – is being asked for").arg(name));
            break;
        case ItemBatch::State::Done:
            line->setStatus(StatusKind::Ok, tr("%1 – the job has begun").arg(name));
            break;
        case ItemBatch::State::Failed:
            line->setStatus(StatusKind::Failed,
                            tr("%1 – %2").arg(name, ErrorText::of(*m_batch->items().at(i).error, locale).sentence()));
            break;
        }
    }
    for (qsizetype i = 0; m_several && i < m_others.size(); ++i) {
        m_lines.at(m_taken.size() + i)
            ->setStatus(StatusKind::Info, tr("%1 – %2").arg(nameOf(m_others.at(i)), m_refusal(m_others.at(i))));
    }
    if (m_itemsTitle != nullptr) {
        m_itemsTitle->setText(tr("Backup items"));
    }
    const int failed = m_batch != nullptr ? m_batch->count(ItemBatch::State::Failed) : 0;
    const bool sending = isSending();
    footer()->setPrimary(failed > 0 && !sending ? tr("Try again for %n item(s)", nullptr, failed) : primaryText(),
                         m_kind);
    footer()->primary()->setReason(sending                   ? tr("It has been asked for.")
                                       : m_taken.isEmpty()   ? tr("None of the chosen items can take part.")
                                       : m_blocked.isEmpty() ? forbidden()
                                                             : m_blocked);
    if (sending && m_batch != nullptr) {
        footer()->setStatus(
            StatusKind::Running,
            tr("%1 of %2 done")
                .arg(locale.toString(m_batch->count(ItemBatch::State::Done)), locale.toString(m_taken.size())));
    } else {
        footer()->setStatus(StatusKind::None, {});
    }
}

void ItemBlade::retranslate()
{
    setCaption(m_several
                   ? presentation::Format::backupItems(static_cast<int>(m_taken.size()))
                   : nameOf(m_taken.constFirst()) + QStringLiteral(" · ") + m_taken.constFirst().vaultId().name());
    showFailure();
    showItems();
}

void ItemBlade::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_made) {
        retranslate();
    }
}

} // namespace valv::views
