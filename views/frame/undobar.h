// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/messagebar.h"
#include "core/result.h"
#include "core/whendone.h"
#include "frame/context.h"

#include <functional>
#include <optional>
#include <utility>

namespace valv::views {

//! \brief Says that something was removed, and can take it back: for what is easily made again as it was. What is
//! removed next takes its place; hidden until then.
class UndoBar : public MessageBar
{
    Q_OBJECT
public:
    //! Taken anew when the language changes.
    struct Words
    {
        std::function<QString()> gone; //!< "The rule Web has been removed."
        std::function<QString()> rest; //!< what that means
        std::function<QString()> refused; //!< "The rule could not be taken back.", the reason follows
    };

    explicit UndoBar(const Context& context, QWidget* parent = nullptr);

    //! \param back makes it again
    template <typename T>
    void offer(Words words, std::function<QFuture<Result<T>>()> back)
    {
        offer(std::move(words), [this, back = std::move(back)] {
            whenDone(back(), this, [this, number = m_number](const Result<T>& result) {
                end(number, result ? std::nullopt : std::optional<Error>(result.error()));
            });
        });
    }
    void retranslate();

private:
    void offer(Words words, std::function<void()> undo);
    void end(int number, const std::optional<Error>& error);

    const Context m_context;
    Words m_words;
    std::function<void()> m_undo; //!< nothing: nothing was removed
    int m_number = 0; //!< of what was removed last; an answer about what was before comes too late
    std::optional<Error> m_error;
};

} // namespace valv::views
