// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/widgetwalk.h"

#include "controls/accessible.h"
#include "controls/formhold.h"
#include "controls/skeleton.h"
#include "controls/tabledelegate.h"
#include "theme/fonts.h"

#include <QAbstractScrollArea>
#include <QDir>
#include <QHeaderView>
#include <QScrollBar>

namespace valv::test {

namespace {

constexpr int leading = 4; //!< what a line may be lower than its line height and still hold its letters

} // namespace

QString widgetName(const QWidget* widget)
{
    QStringList path;
    for (const auto* at = widget; at != nullptr && path.size() < 4; at = at->parentWidget()) {
        QString part = QString::fromLatin1(at->metaObject()->className()).section(QStringLiteral("::"), -1);
        if (!at->objectName().isEmpty() && !at->objectName().startsWith(QLatin1String("qt_"))) {
            part += QLatin1Char('#') + at->objectName();
        }
        path.prepend(part);
    }
    return path.join(QLatin1Char('/'));
}

QString accessibleNameOf(QWidget* widget)
{
    auto* interface = QAccessible::queryAccessibleInterface(widget);
    return interface == nullptr ? QString() : interface->text(QAccessible::Name).trimmed();
}

void keepPicture(QWidget& window, const QString& name)
{
    const auto folder = qEnvironmentVariable("VALV_WALK_PICTURES");
    if (!folder.isEmpty()) {
        for (auto* skeleton : window.findChildren<views::Skeleton*>()) {
            skeleton->setDelay(0);
            if (skeleton->isVisible()) { // at once counts from when it is shown
                skeleton->hide();
                skeleton->show();
            }
        }
        QDir().mkpath(folder);
        window.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }
}

bool isShown(const QWidget* widget, const QWidget& root)
{
    return widget->isVisibleTo(&root) && widget->width() > 0 && widget->height() > 0;
}

bool canBeUsed(QWidget* widget)
{
    auto* interface = QAccessible::queryAccessibleInterface(widget);
    return widget->isEnabled() && (interface == nullptr || !interface->state().disabled);
}

bool isControl(const QWidget* widget)
{
    // The icons inside a line edit are reached by its own keys.
    if (qobject_cast<const QScrollBar*>(widget) != nullptr || widget->inherits("QHeaderView")
        || qobject_cast<const QLineEdit*>(widget->parentWidget()) != nullptr) {
        return false;
    }
    return qobject_cast<const QAbstractButton*>(widget) != nullptr || (widget->focusPolicy() & Qt::TabFocus) != 0;
}

QStringList namelessControls(const QWidget& root)
{
    QStringList faults;
    for (auto* widget : root.findChildren<QWidget*>()) {
        if (!isShown(widget, root) || !isControl(widget) || qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr
            || (widget->focusProxy() != nullptr && qobject_cast<QAbstractButton*>(widget) == nullptr)) {
            continue;
        }
        if (accessibleNameOf(widget).isEmpty()) {
            faults.append(QStringLiteral("no accessible name: ") + widgetName(widget));
        }
    }
    return faults;
}

QStringList unexplained(const QWidget& root)
{
    QStringList faults;
    for (const auto* button : root.findChildren<QAbstractButton*>()) {
        bool locked = !button->isEnabled() && button->parentWidget()->isEnabled(); // else what it stands in is
        for (const auto* at = button->parentWidget(); locked && at != nullptr; at = at->parentWidget()) {
            locked = views::busyWith(at).isEmpty(); // the place says what is under way
        }
        if (isShown(button, root) && isControl(button) && locked && button->toolTip().isEmpty()
            && button->accessibleDescription().isEmpty()) {
            faults.append(
                QStringLiteral("disabled, nobody knows why: “%1” (%2)").arg(button->text(), widgetName(button)));
        }
    }
    return faults;
}

QSize neededSize(const QWidget* widget, QString& text)
{
    if (const auto* label = qobject_cast<const views::Label*>(widget)) {
        text = label->text();
        if (label->elideMode() == Qt::ElideMiddle && !label->wordWrap()) {
            return {};
        }
        return label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
    }
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        text = label->text();
        return label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
    }
    if (const auto* status = qobject_cast<const views::StatusText*>(widget)) {
        text = status->text();
        return status->hasHeightForWidth() ? QSize(0, status->heightForWidth(status->width())) : status->sizeHint();
    }
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (button != nullptr && qobject_cast<const QLineEdit*>(widget->parentWidget()) == nullptr) {
        text = button->text();
        // A button may be lower than it likes to be: its text still fits.
        return button->hasHeightForWidth() ? QSize(0, button->heightForWidth(button->width()))
                                           : QSize(button->sizeHint().width(), 0);
    }
    return {};
}

