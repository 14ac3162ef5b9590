// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/page.h"

#include <QStringList>

class QLineEdit;

namespace valv::views {

class Button;
class Card;
class Field;
class Label;
class RadioCard;

//! \brief The first start: where are the virtual machines? A folder of disk images on this computer, or the demo
//! estate. The page only asks; app/ connects. It can be shown again to connect elsewhere.
class FirstStartPage : public Page
{
    Q_OBJECT
public:
    //! \param folder what stands in the field at first
    explicit FirstStartPage(const QString& folder = {}, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    void focusFirst() override;
    //! A reason of the engine why the choice can't be used; empty: none.
    void setError(const QString& sentence);

Q_SIGNALS:
    void folderChosen(const QString& folder); //!< absolute, exists and can be read
    void demoChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void submit();
    void browse();
    [[nodiscard]] QString problem() const;
    void retranslate();

    Label* m_question;
    Label* m_explanation;
    RadioCard* m_local;
    RadioCard* m_demo;
    QLineEdit* m_folder;
    Field* m_field;
    Button* m_browse;
    Button* m_start;
};

} // namespace valv::views
