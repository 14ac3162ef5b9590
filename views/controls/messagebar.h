// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/textblock.h"

#include <QWidget>

namespace valv::views {

class IconButton;
class LinkButton;

enum class MessageKind
{
    Info,
    Ok,
    Warning,
    Error
};

//! \brief A message above or inside a page: icon, bold title, text, optional link or action at the right, optional ×.
//! It is announced when it appears: set the texts before show(). Never a dialog.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(MessageKind kind, const QString& title = {}, const QString& text = {},
                        QWidget* parent = nullptr);

    void setMessage(MessageKind kind, const QString& title, const QString& text);
    //! A code in fixed width below the text, for support.
    void setDetail(const QString& code);
    //! A strong link at the right; empty removes it.
    void setAction(const QString& text);
    //! A link that follows the text on its line, when there is no action.
    void setInlineLink(const QString& text);
    void setDismissable(bool on);
    [[nodiscard]] MessageKind kind() const { return m_kind; }
    [[nodiscard]] QString sentence() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void arrange();
    [[nodiscard]] int textWidthFor(int width) const;

    MessageKind m_kind;
    QString m_title;
    QString m_text;
    QString m_detail;
    mutable TextBlock m_block;
    LinkButton* m_action = nullptr;
    LinkButton* m_inline = nullptr;
    IconButton* m_close = nullptr;
};

} // namespace valv::views
