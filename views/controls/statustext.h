// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statuskind.h"
#include "theme/icons.h"
#include "theme/tokens.h"

#include <QWidget>

class QPainter;

namespace valv::views {

[[nodiscard]] Icon statusIcon(StatusKind kind);
//! Colour of the icon.
[[nodiscard]] Role statusIconRole(StatusKind kind);
//! Colour of the text.
[[nodiscard]] Role statusRole(StatusKind kind);
//! \brief Icon and text on one line, centred in the rectangle's height. \return the width that was used
qreal paintStatus(QPainter& painter, const QRectF& rect, StatusKind kind, const QString& text,
                  TextStyle style = TextStyle::Body, bool plainText = false);

//! \brief Icon and text of a state. Accessible as a label with its text.
class StatusText : public QWidget
{
    Q_OBJECT
public:
    explicit StatusText(StatusKind kind = StatusKind::None, const QString& text = {}, QWidget* parent = nullptr);

    void setStatus(StatusKind kind, const QString& text);
    [[nodiscard]] StatusKind kind() const { return m_kind; }
    [[nodiscard]] QString text() const { return m_text; }
    void setTextStyle(TextStyle style);
    //! Text in the text colour; only the icon says the state (check lists).
    void setPlainText(bool on);
    void setWordWrap(bool on);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return m_wrap; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    StatusKind m_kind;
    QString m_text;
    TextStyle m_style = TextStyle::Body;
    bool m_plain = false;
    bool m_wrap = false;
};

} // namespace valv::views
