// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/readinesstext.h"

#include "presentation/text/errortext.h"

#include <algorithm>
#include <iterator>

namespace valv::presentation {
namespace {

struct Note
{
    const char* code;
    const char* words;
    const char* sentence;
    const char* remedy; //!< empty: nothing to do
};

constexpr Note notes[] = {
    {"VmProblem", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "Cannot be backed up"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "The virtual machine cannot be backed up."), ""},
    {"VmHasNoDisk", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "No disks"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The virtual machine has no disks: there is nothing to back up."),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "Give the machine a disk, or leave it unprotected.")},
    {"VmPoweredOff", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "The machine is off"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The machine is off: recovery points are crash-consistent until it runs."),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "Start the machine before the first backup.")},
    {"VmAgentNotReady", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "The VM agent does not answer"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The VM agent does not answer: recovery points are crash-consistent."),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "Start the VM agent in the guest.")},
    {"VmAgentOutOfDate", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "The VM agent is out of date"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The VM agent is out of date: recovery points may be only crash-consistent."),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "Update the VM agent in the guest.")},
    {"VmAgentMissing", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "No VM agent"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The VM agent is not installed: recovery points are crash-consistent."),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "Install the VM agent in the guest.")},
    {"VmEncrypted", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "Encrypted by its guest"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The guest encrypts its disks: the machine can be restored, but its files can't be browsed."),
     ""},
    {"VaultNearlyFull", QT_TRANSLATE_NOOP("valv::presentation::ReadinessText", "The first backup may not fit"),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "The first backup may not fit on the vault's disk: it reads more than is free there."),
     QT_TRANSLATE_NOOP("valv::presentation::ReadinessText",
                       "Free space on the vault's disk, or back up to another vault.")},
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

QString ReadinessText::remedy(const QString& code)
{
    const auto* note = noteOf(code);
    return note == nullptr || *note->remedy == '\0' ? QString() : tr(note->remedy);
}

QString ReadinessText::advice(const QString& code)
{
    return QString(sentence(code) + QLatin1Char(' ') + remedy(code)).trimmed();
}

QString ReadinessText::whole(const contract::ReadinessNote& note, const contract::VirtualMachine& machine,
                             const QLocale& locale)
{
    if (note.code == QLatin1String("VmProblem") && machine.problem) {
        return ErrorText::of(*machine.problem, locale).sentence();
    }
    return advice(note.code);
}

} // namespace valv::presentation
