// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/page.h"

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
    //! \param demo the estate of the demo may have to be made first
    explicit StartingPage(bool demo, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    void focusFirst() override;
    void setFailure(const QString& title, const QString& text, const QString& code);

Q_SIGNALS:
    void retryWanted();
    void chooseWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    bool m_demo;
    bool m_failed = false;
    Label* m_what;
    ProgressLine* m_progress;
    MessageBar* m_failure;
    Button* m_choose;
};

} // namespace valv::views
