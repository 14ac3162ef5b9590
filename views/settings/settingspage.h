// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/engineinfo.h"
#include "frame/context.h"
#include "frame/findable.h"
#include "frame/page.h"

#include <QVector>

#include <optional>

class QBoxLayout;

namespace valv::views {

class Button;
class Card;
class ComboBox;
class ConnectionRow;
class Essentials;
class Field;
class Label;
class MailCard;
class MessageBar;
class PricesCard;
class ThemeChoiceButton;
class Toggle;

//! \brief What the person has chosen for this computer: connections, prices, language and region, appearance; and where secrets
//! are kept. Each change is saved at once. Source: picture settings_sv.
class SettingsPage : public Page
{
    Q_OBJECT
public:
    //! \param route its part names a card: "connections", "prices", "mail", "language", "appearance", "secrets"
    SettingsPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override;
    void focusFirst() override;

    //! The parts, for whoever lists places: title, other words, route. In the person's language now.
    [[nodiscard]] static QVector<Findable> places();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeConnections();
    void makeSecrets();
    void makeLanguage();
    void makeAppearance();
    void updateConnections();
    void updateState();
    void askEngine();
    void updateLanguage();
    void updateAppearance();
    void updateSecrets();
    void restoreDefaults();
    void arrange();
    void retranslate();
    [[nodiscard]] Card* cardOf(const QString& part) const;

    const Context m_context;
    QString m_part;
    std::optional<contract::EngineInfo> m_engine;
    QBoxLayout* m_columns = nullptr;
    QBoxLayout* m_left = nullptr;
    QBoxLayout* m_right = nullptr;
    Card* m_connectionsCard = nullptr;
    Button* m_add = nullptr;
    QWidget* m_rowPlace = nullptr;
    QList<ConnectionRow*> m_rows;
    QList<QWidget*> m_dividers;
    Card* m_secretsCard = nullptr;
    Label* m_secretsText = nullptr;
    Essentials* m_secrets = nullptr;
    Card* m_languageCard = nullptr;
    ComboBox* m_language = nullptr;
    Field* m_languageField = nullptr;
    Essentials* m_region = nullptr;
    PricesCard* m_prices = nullptr;
    MailCard* m_mail = nullptr;
    Card* m_appearanceCard = nullptr;
    ThemeChoiceButton* m_light = nullptr;
    ThemeChoiceButton* m_dark = nullptr;
    ThemeChoiceButton* m_system = nullptr;
    Toggle* m_motion = nullptr;
    Toggle* m_contrast = nullptr;
    MessageBar* m_saved = nullptr;
};

} // namespace valv::views
