// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/text/errortext.h"
#include "support/awaiting.h"
#include "support/scriptedtransport.h"

#include <QAbstractButton>
#include <QTest>
#include <QUrl>

#include <memory>

namespace valv::test {

//! \brief The ways in which a list can't be read, one data row each: the server fails, it is forbidden, nobody answers.
//! Assign to FakeBackend::before; on until mended.
struct Trouble
{
    int status = 500;
    QString ending; //!< of the paths that are read in vain
    std::shared_ptr<bool> on = std::make_shared<bool>(true);
    std::shared_ptr<bool> broken = std::make_shared<bool>(false); //!< offline: from the first such path on, all are

    static void addRows()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("failing") << 500;
        QTest::newRow("forbidden") << 403;
        QTest::newRow("offline") << 0;
    }
    [[nodiscard]] QString code() const
    {
        return status == 403 ? QStringLiteral("AuthorizationFailed")
            : status == 0    ? QStringLiteral("NetworkOffline")
                             : QStringLiteral("InternalServerError");
    }
    //! Why, as a person is told it now.
    [[nodiscard]] QString why() const { return presentation::ErrorText::of(code(), {}).title(); }

    std::optional<Result<HttpResponse>> operator()(const HttpRequest& request) const
    {
        const bool meant = request.method == contract::Method::Get
            && QUrl(request.target).path().endsWith(ending, Qt::CaseInsensitive);
        if (!*on || !(meant || *broken)) {
            return std::nullopt;
        }
        *broken = status == 0;
        return status == 0 ? Result<HttpResponse>(failure("NetworkOffline", "No way there."))
                           : Result<HttpResponse>(answer(status, errorBody(code())));
    }
};

//! Presses the button that says so within; false: there is none that can be seen.
inline bool pressSaying(const QWidget& within, const QString& text)
{
    for (auto* button : within.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->text() == text) {
            button->setFocus(Qt::TabFocusReason);
            QTest::keyClick(button, Qt::Key_Space);
            return true;
        }
    }
    return false;
}

} // namespace valv::test
