// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/card.h"
#include "frame/context.h"
#include "presentation/text/prices.h"

#include <QList>

class QLineEdit;

namespace valv::views {

class ComboBox;
class Field;

//! \brief What backup costs: four prices and their currency, saved as they are typed. What is no price is said beside
//! its field, and the price of before stays in force. Who gives one gives all four: an empty one beside others is no
//! price, and four empty ones are no estimate at all. Source: flows.md H4.
class PricesCard : public Card
{
    Q_OBJECT
public:
    explicit PricesCard(const Context& context, QWidget* parent = nullptr);

    void focusFirst();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row
    {
        std::optional<double> presentation::Prices::*price;
        Field* field;
        QLineEdit* edit;
        bool left = false; //!< once: from then on each keystroke is checked
    };
    void addRow(const char* name, std::optional<double> presentation::Prices::*price);
    void check(Row& row);
    void checkAll(); //!< a price asks for the others, and the last one that goes asks for none
    void save(const Row& row);
    [[nodiscard]] bool hasPrices() const; //!< typed, right or wrong
    void update(); //!< what the settings say, in the person's language
    void retranslate();

    const Context m_context;
    ComboBox* m_currency;
    Field* m_currencyField;
    Label* m_text;
    QList<Row> m_rows;
};

} // namespace valv::views
