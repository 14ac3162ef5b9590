// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/detailslistpage.h"

#include "controls/blade.h"
#include "controls/detailspane.h"
#include "presentation/models/filters.h"

#include <QBoxLayout>
#include <QHideEvent>

namespace valv::views {

DetailsListPage::DetailsListPage(const Context& context, const QString& name, presentation::ListStoreBase& store,
                                 const ArmId& wanted, QWidget* parent)
    : ListPage(context, name, store, parent)
    , m_bladeName(name + QStringLiteral(".blade"))
    , m_wanted(wanted)
{ }

void DetailsListPage::setUpDetails()
{
    m_details = makeDetails();
    m_details->hide();
    layout()->addWidget(m_details);
    connect(m_details, &DetailsPane::closeRequested, this, &DetailsListPage::closeDetails);
    connect(table(), &Table::opened, this, [this] { showDetails(current()); });
    connect(table(), &Table::currentRowChanged, this, [this](int row) {
        if (row >= 0 && m_details->isVisibleTo(this) && !table()->isArriving()) {
            showDetails(current()); // the pane follows the list
        }
    });
    connect(table(), &QAbstractItemView::clicked, this, [this] { // also where the focus has come to by itself
        if (m_details->isVisibleTo(this) && !(m_shown == current())) {
            showDetails(current());
        }
    });
}

void DetailsListPage::besideChanged(bool /*beside*/) { }

void DetailsListPage::setShown(const ArmId& subject)
{
    m_shown = subject;
    table()->setShownRow(subject.isEmpty() ? QModelIndex() : rows().indexOf(subject));
}

void DetailsListPage::showDetails(const ArmId& subject)
{
    setShown(subject);
    setSubject(*m_details, subject);
    if (!m_details->isVisibleTo(this) && m_blade == nullptr) {
        m_details->show();
    }
    placeDetails();
}

void DetailsListPage::closeDetails()
{
    setShown({});
    m_wanted = ArmId(); // one that is not there does not come back
    if (m_blade != nullptr) {
        m_blade->closeBlade();
        return;
    }
    m_details->hide();
    placeDetails();
    table()->setFocus(Qt::OtherFocusReason);
}

//! Beside the list, or over it where the window is narrow.
void DetailsListPage::placeDetails()
{
    if (m_details == nullptr || window() == this) {
        return; // not in its window yet
    }
    const bool narrow = window()->width() < Breakpoint::detailsPaneOverlaysBelow;
    const bool beside = m_details->isVisibleTo(this) && !narrow;
    auto margins = columnLayout()->contentsMargins();
    margins.setRight(beside ? Space::lg : margins.left());
    columnLayout()->setContentsMargins(margins);
    besideChanged(beside);
    if (m_shown.isEmpty() || narrow == (m_blade != nullptr)) {
        return;
    }
    if (narrow) {
        auto* blade = new Blade(window(), Size::blade);
        blade->setObjectName(m_bladeName);
        auto* details = makeDetails();
        setSubject(*details, m_shown);
        details->fill(*blade);
        connect(blade, &Blade::closed, this, [this] {
            setShown({});
            m_wanted = ArmId();
        });
        m_blade = blade;
        m_details->hide();
        context().navigator.openBlade(blade);
    } else {
        const auto shown = m_shown; // closing the blade forgets them
        const auto wanted = m_wanted;
        m_blade->closeBlade();
        m_blade = nullptr;
        setShown(shown);
        m_wanted = wanted;
        m_details->show();
        placeDetails();
    }
}

Route DetailsListPage::routeNow(const Route& opened) const
{
    auto now = opened;
    if (!m_shown.isEmpty()) {
        now.part = m_shown.text();
    } else if (ArmId::parse(opened.part)) {
        now.part.clear(); // its details have been closed
    }
    return now;
}

void DetailsListPage::selectWhenThere(const ArmId& wanted)
{
    m_wanted = wanted;
    selectWanted();
}

void DetailsListPage::wantNoLonger(const ArmId& gone)
{
    if (m_wanted == gone) {
        m_wanted = ArmId();
    }
}

void DetailsListPage::selectWanted()
{
    if (m_wanted.isEmpty() || m_details == nullptr) {
        return;
    }
    const auto index = rows().indexOf(m_wanted);
    if (index.isValid()) {
        table()->setCurrentIndex(index);
        table()->scrollTo(index);
    }
    showDetails(m_wanted);
    if (index.isValid()) {
        m_wanted = ArmId();
    }
}

void DetailsListPage::storeChanged()
{
    ListPage::storeChanged();
    selectWanted();
    setShown(m_shown); // its row may have come only now
}

//! Another page is opened, by a link in the blade for one: the blade is not about that page.
void DetailsListPage::hideEvent(QHideEvent* event)
{
    if (m_blade != nullptr && !event->spontaneous()) {
        m_blade->closeBlade();
    }
    ListPage::hideEvent(event);
}

void DetailsListPage::resizeEvent(QResizeEvent* event)
{
    ListPage::resizeEvent(event);
    placeDetails();
}

} // namespace valv::views
