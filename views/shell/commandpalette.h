// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/findable.h"
#include "presentation/app/search.h"

#include <QPixmap>
#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

class QLineEdit;
class QScrollArea;

namespace valv::presentation {
class Language;
}

namespace valv::views {

class KeyHint;
class Label;
class PaletteList;
struct PaletteRow;

//! \brief Everything that can be done and opened, found by typing: commands, machines, vaults, policies, pages,
//! settings, jobs, in either language. ">" commands alone, "@" resources, "#" jobs. Keyboard only: ↑↓ move, Enter does
//! it, Tab asks for the commands of a resource, Ctrl+C copies the az command or link, Esc closes. A child of the
//! window, over everything below the top bar. GUI thread; the index of a large estate is made on a worker. Source:
//! picture commandpalette_en.
class CommandPalette : public QWidget
{
    Q_OBJECT
public:
    //! \param language knows what a command is called in the other one; outlives this
    CommandPalette(const presentation::Language& language, QWidget* window);
    ~CommandPalette() override;

    //! \param own commands, pages, settings and recent places, gathered now
    //! \param source the connection's things; null: there is none. It must live while the palette is open.
    //! \param typed what stands in the field at first
    void open(const QVector<Findable>& own, FindSource* source, const QString& typed = {});
    void closePalette();
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QLineEdit* field() const { return m_field; }
    [[nodiscard]] PaletteList* list() const { return m_list; }
    //! The index of the connection's things is complete.
    [[nodiscard]] bool isReady() const { return m_ready; }

Q_SIGNALS:
    void routeChosen(const valv::views::Route& route);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    static constexpr int perGroup = 6; //!< found things
    [[nodiscard]] static presentation::SearchIndex indexOf(const QVector<Findable>& things);
    struct Choice
    {
        Findable what;
        QVector<presentation::TextRange> marks;
    };
    void readSource();
    void search();
    void chooseBest();
    void addGroup(QVector<PaletteRow>& rows, const QString& heading, const QVector<Findable>& found);
    [[nodiscard]] QVector<Findable> matching(FindKind kind, const QString& query, int limit, bool own);
    [[nodiscard]] QVector<Findable> commandsOfThings(const QString& query, int limit);
    [[nodiscard]] QVector<Findable> commandsOf(const Findable& thing);
    [[nodiscard]] QString heading(FindKind kind) const;
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void choose(int row);
    void pick();
    void unpick();
    void copy();
    void say(const QString& sentence);
    void arrange();
    void retranslate();

    const presentation::Language& m_language;
    QWidget* m_panel;
    QLineEdit* m_field;
    Label* m_picked;
    Label* m_count;
    QScrollArea* m_scroll;
    PaletteList* m_list;
    Label* m_nothing;
    QWidget* m_foot;
    Label* m_said;
    Label* m_scopes;
    QList<KeyHint*> m_hints;
    QVector<Findable> m_own;
    presentation::SearchIndex m_ownIndex;
    QPointer<FindSource> m_source;
    QVector<Findable> m_things;
    std::shared_ptr<const presentation::SearchIndex> m_thingIndex;
    int m_reading = 0; //!< an index that was begun earlier comes too late
    bool m_ready = false;
    std::optional<Findable> m_resource; //!< or a job: whose commands are asked for
    std::unique_ptr<QObject> m_commands; //!< owns the actions of resources that are shown
    QVector<Findable> m_shown; //!< one a row of the list; headings hold nothing
    QString m_query;
    int m_total = 0;
    QPointer<QWidget> m_before;
    bool m_open = false;
};

} // namespace valv::views