QStringList cutTexts(const QWidget& root)
{
    QStringList faults;
    for (const auto* widget : root.findChildren<QWidget*>()) {
        QString text;
        if (!isShown(widget, root)) {
            continue;
        }
        const QSize needed = neededSize(widget, text);
        if (text.trimmed().isEmpty()) {
            continue;
        }
        const auto fault = [&](const QString& what) {
            faults.append(QStringLiteral("%1: “%2” (%3)").arg(what, text, widgetName(widget)));
        };
        if (needed.width() > widget->width() + 1) {
            fault(QStringLiteral("cut, %1 px of %2").arg(widget->width()).arg(needed.width()));
        } else if (needed.height() > widget->height() + (needed.width() > 0 ? leading : 1)) {
            fault(QStringLiteral("cut in height, %1 px of %2").arg(widget->height()).arg(needed.height()));
        }
        for (const auto* inner = widget; inner != &root && inner->parentWidget() != nullptr;
             inner = inner->parentWidget()) {
            const auto* outer = inner->parentWidget();
            if (qobject_cast<const QScrollArea*>(outer->parentWidget()) != nullptr) {
                break; // is scrolled; whether it has to be sideways is looked at elsewhere
            }
            if (!outer->rect().adjusted(-1, -1, 1, 1).contains(inner->geometry())) {
                fault(QStringLiteral("sticks out of %1").arg(widgetName(outer)));
                break;
            }
        }
    }
    return faults;
}

QStringList sidewaysScrolling(const QWidget& root)
{
    QStringList faults;
    for (const auto* area : root.findChildren<QAbstractScrollArea*>()) {
        if (!isShown(area, root)) {
            continue;
        }
        const auto* scrolled = qobject_cast<const QScrollArea*>(area);
        const int hidden = scrolled != nullptr && scrolled->widget() != nullptr
            ? scrolled->widget()->width() - scrolled->viewport()->width()
            : area->horizontalScrollBar()->maximum();
        const bool isText = area->inherits("QTextEdit") || area->inherits("QPlainTextEdit");
        if (hidden > 1 && !isText) {
            faults.append(QStringLiteral("%1 px out of sight at the side: %2").arg(hidden).arg(widgetName(area)));
        }
    }
    return faults;
}

QStringList cutCells(const QWidget& root, int rows)
{
    QStringList faults;
    for (const auto* table : root.findChildren<views::Table*>()) {
        const auto* delegate = qobject_cast<views::TableDelegate*>(table->itemDelegate());
        if (!isShown(table, root) || table->model() == nullptr || delegate == nullptr) {
            continue;
        }
        const auto* header = table->horizontalHeader();
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            if (table->isColumnHidden(column) || table->column(column).elide == Qt::ElideMiddle) {
                continue;
            }
            const qreal room = delegate->contentRect(QRectF(0, 0, table->columnWidth(column), 1), column).width() + 1;
            const auto heading = table->heading(column);
            const bool sorted = header->isSortIndicatorShown() && header->sortIndicatorSection() == column;
            const int headingWidth = views::textWidth(views::TextStyle::CaptionStrong, heading) + (sorted ? 18 : 0);
            if (headingWidth > room) {
                faults.append(QStringLiteral("heading “%1” of %2: %3 px of %4")
                                  .arg(heading, widgetName(table))
                                  .arg(room)
                                  .arg(headingWidth));
            }
            for (int row = 0; row < std::min(rows, table->model()->rowCount()); ++row) {
                const auto cell = table->cell(table->model()->index(row, column));
                const qreal needed = delegate->contentWidth(cell, table->column(column).kind);
                if (needed > room) {
                    faults.append(QStringLiteral("“%1” under “%2” of %3: %4 px of %5")
                                      .arg(cell.text, heading, widgetName(table))
                                      .arg(room)
                                      .arg(needed));
                }
            }
        }
    }
    faults.removeDuplicates();
    return faults;
}

