// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QWidget>

class QLineEdit;

namespace valv::views {

class Button;
class Field;
class FlowLayout;
class Pill;

//! \brief Tags as pills with an × each; "Add" opens two fields. Names are compared without regard to case.
class TagsEditor : public QWidget
{
    Q_OBJECT
public:
    using Tags = QMap<QString, QString>;

    explicit TagsEditor(QWidget* parent = nullptr);
    [[nodiscard]] const Tags& tags() const { return m_tags; }
    void setTags(const Tags& tags);
    void focusFirst();
    //! Something is typed and not added yet.
    [[nodiscard]] bool isPending() const;
    //! Drops it.
    void forgetPending();
    //! A name is typed and not added yet: takes it in. \return false when it can't be; its field then says why
    bool finish();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild();
    void openRow(bool open);
    void take();
    [[nodiscard]] QString problem() const;
    void retranslate();

    Tags m_tags;
    FlowLayout* m_flow;
    QList<Pill*> m_pills;
    Pill* m_add;
    QWidget* m_row;
    QLineEdit* m_name;
    Field* m_nameField;
    QLineEdit* m_value;
    Field* m_valueField;
    Button* m_take;
    Button* m_cancel;
    bool m_tried = false; //!< checked at each keystroke from the first try on
};

} // namespace valv::views
