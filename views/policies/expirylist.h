// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/previews.h"
#include "core/result.h"
#include "frame/context.h"

#include <QFuture>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace valv::views {

class MessageBar;

//! \brief Which recovery points a change lets expire, item by item, as the backend says; also while it is asked, when
//! none would, and when it can't say. Source: flows.md K9.
class ExpiryList : public QWidget
{
    Q_OBJECT
public:
    explicit ExpiryList(const Context& context, QWidget* parent = nullptr);
    using QWidget::show;
    //! Waits for this answer; one that was waited for before counts no more.
    void show(const QFuture<Result<contract::ExpiryPreview>>& asked);
    void clear(); //!< there is nothing to ask
    [[nodiscard]] bool isAsking() const { return m_asking; }
    [[nodiscard]] const std::optional<contract::ExpiryPreview>& preview() const { return m_preview; }

Q_SIGNALS:
    void answered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void say();

    const Context m_context;
    std::optional<contract::ExpiryPreview> m_preview;
    std::optional<Error> m_error;
    bool m_asking = false;
    int m_asked = 0;
    MessageBar* m_bar;
    QVBoxLayout* m_lines;
};

} // namespace valv::views
