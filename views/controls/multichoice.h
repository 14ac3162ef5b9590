// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QList>

class QMenu;

namespace valv::views {

//! \brief A drop-down of which several can be chosen, "First and Third ⌄". Opens on click, Space, Enter, Down and F4;
//! in the list Space, Enter or a click ticks and it stays open, Esc closes. Readers hear "label: what is chosen".
class MultiChoice : public QAbstractButton
{
    Q_OBJECT
public:
    explicit MultiChoice(QWidget* parent = nullptr);

    //! What it is about, for readers.
    void setLabel(const QString& label);
    void addChoice(const QString& text, int value);
    void clearChoices(); //!< what is chosen stays, and is ticked again when its choice comes back
    //! In the order of the choices.
    [[nodiscard]] QList<int> chosen() const;
    void setChosen(const QList<int>& values);
    [[nodiscard]] QMenu* list() const { return m_menu; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    //! The person ticked or unticked something.
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showList();
    void ticked();
    void updateTexts();

    QMenu* m_menu;
    QString m_label;
    QList<int> m_chosen;
};

} // namespace valv::views
