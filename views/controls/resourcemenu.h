// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/navlist.h"

#include <QWidget>

namespace valv::views {

class ComboBox;
class SearchField;

//! \brief The menu of one resource, 200 wide below its title: filter field and grouped places. As a drop-down when
//! the window is narrow.
class ResourceMenu : public QWidget
{
    Q_OBJECT
public:
    explicit ResourceMenu(QWidget* parent = nullptr);

    void setEntries(const QVector<NavEntry>& entries);
    void setCurrent(const QString& id);
    [[nodiscard]] QString current() const;
    void setFilterVisible(bool on);
    //! One drop-down row instead of the column.
    void setDropDown(bool on);
    [[nodiscard]] NavList* list() const { return m_list; }
    [[nodiscard]] SearchField* filterField() const { return m_filter; }

Q_SIGNALS:
    void activated(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    SearchField* m_filter = nullptr;
    NavList* m_list = nullptr;
    QWidget* m_scroll = nullptr;
    ComboBox* m_combo = nullptr;
    bool m_dropDown = false;
    bool m_filterVisible = true;
};

} // namespace valv::views
