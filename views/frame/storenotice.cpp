// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/storenotice.h"

#include "presentation/app/language.h"
#include "presentation/stores/liststorebase.h"
#include "presentation/text/errortext.h"

namespace valv::views {

using presentation::LoadState;

StoreNotice::StoreNotice(const Context& context, QWidget* parent)
    : MessageBar(MessageKind::Error, {}, {}, parent)
    , m_context(context)
{
    hide();
    connect(this, &MessageBar::actionTriggered, this, [this] {
        m_isAsked = true;
        Q_EMIT retried();
        if (m_store && !m_store->isBusy()) {
            m_store->refresh();
        }
        update();
    });
}

void StoreNotice::follow(presentation::ListStoreBase* store)
{
    if (m_store != store) {
        disconnect(m_state);
        m_store = store;
        m_isAsked = false;
        if (store != nullptr) {
            m_state = connect(store, &presentation::ListStoreBase::stateChanged, this, &StoreNotice::update);
        }
    }
    update();
}

void StoreNotice::setTitle(const QString& title)
{
    m_failedTitle = title;
    update();
}

void StoreNotice::update()
{
    const bool answered = m_store && (m_store->state() == LoadState::Stale || m_store->state() == LoadState::Failed);
    m_isAsked = m_isAsked && !answered;
    const bool failed = m_store && m_store->error() && !m_isAsked; // what is read again by itself changes nothing yet
    const bool stale = failed && m_store->state() != LoadState::Failed && m_store->hasLoaded();
    if (failed) {
        const auto& format = m_context.language.format();
        const auto text = presentation::ErrorText::of(*m_store->error(), format.locale());
        QString sentence = text.sentence();
        if (stale) {
            sentence = tr("Showing data from %1.").arg(format.dateTimeShort(m_store->lastUpdated())) + QLatin1Char(' ')
                + sentence;
        }
        setMessage(stale ? MessageKind::Warning : MessageKind::Error, m_failedTitle, sentence);
        setAction(tr("Try again"));
    }
    setVisible(failed);
}

} // namespace valv::views
