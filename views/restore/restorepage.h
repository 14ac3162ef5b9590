// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/azcopy.h"
#include "controls/formhold.h"
#include "core/armid.h"
#include "core/result.h"
#include "frame/context.h"

#include <optional>

class QGridLayout;

namespace valv::presentation {
class RecoveryPointStore;
struct RestoreTarget;
} // namespace valv::presentation

namespace valv::views {

class ArrowLines;
class Button;
class Card;
class DiskList;
class Essentials;
class FormSummary;
class Label;
class MessageBar;
class RadioCard;
class RestoreChecks;
class RestorePoints;
class RestoreWhere;
class StepMark;
class StoreNotice;

//! \brief Restores a machine from a recovery point: which point, what, where, and a review that follows what is chosen.
//! Route: subject = the item, part = a recovery point's name. Source: flows.md I7; picture restore_en.
class RestorePage : public Page
{
    Q_OBJECT
public:
    RestorePage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    void refresh() override;
    void focusFirst() override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeWhat();
    QWidget* makeReview();
    void pointsChanged();
    void updateDisks();
    void updateWhere();
    void updateReview();
    void updateSteps();
    [[nodiscard]] bool asNewVm() const;
    [[nodiscard]] presentation::RestoreTarget target(bool overwrite) const; //!< as chosen now
    [[nodiscard]] AzLine az() const;
    void submit(bool overwrite);
    void showFailure();
    void retranslate();
    void arrange();
    [[nodiscard]] ArmId vmId() const; //!< empty while the item is not known
    [[nodiscard]] QString vmName() const;

    Context m_context;
    ArmId m_item;
    presentation::RecoveryPointStore& m_store;
    MessageBar* m_failure; //!< of the request
    StoreNotice* m_unread; //!< of the points
    FormSummary* m_summary;
    RestorePoints* m_points;
    Card* m_whatCard;
    RadioCard* m_disksChoice;
    RadioCard* m_vmChoice;
    Label* m_disksTitle;
    DiskList* m_disks;
    QString m_disksOf; //!< the point that the list is of
    RestoreWhere* m_where;
    Card* m_reviewCard;
    Essentials* m_review;
    RestoreChecks* m_checks;
    Label* m_happensTitle;
    ArrowLines* m_happens;
    Button* m_restore;
    Button* m_cancel;
    CopyAzLink* m_az;
    QWidget* m_left;
    QGridLayout* m_columns;
    StepMark* m_marks[4];
    std::optional<Error> m_failed; //!< of the request
    bool m_overwriteAsked = false;
    bool m_sending = false;
    FormHold m_hold; //!< while it is asked for
};

} // namespace valv::views
