// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/resourcemenu.h"

#include "controls/combobox.h"
#include "controls/searchfield.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace valv::views {

ResourceMenu::ResourceMenu(QWidget* parent)
    : QWidget(parent)
    , m_filter(new SearchField(tr("Search menu"), this))
    , m_list(new NavList(Size::menuItem))
    , m_combo(new ComboBox(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::sm, Space::md, Space::sm + 1, Space::sm);
    layout->setSpacing(Space::xs);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_list);
    scroll->viewport()->setAutoFillBackground(false);
    m_list->setAutoFillBackground(false); // setWidget() turned it on
    m_list->setAutoFillBackground(false); // setWidget turned it on
    m_scroll = scroll;
    layout->addWidget(m_filter);
    layout->addWidget(m_combo);
    layout->addWidget(scroll, 1);
    m_combo->hide();
    setFixedWidth(Size::resourceMenu);
    connect(m_filter, &QLineEdit::textChanged, m_list, &NavList::setFilter);
    connect(m_filter, &SearchField::moveToList, m_list, [this] { m_list->setFocus(); });
    connect(m_filter, &QLineEdit::returnPressed, m_list, [this] {
        for (const NavEntry& entry : m_list->entries()) {
            NavItem* item = m_list->item(entry.id);
            if (item && item->isEnabled()) {
                Q_EMIT activated(entry.id);
                return;
            }
        }
    });
    connect(m_list, &NavList::activated, this, &ResourceMenu::activated);
    connect(m_combo, &QComboBox::activated, this,
            [this](int index) { Q_EMIT activated(m_combo->itemData(index).toString()); });
    retranslate();
}

void ResourceMenu::setEntries(const QVector<NavEntry>& entries)
{
    m_list->setEntries(entries);
    const QSignalBlocker quiet(m_combo);
    m_combo->clear();
    for (const NavEntry& entry : entries) {
        m_combo->addChoice(entry.text, entry.id);
        m_combo->setItemIcon(m_combo->count() - 1, entry.icon ? icon(*entry.icon, Role::Secondary) : QIcon());
        if (!entry.reason.isEmpty()) {
            m_combo->setChoiceReason(m_combo->count() - 1, entry.reason);
        }
    }
    setCurrent(m_list->current());
}

void ResourceMenu::setCurrent(const QString& id)
{
    m_list->setCurrent(id);
    const QSignalBlocker quiet(m_combo);
    m_combo->setCurrentIndex(m_combo->findData(id));
}

QString ResourceMenu::current() const
{
    return m_list->current();
}

void ResourceMenu::setFilterVisible(bool on)
{
    m_filterVisible = on;
    m_filter->setVisible(on && !m_dropDown);
}

void ResourceMenu::setDropDown(bool on)
{
    m_dropDown = on;
    m_combo->setVisible(on);
    m_scroll->setVisible(!on);
    m_filter->setVisible(!on && m_filterVisible);
    if (on) {
        setMinimumWidth(0);
        setMaximumWidth(QWIDGETSIZE_MAX);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        layout()->setContentsMargins(Size::contentMarginNarrow, Space::sm, Size::contentMarginNarrow, Space::sm);
    } else {
        setFixedWidth(Size::resourceMenu);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
        layout()->setContentsMargins(Space::sm, Space::md, Space::sm + 1, Space::sm);
    }
    update();
}

void ResourceMenu::retranslate()
{
    m_filter->setHint(tr("Search menu"));
    m_combo->setAccessibleName(tr("Menu"));
}

void ResourceMenu::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ResourceMenu::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_dropDown) {
        hline(painter, QRectF(0, height() - 1, width(), 1), color(Role::Border));
    } else {
        vline(painter, QRectF(width() - 1, 0, 1, height()), color(Role::Border));
    }
}

} // namespace valv::views
