// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "core/result.h"
#include "core/whendone.h"
#include "frame/context.h"

#include <functional>
#include <optional>
#include <utility>

namespace valv::views {

class FormSummary;
class MessageBar;

//! \brief A blade that is a form: nothing typed is lost unasked, what is under way is said, and what was refused is
//! said with a way on while everything typed stays. A subclass has the fields, knows whether they differ from what was
//! read, and asks the backend through send(). Source: flows.md 0.2, 0.3.
class FormBlade : public Blade
{
    Q_OBJECT
protected:
    //! \param name the object's, and before ".unsaved", ".failure" and ".submit" in the names of its parts
    FormBlade(const Context& context, const QString& name, QWidget* window, int width = Size::blade);

    //! Something that is asked of the backend. Its words are taken anew when the language changes.
    struct Errand
    {
        std::function<QString()> doing; //!< "Saving…"
        std::function<QString()> refused; //!< "The rule could not be saved.", the reason follows
        std::function<void()> again; //!< "Try again" does this
    };
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

    [[nodiscard]] const Context& context() const { return m_context; }
    [[nodiscard]] FormSummary* summary() const { return m_summary; }
    [[nodiscard]] bool isSending() const { return m_sending; }
    //! The person wanted to close it, and was told that something is not saved.
    [[nodiscard]] bool isHeldBack() const;
    //! Closes without asking.
    void leave();
    //! What stands in the fields is another thing than before: connect every field with it.
    void changed();
    //! Fields are right, and nothing is under way: the form may be sent. Else the first wrong field has the focus.
    [[nodiscard]] bool isReady();

    //! What stands in the fields differs from what was read.
    [[nodiscard]] virtual bool isDirty() const = 0;
    //! Primary button or Ctrl+Enter.
    virtual void submit() = 0;
    //! Says beside each field what is wrong with it. \param all also what is merely not filled in yet
    virtual void showErrors(bool all) { Q_UNUSED(all) }
    //! \return it is said beside the field that it is about
    virtual bool showRefusal(const Error& error);
    //! "Somebody else has changed the rule meanwhile."
    [[nodiscard]] virtual QString conflict() const { return {}; }
    //! Somebody else has changed what was read: reads it, so that saving replaces theirs.
    //! \param drop puts theirs in place of what was typed too
    virtual void readTheirs(bool drop) { Q_UNUSED(drop) }
    //! Buttons and the footer, whenever something has changed.
    virtual void updateState();
    //! Texts; call it at the end of the constructor, and from one's own.
    virtual void retranslate();
    void changeEvent(QEvent* event) override;

private:
    void begin(Errand errand);
    void end(const std::optional<Error>& error);
    bool mayClose();
    void showFailure();
    void goOn();

    const Context m_context;
    MessageBar* m_unsaved;
    MessageBar* m_failure;
    FormSummary* m_summary;
    Errand m_errand;
    std::optional<Error> m_error;
    bool m_sending = false;
};

} // namespace valv::views
