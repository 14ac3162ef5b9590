// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/textblock.h"
#include "theme/tokens.h"

#include <QLabel>

namespace valv::views {

enum class LabelKind
{
    Title,
    Metric,
    Heading,
    Section,
    Body,
    Strong,
    Secondary,
    Caption,
    GroupLabel,
    Error,
    Mono
};

//! \brief Text in one of the design's kinds: font, colour and line height. Plain text only. Its colour follows the
//! theme. One line by default, elided with a tool tip when it does not fit; or wrapped (setWordWrap).
class Label : public QLabel
{
    Q_OBJECT
public:
    explicit Label(LabelKind kind, const QString& text = {}, QWidget* parent = nullptr);
    explicit Label(const QString& text, QWidget* parent = nullptr);

    void setKind(LabelKind kind);
    //! Another colour than the kind's own.
    void setRole(Role role);
    [[nodiscard]] Role role() const { return m_role; }
    [[nodiscard]] TextStyle style() const { return m_style; }
    //! Middle for ids, end for the rest; ElideNone for labels that must never be cut.
    void setElideMode(Qt::TextElideMode mode);
    [[nodiscard]] Qt::TextElideMode elideMode() const { return m_elide; }
    //! Several styles in one label: a bold word, a secondary tail. text() is the whole.
    void setSpans(const QVector<Span>& spans);
    void setText(const QString& text);
    //! A mark after the text that is not part of it (the star of a required field); an empty text removes it.
    void setTail(const Span& tail);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QString plain() const;
    [[nodiscard]] QVector<Span> pieces() const;

    TextStyle m_style = TextStyle::Body;
    Role m_role = Role::Text;
    Qt::TextElideMode m_elide = Qt::ElideRight;
    QVector<Span> m_spans;
    Span m_tail;
};

} // namespace valv::views
