// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "frame/formsending.h"

namespace valv::views {

class FormSummary;
class UnsavedBar;

//! \brief A blade that is a form: nothing typed is lost unasked, what is under way is said, and what was refused is
//! said with a way on while everything typed stays. A subclass has the fields, knows whether they differ from what was
//! read, and asks the backend through send(). Source: flows.md 0.2, 0.3.
class FormBlade : public Blade
{
    Q_OBJECT
protected:
    //! \param name the object's, and before ".unsaved", ".failure" and ".submit" in the names of its parts
    FormBlade(const Context& context, const QString& name, QWidget* window, int width = Size::blade);

    using Errand = FormSending::Errand;
    //! Shows that it is under way until it is answered. \param done what follows when it went well
    template <typename T, typename Done>
    void send(Errand errand, const QFuture<Result<T>>& answer, Done done)
    {
        m_sending->send(std::move(errand), answer, std::move(done));
    }

    //! The fields, beneath what is said of them; nothing in here can be changed while it is sent.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    void add(QWidget* widget);
    [[nodiscard]] const Context& context() const { return m_context; }
    [[nodiscard]] FormSummary* summary() const { return m_summary; }
    [[nodiscard]] FormSending& sending() { return *m_sending; }
    [[nodiscard]] bool isSending() const { return m_sending->isSending(); }
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
    //! What they did, a sentence, where it can be told: sending().retranslate() once it is known.
    [[nodiscard]] virtual QString theirs() const { return {}; }
    //! Somebody else has changed what was read: reads it, so that saving replaces theirs.
    //! \param drop puts theirs in place of what was typed too
    virtual void readTheirs(bool drop) { Q_UNUSED(drop) }
    //! Buttons and the footer, whenever something has changed.
    virtual void updateState();
    //! Texts; call it at the end of the constructor, and from one's own.
    virtual void retranslate();
    void changeEvent(QEvent* event) override;

private:
    const Context m_context;
    UnsavedBar* m_unsaved;
    FormSummary* m_summary;
    QVBoxLayout* m_body;
    FormSending* m_sending;
};

} // namespace valv::views
