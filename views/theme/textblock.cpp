// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/textblock.h"

#include "theme/fonts.h"
#include "theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

#include <cmath>

namespace valv::views {

void TextBlock::setSpans(const QVector<Span>& spans, Qt::Alignment alignment)
{
    m_spans = spans;
    m_alignment = alignment;
    prepare(m_layout);
    if (m_width >= 0) {
        breakLines(m_layout, m_width);
    }
}

QString TextBlock::text() const
{
    QString all;
    for (const Span& span : m_spans) {
        all += span.text;
    }
    return all;
}

void TextBlock::prepare(QTextLayout& layout) const
{
    QString all;
    QVector<QTextLayout::FormatRange> formats;
    for (const Span& span : m_spans) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(all.size());
        const QString shown = styled(span.style, span.text);
        range.length = static_cast<int>(shown.size());
        range.format.setFont(font(span.style));
        formats.append(range);
        all += shown;
    }
    all.replace(QLatin1Char('\n'), QChar::LineSeparator);
    layout.setText(all);
    layout.setFont(font(m_spans.isEmpty() ? TextStyle::Body : m_spans.first().style));
    layout.setFormats(formats);
    QTextOption option(m_alignment & Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
}

qreal TextBlock::breakLines(QTextLayout& layout, qreal width) const
{
    int line = 0;
    for (const Span& span : m_spans) {
        line = std::max(line, lineHeight(span.style));
    }
    line = line == 0 ? lineHeight(TextStyle::Body) : line;
    qreal y = 0;
    layout.beginLayout();
    while (true) {
        QTextLine next = layout.createLine();
        if (!next.isValid()) {
            break;
        }
        next.setLineWidth(std::max(1.0, width));
        next.setPosition(QPointF(0, y + std::floor((line - next.height()) / 2)));
        y += line;
    }
    layout.endLayout();
    return y;
}

qreal TextBlock::setWidth(qreal width)
{
    if (width != m_width) {
        m_width = width;
        return breakLines(m_layout, width);
    }
    return m_layout.lineCount() == 0 ? breakLines(m_layout, width) : heightFor(width);
}

qreal TextBlock::heightFor(qreal width) const
{
    QTextLayout layout;
    prepare(layout);
    return breakLines(layout, width);
}

qreal TextBlock::naturalWidth() const
{
    qreal width = 0;
    for (const Span& span : m_spans) {
        width += QFontMetricsF(font(span.style)).horizontalAdvance(styled(span.style, span.text));
    }
    return std::ceil(width) + 1;
}

QPointF TextBlock::end() const
{
    if (m_layout.lineCount() == 0) {
        return {};
    }
    const QTextLine last = m_layout.lineAt(m_layout.lineCount() - 1);
    return {last.position().x() + last.naturalTextWidth(), last.position().y()};
}

void TextBlock::paint(QPainter& painter, const QPointF& at, bool enabled) const
{
    QVector<QTextLayout::FormatRange> colors;
    int start = 0;
    for (const Span& span : m_spans) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = static_cast<int>(styled(span.style, span.text).size());
        range.format.setForeground(color(enabled ? span.role : Role::Disabled));
        start += range.length;
        colors.append(range);
    }
    painter.setPen(color(Role::Text));
    m_layout.draw(&painter, at, colors);
}

} // namespace valv::views
