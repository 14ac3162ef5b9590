// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/blade.h"

#include "controls/accessible.h"
#include "controls/card.h"
#include "controls/label.h"
#include "controls/tabstops.h"
#include "controls/topcolumn.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"
#include "theme/valvstyle.h"

#include <QApplication>
#include <QEasingCurve>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QVariantAnimation>

namespace valv::views {

namespace {

//! The panel's ground; its children lie on it.
class Panel : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), color(Role::Surface));
        vline(painter, rect(), color(Role::Border));
    }
};

} // namespace

Blade::Blade(QWidget* window, int width)
    : QWidget(window)
    , m_panel(new Panel(this))
    , m_animation(new QVariantAnimation(this))
    , m_width(width)
{
    installAccessibility();
    setFocusPolicy(Qt::NoFocus);
    auto* outer = new QVBoxLayout(m_panel);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->setSpacing(0);

    m_header = new QWidget(m_panel);
    m_header->setFixedHeight(Size::bladeHeader - 1);
    auto* header = new QHBoxLayout(m_header);
    header->setContentsMargins(Space::xl, 0, Space::md, 0);
    header->setSpacing(Space::sm);
    auto* texts = new QVBoxLayout;
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(0);
    m_title = new Label(LabelKind::Heading, QString(), m_header);
    m_caption = new Label(LabelKind::Caption, QString(), m_header);
    m_caption->hide();
    texts->addStretch(1);
    texts->addWidget(m_title);
    texts->addWidget(m_caption);
    texts->addStretch(1);
    header->addLayout(texts, 1);
    m_close = new IconButton(Icon::Close, tr("Close"), m_header);
    m_close->setObjectName(QStringLiteral("blade.close"));
    header->addWidget(m_close);
    outer->addWidget(m_header);
    outer->addWidget(new Divider(m_panel));

    m_scroll = new QScrollArea(m_panel);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    setBarInMargin(m_scroll);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto* content = new QWidget;
    m_body = new TopColumn(content);
    m_body->setContentsMargins(Space::xl, 20, Space::xl, 20);
    m_body->setSpacing(Space::lg);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget turned it on
    outer->addWidget(m_scroll, 1);

    connect(m_close, &QAbstractButton::clicked, this, &Blade::closeBlade);
    m_animation->setStartValue(0.0);
    m_animation->setEndValue(1.0);
    m_animation->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_progress = value.toDouble();
        update();
    });
    connect(m_animation, &QVariantAnimation::finished, this, &Blade::finishOpening);
    // Whoever is sent to a field, to the one that is wrong for instance, sees it. Tab looks after itself, and what is
    // clicked on is in sight.
    connect(qApp, &QApplication::focusChanged, this, &Blade::revealFocus);
    content->installEventFilter(this); // what is said meanwhile pushes it down
    window->installEventFilter(this);
    hide();
}

Blade::~Blade()
{
    disconnect(qApp, nullptr, this, nullptr); // its parts lose the focus when there is no blade any more
}

void Blade::setTitle(const QString& title)
{
    m_title->setText(title);
    fitTitle();
    setAccessibleName(title);
}

void Blade::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    setAccessibleDescription(caption);
}

int Blade::panelWidth() const
{
    return std::min(m_width, parentWidget()->width());
}

QString Blade::title() const
{
    return m_title->text();
}

void Blade::setTopOffset(int px)
{
    m_top = px;
    arrange();
}

void Blade::setScrim(bool on)
{
    m_scrim = on;
    arrange();
    update();
}

void Blade::addHeaderWidget(QWidget* widget)
{
    auto* header = static_cast<QHBoxLayout*>(m_header->layout());
    header->insertWidget(header->count() - 1, widget);
    fitTitle();
}

