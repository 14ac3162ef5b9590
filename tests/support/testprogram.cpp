// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"

#include <QCoreApplication>

#include <cstdio>
#include <map>
#include <string>

namespace valv::test {
namespace {

std::map<std::string, ProgramTest::Run>& tests()
{
    static std::map<std::string, ProgramTest::Run> all; // made before the first of them, in whichever file that is
    return all;
}

std::string nameOf(const std::string& file)
{
    const auto begin = file.find_last_of('/') + 1; // 0 where there is none
    return file.substr(begin, file.find_last_of('.') - begin);
}

} // namespace

ProgramTest::ProgramTest(const char* file, Run run)
{
    tests().emplace(nameOf(file), run);
}

} // namespace valv::test

int main(int argc, char** argv)
{
    const auto& all = valv::test::tests();
    const auto found = argc > 1 ? all.find(argv[1]) : all.end();
    if (found == all.end()) {
        std::fprintf(stderr, "usage: %s TEST [QTest's arguments], TEST one of:\n", argv[0]);
        for (const auto& [name, run] : all) {
            std::fprintf(stderr, "  %s\n", name.c_str());
        }
        return 2;
    }
    QCoreApplication::setApplicationName(QString::fromStdString(found->first)); // its settings are its own
    argv[1] = argv[0];
    return found->second(argc - 1, argv + 1);
}
