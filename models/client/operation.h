// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/pipeline.h"
#include "contract/http.h"

#include <QFuture>
#include <QString>

namespace valv::client {

//! \brief How a long-running operation ended well. For backup operations that is when the job was made, not done.
struct Outcome
{
    QString operationId; //!< empty: it was done at once
    QString jobId; //!< uuid; empty: the operation makes no job
    QByteArray body; //!< of the answer that ended it
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

//! \brief Sends a request and, when the answer says that it goes on, polls until it is over.
//! Azure-AsyncOperation before Location; Retry-After honoured, else \c pause; failed operations end with their error.
//! A poll that finds nothing, or gets no answer, is asked again three times. Source: contract.md 4.
[[nodiscard]] QFuture<Result<Outcome>> perform(Pipeline& pipeline, contract::HttpRequest request,
                                               std::chrono::milliseconds pause = std::chrono::seconds(1));

} // namespace valv::client
