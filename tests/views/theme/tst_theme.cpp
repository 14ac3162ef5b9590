// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/painting.h"
#include "theme/textblock.h"
#include "theme/theme.h"
#include "theme/valvstyle.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QRawFont>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>

namespace tst_theme {

using namespace valv::views;

namespace {

double luminance(const QColor& c)
{
    const auto channel = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor fromToken(const QString& text)
{
    if (text.startsWith(QLatin1Char('#'))) {
        return QColor(text);
    }
    const QStringList parts = text.mid(5).chopped(1).split(QLatin1Char(','));
    QColor c(parts.at(0).toInt(), parts.at(1).toInt(), parts.at(2).toInt());
    c.setAlpha(static_cast<int>(std::lround(parts.at(3).toDouble() * 255)));
    return c;
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    QJsonObject m_tokens;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QFile file(QStringLiteral(":/valv/tokens.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_tokens = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(!m_tokens.isEmpty());
    }

    void cleanupTestCase() { m_theme.reset(); }
    void init() { m_theme->setChoice(ThemeChoice::Light); }

    void everyTokenHasItsColour()
    {
        const QJsonObject sets = m_tokens.value(QStringLiteral("color")).toObject();
        for (const auto& [name, scheme] :
             {std::pair{QStringLiteral("light"), Scheme::Light}, {QStringLiteral("dark"), Scheme::Dark}}) {
            const QJsonObject colours = sets.value(name).toObject();
            QCOMPARE(colours.size(), roleCount);
            for (int i = 0; i < roleCount; ++i) {
                const Role role = static_cast<Role>(i);
                const QString key = QLatin1String(tokenKey(role));
                QVERIFY2(colours.contains(key), qPrintable(key));
                QCOMPARE(tokenColor(role, scheme).rgba(), fromToken(colours.value(key).toString()).rgba());
            }
        }
    }

    void sizesAreTheTokens()
    {
        const QJsonObject sizes = m_tokens.value(QStringLiteral("size")).toObject();
        QCOMPARE(Size::row, sizes.value(QStringLiteral("row")).toInt());
        QCOMPARE(Size::blade, sizes.value(QStringLiteral("blade")).toInt());
        QCOMPARE(Size::minWindowW, 1000);
        QCOMPARE(Space::lg, m_tokens.value(QStringLiteral("space")).toObject().value(QStringLiteral("lg")).toInt());
        QCOMPARE(lineHeight(TextStyle::Title), 28);
    }

    void paletteFollowsTheTheme()
    {
        QSignalSpy changed(m_theme.get(), &Theme::changed);
        QCOMPARE(qApp->palette().color(QPalette::Window), tokenColor(Role::Bg, Scheme::Light));
        m_theme->setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(qApp->palette().color(QPalette::Window), tokenColor(Role::Bg, Scheme::Dark));
        QCOMPARE(color(Role::Accent), tokenColor(Role::Accent, Scheme::Dark));
        QCOMPARE(qApp->palette("QAbstractItemView").color(QPalette::Highlight),
                 tokenColor(Role::Selected, Scheme::Dark));
        QCOMPARE(qApp->palette().color(QPalette::Disabled, QPalette::Text), tokenColor(Role::Disabled, Scheme::Dark));
        m_theme->setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.size(), 1);
    }

    void reducedMotionIsZero()
    {
        m_theme->setMotionChoice(MotionChoice::Full);
        QCOMPARE(motion(Motion::slow), 220);
        m_theme->setMotionChoice(MotionChoice::Reduced);
        QCOMPARE(motion(Motion::slow), 0);
    }

    void fontsAreTheBuiltOnes_data()
    {
        QTest::addColumn<int>("style");
        QTest::addColumn<QString>("face");
        QTest::newRow("body is regular") << static_cast<int>(TextStyle::Body) << QStringLiteral("Regular");
        QTest::newRow("strong is semibold, not bold")
            << static_cast<int>(TextStyle::BodyStrong) << QStringLiteral("SemiBold");
        QTest::newRow("title is semibold") << static_cast<int>(TextStyle::Title) << QStringLiteral("SemiBold");
        QTest::newRow("caption is regular") << static_cast<int>(TextStyle::Caption) << QStringLiteral("Regular");
    }

    void fontsAreTheBuiltOnes()
    {
        QFETCH(int, style);
        QFETCH(QString, face);
        const QRawFont raw = QRawFont::fromFont(font(static_cast<TextStyle>(style)));
        QCOMPARE(raw.familyName(), QStringLiteral("Inter Tab"));
        QCOMPARE(raw.styleName().remove(QLatin1Char(' ')), face);
    }

    void digitsAreTabular()
    {
        const QFontMetricsF metrics(font(TextStyle::Body));
        const qreal zero = metrics.horizontalAdvance(QLatin1Char('0'));
        for (char digit = '1'; digit <= '9'; ++digit) {
            QCOMPARE(metrics.horizontalAdvance(QLatin1Char(digit)), zero);
        }
        QVERIFY(metrics.horizontalAdvance(QStringLiteral("å")) > 0);
    }

    void textIsReadable_data()
    {
        QTest::addColumn<int>("text");
        QTest::addColumn<double>("least");
        for (const Role role : {Role::Text, Role::Secondary, Role::Accent, Role::Ok, Role::Warn, Role::Error}) {
            QTest::newRow(tokenKey(role)) << static_cast<int>(role) << 4.5;
        }
        QTest::newRow("borderStrong, an outline") << static_cast<int>(Role::BorderStrong) << 2.99;
    }

    void textIsReadable()
    {
        QFETCH(int, text);
        QFETCH(double, least);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            for (const Role ground :
                 {Role::Bg, Role::Surface, Role::SurfaceAlt, Role::Hover, Role::Pressed, Role::Selected}) {
                if (least < 4 && (ground == Role::Hover || ground == Role::Pressed || ground == Role::Selected)) {
                    continue; // outlines stand on page and card
                }
                const double c = contrast(tokenColor(static_cast<Role>(text), scheme), tokenColor(ground, scheme));
                QVERIFY2(c >= least,
                         qPrintable(
                             QStringLiteral("%1 on %2: %3")
                                 .arg(QLatin1String(tokenKey(static_cast<Role>(text))), QLatin1String(tokenKey(ground)))
                                 .arg(c)));
            }
        }
    }

    void buttonsAreReadable()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            for (const Role fill : {Role::Accent, Role::AccentHover, Role::AccentPressed}) {
                QVERIFY(contrast(tokenColor(Role::OnAccent, scheme), tokenColor(fill, scheme)) >= 4.5);
            }
            QVERIFY(contrast(tokenColor(Role::Surface, scheme), tokenColor(Role::Error, scheme)) >= 4.5);
            for (const auto& [ink, fill] :
                 {std::pair{Role::Warn, Role::WarnBg}, {Role::Error, Role::ErrorBg}, {Role::Accent, Role::InfoBg}}) {
                QVERIFY(contrast(tokenColor(ink, scheme), tokenColor(fill, scheme)) >= 4.5);
            }
        }
    }

