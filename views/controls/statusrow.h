// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statuskind.h"
#include "theme/textblock.h"

#include <QAbstractButton>

namespace valv::views {

//! \brief One state and how many are in it: "✓ Protected   6". A click opens what is counted.
class CountRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit CountRow(StatusKind kind, QWidget* parent = nullptr);
    void setCount(const QString& text, const QString& count);
    //! False: shows only, no Tab stop, no hover.
    void setClickable(bool on);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    StatusKind m_kind;
    QString m_count;
};

//! \brief Something that happened: icon and title, below it a caption, with a line under both. A long title takes more
//! lines: what it counts stands at its end. A click opens it.
class EventRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit EventRow(QWidget* parent = nullptr);
    void setEvent(StatusKind kind, const QString& title, const QString& caption);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    StatusKind m_kind = StatusKind::None;
    TextBlock m_title;
    QString m_caption;
};

} // namespace valv::views
