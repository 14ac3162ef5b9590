// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "frame/page.h"

#include <optional>

namespace valv::presentation {
class Language;
}

namespace valv::views {

class Button;
class Label;
class MessageBar;
class ProgressLine;

//! \brief What stands in the window until there is a backend: what is being done, or why it could not be.
class StartingPage : public Page
{
    Q_OBJECT
public:
    enum class What
    {
        Folders,
        Demo, //!< its estate may have to be made first
        Server
    };
    //! \param place Server: its address
    StartingPage(What what, const QString& place, const presentation::Language& language, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    void focusFirst() override;
    void setFailure(const Error& error);

Q_SIGNALS:
    void retryWanted();
    void chooseWanted(); //!< also while a server is waited for

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    What m_kind;
    QString m_place;
    const presentation::Language& m_language;
    std::optional<Error> m_error;
    Label* m_what;
    ProgressLine* m_progress;
    MessageBar* m_failure;
    Button* m_choose;
};

} // namespace valv::views