//! A sentence rather smaller than cut.
void Blade::fitTitle()
{
    const auto* header = m_header->layout();
    int room = std::min(m_width, parentWidget()->width()) - 1 - Space::xl - Space::md;
    for (int i = 1; i < header->count(); ++i) {
        room -= header->itemAt(i)->sizeHint().width() + header->spacing();
    }
    const bool fits = textWidth(TextStyle::Heading, m_title->text()) <= room;
    m_title->setKind(fits ? LabelKind::Heading : LabelKind::Section);
}

void Blade::add(QWidget* widget)
{
    m_body->addWidget(widget);
}

void Blade::setHeaderMargin(int px)
{
    m_header->layout()->setContentsMargins(px, 0, Space::md, 0);
}

void Blade::setBodyPadding(int horizontal, int vertical)
{
    m_body->setContentsMargins(horizontal, vertical, horizontal, vertical);
}

FormFooter* Blade::footer()
{
    if (!m_footer) {
        m_footer = new FormFooter(m_panel);
        m_footer->setGround(Role::SurfaceAlt);
        m_footer->setMargin(Space::xl);
        static_cast<QVBoxLayout*>(m_panel->layout())->addWidget(m_footer);
    }
    return m_footer;
}

FormFooter* Blade::setButtons(const QString& primary, ButtonKind kind)
{
    const bool first = footer()->primary() == nullptr;
    Button* button = footer()->setPrimary(primary, kind);
    if (first) {
        connect(button, &QAbstractButton::clicked, this, &Blade::submitted);
        m_cancel = footer()->addButton({});
        m_cancel->setText(cancelText());
        connect(m_cancel, &QAbstractButton::clicked, this, &Blade::closeBlade);
        if (!m_onlyShows) {
            //: The key on the keyboard, shown in a small box.
            footer()->setKeyHint({tr("Ctrl"), tr("Enter")});
        }
    }
    return m_footer;
}

void Blade::setOnlyShows()
{
    m_onlyShows = true;
    setCloses();
}

void Blade::setCloses()
{
    m_closes = true;
    if (m_cancel) {
        m_cancel->setText(cancelText());
    }
}

QString Blade::cancelText() const
{
    return m_closes ? tr("Close") : tr("Cancel");
}

void Blade::arrange()
{
    const QWidget* window = parentWidget();
    const int below = std::max(0, window->height() - m_top);
    const int panelWidth = this->panelWidth();
    fitTitle();
    if (m_scrim) {
        setGeometry(0, m_top, window->width(), below);
        m_panel->setGeometry(width() - panelWidth, 0, panelWidth, below);
    } else {
        setGeometry(window->width() - panelWidth, m_top, panelWidth, below);
        m_panel->setGeometry(0, 0, panelWidth, below);
    }
}

void Blade::open()
{
    if (m_open) {
        return;
    }
    m_open = true;
    m_before = QApplication::focusWidget();
    arrange();
    raise();
    const int duration = motion(Motion::slow);
    if (duration == 0) {
        m_progress = 1;
        show();
        layOutBody();
        finishOpening();
        return;
    }
    show();
    layOutBody();
    m_snapshot = m_panel->grab(); // moving a picture costs a third of moving the live panel
    m_panel->hide();
    setFocus(Qt::OtherFocusReason); // keys are the blade's from now on, not the page's beneath
    m_progress = 0;
    m_animation->setDuration(duration);
    m_animation->start();
}

bool Blade::skipOpening()
{
    if (m_animation->state() != QAbstractAnimation::Running) {
        return false;
    }
    m_animation->stop();
    finishOpening();
    return true;
}

void Blade::finishOpening()
{
    m_snapshot = QPixmap();
    m_progress = 1;
    m_panel->show();
    focusFirst();
    update();
    Q_EMIT opened();
}

