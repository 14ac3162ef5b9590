// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/pill.h"

#include "controls/menu.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace valv::views {

namespace {

constexpr int pillPadding = 12;
constexpr int pillGap = 6;

} // namespace

Pill::Pill(const QString& text, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(text);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setRing(this, Ring::Outer);
    connect(this, &QAbstractButton::clicked, this, &Pill::openMenu);
    connect(this, &QAbstractButton::toggled, this, [this] { updateGeometry(); });
}

void Pill::setLabel(const QString& label)
{
    m_label = label;
    updateName();
}

void Pill::setValue(const QString& value)
{
    m_value = value;
    updateName();
}

void Pill::setCount(std::optional<int> count)
{
    m_count = count;
    updateName();
}

void Pill::setPillIcon(std::optional<Icon> name, Role role)
{
    m_icon = name;
    m_iconRole = role;
    updateGeometry();
    update();
}

void Pill::setPillMenu(QMenu* menu)
{
    m_menu = menu;
    updateGeometry();
    update();
}

void Pill::setClearable(bool on)
{
    m_clearable = on;
    updateGeometry();
    update();
}

void Pill::setDashed(bool on)
{
    m_dashed = on;
    update();
}

void Pill::setTick(bool on)
{
    m_tick = on;
    updateGeometry();
    update();
}

void Pill::setBox(bool on)
{
    m_box = on;
    update();
}

void Pill::updateName()
{
    QStringList parts;
    for (const QString& part : {m_label, m_value, text(), m_count ? QString::number(*m_count) : QString()}) {
        if (!part.isEmpty()) {
            parts.append(part);
        }
    }
    setAccessibleName(parts.join(QLatin1Char(' ')));
    updateGeometry();
    update();
}

bool Pill::showsClear() const
{
    return m_clearable && isChecked();
}

QSize Pill::sizeHint() const
{
    int width = 2 * pillPadding;
    const auto add = [&](int w) { width += w + (width > 2 * pillPadding ? pillGap : 0); };
    if (m_icon || (m_tick && isChecked())) {
        add(Size::iconSmall);
    }
    if (!text().isEmpty()) {
        add(textWidth(TextStyle::Caption, text()));
    }
    if (!m_label.isEmpty()) {
        add(textWidth(TextStyle::Caption, m_label));
    }
    const QString strong = m_count ? QString::number(*m_count) : m_value;
    if (!strong.isEmpty()) {
        add(textWidth(TextStyle::CaptionStrong, strong) + 1);
    }
    if (showsClear() || m_menu) {
        width += 8 + pillGap;
    }
    return {width, Size::filterPill};
}

QSize Pill::minimumSizeHint() const
{
    return sizeHint();
}

QRect Pill::clearRect() const
{
    return {width() - 26, 0, 26, height()};
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    const bool on = isEnabled();
    const bool full = m_box && on && isChecked();
    const QColor fill = color(full                     ? (underMouse() ? Role::AccentHover : Role::Accent)
                                  : on && isChecked()  ? Role::Selected
                                  : on && isDown()     ? Role::Pressed
                                  : on && underMouse() ? Role::Hover
                                                       : Role::Surface);
    if (m_dashed) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(fill);
        QPen pen(color(Role::BorderStrong), 1);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawRoundedRect(r.adjusted(0.5, 0.5, -0.5, -0.5), Radius::pill - 0.5, Radius::pill - 0.5);
        painter.restore();
    } else {
        const Role outline = on && isChecked() ? Role::Accent : m_box && on ? Role::BorderStrong : Role::Border;
        roundedBox(painter, r, m_box ? Radius::control : Radius::pill, fill, color(outline));
    }
    const bool trailing = showsClear() || m_menu;
    const int free = width() - sizeHint().width(); // a stretched pill centres
    qreal x = pillPadding + (trailing ? 0 : std::max(0, free / 2));
    const Role role = !on ? Role::Disabled : full ? Role::OnAccent : m_dashed ? Role::Accent : Role::Text;
    if (m_icon || (m_tick && isChecked())) {
        const bool tick = m_tick && isChecked();
        paintIcon(painter, QRectF(x - 1, 0, Size::iconSmall, r.height()), tick ? Icon::Check : *m_icon,
                  !on            ? Role::Disabled
                      : m_dashed ? Role::Accent
                      : tick     ? Role::Text
                                 : m_iconRole,
                  tick           ? 12
                      : m_dashed ? 12
                                 : 14);
        x += Size::iconSmall + pillGap;
    }
    const auto part = [&](const QString& text, bool strong) {
        if (text.isEmpty()) {
            return;
        }
        const QFont f = views::font(strong ? TextStyle::CaptionStrong : TextStyle::Caption);
        painter.setFont(f);
        painter.setPen(color(role));
        const qreal w = QFontMetricsF(f).horizontalAdvance(text);
        painter.drawText(QRectF(x, 0, w + 1, r.height()), Qt::AlignVCenter | Qt::TextSingleLine, text);
        x += w + pillGap;
    };
    part(text(), false);
    part(m_label, false);
    part(m_count ? QString::number(*m_count) : m_value, true);
    if (showsClear()) {
        paintIcon(painter, QRectF(width() - 25, 0, 16, r.height()), Icon::Close, role, 12);
    } else if (m_menu) {
        paintIcon(painter, QRectF(width() - 25, 0, 16, r.height()), Icon::ChevronDown,
                  on ? Role::Secondary : Role::Disabled, 12);
    }
}

