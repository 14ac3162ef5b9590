// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/engineinfo.h"
#include "core/statuskind.h"
#include "presentation/app/connections.h"

#include <QWidget>

#include <optional>

namespace valv::views {

class Badge;
class Button;
class Essentials;
class Label;
class StatusText;

//! \brief One connection in the settings: what it is, how it stands, where its things are, and what can be done with
//! it.
class ConnectionRow : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionRow(QWidget* parent = nullptr);

    //! \param usualData where data is when the profile says nothing
    void setProfile(const presentation::ConnectionProfile& profile, bool current, const QString& usualData);
    //! What the engine of the connection in use says of itself: where, which version, and what keeps it running.
    void setEngine(const contract::EngineInfo& engine);
    //! How the connection in use stands.
    void setState(StatusKind kind, const QString& text);
    [[nodiscard]] const QString& id() const { return m_profile.id; }

    //! What a connection is called: by the person, else by what it is.
    [[nodiscard]] static QString nameOf(const presentation::ConnectionProfile& profile);

Q_SIGNALS:
    void connectWanted(const QString& id);
    void editWanted(const QString& id);
    void removeWanted(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString caption() const;
    [[nodiscard]] QString schedules() const;
    void updateFacts();

    presentation::ConnectionProfile m_profile;
    bool m_current = false;
    QString m_usualData;
    std::optional<contract::EngineInfo> m_engine; //!< of the one in use, when it has answered
    Label* m_name;
    Badge* m_used;
    Label* m_caption;
    StatusText* m_state;
    Essentials* m_facts;
    Button* m_connect;
    Button* m_edit;
    Button* m_remove;
};

} // namespace valv::views
