// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/context.h"

#include <QList>
#include <QWidget>

class QBoxLayout;

namespace valv::views {

class Card;
class RadioCard;

//! \brief Where the workload runs, and what of it is to be backed up. What Valv can't back up is shown, and says so.
//! Source: flows.md C3.
class GoalStep : public QWidget
{
    Q_OBJECT
public:
    explicit GoalStep(const Context& context, QWidget* parent = nullptr);

    [[nodiscard]] QString whereQuestion() const;
    [[nodiscard]] QString where() const; //!< the answer, in words
    [[nodiscard]] QString whatQuestion() const;
    [[nodiscard]] QString what() const;
    void focusFirst();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Card* makeQuestion(QList<RadioCard*>& answers, const QStringList& names);
    void retranslate();

    const Context m_context;
    QBoxLayout* m_columns;
    Card* m_whereCard;
    Card* m_whatCard;
    QList<RadioCard*> m_where; //!< the first is the one that can be chosen
    QList<RadioCard*> m_what;
};

} // namespace valv::views
