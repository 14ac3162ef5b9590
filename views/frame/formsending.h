// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/formhold.h"
#include "core/result.h"
#include "core/whendone.h"
#include "frame/context.h"
#include "presentation/stores/refusals.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>

namespace valv::views {

class Button;
class MessageBar;

//! \brief The sending of a form, whether a page or a blade: once at a time, its fields held meanwhile; what was refused
//! is said above them with a way on, while everything typed stays. Source: flows.md 0.2, 0.3.
class FormSending : public QObject
{
    Q_OBJECT
public:
    //! Something that is asked of the backend. Its words are taken anew when the language changes.
    struct Errand
    {
        std::function<QString()> doing; //!< "Saving…"
        std::function<QString()> refused; //!< "The rule could not be saved.", the reason follows
        std::function<void()> again; //!< "Try again" does this
    };
    //! What only a form knows of an answer; each may be left out.
    struct Answers
    {
        std::function<bool(const Error&)> said; //!< beside the field that it is about: true
        std::function<QString()> conflict; //!< "Somebody else has changed the rule meanwhile."
        std::function<void(bool drop)> readTheirs; //!< see FormBlade
        std::function<QString()> theirs{}; //!< what they did, a sentence; empty: that is not known
    };

    //! \param place the page or blade, which owns this; \param fields all that can be changed, as one
    //! \param failure is hidden until something is refused
    FormSending(const Context& context, QWidget* place, QWidget* fields, MessageBar* failure);

    void setAnswers(Answers answers) { m_answers = std::move(answers); }
    //! What sending it takes. \param on is asked whenever it may matter: a form may choose the place
    void setDeed(presentation::Deed deed, std::function<ArmId()> on);
    //! Why this account can't send it, as the backend has said before; empty: it may. changed() tells of it.
    [[nodiscard]] QString forbidden() const;
    //! The button that sends it: it can't be pressed while that is under way, nor without what the account or the form
    //! needs, which is its reason then. \param reason of the form: "Nothing has been changed."; the first that is said
    void show(Button& button, const QString& reason = {}) const;

    //! Shows that it is under way until it is answered. \param done what follows when it went well
    template <typename T, typename Done>
    void send(Errand errand, const QFuture<Result<T>>& answer, Done done)
    {
        begin(std::move(errand));
        whenDone(answer, this, [this, done = std::move(done)](const Result<T>& result) {
            end(result ? std::nullopt : std::optional<Error>(result.error()));
            if (result) {
                done(*result);
            }
        });
    }
    [[nodiscard]] bool isSending() const { return m_isSending; }
    //! What is under way: "Saving…"; else nothing.
    [[nodiscard]] QString doing() const;
    //! Something refused, by this or another time: the same way to say it.
    void refuse(Errand errand, const Error& error);
    //! What was refused is said no longer.
    void forget();
    void retranslate();

Q_SIGNALS:
    //! It has begun, or has ended, or what the account may do is another thing now.
    void changed();
    //! It is said, or beside its field.
    void refused();

private:
    void begin(Errand errand);
    void end(const std::optional<Error>& error);
    void showFailure();
    void goOn();

    const Context m_context;
    MessageBar* m_failure;
    FormHold m_hold;
    Answers m_answers;
    Errand m_errand;
    presentation::Deed m_deed = {};
    std::function<ArmId()> m_on; //!< nothing: no deed is set
    std::optional<Error> m_error;
    bool m_isSending = false;
};

} // namespace valv::views
