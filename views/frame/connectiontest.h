// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/connectionprobe.h"

#include <QWidget>

#include <optional>

namespace valv::views {

class Button;
class CheckLines;
class Label;

//! \brief "Test connection" and what it found, line by line: answers, certificate, token, and who it is. Can be
//! cancelled while it waits.
class ConnectionTest : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionTest(QWidget* parent = nullptr);

    void start(const presentation::ConnectionProfile& profile);
    //! Something else stands in the fields now: gives up, and says nothing.
    void clear();

Q_SIGNALS:
    void wanted(); //!< the fields are to be checked first; then start()

protected:
    void changeEvent(QEvent* event) override;

private:
    using Probe = presentation::ConnectionProbe;
    void update();
    [[nodiscard]] QString engineLine() const;

    Probe* m_probe;
    Button* m_button;
    Label* m_state;
    CheckLines* m_lines;
    Label* m_why;
    std::optional<Probe::Found> m_found;
};

} // namespace valv::views
