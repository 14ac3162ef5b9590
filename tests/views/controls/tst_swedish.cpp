// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is cut when texts grow by 40 percent, and no control forgets to grow with its text.
#include "controls/action.h"
#include "controls/badge.h"
#include "controls/breadcrumb.h"
#include "controls/button.h"
#include "controls/commandbar.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/keyhint.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/linkcard.h"
#include "controls/messagebar.h"
#include "controls/navlist.h"
#include "controls/pill.h"
#include "controls/radiocard.h"
#include "controls/segmentedcontrol.h"
#include "controls/statustext.h"
#include "controls/tile.h"
#include "controls/toggle.h"
#include "support/testprogram.h"
#include "theme/fonts.h"
#include "theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QTest>

#include <functional>

namespace tst_swedish {

using namespace valv;
using namespace valv::views;

namespace {

using Maker = std::function<QWidget*(const QString&)>;

QString longer(const QString& text)
{
    QString grown = text;
    const int extra = (static_cast<int>(text.size()) * 4 + 9) / 10;
    for (int i = 0; i < extra; ++i) {
        grown += QStringLiteral("åwö").at(i % 3);
    }
    return grown;
}

} // namespace

} // namespace tst_swedish
Q_DECLARE_METATYPE(tst_swedish::Maker)
namespace tst_swedish {

class SwedishTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void sizeHintsHoldTheirText_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::addColumn<int>("style");
        const auto row = [](const char* what, TextStyle style, Maker make) {
            QTest::newRow(what) << make << static_cast<int>(style);
        };
        row("button", TextStyle::BodyStrong, [](const QString& t) { return new Button(t); });
        row("small button", TextStyle::CaptionStrong, [](const QString& t) {
            auto* b = new Button(t);
            setSmall(b);
            return b;
        });
        row("button with icon", TextStyle::BodyStrong, [](const QString& t) {
            auto* b = new Button(ButtonKind::Primary, t);
            b->setIcon(Icon::Add);
            return b;
        });
        row("link", TextStyle::Body, [](const QString& t) { return new LinkButton(t); });
        row("label", TextStyle::Body, [](const QString& t) { return new Label(t); });
        row("title", TextStyle::Title, [](const QString& t) { return new Label(LabelKind::Title, t); });
        row("pill", TextStyle::Caption, [](const QString& t) { return new Pill(t); });
        row("filter pill", TextStyle::Caption, [](const QString& t) {
            auto* p = new FilterPill(t);
            p->setChoices({{QStringLiteral("all"), {}}});
            return p;
        });
        row("segment", TextStyle::Caption, [](const QString& t) {
            auto* s = new SegmentedControl;
            s->addSegment(t);
            return s;
        });
        row("toggle", TextStyle::Body, [](const QString& t) { return new Toggle(t); });
        row("radio card", TextStyle::BodyStrong, [](const QString& t) { return new RadioCard(t, {}); });
        row("link card", TextStyle::BodyStrong, [](const QString& t) { return new LinkCard(Icon::Key, t, {}); });
        row("tile", TextStyle::Body, [](const QString& t) { return new Tile(Icon::Key, Role::Accent, t); });
        row("counter", TextStyle::Body, [](const QString& t) { return new Counter(t); });
        row("status", TextStyle::Body, [](const QString& t) { return new StatusText(StatusKind::Ok, t); });
        row("badge", TextStyle::Axis, [](const QString& t) { return new Badge(BadgeKind::Info, t); });
        row("nav item", TextStyle::BodyStrong, [](const QString& t) {
            return new NavItem({QStringLiteral("x"), t, Icon::Alert, {}, 120}, Size::navItem);
        });
        row("breadcrumb", TextStyle::Caption, [](const QString& t) {
            auto* b = new Breadcrumb;
            b->setParts({{t, {}}});
            return b;
        });
        row("key hint", TextStyle::Caption, [](const QString& t) { return new KeyHint({}, t); });
        row("check box", TextStyle::Body, [](const QString& t) { return new QCheckBox(t); });
        row("field label", TextStyle::BodyStrong, [](const QString& t) { return new Field(t, new QLineEdit); });
    }

    void sizeHintsHoldTheirText()
    {
        QFETCH(Maker, make);
        QFETCH(int, style);
        for (const QString& text : {QStringLiteral("Back up now"), longer(QStringLiteral("Back up now")),
                                    longer(QStringLiteral("Recovery Services vault"))}) {
            const std::unique_ptr<QWidget> widget(make(text));
            const int need = textWidth(static_cast<TextStyle>(style), text);
            QVERIFY2(widget->sizeHint().width() >= need,
                     qPrintable(QStringLiteral("%1 < %2: %3").arg(widget->sizeHint().width()).arg(need).arg(text)));
            QVERIFY(widget->sizeHint().height() > 0);
        }
    }

    void labelsNeverElideInEssentials()
    {
        Essentials facts;
        const QString label = longer(QStringLiteral("Recovery Services vault redundancy"));
        facts.setFacts({{label, QStringLiteral("x")}, {QStringLiteral("a"), QStringLiteral("b")}});
        facts.resize(700, 60);
        facts.show();
        for (const Label* each : facts.findChildren<Label*>()) {
            if (each->text() == label) {
                QVERIFY(each->width() >= textWidth(TextStyle::Body, label));
            }
        }
    }

    void wrappedTextsGrowInHeight()
    {
        const QString text = longer(QStringLiteral("The policy is connected but no data has been copied yet. Restore "
                                                   "is possible when the first backup is done."));
        MessageBar bar(MessageKind::Warning, {}, text);
        QVERIFY(bar.heightForWidth(300) >= bar.heightForWidth(900) + 2 * lineHeight(TextStyle::Body));
        Label label(text);
        label.setWordWrap(true);
        QVERIFY(label.heightForWidth(200) > label.heightForWidth(600));
        RadioCard card(QStringLiteral("Geo"), text);
        QVERIFY(card.heightForWidth(240) > card.heightForWidth(700));
    }
};

VALV_TEST(SwedishTest)

} // namespace tst_swedish

#include "tst_swedish.moc"