void Blade::focusFirst()
{
    QWidget* content = m_scroll->widget();
    for (QWidget* w = content->nextInFocusChain(); w && w != content; w = w->nextInFocusChain()) {
        if (content->isAncestorOf(w) && takesTab(w)) {
            w->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    if (m_footer && m_footer->primary() && m_footer->primary()->isAvailable()) {
        m_footer->primary()->setFocus(Qt::OtherFocusReason);
    } else {
        m_close->setFocus(Qt::OtherFocusReason);
    }
}

bool Blade::closeBlade()
{
    if (!m_open) {
        return true;
    }
    if (m_guard && !m_guard()) {
        return false;
    }
    m_open = false;
    m_animation->stop();
    m_snapshot = QPixmap();
    hide();
    if (m_before && m_before->isVisible() && m_before->isEnabled()) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT closed();
    if (m_deleteOnClose) {
        deleteLater();
    }
    return true;
}

//! Else the scroll area learns only in a later turn of the event loop that what it holds is higher than it was, and
//! what is painted till then is squeezed. A scroll bar that comes makes the body narrower: hence twice.
void Blade::layOutBody()
{
    m_panel->layout()->activate();
    for (int pass = 0; pass < 2; ++pass) {
        m_body->activate();
        QEvent request(QEvent::LayoutRequest);
        QCoreApplication::sendEvent(m_scroll, &request);
    }
}

void Blade::reveal(QWidget* widget)
{
    layOutBody(); // it may just have been shown
    m_scroll->ensureWidgetVisible(widget, 0, Space::xl);
}

bool Blade::focusNextPrevChild(bool next)
{
    if (skipOpening()) {
        return true; // in the first field
    }
    QWidget* from = QApplication::focusWidget();
    if (!from || !m_panel->isAncestorOf(from)) {
        from = m_panel;
    }
    if (QWidget* stop = nextTabStop(*m_panel, from, next)) {
        stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        m_scroll->ensureWidgetVisible(stop, 0, Space::xl);
    }
    return true; // nothing to go to, but never out of the blade
}

void Blade::keyPressEvent(QKeyEvent* event)
{
    // Who types does not wait for the animation, and nothing typed is lost. In a window that is not the active one
    // nothing has the focus yet.
    if (auto* field = skipOpening() ? QApplication::focusWidget() : nullptr; field != nullptr && field != this) {
        QCoreApplication::sendEvent(field, event);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        closeBlade();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier)) {
        if (m_footer && m_footer->primary()) {
            m_footer->primary()->press();
        }
        return;
    }
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) { // from the header or the footer
        m_scroll->verticalScrollBar()->triggerAction(
            event->key() == Qt::Key_PageUp ? QAbstractSlider::SliderPageStepSub : QAbstractSlider::SliderPageStepAdd);
        return;
    }
    QWidget::keyPressEvent(event);
    event->accept(); // what lies beneath hears no keys
}

void Blade::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void Blade::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_scrim) {
        QColor scrim = color(Role::Scrim);
        scrim.setAlphaF(static_cast<float>(scrim.alphaF() * m_progress));
        painter.fillRect(rect(), scrim);
    }
    if (!m_snapshot.isNull()) {
        painter.setOpacity(m_progress);
        painter.drawPixmap(QPointF(m_panel->x() + (1 - m_progress) * Motion::bladeSlidePx, 0), m_snapshot);
    }
}

void Blade::revealFocus()
{
    const auto* now = QApplication::focusWidget();
    if (now != nullptr && m_scroll->widget()->isAncestorOf(now) && now->visibleRegion().isEmpty()) {
        m_scroll->ensureWidgetVisible(QApplication::focusWidget(), 0, Space::xl);
    }
}

bool Blade::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll->widget() && event->type() == QEvent::Resize) {
        QMetaObject::invokeMethod(this, &Blade::revealFocus, Qt::QueuedConnection); // when all has its place
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

void Blade::retranslate()
{
    m_close->setName(tr("Close"));
    if (m_cancel) {
        m_cancel->setText(cancelText());
        if (!m_onlyShows) {
            m_footer->setKeyHint({tr("Ctrl"), tr("Enter")});
        }
    }
}

void Blade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views
