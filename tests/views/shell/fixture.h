// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/action.h"
#include "core/datetime.h"
#include "presentation/app/language.h"
#include "presentation/app/notifications.h"
#include "presentation/app/settings.h"
#include "shell/mainwindow.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <memory>

//! What a window stands on in these tests, and pages that only tell where they are.
namespace valv::views::test {

class PlainPage : public Page
{
    Q_OBJECT
public:
    explicit PlainPage(const Route& route)
        : m_route(route)
        , m_field(new QLineEdit(this))
        , m_second(new QLineEdit(this))
        , m_action(makeAction(Icon::Refresh, QString(), this))
    {
        auto* layout = new QVBoxLayout(this);
        layout->addWidget(m_field);
        layout->addWidget(m_second);
        layout->addStretch(1);
        m_field->setAccessibleName(QStringLiteral("first"));
        m_second->setAccessibleName(QStringLiteral("second"));
        ++alive;
    }
    ~PlainPage() override { --alive; }

    [[nodiscard]] PageHeading heading() const override
    {
        PageHeading heading;
        heading.title = m_route.page + m_route.part;
        heading.caption = m_route.subject;
        heading.icon = Icon::VirtualMachine;
        return heading;
    }
    [[nodiscard]] QList<QAction*> commands() const override { return {m_action}; }
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override
    {
        if (m_route.page != QLatin1String("virtualmachine")) {
            return {};
        }
        return {{QStringLiteral("Overview"),
                 {},
                 Icon::Overview,
                 {m_route.page, m_route.subject, QStringLiteral("overview")}},
                {QStringLiteral("Backup"),
                 QStringLiteral("Operations"),
                 Icon::ProtectedItem,
                 {m_route.page, m_route.subject, QStringLiteral("backup")}}};
    }
    void refresh() override { ++refreshed; }
    void focusFirst() override { m_field->setFocus(Qt::OtherFocusReason); }
    [[nodiscard]] QWidget* filterField() const override { return m_field; }
    [[nodiscard]] QString unsaved() const override { return m_unsaved; }

    void setUnsaved(const QString& sentence) { m_unsaved = sentence; }
    [[nodiscard]] QLineEdit* second() const { return m_second; }
    int refreshed = 0;
    static inline int alive = 0;

private:
    Route m_route;
    QLineEdit* m_field;
    QLineEdit* m_second;
    QAction* m_action;
    QString m_unsaved;
};

//! The moment of the design's pictures, Swedish, light, no motion.
class Fixture
{
public:
    explicit Fixture(const QStringList& pages = {QStringLiteral("virtualmachines"), QStringLiteral("virtualmachine"),
                                                 QStringLiteral("vaults"), QStringLiteral("items"),
                                                 QStringLiteral("jobs"), QStringLiteral("policies")})
        : clock(toInstant(QDateTime(QDate(2018, 12, 19), QTime(8, 42), Qt::UTC)))
        , log(clock)
        , language(settings, QTimeZone("Europe/Stockholm"), clock)
        , theme(*qApp)
    {
        settings.setLanguage(presentation::LanguageChoice::Swedish);
        settings.setLook(presentation::LookChoice::Light);
        settings.setMotion(presentation::MotionSetting::Reduced);
        window = std::make_unique<MainWindow>(log, settings, language, theme);
        window->setPages(pages, [pages](const Route& route) -> Page* {
            return pages.contains(route.page) ? new PlainPage(route) : nullptr;
        });
        window->setConnection(QStringLiteral("Lokal motor · kvm01"), LinkState::Connected, QStringLiteral("Ansluten."));
    }
    [[nodiscard]] PlainPage* page() const { return qobject_cast<PlainPage*>(window->pages()->view()->page()); }
    void open(const QString& name, const QString& part = {}) const
    {
        window->navigator().open(
            {name,
             QStringLiteral("/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/") + name,
             part});
    }

    ManualClock clock;
    presentation::Settings settings;
    presentation::NotificationLog log;
    presentation::Language language;
    Theme theme;
    std::unique_ptr<MainWindow> window;
};

} // namespace valv::views::test
