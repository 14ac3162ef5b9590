// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backupjob.h"
#include "controls/essentials.h"

namespace valv::presentation {
class Format;
class Session;
} // namespace valv::presentation

namespace valv::views {

//! The job moves data, and has figures of that.
[[nodiscard]] bool moves(const contract::BackupJob& job);

//! How far it is, 0 to 100; one that has ended well is at 100 even where nobody told.
[[nodiscard]] double percentOf(const contract::BackupJob& job);
//! "1.2 GB of 4 GB · 30 % · 17 s left", as far as it is known.
[[nodiscard]] QString jobProgress(const contract::BackupJob& job, const presentation::Format& format);

//! What a job has moved, in numbers; none where it moves no data. Source: flows.md E4.
[[nodiscard]] QVector<Fact> jobFigures(const contract::BackupJob& job, const presentation::Format& format);

//! \brief What a job is about, how it went and when. Links: "policy", "vault", or the id of the machine.
[[nodiscard]] QVector<Fact> jobFacts(const contract::BackupJob& job, presentation::Session& session,
                                     const presentation::Format& format);

} // namespace valv::views
