// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/readinesstext.h"

#include <algorithm>
#include <iterator>

namespace valv::presentation {
namespace {

struct Note
{
    const char* code;
    const char* words;
    const char* sentence;
};

constexpr Note notes[] = {
    {"VmHasNoDisk", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "No disks"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The virtual machine has no disks: there is nothing to back up.")},
    {"VmPoweredOff", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "The machine is off"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The machine is off: recovery points are crash-consistent until it runs.")},
    {"VmAgentNotReady", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "The VM agent does not answer"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The VM agent does not answer: recovery points are crash-consistent.")},
    {"VmAgentOutOfDate", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "The VM agent is out of date"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The VM agent is out of date: recovery points may be only crash-consistent.")},
    {"VmAgentMissing", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "No VM agent"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The VM agent is not installed: recovery points are crash-consistent.")},
    {"VmEncrypted", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "Encrypted by its guest"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The guest encrypts its disks: the machine can be restored, but its files can't be browsed.")},
    {"VaultNearlyFull", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "The first backup may not fit"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The first backup may not fit on the vault's disk: it reads more than is free there.")},
};

const Note* noteOf(const QString& code)
{
    const auto latin = code.toLatin1();
    const auto* found =
        std::find_if(std::begin(notes), std::end(notes), [&latin](const Note& note) { return latin == note.code; });
    return found == std::end(notes) ? nullptr : found;
}

} // namespace

QString ReadinessText::words(const QString& code)
{
    const auto* note = noteOf(code);
    return note == nullptr ? code : tr(note->words);
}

QString ReadinessText::sentence(const QString& code)
{
    const auto* note = noteOf(code);
    return note == nullptr ? code : tr(note->sentence);
}

} // namespace valv::presentation
