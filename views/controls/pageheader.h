// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/breadcrumb.h"
#include "theme/icons.h"

#include <QWidget>

class QHBoxLayout;

namespace valv::views {

class Label;

//! \brief Top of a page: breadcrumb 32, title 48 with icon 28 and caption, a line below. Takes the focus when a page is
//! replaced (focusTitle), so that it never falls to the window.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(QWidget* parent = nullptr);

    void setTitle(Icon icon, const QString& title, const QString& caption);
    void setBreadcrumb(const QVector<Breadcrumb::Part>& parts);
    [[nodiscard]] Breadcrumb* breadcrumb() const { return m_breadcrumb; }
    //! A chip or control right of the title.
    void addWidget(QWidget* widget);
    void setMargin(int px);
    void focusTitle();
    [[nodiscard]] QString title() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Breadcrumb* m_breadcrumb = nullptr;
    QWidget* m_mark = nullptr;
    Label* m_title = nullptr;
    Label* m_caption = nullptr;
    QHBoxLayout* m_row = nullptr;
    Icon m_icon = Icon::Box;
};

} // namespace valv::views
