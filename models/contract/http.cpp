// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/http.h"

#include <algorithm>

namespace valv::contract {

QByteArray header(const Headers& headers, QByteArrayView name)
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [name](const auto& h) { return h.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.end() ? QByteArray() : found->second;
}

} // namespace valv::contract
