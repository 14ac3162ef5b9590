// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/pricescard.h"

#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/label.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/text/errortext.h"

#include <QEvent>
#include <QLineEdit>

#include <algorithm>

namespace valv::views {

using presentation::Prices;

PricesCard::PricesCard(const Context& context, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
    , m_currency(new ComboBox)
    , m_currencyField(new Field({}, m_currency))
    , m_text(new Label(LabelKind::Secondary))
{
    m_text->setWordWrap(true);
    add(m_text);
    m_currency->setObjectName(QStringLiteral("settings.currency"));
    for (const auto& currency : Prices::currencies()) {
        m_currency->addChoice(currency, currency);
    }
    add(m_currencyField);
    m_rows.reserve(4);
    addRow("settings.priceSmall", &Prices::small);
    addRow("settings.priceFull", &Prices::full);
    addRow("settings.priceLocal", &Prices::local);
    addRow("settings.priceGeo", &Prices::geo);
    connect(m_currency, &QComboBox::activated, this, [this](int index) {
        auto prices = m_context.settings.prices();
        prices.currency = m_currency->itemData(index).toString();
        m_context.settings.setPrices(prices);
    });
    connect(&context.settings, &presentation::Settings::changed, this, [this](presentation::Settings::Key key) {
        if (key == presentation::Settings::Key::Prices) {
            update();
        }
    });
    retranslate();
}

void PricesCard::addRow(const char* name, std::optional<double> Prices::*price)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    auto* field = new Field({}, edit);
    add(field);
    const auto index = m_rows.size();
    m_rows.append({price, field, edit});
    connect(edit, &QLineEdit::textEdited, this, [this, index] { checkAll(); });
    const auto done = [this, index] {
        m_rows[index].left = true;
        checkAll();
        save(m_rows[index]);
    };
    connect(field, &Field::left, this, done);
    connect(edit, &QLineEdit::returnPressed, this, done);
}

bool PricesCard::hasPrices() const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [](const Row& row) { return !row.edit->text().trimmed().isEmpty(); });
}

void PricesCard::checkAll()
{
    for (auto& row : m_rows) {
        if (row.left) {
            check(row);
        }
    }
}

void PricesCard::check(Row& row)
{
    const auto typed = Prices::typed(row.edit->text());
    const auto problem =
        typed.problem.isEmpty() && !typed.price && hasPrices() ? QStringLiteral("ValPrice") : typed.problem;
    row.field->setError(
        problem.isEmpty()
            ? QString()
            : presentation::ErrorText::of(problem, QVariantList(), m_context.language.locale()).underField());
}

void PricesCard::save(const Row& row)
{
    auto prices = m_context.settings.prices();
    if (!hasPrices()) {
        for (const auto& each : m_rows) {
            prices.*each.price = std::nullopt;
        }
    } else if (const auto typed = Prices::typed(row.edit->text()); typed.price) {
        prices.*row.price = typed.price;
    } else {
        return;
    }
    m_context.settings.setPrices(prices);
}

void PricesCard::update()
{
    const auto prices = m_context.settings.prices();
    m_currency->setCurrentIndex(m_currency->findData(prices.currency));
    for (auto& row : m_rows) {
        const auto typed = Prices::typed(row.edit->text());
        const bool same = typed.problem.isEmpty() && typed.price == prices.*row.price;
        if (!row.edit->hasFocus() && !row.field->hasError() && !same) { // what is being typed stays
            row.edit->setText(Prices::editable(prices.*row.price, m_context.language.locale()));
        }
    }
}

void PricesCard::focusFirst()
{
    m_rows.first().edit->setFocus(Qt::OtherFocusReason);
}

void PricesCard::retranslate()
{
    setTitle(tr("Prices"));
    m_text->setText(tr("Valv ships no prices. With yours it estimates what a month costs, in reports and for each "
                       "vault. Give all four; 0 is a price too."));
    m_currencyField->setLabel(tr("C&urrency"));
    const QString labels[]{tr("&Small instance, at most 50 GB, a month"), tr("&Full instance, a month"),
                           tr("GB stored, &locally redundant, a month"), tr("GB stored, &geo-redundant, a month")};
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        auto& row = m_rows[i];
        row.field->setLabel(labels[i]);
        if (!row.field->hasError() && !row.edit->hasFocus()) { // with the decimal sign of the language
            row.edit->clear();
        }
    }
    update();
    checkAll();
}

void PricesCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace valv::views
