// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/statustext.h"
#include "theme/icons.h"

#include <QAbstractButton>

#include <optional>

namespace valv::views {

//! \brief A card with icon, title, a large number and a caption; a click opens what it counts. Compact: one row.
class Tile : public QAbstractButton
{
    Q_OBJECT
public:
    Tile(Icon icon, Role iconRole, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    //! Empty shows "–".
    void setValue(const QString& value);
    void setCaption(const QString& caption);
    void setCompact(bool on);
    //! False: shows only, no Tab stop, no hover.
    void setClickable(bool on);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void updateName();

    Icon m_icon;
    Role m_iconRole;
    QString m_value;
    QString m_caption;
    bool m_compact = false;
};

//! \brief A large number with a text below, for use inside a card ("412 / Recovery points"). With a status its
//! icon stands before the text and both take its colour.
class Counter : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Counter(const QString& text, QWidget* parent = nullptr);

    void setValue(const QString& value);
    void setStatus(std::optional<StatusKind> status);
    void setClickable(bool on);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void updateName();

    QString m_value;
    std::optional<StatusKind> m_status;
};

} // namespace valv::views
