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
    prepare(m_layout, m_enabled);
    if (m_width >= 0) {
        m_height = breakLines(m_layout, m_width);
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

QVector<QTextLayout::FormatRange> TextBlock::formats(bool enabled) const
{
    QVector<QTextLayout::FormatRange> formats;
    int start = 0;
    for (const Span& span : m_spans) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = static_cast<int>(styled(span.style, span.text).size());
        range.format.setFont(font(span.style));
        range.format.setForeground(color(enabled ? span.role : Role::Disabled));
        start += range.length;
        formats.append(range);
    }
    return formats;
}

void TextBlock::prepare(QTextLayout& layout, bool enabled) const
{
    QString all;
    for (const Span& span : m_spans) {
        all += styled(span.style, span.text);
    }
    all.replace(QLatin1Char('\n'), QChar::LineSeparator);
    layout.setText(all);
    layout.setFont(font(m_spans.isEmpty() ? TextStyle::Body : m_spans.first().style));
    layout.setFormats(formats(enabled));
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
    if (width != m_width || m_layout.lineCount() == 0) {
        m_width = width;
        m_height = breakLines(m_layout, width);
    }
    return m_height;
}

qreal TextBlock::heightFor(qreal width) const
{
    QTextLayout layout;
    prepare(layout, true);
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

void TextBlock::paint(QPainter& painter, const QPointF& at, bool enabled)
{
    // Not as selections of draw(): those lose their colour where two pieces touch.
    const auto wanted = formats(enabled);
    if (m_enabled != enabled || m_layout.formats() != wanted) {
        m_enabled = enabled;
        m_layout.setFormats(wanted);
        breakLines(m_layout, m_width);
    }
    m_layout.draw(&painter, at);
}

} // namespace valv::views
