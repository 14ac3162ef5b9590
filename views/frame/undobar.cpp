// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/undobar.h"

#include "presentation/app/language.h"
#include "presentation/text/errortext.h"

namespace valv::views {

UndoBar::UndoBar(const Context& context, QWidget* parent)
    : MessageBar(MessageKind::Info, {}, {}, parent)
    , m_context(context)
{
    setDismissable(true);
    hide();
    connect(this, &MessageBar::dismissed, this, [this] { m_undo = nullptr; });
    connect(this, &MessageBar::actionTriggered, this, [this] {
        if (m_undo) {
            hide();
            m_undo();
        }
    });
}

void UndoBar::offer(Words words, std::function<void()> undo)
{
    m_words = std::move(words);
    m_undo = std::move(undo);
    ++m_number;
    m_error.reset();
    retranslate();
    show();
}

void UndoBar::end(int number, const std::optional<Error>& error)
{
    if (number != m_number) {
        return;
    }
    m_error = error;
    if (!error) {
        m_undo = nullptr;
        return;
    }
    retranslate();
    show();
}

void UndoBar::retranslate()
{
    if (!m_undo) {
        return;
    }
    if (m_error) {
        const auto text = presentation::ErrorText::of(*m_error, m_context.language.locale());
        setMessage(MessageKind::Error, m_words.refused(), text.sentence());
    } else {
        setMessage(MessageKind::Info, m_words.gone(), m_words.rest());
    }
    setAction(tr("Undo"));
}

} // namespace valv::views
