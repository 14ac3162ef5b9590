// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace valv::views {

//! \brief Keys in small boxes with a word after them: [↑][↓] move. Not a Tab stop; hidden from readers.
class KeyHint : public QWidget
{
    Q_OBJECT
public:
    explicit KeyHint(const QStringList& keys, const QString& text = {}, QWidget* parent = nullptr);
    void setHint(const QStringList& keys, const QString& text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_keys;
    QString m_text;
};

} // namespace valv::views
