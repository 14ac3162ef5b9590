// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

namespace valv::views {

class LinkButton;

//! \brief Where the page is: links with chevrons between, the last one plain. 32 high. Middle parts fold into "…" when
//! narrow.
class Breadcrumb : public QWidget
{
    Q_OBJECT
public:
    struct Part
    {
        QString text;
        QString id; //!< what activated() tells
        friend bool operator==(const Part&, const Part&) = default;
    };
    explicit Breadcrumb(QWidget* parent = nullptr);
    void setParts(const QVector<Part>& parts);
    [[nodiscard]] QVector<Part> parts() const { return m_parts; }
    void setMargin(int px);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();

    QVector<Part> m_parts;
    QVector<LinkButton*> m_links;
    QVector<QRect> m_chevrons;
    QRect m_fold;
    QRect m_last;
    int m_margin;
};

} // namespace valv::views
