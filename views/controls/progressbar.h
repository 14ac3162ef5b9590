// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QProgressBar>
#include <QWidget>

class QVariantAnimation;

namespace valv::views {

//! \brief A bar 4 px high. A QProgressBar for readers: give it an accessible name; rate and time left are its
//! description.
class ProgressBar : public QProgressBar
{
    Q_OBJECT
public:
    explicit ProgressBar(QWidget* parent = nullptr);
    //! Accent by default; Error for a failed job.
    void setRole(Role role);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Role m_role = Role::Accent;
};

//! \brief A 2 px line that runs while data is refreshed; with reduced motion it stands, full. Takes no input.
class ProgressLine : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressLine(QWidget* parent = nullptr);
    void setRunning(bool on);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void restart();

    QVariantAnimation* m_animation = nullptr;
    bool m_running = false;
};

//! \brief Paints a 4 px bar: groove, and the part 0..1 in the role's colour.
void paintProgress(QPainter& painter, const QRectF& rect, double part, Role role = Role::Accent);

} // namespace valv::views
