// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/formfooter.h"
#include "theme/tokens.h"

#include <QPixmap>
#include <QPointer>
#include <QWidget>

#include <functional>

class QScrollArea;
class QVariantAnimation;
class QVBoxLayout;

namespace valv::views {

class IconButton;
class Label;

//! \brief A side panel over the window, below the top bar, with a flat scrim over the rest. Focus goes in when it
//! opens, stays inside, and goes back where it was when it closes. Esc closes, Ctrl+Enter presses the primary button.
//! Make it with the window as parent; it deletes itself after closing unless setDeleteOnClose(false).
class Blade : public QWidget
{
    Q_OBJECT
public:
    explicit Blade(QWidget* window, int width = Size::blade);
    ~Blade() override;

    void setTitle(const QString& title);
    void setCaption(const QString& caption);
    [[nodiscard]] QString title() const;
    [[nodiscard]] int panelWidth() const; //!< what it covers of the window, from the right
    //! Height of what stays uncovered at the top; the top bar's 44 by default.
    void setTopOffset(int px);
    //! Without scrim clicks outside reach the page (notification panel).
    void setScrim(bool on);
    void setDeleteOnClose(bool on) { m_deleteOnClose = on; }
    //! Buttons left of ×.
    void addHeaderWidget(QWidget* widget);

    //! Content, scrolled when it is higher than the blade. Padding 20/24.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    void add(QWidget* widget);
    void setBodyPadding(int horizontal, int vertical);
    void setHeaderMargin(int px); //!< at the left; that of a blade's body without it
    //! Made on the first call; without it the blade has no footer.
    FormFooter* footer();
    //! Footer with primary and Cancel; submitted() and close are connected.
    FormFooter* setButtons(const QString& primary, ButtonKind kind = ButtonKind::Primary);
    //! Before setButtons: nothing is entered here, so the second button says Close, and no key leaves by the first.
    void setOnlyShows();
    //! Close instead of Cancel, where the deed itself is to cancel something.
    void setCloses();
    //! Asked before closing; answer false to stay (unsaved input).
    void setCloseGuard(std::function<bool()> guard) { m_guard = std::move(guard); }

    void open();
    //! \return false when the guard kept it open
    bool closeBlade();
    //! Scrolls to it; the focus stays.
    void reveal(QWidget* widget);
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QWidget* panel() const { return m_panel; }

Q_SIGNALS:
    void opened();
    void closed();
    //! Primary button or Ctrl+Enter.
    void submitted();

protected:
    //! At once, for who has just put something else into the body of a blade that is open.
    void layOutBody();
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void revealFocus();
    void arrange();
    void fitTitle();
    void focusFirst();
    void finishOpening();
    //! \return true when it was still sliding in; it is open now
    bool skipOpening();
    void retranslate();
    [[nodiscard]] QString cancelText() const;

    QWidget* m_panel = nullptr;
    QWidget* m_header = nullptr;
    Label* m_title = nullptr;
    Label* m_caption = nullptr;
    IconButton* m_close = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_body = nullptr;
    FormFooter* m_footer = nullptr;
    Button* m_cancel = nullptr;
    QPointer<QWidget> m_before;
    QVariantAnimation* m_animation = nullptr;
    QPixmap m_snapshot;
    std::function<bool()> m_guard;
    double m_progress = 1;
    int m_width;
    int m_top = Size::topbar;
    bool m_scrim = true;
    bool m_open = false;
    bool m_onlyShows = false;
    bool m_closes = false;
    bool m_deleteOnClose = true;
};

} // namespace valv::views
