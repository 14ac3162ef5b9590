// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QVariant>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace valv::views {

//! \brief Two to five choices in one outlined row ("30 d | 90 d | 1 year"). One Tab stop, arrows choose.
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget* parent = nullptr);

    int addSegment(const QString& text, const QVariant& value = {});
    void setSegmentText(int index, const QString& text);
    void setSegmentReason(int index, const QString& reason);
    [[nodiscard]] int count() const;
    [[nodiscard]] int currentIndex() const;
    void setCurrentIndex(int index);
    [[nodiscard]] QVariant currentData() const;
    void setCurrentData(const QVariant& value);
    [[nodiscard]] QAbstractButton* segment(int index) const;
    //! 28 high.
    void setCompact(bool on);
    //! The segments share the width.
    void setStretch(bool on);

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    QButtonGroup* m_group = nullptr;
    QHBoxLayout* m_layout = nullptr;
    QVector<QVariant> m_data;
};

} // namespace valv::views