void Pill::nextCheckState()
{
    if (!m_menu) {
        QAbstractButton::nextCheckState();
    }
}

void Pill::openMenu()
{
    if (m_menu) {
        m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
    }
}

void Pill::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (showsClear() && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        Q_EMIT cleared();
        return;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter || (m_menu && key == Qt::Key_Down)) {
        if (m_menu) {
            openMenu();
        } else {
            click();
        }
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void Pill::mousePressEvent(QMouseEvent* event)
{
    m_pressedClear = showsClear() && clearRect().contains(event->pos()) && event->button() == Qt::LeftButton;
    if (!m_pressedClear) {
        QAbstractButton::mousePressEvent(event);
    }
}

void Pill::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_pressedClear) {
        m_pressedClear = false;
        if (clearRect().contains(event->pos())) {
            Q_EMIT cleared();
        }
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Pill::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateGeometry();
    }
    QAbstractButton::changeEvent(event);
}

FilterPill::FilterPill(const QString& label, QWidget* parent)
    : Pill(QString(), parent)
    , m_choiceMenu(new Menu(this))
{
    setLabel(label);
    setPillMenu(m_choiceMenu);
    setClearable(true);
    connect(this, &Pill::cleared, this, [this] { choose(0); });
}

void FilterPill::setChoices(const QVector<Choice>& choices)
{
    if (choices == m_choices) {
        return;
    }
    const QVariant before = current();
    m_choices = choices;
    m_index = 0;
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_choices.at(i).data == before) {
            m_index = i;
            break;
        }
    }
    rebuild();
    if (current() != before) { // what was chosen is gone
        Q_EMIT currentChanged(current());
    }
}

QVariant FilterPill::current() const
{
    return m_index < m_choices.size() ? m_choices.at(m_index).data : QVariant();
}

void FilterPill::setCurrent(const QVariant& value)
{
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_choices.at(i).data == value) {
            choose(i);
            return;
        }
    }
}

void FilterPill::choose(int index)
{
    const bool changed = index != m_index;
    m_index = index;
    rebuild();
    if (changed) {
        Q_EMIT currentChanged(current());
    }
}

void FilterPill::rebuild()
{
    m_choiceMenu->clear();
    auto* group = new QActionGroup(m_choiceMenu);
    for (int i = 0; i < m_choices.size(); ++i) {
        QAction* action = m_choiceMenu->addAction(m_choices.at(i).text);
        action->setCheckable(true);
        action->setChecked(i == m_index);
        group->addAction(action);
        connect(
            action, &QAction::triggered, this, [this, i] { choose(i); }, Qt::QueuedConnection);
    }
    const bool active = m_index > 0;
    setCheckable(true);
    setChecked(active);
    setValue(m_index < m_choices.size() ? m_choices.at(m_index).text : QString());
}

} // namespace valv::views
