// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace valv::views {

class Blade;
class IconButton;
class Label;

//! \brief A pane at the right of a page, 432 wide, part of the page: header with title, caption, tools and ×, scrolled
//! body.
class DetailsPane : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsPane(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setCaption(const QString& caption);
    //! Becomes the content of a blade, which shows its title, caption and tools and closes as it asks to.
    void fill(Blade& blade);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString caption() const;
    //! An icon button left of ×.
    void addTool(QWidget* tool);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    void add(QWidget* widget);
    void addDivider();

Q_SIGNALS:
    void closeRequested();
    void titleChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* m_header = nullptr;
    Label* m_title = nullptr;
    Label* m_caption = nullptr;
    IconButton* m_close = nullptr;
    QList<QWidget*> m_ownTools;
    QHBoxLayout* m_tools = nullptr;
    QVBoxLayout* m_body = nullptr;
};

} // namespace valv::views
