// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/app/connections.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace valv::views {

class Button;
class ConnectionTest;
class Field;
class IconButton;
class LinkButton;
class RadioCard;

//! \brief Where the virtual machines are: folders of disk images on this computer, a computer that runs valvd, or the
//! demo estate. Checks on a worker what can be checked here, and says what is wrong beside the field. The first start
//! and the settings show it.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    //! \param detailed name and data folder can be set too
    ConnectionForm(const presentation::ConnectionProfile& profile, bool detailed, QWidget* parent = nullptr);

    void focusFirst();
    //! Checks; then checked(), or the errors are shown and the first wrong field has the focus.
    void submit();
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] presentation::ConnectionProfile profile() const; //!< as it stands in the fields
    [[nodiscard]] bool isChanged() const { return !(profile() == m_first); }

Q_SIGNALS:
    //! Folders and files exist and can be read; the address is well formed.
    void checked(const valv::presentation::ConnectionProfile& profile);
    void busyChanged(bool busy);
    void submitWanted(); //!< Enter in a field

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
        FolderTwice,
        DataFolder, //!< no absolute path
        AddressEmpty,
        AddressWrong,
        TokenFile,
        CaFile
    };
    struct Found
    {
        Problem problem = Problem::None;
        QString path;
        int folder = 0; //!< which of the folders
    };
    struct FolderRow
    {
        QWidget* line;
        QLineEdit* edit;
        Field* field;
        Button* browse;
        IconButton* remove;
    };
    [[nodiscard]] static Found check(const presentation::ConnectionProfile& profile); //!< any thread; blocks
    [[nodiscard]] static Problem checkFolder(const QString& folder);
    [[nodiscard]] Field* fieldOf(const Found& found) const;
    [[nodiscard]] static QString sentence(const Found& found);
    QWidget* makeFields(RadioCard* of, const QList<QWidget*>& fields);
    QWidget* withBrowse(Field* field, Button* browse, QWidget* more = nullptr);
    void watch(QLineEdit* edit);
    void addFolder(const QString& path);
    void removeFolder(QLineEdit* edit);
    void test();
    void answer(const presentation::ConnectionProfile& profile, const Found& found);
    void clearErrors();
    void browse(QLineEdit* edit, bool folder);
    void setBusy(bool busy);
    void retranslate();

    presentation::ConnectionProfile m_given;
    presentation::ConnectionProfile m_first; //!< as the fields stood at first
    bool m_detailed;
    QLineEdit* m_name;
    Field* m_nameField;
    RadioCard* m_local;
    RadioCard* m_server;
    RadioCard* m_demo;
    QWidget* m_folderPlace;
    QVBoxLayout* m_folderLines;
    QList<FolderRow> m_folders;
    LinkButton* m_addFolder;
    QLineEdit* m_data;
    Field* m_dataField;
    QLineEdit* m_address;
    Field* m_addressField;
    QLineEdit* m_token;
    Field* m_tokenField;
    QLineEdit* m_ca;
    Field* m_caField;
    Button* m_browseToken;
    Button* m_browseCa;
    Button* m_browseData;
    ConnectionTest* m_test;
    Found m_found;
    bool m_busy = false;
};

} // namespace valv::views
