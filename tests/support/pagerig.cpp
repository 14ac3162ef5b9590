// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pagerig.h"

#include "controls/pill.h"
#include "support/awaiting.h"

#include <QMenu>

namespace valv::test {

PageRig::PageRig(presentation::LanguageChoice words, const client::Capabilities& capabilities)
    : SessionRig(capabilities)
{
    settings.setLanguage(words);
    settings.setLook(presentation::LookChoice::Light);
    settings.setMotion(presentation::MotionSetting::Reduced);
    notes = std::make_unique<presentation::ActivityNotes>(session->activities(), log);
    window = std::make_unique<views::MainWindow>(log, settings, language, theme);
    context = std::make_unique<views::Context>(
        views::Context{*session, log, settings, language, theme, window->navigator(), connections});
    const auto factories = console::pageFactories();
    QStringList names;
    for (const auto& [name, factory] : factories) {
        names.append(name);
    }
    window->setPages(names, views::pageMaker(*context, factories));
    window->setRouteOf([](const ArmId& id) { return console::routeOf(id); });
    window->setConnection(QStringLiteral("Test"), views::LinkState::Connected, {});
}

PageRig::~PageRig()
{
    window.reset();
    context.reset();
    notes.reset();
}

void PageRig::show(const views::Route& route, QSize size)
{
    window->resize(size);
    session->start();
    window->navigator().open(route);
    window->show();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    pass(2);
}

QStringList PageRig::told() const
{
    QStringList sentences;
    for (const auto& note : log.all()) {
        sentences.append(note.title.text() + QLatin1String(": ") + note.body.text());
    }
    return sentences;
}

void PageRig::speak(presentation::LanguageChoice words)
{
    settings.setLanguage(words);
    settle();
}

void PageRig::filter(const char* pill, const QString& choice) const
{
    auto* button = person().find<views::FilterPill>(QLatin1String(pill));
    QVERIFY(button != nullptr);
    button->setFocus(Qt::TabFocusReason);
    person().key(Qt::Key_Return);
    settle();
    auto* menu = button->findChild<QMenu*>();
    QVERIFY(menu != nullptr && menu->isVisible());
    for (auto* entry : menu->actions()) {
        if (entry->text() == choice) {
            menu->setActiveAction(entry);
            QTest::keyClick(menu, Qt::Key_Return);
            settle();
            return;
        }
    }
    menu->close();
    QFAIL("no such choice");
}

} // namespace valv::test
