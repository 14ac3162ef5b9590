// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace valv::views {

//! \brief Where the copies of a vault are: one place, or two with an arrow between them. A picture for the eye: the
//! words beside it say the same.
class SiteDiagram : public QWidget
{
    Q_OBJECT
public:
    explicit SiteDiagram(QWidget* parent = nullptr);
    //! \param second empty: only one place
    void setSites(const QString& first, const QString& second, const QString& arrow);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_first;
    QString m_second;
    QString m_arrow;
};

} // namespace valv::views
