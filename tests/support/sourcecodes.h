// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

namespace valv::test {

//! \brief The codes of the errors that the sources in some folders make, read from the sources themselves, so that a
//! new one can't come without words. What only says the words, or is said in a terminal, is left out.
//! \param files counted up by what was read
inline QSet<QString> codesMadeIn(const QStringList& folders, int* files = nullptr)
{
    static const QRegularExpression made(QStringLiteral(
        "(?:\\b(?:failure|problem)\\(|\\bfault\\(QStringLiteral\\(|\\bError ?\\w* ?\\{|return \\{|, ?\\{|return "
        "fail\\w*\\()\\s*\"([A-Z][A-Za-z]+)\""
        "(?=\\)?\\s*,\\s*(?:\"|Q|tr\\(|[a-z]\\w*[(.]))"));
    static const QRegularExpression leftOut(QStringLiteral("/contract/\\w+errors\\.cpp$|/options\\.cpp$"));
    QSet<QString> codes;
    for (const auto& folder : folders) {
        QDirIterator it(QStringLiteral(VALV_SOURCE_DIR "/") + folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (leftOut.match(file.fileName()).hasMatch() || !file.open(QIODevice::ReadOnly)) {
                continue;
            }
            if (files != nullptr) {
                ++*files;
            }
            const auto text = QString::fromUtf8(file.readAll());
            for (auto found = made.globalMatch(text); found.hasNext();) {
                codes.insert(found.next().captured(1));
            }
        }
    }
    return codes;
}

} // namespace valv::test
