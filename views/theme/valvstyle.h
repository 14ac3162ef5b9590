// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QAbstractScrollArea;

namespace valv::views {

//! What a push button is for; set with setButtonKind.
enum class ButtonKind
{
    Standard,
    Primary, //!< the one main action
    Danger, //!< outline in error colours
    DangerPrimary, //!< the main action that destroys
};

//! \brief Kind and height (32, small 28) of a push button; the style draws it.
void setButtonKind(QWidget* button, ButtonKind kind);
void setSmall(QWidget* control, bool small = true);
[[nodiscard]] bool isSmall(const QWidget* control);
//! \brief The area's vertical bar lies over the right margin of what it scrolls, which is at least Size::scrollbar
//! wide: nothing moves when the bar comes.
void setBarInMargin(QAbstractScrollArea* area);
//! \brief Marks a field as wrong: 2 px outline in the error colour. The words are the Field's business.
void setErrorFrame(QWidget* field, bool error);
[[nodiscard]] bool hasErrorFrame(const QWidget* field);

//! \brief Standard controls drawn from the design tokens, over Fusion. No style sheet anywhere: one rule would wrap
//! every widget's style and make polishing several times dearer.
class ValvStyle : public QProxyStyle
{
    Q_OBJECT
public:
    ValvStyle();

    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    void polish(QPalette& palette) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* data) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                         const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                                       const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap standard, const QStyleOption* option,
                                     const QWidget* widget) const override;

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace valv::views
