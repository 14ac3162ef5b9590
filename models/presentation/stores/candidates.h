// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/availability.h"
#include "presentation/stores/discovery.h"
#include "presentation/stores/enablemany.h"
#include "presentation/stores/protectionchecks.h"
#include "presentation/stores/vaultstore.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <vector>

namespace valv::presentation {

//! \brief All machines as one vault sees them: which of them can be chosen for protection and why not the others, which
//! are chosen, how each one's check went, and what became of it once backup is being enabled. Rows are those of the
//! list of machines. GUI thread. Source: flows.md C5, C6.
class Candidates final : public QObject
{
    Q_OBJECT
public:
    Candidates(const StoreContext& context, const ArmId& vault, VirtualMachineStore& machines, VaultStore& vaults,
               QObject* parent = nullptr);

    [[nodiscard]] const ArmId& vaultId() const { return m_vault; }
    [[nodiscard]] VirtualMachineStore& machines() const { return m_machines; }
    [[nodiscard]] Discovery& discovery() { return m_discovery; }
    //! Looks for machines again; what was checked is checked anew, and what can't be chosen any more is left.
    void discover();

    [[nodiscard]] Availability canChoose(int row) const;
    [[nodiscard]] bool isEligible(int row) const { return m_eligible[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int countEligible() const { return m_eligibleCount; }

    void choose(const QList<ArmId>& machines, bool on); //!< those that can't be chosen are passed over
    [[nodiscard]] bool isChosen(const ArmId& machine) const { return m_chosen.contains(machine); }
    [[nodiscard]] int countChosen() const { return static_cast<int>(m_chosen.size()); }
    [[nodiscard]] QList<ArmId> chosen() const; //!< by name
    [[nodiscard]] QList<ArmId> refused() const; //!< chosen ones that the vault can't protect now, by name
    [[nodiscard]] ProtectionChecks::Check checkOf(const ArmId& machine) const { return m_checks.of(machine); }
    //! The chosen ones, counted.
    struct Tally
    {
        int chosen = 0;
        int pending = 0; //!< checks that wait or run
        int passed = 0;
        int warned = 0; //!< also those whose question failed: enabling will tell
        int refused = 0;
        qint64 bytes = 0; //!< what the first backups read, as far as it is known
        friend bool operator==(const Tally&, const Tally&) = default;
    };
    [[nodiscard]] Tally tally() const;

    //! From now on the rows tell what becomes of these machines; nobody can be chosen.
    void follow(EnableMany& run);
    //! Back to choosing; nobody is chosen. Not while it runs.
    void startOver();
    [[nodiscard]] bool isFollowing() const { return m_following; }
    //! Nothing: the machine takes no part.
    [[nodiscard]] const EnableMany::Machine* outcomeOf(const ArmId& machine) const;
    //! What failed, one for each cause, the most frequent first.
    struct Failure
    {
        Error error;
        QList<ArmId> machines;
    };
    [[nodiscard]] QList<Failure> failures() const;
    //! What has changed is still to be told.
    [[nodiscard]] bool hasNews() const { return m_soon.isActive(); }

Q_SIGNALS:
    void chosenChanged();
    void eligibleChanged(); //!< other rows can be chosen, though the list of machines is the same
    void rowsTouched(const QList<int>& rows); //!< check or outcome; many at once, sorted
    void tallyChanged(); //!< any count, soon after what changed it

private:
    [[nodiscard]] char eligible(int row) const;
    void countAll();
    void prune();
    void touch(const ArmId& machine);
    void flush();
    void sortByName(QList<ArmId>& ids) const;

    ArmId m_vault;
    VirtualMachineStore& m_machines;
    VaultStore& m_vaults;
    Discovery m_discovery;
    ProtectionChecks m_checks;
    std::vector<char> m_eligible; //!< by row
    int m_eligibleCount = 0;
    QSet<ArmId> m_chosen;
    bool m_following = false;
    QPointer<EnableMany> m_run;
    QHash<ArmId, EnableMany::Machine> m_outcomes;
    QSet<ArmId> m_touched; //!< to be told
    QTimer m_soon;
};

} // namespace valv::presentation
