// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statuskind.h"

#include <QWidget>

namespace valv::views {

class LinkButton;
class StatusText;

//! \brief One point of a check list: how it stands, in words, and a link to where it is done.
class CheckLine : public QWidget
{
    Q_OBJECT
public:
    explicit CheckLine(QWidget* parent = nullptr);
    //! \param link empty: nothing to go to
    void setState(StatusKind kind, const QString& text, const QString& link = {}, const QString& linkName = {});
    [[nodiscard]] StatusKind kind() const;
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void activated();

private:
    StatusText* m_text;
    LinkButton* m_link;
};

} // namespace valv::views
