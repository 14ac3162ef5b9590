// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/driver.h"
#include "console/options.h"
#include "console/script.h"
#include "contract/backupjob.h"
#include "contract/vault.h"
#include "presentation/app/settings.h"
#include "presentation/stores/protection.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QRect>
#include <QStringList>

#include <functional>
#include <memory>

namespace valv::console {

class Console;
class Stage;

//! \brief Draws the pictures of the guide (docs/guide/screenshots.tsv) on the demo estate, with a clock that stands
//! still and without motion: two runs give the same files. Ends the program with 0, or 1 when a picture is missing.
class Pictures : public QObject
{
    Q_OBJECT
public:
    Pictures(Console& console, Options options, std::shared_ptr<Stage> stage, QObject* parent = nullptr);
    ~Pictures() override;
    void start();
    //! Every picture that this program draws, as named in the list.
    [[nodiscard]] static QStringList names();

private:
    [[nodiscard]] static QStringList vaultNames();
    [[nodiscard]] static QStringList protectNames();
    using Act = std::function<void()>;
    using Ready = std::function<bool()>;

    void choose();
    void finish();
    void plan();
    void planList();
    void planEnabling();
    void planItem();
    void planProtected();
    [[nodiscard]] bool isChecked() const;
    void planLanguageSwitch();
    void planJobs();
    void planShell();
    void planVaults();
    void planNewVault();
    void planStorage();
    void planDashboard();
    void planItems(); //!< pictureplanmanage.cpp, as the next two
    void planManage();
    void planPolicies();
    void planProtect(); //!< pictureplanprotect.cpp
    void planAlerts(); //!< pictureplanalerts.cpp
    //! Opens the context menu of an item's row and rests on one of its commands.
    void openMenu(const QString& vm, const QString& action);
    void closeMenus();
    //! Does something once the window is ready for it.
    void then(Ready ready, Act act);
    //! Waits until nothing is being fetched or shown any more, and draws.
    void draw(const QString& name, Ready ready = {}, std::function<QRect()> part = {});
    void openPage(const QString& page, const QString& vm = {}, const QString& part = {});
    void openItem(const QString& vm, const QString& page, const QString& part = {});
    void openJob(const QString& vm, contract::JobStatus status);
    void openVault(const QString& name, const QString& part = QStringLiteral("overview"));
    void markVault(const QString& name); //!< makes it the current row of the list
    [[nodiscard]] const contract::Vault* vault(const QString& name) const; //!< null: not there, or not ready
    void closeBlades();
    void startBackup(const QString& vm);
    [[nodiscard]] QImage shotOfWindow();
    void save(const QString& name, const QImage& shot);
    //! Rests the pointer on it; one that is not there is a failure.
    void point(QWidget* widget);
    void pointAway();
    [[nodiscard]] bool isQuiet() const;
    [[nodiscard]] Ready pointsReady(const QString& vm);
    [[nodiscard]] bool enableFormReady() const;
    [[nodiscard]] bool detailsReady() const;
    [[nodiscard]] const contract::BackupJob* job(const QString& vm, contract::JobStatus status) const;
    [[nodiscard]] QWidget* menuItem(const QString& part) const;
    [[nodiscard]] const presentation::VmRow* machine(const QString& name) const;
    void focus(const QString& name) const;

    Console& m_console;
    Options m_options;
    std::shared_ptr<Stage> m_stage;
    Driver m_driver;
    Script m_script;
    QString m_unknown; //!< a wanted picture that this program does not draw
    QStringList m_missing;
    QPointer<QWidget> m_pointed;
    presentation::LookChoice m_look = presentation::LookChoice::Light; //!< of the pictures but one
    QImage m_before; //!< the first half of a picture of two
    int m_drawn = 0;
};

} // namespace valv::console
