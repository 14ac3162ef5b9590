// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statuskind.h"

#include <QList>
#include <QWidget>

namespace valv::views {

class FlowLayout;
class LinkButton;
class StatusText;

//! \brief One point of a check list: how it stands, in words, and beneath links to where it is done.
class CheckLine : public QWidget
{
    Q_OBJECT
public:
    struct Link
    {
        QString text;
        QString name = {}; //!< for the reader; empty: the text says enough
        friend bool operator==(const Link&, const Link&) = default;
    };
    explicit CheckLine(QWidget* parent = nullptr);
    //! The focus stays as near as it can when links go.
    void setState(StatusKind kind, const QString& text, const QList<Link>& links = {});
    [[nodiscard]] StatusKind kind() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] const QList<Link>& links() const { return m_links; }

Q_SIGNALS:
    //! \param link its place among the links
    void activated(int link);

private:
    void setLinks(const QList<Link>& links);

    StatusText* m_text;
    QWidget* m_place; //!< of the links
    FlowLayout* m_flow;
    QList<Link> m_links;
    QList<LinkButton*> m_buttons;
};

} // namespace valv::views
