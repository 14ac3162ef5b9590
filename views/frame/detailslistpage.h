// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/listpage.h"

#include <QPointer>

namespace valv::views {

class Blade;
class DetailsPane;

//! \brief A list with the details of one row beside it; in a window too narrow for both they stand in a blade over it.
//! A subclass calls setUpDetails() after setRows().
class DetailsListPage : public ListPage
{
    Q_OBJECT
public:
    [[nodiscard]] Route routeNow(const Route& opened) const override;

protected:
    //! \param wanted a row to select and show as soon as it is there; empty: none
    DetailsListPage(const Context& context, const QString& name, presentation::ListStoreBase& store,
                    const ArmId& wanted, QWidget* parent);

    void setUpDetails();
    [[nodiscard]] virtual DetailsPane* makeDetails() = 0; //!< one more of them, about nothing yet
    virtual void setSubject(DetailsPane& details, const ArmId& subject) = 0;
    //! The details took room from the list, or gave it back.
    virtual void besideChanged(bool beside);

    void showDetails(const ArmId& subject);
    void selectWhenThere(const ArmId& wanted);
    //! It will not come: the details stay, but say nothing again that the person has left.
    void wantNoLonger(const ArmId& gone);
    [[nodiscard]] const ArmId& shown() const { return m_shown; } //!< empty: no details are open
    void storeChanged() override;

    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void closeDetails();
    void setShown(const ArmId& subject);
    void placeDetails();
    void selectWanted();

    QString m_bladeName;
    ArmId m_wanted;
    ArmId m_shown;
    DetailsPane* m_details = nullptr;
    QPointer<Blade> m_blade;
};

} // namespace valv::views
