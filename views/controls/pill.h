// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QAbstractButton>
#include <QPointer>
#include <QVariant>

#include <optional>

class QMenu;

namespace valv::views {

//! \brief A rounded button 28 high: "Region: all ⌄", a quick choice, or a dashed "Add filter". Checked = selected.
//! With setClearable a selected pill has an × that emits cleared() (also Delete and Backspace).
class Pill : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Pill(const QString& text = {}, QWidget* parent = nullptr);

    //! "Region:" in regular weight before the bold value.
    void setLabel(const QString& label);
    void setValue(const QString& value);
    //! Bold number after the text, "All 16".
    void setCount(std::optional<int> count);
    void setPillIcon(std::optional<Icon> name, Role role = Role::Secondary);
    //! Opens below the pill on click, Space, Enter and Down; shows a chevron.
    void setPillMenu(QMenu* menu);
    void setClearable(bool on);
    void setDashed(bool on);
    //! A tick before the text while checked.
    void setTick(bool on);
    //! One of several that are on or off, as the days of a week: a box with the outline of a field, full while on.
    void setBox(bool on);

    [[nodiscard]] QString value() const { return m_value; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cleared();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    //! A pill with a menu does not change by a click; its choice does that.
    void nextCheckState() override;

private:
    [[nodiscard]] QRect clearRect() const;
    [[nodiscard]] bool showsClear() const;
    void openMenu();
    void updateName();

    QString m_label;
    QString m_value;
    std::optional<int> m_count;
    std::optional<Icon> m_icon;
    Role m_iconRole = Role::Secondary;
    QPointer<QMenu> m_menu;
    bool m_clearable = false;
    bool m_dashed = false;
    bool m_tick = false;
    bool m_box = false;
    bool m_pressedClear = false;
};

//! \brief A filter with one choice out of several, "Region: all ⌄". The first choice is "all": any other one makes the
//! pill selected and clearable.
class FilterPill : public Pill
{
    Q_OBJECT
public:
    explicit FilterPill(const QString& label, QWidget* parent = nullptr);

    struct Choice
    {
        QString text;
        QVariant data;
        friend bool operator==(const Choice&, const Choice&) = default;
    };
    //! Keeps the current choice when its data is still there.
    void setChoices(const QVector<Choice>& choices);
    [[nodiscard]] QVariant current() const;
    void setCurrent(const QVariant& value);

Q_SIGNALS:
    void currentChanged(const QVariant& value);

private:
    void choose(int index);
    void rebuild();

    QVector<Choice> m_choices;
    int m_index = 0;
    QMenu* m_choiceMenu = nullptr;
};

} // namespace valv::views
