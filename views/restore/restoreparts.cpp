// SPDX-License-Identifier: GPL-3.0-or-later
#include "restore/restoreparts.h"

#include "controls/card.h"
#include "controls/label.h"
#include "presentation/text/format.h"
#include "theme/fonts.h"
#include "theme/icons.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {
namespace {

//! A check box whose text is cut in the middle when there is no room, with the whole in the tool tip.
class NameBox : public QCheckBox
{
public:
    explicit NameBox(const QString& name)
        : m_name(name)
    {
        setAccessibleName(name);
        setText(name);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setMinimumHeight(Size::rowCompact);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {mark() + fontMetrics().horizontalAdvance(m_name) + Space::xs, QCheckBox::sizeHint().height()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {mark() + Space::xxl, QCheckBox::minimumSizeHint().height()};
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QCheckBox::resizeEvent(event);
        const auto shown = fontMetrics().elidedText(m_name, Qt::ElideMiddle, std::max(0, width() - mark()));
        setToolTip(shown == m_name ? QString() : m_name);
        if (shown != text()) {
            setText(shown);
        }
    }

private:
    //! Everything but the text.
    [[nodiscard]] int mark() const { return QCheckBox::sizeHint().width() - fontMetrics().horizontalAdvance(text()); }
    QString m_name;
};

class Arrow : public QWidget
{
public:
    Arrow() { setFixedSize(Size::iconSmall, lineHeight(TextStyle::Body)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), Icon::Forward, Role::Secondary);
    }
};

} // namespace

DiskList::DiskList(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(Space::md);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(0, 1);
    layout->addLayout(m_grid);
    m_note = new Label(LabelKind::Caption);
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
}

void DiskList::setDisks(const QList<contract::RecoveryPointDisk>& disks, const presentation::Format& format)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    qDeleteAll(m_others);
    m_others.clear();
    bool system = false;
    for (int i = 0; i < disks.size(); ++i) {
        const auto& disk = disks.at(i);
        if (i > 0) {
            auto* line = new Divider;
            m_grid->addWidget(line, 2 * i - 1, 0, 1, 3);
            m_others.append(line);
        }
        auto* box = new NameBox(disk.name);
        box->setObjectName(QStringLiteral("restore.disk.%1").arg(disk.lun));
        box->setProperty("lun", disk.lun);
        box->setChecked(!m_leftOut.contains(disk.lun));
        const bool isSystem = disk.lun < 0;
        auto* role = new Label(LabelKind::Secondary,
                               isSystem ? tr("Operating system")
                                        //: a data disk and its number, LUN
                                        : tr("Data, LUN %1").arg(disk.lun));
        auto* size = new Label(LabelKind::Body,
                               disk.capacityBytes > 0 ? format.size(static_cast<quint64>(disk.capacityBytes))
                                                      : QStringLiteral("–"));
        role->setElideMode(Qt::ElideNone);
        size->setElideMode(Qt::ElideNone);
        size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (isSystem) {
            system = true;
            box->setChecked(true);
            box->setEnabled(false);
            box->setAccessibleDescription(tr("The operating-system disk is always restored."));
            box->setToolTip(box->accessibleDescription());
        } else {
            box->setAccessibleDescription(role->text() + QStringLiteral(", ") + size->text());
        }
        connect(box, &QCheckBox::toggled, this, [this, lun = disk.lun](bool on) {
            if (on) {
                m_leftOut.remove(lun);
            } else {
                m_leftOut.insert(lun);
            }
            Q_EMIT changed();
        });
        m_grid->addWidget(box, 2 * i, 0);
        m_grid->addWidget(role, 2 * i, 1);
        m_grid->addWidget(size, 2 * i, 2);
        m_boxes.append(box);
        m_others.append(role);
        m_others.append(size);
    }
    m_note->setText(system && disks.size() > 1 ? tr("The operating-system disk is always restored.") : QString());
    m_note->setVisible(!m_note->text().isEmpty());
}

int DiskList::chosen() const
{
    return static_cast<int>(
        std::count_if(m_boxes.cbegin(), m_boxes.cend(), [](const auto* box) { return box->isChecked(); }));
}

QList<int> DiskList::chosenLuns() const
{
    QList<int> luns;
    for (const auto* box : m_boxes) {
        const int lun = box->property("lun").toInt();
        if (box->isChecked() && lun >= 0) {
            luns.append(lun);
        }
    }
    return luns;
}

ArrowLines::ArrowLines(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Space::xs);
}

void ArrowLines::setLines(const QStringList& lines)
{
    while (m_labels.size() < lines.size()) {
        auto* row = new QHBoxLayout;
        row->setSpacing(Space::sm);
        row->addWidget(new Arrow, 0, Qt::AlignTop);
        auto* label = new Label(LabelKind::Body);
        label->setWordWrap(true);
        row->addWidget(label, 1);
        m_layout->addLayout(row);
        m_labels.append(label);
    }
    for (int i = 0; i < m_labels.size(); ++i) {
        m_labels.at(i)->setText(lines.value(i));
    }
}

} // namespace valv::views
