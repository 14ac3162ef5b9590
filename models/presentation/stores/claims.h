// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/async.h"
#include "core/armid.h"
#include "presentation/text/errortext.h"

#include <QSet>

namespace valv::presentation {

//! \brief Creations that take nobody's place, and whose answer never came. Asked for again, such a one meets itself,
//! and is refused as taken; it is one's own when what stands there is what was asked for. One thread, its owner's.
template <typename T>
class Claims
{
public:
    //! \param asked the creation's answer; \param context owns this
    //! \param read asks for what stands there; \param isIt whether that is what was asked for
    template <typename Read, typename IsIt>
    [[nodiscard]] QFuture<Result<T>> settle(const ArmId& id, const QFuture<Result<T>>& asked, QObject* context,
                                            Read read, IsIt isIt)
    {
        const client::Promise<T> promise;
        const auto settled = promise.future();
        whenDone(asked, context, [this, id, context, promise, read, isIt](Result<T> made) {
            const bool mayBeOurs = m_unanswered.remove(id);
            if (made || !mayBeOurs || !isTaken(made.error())) {
                if (!made && (made.error().code == "NetworkTimeout" || made.error().code == "NetworkOffline")) {
                    m_unanswered.insert(id);
                }
                promise.finish(std::move(made));
                return;
            }
            whenDone(read(), context, [promise, isIt, taken = made.error()](Result<T> there) {
                const bool ours = there && isIt(*there);
                promise.finish(ours ? std::move(there) : Result<T>(tl::unexpected<Error>(taken)));
            });
        });
        return settled;
    }

private:
    static bool isTaken(const Error& error) { return isConflict(error) || nameTakenOr(error).code != error.code; }

    QSet<ArmId> m_unanswered;
};

} // namespace valv::presentation
