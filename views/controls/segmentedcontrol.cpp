// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/segmentedcontrol.h"

#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QButtonGroup>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace valv::views {

namespace {

//! One segment: a rounded rectangle that goes on past its open side, cut there.
class Segment : public QAbstractButton
{
public:
    explicit Segment(QWidget* parent)
        : QAbstractButton(parent)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setRing(this, Ring::Outer);
    }

    bool first = true;
    bool last = true;
    bool compact = false;

    [[nodiscard]] QSize sizeHint() const override
    {
        // The bold width, so that choosing moves nothing.
        return {std::max(Size::control, textWidth(TextStyle::CaptionStrong, text()) + 26),
                compact ? Size::controlSmall : Size::control};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const bool on = isEnabled();
        painter.setClipRect(rect());
        const QRectF box = QRectF(rect()).adjusted(first ? 0 : -8, 0, last ? 0 : 8, 0);
        const Role fill = on && isChecked() ? Role::Selected
            : on && isDown()                ? Role::Pressed
            : on && underMouse()            ? Role::Hover
                                            : Role::Surface;
        roundedBox(painter, box, Radius::control, color(fill), color(on ? Role::BorderStrong : Role::Border));
        if (!first) {
            vline(painter, QRectF(0, 1, 1, height() - 2), color(Role::Border));
        }
        if (isChecked()) {
            painter.save();
            QPainterPath path;
            path.addRoundedRect(box, Radius::control, Radius::control);
            painter.setClipPath(path, Qt::IntersectClip);
            painter.fillRect(QRectF(0, height() - 2, width(), 2), color(on ? Role::Accent : Role::Disabled));
            painter.restore();
        }
        painter.setFont(views::font(isChecked() ? TextStyle::CaptionStrong : TextStyle::Caption));
        painter.setPen(color(on ? Role::Text : Role::Disabled));
        painter.drawText(QRectF(rect()), Qt::AlignCenter | Qt::TextSingleLine, text());
    }
};

Segment* segmentAt(const QButtonGroup* group, int index)
{
    return static_cast<Segment*>(group->button(index));
}

} // namespace

SegmentedControl::SegmentedControl(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) {
            Q_EMIT currentChanged(id);
        }
    });
}

int SegmentedControl::addSegment(const QString& text, const QVariant& value)
{
    auto* segment = new Segment(this);
    segment->setText(text);
    const int index = count();
    if (index > 0) {
        Segment* before = segmentAt(m_group, index - 1);
        before->last = false;
        before->update();
        segment->first = false;
        segment->compact = before->compact;
        segment->setSizePolicy(before->sizePolicy());
    }
    m_data.append(value);
    m_layout->addWidget(segment);
    m_group->addButton(segment, index);
    if (index == 0) {
        const QSignalBlocker quiet(m_group);
        segment->setChecked(true);
    }
    return index;
}

void SegmentedControl::setSegmentText(int index, const QString& text)
{
    m_group->button(index)->setText(text);
    m_group->button(index)->updateGeometry();
}

void SegmentedControl::setSegmentReason(int index, const QString& reason)
{
    QAbstractButton* button = m_group->button(index);
    button->setEnabled(reason.isEmpty());
    button->setToolTip(reason);
    button->setAccessibleDescription(reason);
}

int SegmentedControl::count() const
{
    return static_cast<int>(m_data.size());
}

int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (QAbstractButton* button = m_group->button(index)) {
        button->setChecked(true);
    }
}

QVariant SegmentedControl::currentData() const
{
    return m_data.value(currentIndex());
}

void SegmentedControl::setCurrentData(const QVariant& value)
{
    setCurrentIndex(static_cast<int>(m_data.indexOf(value)));
}

QAbstractButton* SegmentedControl::segment(int index) const
{
    return m_group->button(index);
}

//! The focus is on the segment that is chosen, never on the row of them.
void SegmentedControl::focusInEvent(QFocusEvent* event)
{
    if (QAbstractButton* chosen = m_group->checkedButton()) {
        chosen->setFocus(event->reason());
    }
}

void SegmentedControl::setCompact(bool on)
{
    for (int i = 0; i < count(); ++i) {
        segmentAt(m_group, i)->compact = on;
        segmentAt(m_group, i)->updateGeometry();
    }
}

void SegmentedControl::setStretch(bool on)
{
    setSizePolicy(on ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (int i = 0; i < count(); ++i) {
        segmentAt(m_group, i)->setSizePolicy(on ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
}

} // namespace valv::views
