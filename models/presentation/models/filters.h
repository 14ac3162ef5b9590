// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/jobmodel.h"
#include "presentation/models/policymodel.h"
#include "presentation/models/protecteditemmodel.h"
#include "presentation/models/recoverypointmodel.h"
#include "presentation/models/sortfilter.h"
#include "presentation/models/virtualmachinemodel.h"

#include <QByteArrayList>
#include <QSet>
#include <QStringList>

#include <optional>

namespace valv::presentation {

//! For sets that names are looked up in, whatever their case.
[[nodiscard]] QSet<QString> lowered(const QSet<QString>& names);

//! \brief Sorts a StoreModel and keeps rows whose search text has every word.
class TextFilter : public SortFilter
{
    Q_OBJECT
public:
    explicit TextFilter(QObject* parent = nullptr);
    void setText(const QString& text); //!< case and diacritics do not matter
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] const ArmId& idAt(int row) const; //!< of a row of this proxy
    [[nodiscard]] QModelIndex indexOf(const ArmId& id) const; //!< invalid: not shown

Q_SIGNALS:
    void textChanged();

protected:
    [[nodiscard]] bool keeps(int sourceRow) const final;
    [[nodiscard]] QByteArray idOf(int sourceRow) const final;
    //! What a filter asks beside the text.
    [[nodiscard]] virtual bool accepts(int sourceRow) const;
    [[nodiscard]] StoreModel* model() const { return static_cast<StoreModel*>(sourceModel()); }

private:
    QString m_text;
    QByteArrayList m_words; // folded, UTF-8
};

//! \brief Virtual machines by name, tag or group, and by sets; an empty set means all.
class VirtualMachineFilter final : public TextFilter
{
    Q_OBJECT
public:
    explicit VirtualMachineFilter(VirtualMachineModel& model, QObject* parent = nullptr);
    void setSubscriptions(const QSet<QString>& ids);
    void setResourceGroups(const QSet<QString>& names);
    void setRegions(const QSet<QString>& regions);
    void setProtections(const QSet<Protection>& protections);
    [[nodiscard]] const VmRow& rowAt(int row) const;

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;

private:
    VirtualMachineModel& m_model;
    QSet<QString> m_subscriptions; // all folded to lower case
    QSet<QString> m_resourceGroups;
    QSet<QString> m_regions;
    QSet<Protection> m_protections;
};

//! \brief Backup items by how they stand, policy and vault; empty means all.
class ProtectedItemFilter final : public TextFilter
{
    Q_OBJECT
public:
    explicit ProtectedItemFilter(ProtectedItemModel& model, QObject* parent = nullptr);
    void setProtections(const QSet<Protection>& protections);
    void setPreCheck(std::optional<contract::HealthStatus> check); //!< as preCheckOf(); nothing: all
    void setPolicyName(const QString& name); //!< whatever its case; the policies of several vaults may have one name
    void setVault(const ArmId& vault);
    [[nodiscard]] const contract::ProtectedItem& rowAt(int row) const;

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;

private:
    ProtectedItemModel& m_model;
    QSet<Protection> m_protections;
    std::optional<contract::HealthStatus> m_preCheck;
    QString m_policyName;
    ArmId m_vault;
};

//! \brief Policies of one vault, or of all.
class PolicyFilter final : public TextFilter
{
    Q_OBJECT
public:
    explicit PolicyFilter(PolicyModel& model, QObject* parent = nullptr);
    void setVault(const ArmId& vault); //!< empty: all
    [[nodiscard]] const contract::BackupPolicy& rowAt(int row) const;

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;

private:
    PolicyModel& m_model;
    ArmId m_vault;
};

//! \brief Jobs by period, operation, status, item and vault; empty means all.
class JobFilter final : public TextFilter
{
    Q_OBJECT
public:
    explicit JobFilter(JobModel& model, QObject* parent = nullptr);
    void setSince(const std::optional<QDateTime>& since); //!< running jobs are always in
    void setStatuses(const QSet<contract::JobStatus>& statuses);
    void setOperations(const QSet<contract::JobOperation>& operations);
    void setVault(const ArmId& vault); //!< empty: all
    void setItem(const ArmId& item);
    [[nodiscard]] const contract::BackupJob& rowAt(int row) const;

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;

private:
    JobModel& m_model;
    std::optional<QDateTime> m_since;
    QSet<contract::JobStatus> m_statuses;
    QSet<contract::JobOperation> m_operations;
    ArmId m_vault;
    ArmId m_item;
};

//! \brief Recovery points since a moment.
class RecoveryPointFilter final : public TextFilter
{
    Q_OBJECT
public:
    explicit RecoveryPointFilter(RecoveryPointModel& model, QObject* parent = nullptr);
    void setSince(const std::optional<QDateTime>& since); //!< nothing: all

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;

private:
    RecoveryPointModel& m_model;
    std::optional<QDateTime> m_since;
};

} // namespace valv::presentation
