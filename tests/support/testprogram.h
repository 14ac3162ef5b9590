// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>
#ifdef QT_WIDGETS_LIB
#    include <QApplication>
#endif

namespace valv::test {

//! \brief The tests of one folder are one program: they read the same headers once, and are linked once. Each stands in
//! a namespace called as its file, since several files are compiled as one. ctest runs one of them: the program's first
//! argument is the file's name without ".cpp"; the others are QTest's.
class ProgramTest
{
public:
    using Run = int (*)(int argc, char** argv);
    //! \param file its source, __FILE__; \param run makes the application and the test, and runs it
    ProgramTest(const char* file, Run run);
};

} // namespace valv::test

//! In place of QTEST_MAIN, within the test's namespace.
#define VALV_TEST_IN(Application, Class)                                                                               \
    static const valv::test::ProgramTest programTest(__FILE__, [](int argc, char** argv) {                             \
        Application app(argc, argv);                                                                                   \
        app.setAttribute(Qt::AA_Use96Dpi, true); /* as QTEST_MAIN */                                                   \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    });
#define VALV_TEST(Class) VALV_TEST_IN(QApplication, Class)
#define VALV_TEST_GUILESS(Class) VALV_TEST_IN(QCoreApplication, Class)
