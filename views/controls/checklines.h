// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/statustext.h"

#include <QList>
#include <QWidget>

#include <utility>

class QVBoxLayout;

namespace valv::views {

//! \brief What was looked at and how it stands: one line each, an icon and a sentence that wraps.
class CheckLines : public QWidget
{
    Q_OBJECT
public:
    using Line = std::pair<StatusKind, QString>;

    explicit CheckLines(QWidget* parent = nullptr);
    void setLines(const QList<Line>& lines);
    [[nodiscard]] QList<Line> lines() const { return m_lines; }

private:
    QVBoxLayout* m_layout;
    QList<StatusText*> m_texts;
    QList<Line> m_lines;
};

} // namespace valv::views
