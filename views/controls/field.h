// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace valv::views {

class Label;

//! \brief A form field: label (buddy, required mark), the control, a hint, and when wrong the words below it. The error
//! is the control's accessible description too, and gives it a 2 px outline.
class Field : public QWidget
{
    Q_OBJECT
public:
    enum class Layout
    {
        Above,
        Beside
    };

    //! \param label with & for the key that leads to the control
    //! \param control becomes a child; a QLineEdit, ComboBox, SegmentedControl, or any widget
    Field(const QString& label, QWidget* control, Layout layout = Layout::Above, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    [[nodiscard]] QString label() const;
    void setRequired(bool on);
    [[nodiscard]] bool isRequired() const { return m_required; }
    void setHint(const QString& hint);
    //! Empty: right again.
    void setError(const QString& error);
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] bool hasError() const { return !m_error.isEmpty(); }
    [[nodiscard]] QWidget* control() const { return m_control; }
    //! Width of the label column when beside; 160 by default.
    void setLabelWidth(int px);
    //! "11/50" inside a line edit; 0 removes it.
    void setCounter(int maximum);
    //! A button at the right of the control, on its line.
    void addBeside(QWidget* widget);
    //! More below hint and error: links, suggestions.
    void addBelow(QWidget* widget);
    //! Gives the focus to the control.
    void focusControl();

Q_SIGNALS:
    //! The focus left the control: time to validate.
    void left();
    void errorChanged(const QString& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] bool saysItself() const;
    void updateDescription();
    void updateCounter();

    QWidget* m_control = nullptr;
    bool m_beside = false; //!< the label keeps its column also when it is empty
    Label* m_label = nullptr;
    Label* m_hint = nullptr;
    QWidget* m_errorRow = nullptr;
    Label* m_errorText = nullptr;
    Label* m_counter = nullptr;
    QVBoxLayout* m_column = nullptr;
    QString m_labelText;
    QString m_hintText;
    QString m_error;
    int m_maximum = 0;
    bool m_required = false;
};

} // namespace valv::views