    void everyIconDrawsSomething()
    {
        for (int i = 0; i <= static_cast<int>(Icon::Move); ++i) {
            for (const bool on : {false, true}) {
                const QImage image = iconPixmap(static_cast<Icon>(i), Qt::black, 16, 2, on).toImage();
                QCOMPARE(image.width(), 32);
                bool ink = false;
                for (int y = 0; y < image.height() && !ink; ++y) {
                    for (int x = 0; x < image.width() && !ink; ++x) {
                        ink = qAlpha(image.pixel(x, y)) > 100;
                    }
                }
                QVERIFY2(ink, qPrintable(QString::number(i)));
            }
        }
        QVERIFY(iconByName(QStringLiteral("Vault")) == Icon::Vault);
        QVERIFY(!iconByName(QStringLiteral("vault")));
    }

    void iconsFollowTheTheme()
    {
        const QIcon vault = icon(Icon::On, Role::Accent);
        const auto middle = [&](QIcon::Mode mode) {
            return vault.pixmap(QSize(16, 16), 1.0, mode).toImage().pixelColor(8, 8).rgb();
        };
        QCOMPARE(middle(QIcon::Normal), tokenColor(Role::Accent, Scheme::Light).rgb());
        QCOMPARE(middle(QIcon::Disabled), tokenColor(Role::Disabled, Scheme::Light).rgb());
        m_theme->setChoice(ThemeChoice::Dark);
        QCOMPARE(middle(QIcon::Normal), tokenColor(Role::Accent, Scheme::Dark).rgb());
    }

    void linesAreEquallyThick_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("pixels");
        QTest::newRow("1") << 1.0 << 1;
        QTest::newRow("1.25") << 1.25 << 1;
        QTest::newRow("1.5") << 1.5 << 1;
        QTest::newRow("2") << 2.0 << 2;
    }

    void linesAreEquallyThick()
    {
        QFETCH(double, scale);
        QFETCH(int, pixels);
        for (int offset = 0; offset < 5; ++offset) {
            QImage image(static_cast<int>(20 * scale), static_cast<int>(20 * scale),
                         QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(scale);
            image.fill(Qt::white);
            QPainter painter(&image);
            hline(painter, QRectF(0, 5 + offset, 20, 1), Qt::black);
            painter.end();
            int dark = 0;
            for (int y = 0; y < image.height(); ++y) {
                const int grey = qGray(image.pixel(5, y));
                QVERIFY(grey == 0 || grey == 255);
                dark += grey == 0 ? 1 : 0;
            }
            QCOMPARE(dark, pixels);
        }
    }

    void wrappedTextHasTheDesignsLines()
    {
        TextBlock block;
        block.setSpans(
            {{QStringLiteral("Varning. "), TextStyle::BodyStrong, Role::Text},
             {QStringLiteral("Principen är kopplad, men inga data har kopierats ännu."), TextStyle::Body, Role::Text}});
        QCOMPARE(block.setWidth(2000), 20.0);
        const qreal three = block.setWidth(160);
        QCOMPARE(three, block.lineCount() * 20.0);
        QVERIFY(block.lineCount() >= 3);
    }

    void noStyleSheetAnywhere()
    {
        QVERIFY(qApp->styleSheet().isEmpty());
        QVERIFY(qobject_cast<ValvStyle*>(qApp->style()));
    }

    void ringOnlyForTheKeyboard()
    {
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* edit = new QLineEdit;
        auto* button = new QPushButton(QStringLiteral("OK"));
        layout->addWidget(edit);
        layout->addWidget(button);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Tab);
        QVERIFY(hasKeyFocus(button));
        edit->setFocus();
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(button->hasFocus());
        QVERIFY(!hasKeyFocus(button));
    }

    void controlsHaveTheDesignsHeights()
    {
        QPushButton button(QStringLiteral("Avbryt"));
        QCOMPARE(button.sizeHint().height(), Size::button);
        setSmall(&button);
        QCOMPARE(button.sizeHint().height(), Size::controlSmall);
        QLineEdit edit;
        QCOMPARE(edit.sizeHint().height(), Size::control);
    }
};

VALV_TEST(ThemeTest)

} // namespace tst_theme

#include "tst_theme.moc"
