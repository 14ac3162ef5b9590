// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/multichoice.h"

#include "controls/menu.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/painting.h"
#include "theme/theme.h"
#include "theme/valvstyle.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace valv::views {

namespace {

constexpr int choiceLeft = 10;
constexpr int choiceArrow = 28;

//! A menu in which ticking is not choosing: it stays open for the next.
class TickMenu : public Menu
{
public:
    using Menu::Menu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (auto* action = actionAt(event->pos())) {
            action->trigger();
            return;
        }
        Menu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        const bool ticks =
            event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (ticks && activeAction() != nullptr) {
            activeAction()->trigger();
            return;
        }
        Menu::keyPressEvent(event);
    }
};

} // namespace

MultiChoice::MultiChoice(QWidget* parent)
    : QAbstractButton(parent)
    , m_menu(new TickMenu(this))
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setRing(this, Ring::None);
    connect(this, &QAbstractButton::clicked, this, &MultiChoice::showList);
    connect(m_menu, &QMenu::aboutToHide, this, qOverload<>(&QWidget::update));
}

void MultiChoice::setLabel(const QString& label)
{
    m_label = label;
    updateTexts();
}

void MultiChoice::addChoice(const QString& text, int value)
{
    auto* action = m_menu->addAction(text);
    action->setCheckable(true);
    action->setData(value);
    action->setChecked(m_chosen.contains(value));
    connect(action, &QAction::triggered, this, &MultiChoice::ticked);
    updateTexts();
}

void MultiChoice::clearChoices()
{
    m_menu->clear();
    updateTexts();
}

void MultiChoice::ticked()
{
    m_chosen.clear();
    for (const auto* action : m_menu->actions()) {
        if (action->isChecked()) {
            m_chosen.append(action->data().toInt());
        }
    }
    updateTexts();
    Q_EMIT chosenChanged();
}

QList<int> MultiChoice::chosen() const
{
    return m_chosen;
}

void MultiChoice::setChosen(const QList<int>& values)
{
    m_chosen = values;
    for (auto* action : m_menu->actions()) {
        action->setChecked(values.contains(action->data().toInt()));
    }
    updateTexts();
}

void MultiChoice::updateTexts()
{
    QStringList names;
    for (const auto* action : m_menu->actions()) {
        if (action->isChecked()) {
            names.append(action->text());
        }
    }
    //: Between the names of what is chosen in a drop-down: "First, Third".
    const QString all = names.isEmpty() ? tr("None chosen") : names.join(tr(", ", "list separator"));
    setText(all);
    setToolTip(all);
    setAccessibleName(m_label.isEmpty() ? all : tr("%1: %2").arg(m_label, all));
    updateGeometry();
    update();
}

QSize MultiChoice::sizeHint() const
{
    // Choosing moves nothing; several are written as far as there is room, and whole in the tool tip.
    int width = textWidth(TextStyle::Body, tr("None chosen"));
    for (const auto* action : m_menu->actions()) {
        width = std::max(width, textWidth(TextStyle::Body, action->text()));
    }
    return {width + choiceLeft + choiceArrow, Size::control};
}

QSize MultiChoice::minimumSizeHint() const
{
    return sizeHint();
}

void MultiChoice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool on = isEnabled();
    const bool focused = on && (hasFocus() || m_menu->isVisible());
    const bool error = on && hasErrorFrame(this);
    roundedBox(painter, QRectF(rect()), Radius::control, color(on ? Role::Surface : Role::SurfaceAlt),
               color(!on                ? Role::Border
                         : error        ? Role::Error
                         : focused      ? Role::Accent
                         : underMouse() ? Role::Text
                                        : Role::BorderStrong),
               focused || error ? 2 : 1);
    if (error && focused) { // as other fields: the red line is there without the focus too
        roundedBox(painter, QRectF(rect()).adjusted(2, 2, -2, -2), Radius::control - 2, QColor(), color(Role::Accent),
                   1);
    }
    const QRectF words = QRectF(rect()).adjusted(choiceLeft, 0, -choiceArrow, 0);
    drawLine(painter, words, TextStyle::Body,
             color(!on                      ? Role::Disabled
                       : m_chosen.isEmpty() ? Role::Secondary
                                            : Role::Text),
             text());
    paintIcon(painter, QRectF(width() - choiceArrow + 4, 0, Size::iconSmall, height()), Icon::ChevronDown,
              on ? Role::Secondary : Role::Disabled);
}

void MultiChoice::showList()
{
    m_menu->setMinimumWidth(width());
    m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
    if (!m_menu->actions().isEmpty()) {
        m_menu->setActiveAction(m_menu->actions().constFirst());
    }
    update();
}

void MultiChoice::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier) {
            break; // the form's primary button
        }
        [[fallthrough]];
    case Qt::Key_Down:
    case Qt::Key_F4:
        showList();
        return;
    default:
        break;
    }
    QAbstractButton::keyPressEvent(event);
}

void MultiChoice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateTexts();
    }
    QAbstractButton::changeEvent(event);
}

} // namespace valv::views
