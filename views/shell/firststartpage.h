// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/page.h"

class QLineEdit;

namespace valv::views {

class Button;
class Field;
class Label;
class RadioCard;

//! Where the virtual machines are: what a person chooses at the first start, and later to connect elsewhere.
struct StartChoice
{
    enum class Kind
    {
        Folder, //!< the engine of this program over a folder of disk images
        Server, //!< valvd on this or another computer
        Demo //!< the engine of this program over the demo estate
    };
    Kind kind = Kind::Folder;
    QString folder;
    QString address; //!< https://host:port
    QString tokenFile;
    QString caFile; //!< empty: the computer's own certificates are trusted
    friend bool operator==(const StartChoice&, const StartChoice&) = default;
};

//! \brief The first start: where are the virtual machines? A folder of disk images on this computer, another computer
//! that runs valvd, or the demo estate. The page asks and checks what can be checked here, on a worker; app/ connects.
class FirstStartPage : public Page
{
    Q_OBJECT
public:
    //! \param choice what stands in the fields at first
    //! \param canCancel there is a connection to go back to
    explicit FirstStartPage(const StartChoice& choice = {}, bool canCancel = false, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    void focusFirst() override;

Q_SIGNALS:
    //! Folder and files exist and can be read; the address is well formed.
    void chosen(const valv::views::StartChoice& choice);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;

private:
    //! What is wrong, so that it can be said in another language too.
    enum class Problem
    {
        None,
        FolderEmpty, //!< nothing was typed
        FolderMissing,
        FolderForbidden,
        FolderHollow, //!< nothing is in it
        AddressEmpty,
        AddressWrong,
        TokenFile,
        CaFile
    };
    struct Found
    {
        Problem problem = Problem::None;
        QString path;
    };
    [[nodiscard]] static Found check(const StartChoice& choice); //!< any thread; blocks
    [[nodiscard]] StartChoice choice() const;
    [[nodiscard]] Field* fieldOf(Problem problem) const;
    [[nodiscard]] static QString sentence(const Found& found);
    QWidget* makeFields(RadioCard* of, const QList<QWidget*>& fields);
    QWidget* withBrowse(Field* field, Button* browse);
    void submit();
    void answer(const StartChoice& choice, const Found& found);
    void clearErrors();
    void browse(QLineEdit* edit, bool folder);
    void retranslate();

    Label* m_question;
    Label* m_explanation;
    RadioCard* m_local;
    RadioCard* m_server;
    RadioCard* m_demo;
    QLineEdit* m_folder;
    QLineEdit* m_address;
    QLineEdit* m_token;
    QLineEdit* m_ca;
    Field* m_folderField;
    Field* m_addressField;
    Field* m_tokenField;
    Field* m_caField;
    Button* m_browseFolder;
    Button* m_browseToken;
    Button* m_browseCa;
    Button* m_start;
    Button* m_cancel;
    Found m_found;
};

} // namespace valv::views
