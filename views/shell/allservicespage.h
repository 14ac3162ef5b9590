// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/navigator.h"
#include "frame/page.h"
#include "shell/services.h"

#include <QHash>

class QVBoxLayout;

namespace valv::presentation {
class Language;
class Settings;
} // namespace valv::presentation

namespace valv::views {

class EmptyState;
class KeyHint;
class Label;
class NavList;
class SearchField;
class ServiceRow;

//! \brief Everything the program offers, found by typing in either language; starred services stand in the navigation.
//! Source: flows.md A1; picture allservices_sv.
class AllServicesPage : public Page
{
    Q_OBJECT
public:
    AllServicesPage(const Services& services, presentation::Settings& settings, presentation::Language& language,
                    Navigator& navigator, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    void focusFirst() override;
    [[nodiscard]] QWidget* filterField() const override;

    void setFilter(const QString& text);
    //! What stands at the right of a service: "3 vaults".
    void setStates(const QHash<QString, QString>& states);
    [[nodiscard]] QList<ServiceRow*> rows() const { return m_rows; } //!< those shown, in order
    void focusList(); //!< the first row

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void putTitle(const QString& text);
    void addRecent();
    void put(QWidget* widget);
    void toggleFavourite(const Service& service);
    void moveFocus(int step);
    void retranslate();
    [[nodiscard]] QStringList favourites() const;
    [[nodiscard]] QString filterText() const;

    Services m_services;
    presentation::Settings& m_settings;
    presentation::Language& m_language;
    Navigator& m_navigator;
    QHash<QString, QString> m_states;
    SearchField* m_filter;
    Label* m_error;
    QList<KeyHint*> m_hints;
    NavList* m_categories;
    Label* m_starHint;
    QWidget* m_head;
    QVBoxLayout* m_body;
    EmptyState* m_empty;
    QList<ServiceRow*> m_rows;
    QList<QWidget*> m_made; //!< cards and headings of the last rebuild
    QString m_category;
    int m_matching = 0;
};

} // namespace valv::views
