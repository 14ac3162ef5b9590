// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/label.h"
#include "controls/linkbutton.h"
#include "theme/icons.h"

#include <QFrame>

#include <optional>

class QHBoxLayout;
class QVBoxLayout;

namespace valv::views {

//! \brief A surface with a 1 px outline and radius 6. Optional header: icon, title, and at its right a caption, a link
//! or own controls. Padding 16; flush for a table that fills it (its corners are then rounded over the child).
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setTitleKind(LabelKind kind); //!< Section, unless it stands beside a form under a heading of its own
    void setTitleIcon(Icon name, Role role = Role::Accent);
    //! Any mark before the title: the number of a step.
    void setTitleMark(QWidget* mark);
    //! Secondary text at the right of the header.
    void setCaption(const QString& text);
    //! A link at the right of the header; the same one every time.
    LinkButton* setLink(const QString& text);
    //! What its header needs for nothing in it to be cut.
    [[nodiscard]] int headerWidth() const;
    //! Any control at the right of the header.
    void addHeaderWidget(QWidget* widget);
    //! "Hide" and "Show" at the right of the header.
    void setCollapsible(bool on);
    void setCollapsed(bool on);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }

    //! Where content goes.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    //! Adds to the body.
    void add(QWidget* widget);
    //! A full-width line in the body.
    void addDivider();
    //! Distance of content from the outline; 16 by default.
    void setPadding(int px);
    //! Content touches the outline; header keeps its padding and gets a line below.
    void setFlush(bool on);

Q_SIGNALS:
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void ensureHeader();
    void applyMargins();
    void retranslate();

    QVBoxLayout* m_outer = nullptr;
    QVBoxLayout* m_body = nullptr;
    QWidget* m_header = nullptr;
    QWidget* m_content = nullptr;
    QWidget* m_corners = nullptr;
    QHBoxLayout* m_headerLayout = nullptr;
    QWidget* m_iconMark = nullptr;
    Label* m_title = nullptr;
    Label* m_caption = nullptr;
    LinkButton* m_link = nullptr;
    LinkButton* m_toggle = nullptr;
    int m_padding = Space::lg;
    bool m_flush = false;
    bool m_collapsed = false;
};

//! \brief A horizontal line in the colour of borders, 1 px high.
class Divider : public QWidget
{
    Q_OBJECT
public:
    explicit Divider(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

//! \brief Rounds the corners of whatever fills its parent: lies above, paints page colour and arc. Passes all input.
class CornerCover : public QWidget
{
    Q_OBJECT
public:
    CornerCover(int radius, QWidget* parent);
    void setGround(Role role) { m_ground = role; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int m_radius;
    Role m_ground = Role::Bg;
};

} // namespace valv::views