QString faultsOf(const QWidget& root)
{
    return (namelessControls(root) + unexplained(root) + cutTexts(root) + sidewaysScrolling(root) + cutCells(root))
        .join(QLatin1Char('\n'));
}

QStringList wordsOf(const QWidget& root)
{
    QStringList words;
    const auto add = [&words](const char* what, const QString& text) {
        if (!text.trimmed().isEmpty()) {
            words.append(QLatin1String(what) + QLatin1String(": ") + text);
        }
    };
    for (auto* widget : root.findChildren<QWidget*>()) {
        if (!isShown(widget, root)) {
            continue;
        }
        QString text;
        (void)neededSize(widget, text);
        add("text", text);
        add("name", widget->accessibleName());
        add("description", widget->accessibleDescription());
        add("tip", widget->toolTip());
        if (const auto* edit = qobject_cast<QLineEdit*>(widget)) {
            add("typed", edit->text());
            add("placeholder", edit->placeholderText());
        } else if (const auto* bar = qobject_cast<views::MessageBar*>(widget)) {
            add("message", bar->sentence());
        } else if (const auto* items = dynamic_cast<views::AccessibleItems*>(widget)) {
            for (int i = 0; i < items->itemCount(); ++i) {
                add("item", items->itemName(i) + QLatin1String(" | ") + items->itemDescription(i));
            }
        } else if (const auto* table = qobject_cast<views::Table*>(widget)) {
            for (int column = 0; table->model() != nullptr && column < table->model()->columnCount(); ++column) {
                add("heading", table->model()->headerData(column, Qt::Horizontal).toString());
                for (int row = 0; row < std::min(20, table->model()->rowCount()) && !table->isColumnHidden(column);
                     ++row) {
                    add("cell", table->cell(table->model()->index(row, column)).text);
                }
            }
        }
    }
    words.sort();
    words.removeDuplicates();
    return words;
}

QString spaced(QString text)
{
    return text.replace(QChar(QChar::Nbsp), QLatin1Char(' ')).replace(QChar(0x202f), QLatin1Char(' '));
}

bool says(const QWidget& root, const QString& text)
{
    return spaced(wordsOf(root).join(QLatin1Char('\n'))).contains(text);
}

QString difference(const QStringList& actual, const QStringList& expected)
{
    QStringList lines;
    for (const auto& line : actual) {
        if (!expected.contains(line)) {
            lines.append(QStringLiteral("+ ") + line);
        }
    }
    for (const auto& line : expected) {
        if (!actual.contains(line)) {
            lines.append(QStringLiteral("- ") + line);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

QList<QWidget*> tabStops(QWidget& window, const std::function<void(QWidget*)>& at)
{
    constexpr int limit = 200;
    QList<QWidget*> stops;
    for (int i = 0; i < limit; ++i) {
        QTest::keyClick(window.focusWidget() != nullptr ? window.focusWidget() : &window, Qt::Key_Tab);
        auto* stop = window.focusWidget();
        if (stop == nullptr || stops.contains(stop)) {
            break;
        }
        stops.append(stop);
        if (at) {
            at(stop);
        }
    }
    return stops;
}

QString lostStops(QWidget& window)
{
    QStringList faults;
    const auto look = [&faults, &window](QWidget* stop) {
        QRect seen = stop->rect();
        for (const auto* inner = stop; !seen.isEmpty() && inner != &window && inner->parentWidget() != nullptr;
             inner = inner->parentWidget()) {
            seen = seen.translated(inner->pos()).intersected(inner->parentWidget()->rect());
        }
        if (!stop->isVisible() || seen.isEmpty()) {
            faults.append(QStringLiteral("focus out of sight: ") + widgetName(stop));
        }
        if (accessibleNameOf(stop).isEmpty()) {
            faults.append(QStringLiteral("focus without a name: ") + widgetName(stop));
        }
    };
    (void)tabStops(window, look);
    return faults.join(QLatin1Char('\n'));
}

} // namespace valv::test
