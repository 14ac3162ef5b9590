// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <string>
#include <vector>

//! The daemon's certificate. Plain C++ over OpenSSL; text is UTF-8.
namespace valv::daemon {

struct Certificate
{
    std::string certificate; //!< PEM
    std::string key; //!< PEM; never logged
    bool made = false; //!< it was not there, or it was about to end, or it lacked a name
};

//! \brief The self-signed certificate in folder (cert.pem, and key.pem for the owner only); made when it is not there.
//! It is used again at the next start, so that clients that trust the file go on doing so, until fewer than 30 days of
//! its 825 are left or a name is missing. Names are addresses and host names beside 127.0.0.1, ::1, localhost and this
//! host's name. Errors: TlsUnreadable (the files are there but do not belong together or are no PEM), TlsUnwritable;
//! target: the file.
[[nodiscard]] Result<Certificate> selfSignedCertificate(const std::string& folder,
                                                        const std::vector<std::string>& names);

//! \brief A certificate and key of the person's own.
[[nodiscard]] Result<Certificate> readCertificate(const std::string& certificateFile, const std::string& keyFile);

} // namespace valv::daemon
