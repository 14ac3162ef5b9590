// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QColor>
#include <QPointF>
#include <QString>
#include <QTextLayout>
#include <QVector>

class QPainter;

namespace valv::views {

//! \brief A piece of text in one style and colour.
struct Span
{
    QString text;
    TextStyle style = TextStyle::Body;
    Role role = Role::Text;
};

//! \brief Wrapped text of several pieces with the design's line height; colours are asked while painting.
//! Not thread safe; lay out again with setWidth after setSpans.
class TextBlock
{
public:
    void setSpans(const QVector<Span>& spans, Qt::Alignment alignment = Qt::AlignLeft);
    [[nodiscard]] const QVector<Span>& spans() const { return m_spans; }
    //! All pieces as one text, for accessible names.
    [[nodiscard]] QString text() const;
    //! Breaks the lines at the width. \return the height: lines × line height
    qreal setWidth(qreal width);
    [[nodiscard]] qreal heightFor(qreal width) const;
    //! Width of the text on one line.
    [[nodiscard]] qreal naturalWidth() const;
    [[nodiscard]] int lineCount() const { return m_layout.lineCount(); }
    //! Where the last line ends, relative to the block.
    [[nodiscard]] QPointF end() const;
    void paint(QPainter& painter, const QPointF& at, bool enabled = true);

private:
    [[nodiscard]] QVector<QTextLayout::FormatRange> formats(bool enabled) const;
    void prepare(QTextLayout& layout, bool enabled) const;
    qreal breakLines(QTextLayout& layout, qreal width) const;

    QVector<Span> m_spans;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    QTextLayout m_layout;
    qreal m_width = -1;
    qreal m_height = 0;
    bool m_enabled = true;
};

} // namespace valv::views
