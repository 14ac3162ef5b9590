// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statuskind.h"
#include "theme/icons.h"
#include "theme/tokens.h"

#include <QWidget>

class QPainter;

namespace valv::views {

//! How loud a state is said.
enum class StatusTone
{
    Coloured, //!< icon and text in the state's colour
    Plain, //!< text in the text colour; only the icon says the state (check lists)
    Quiet //!< a smaller icon; the text is coloured only when something is wrong
};

[[nodiscard]] Icon statusIcon(StatusKind kind);
//! Colour of icon and text.
[[nodiscard]] Role statusRole(StatusKind kind);
//! \brief Icon and text on one line, centred in the rectangle's height. \return the width that was used
qreal paintStatus(QPainter& painter, const QRectF& rect, StatusKind kind, const QString& text,
                  TextStyle style = TextStyle::Body, StatusTone tone = StatusTone::Coloured);

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
    void setTone(StatusTone tone);
    void setWordWrap(bool on);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return m_wrap; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] static QString stateWord(StatusKind kind);
    void tellState();

    StatusKind m_kind;
    QString m_text;
    TextStyle m_style = TextStyle::Body;
    StatusTone m_tone = StatusTone::Coloured;
    bool m_wrap = false;
};

} // namespace valv::views
