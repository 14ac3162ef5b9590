# SPDX-License-Identifier: GPL-3.0-or-later
# What every room shares: warnings, Qt's strict defines, sanitizers; and the three ways of adding a target.

# Most of Valv waits for a person or a disk, and compiles in two thirds of the time with -Og. What is hot (hashing, packing,
# reading back) asks for more, see valv_hot; it spends its time in libcrypto and libzstd, so that -O2 gains nothing over -O1.
set(CMAKE_CXX_FLAGS_RELEASE "-Og -DNDEBUG")
# GNU ld takes four times as long for the many programs of the tests; binutils brings both.
find_program(VALV_GOLD ld.gold)
if(VALV_GOLD AND NOT CMAKE_EXE_LINKER_FLAGS MATCHES "-fuse-ld")
  add_link_options(-fuse-ld=gold)
endif()
add_library(valv_plain INTERFACE)
target_compile_options(valv_plain INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  -Wconversion -Wno-sign-conversion
  -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds -Wno-restrict # GCC 12 sees them in its own <vector> and <string>
  $<$<CONFIG:Release>:-Wno-maybe-uninitialized> # with -Og it is wrong about <stop_token>; the sanitizer build is asked instead
  $<$<BOOL:${VALV_WERROR}>:-Werror>)
target_include_directories(valv_plain INTERFACE ${PROJECT_SOURCE_DIR}/models)
if(VALV_SANITIZE)
  string(REPLACE ";" "," VALV_SANITIZE_LIST "${VALV_SANITIZE}")
  target_compile_options(valv_plain INTERFACE -fsanitize=${VALV_SANITIZE_LIST} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(valv_plain INTERFACE -fsanitize=${VALV_SANITIZE_LIST})
endif()

add_library(valv_options INTERFACE)
target_link_libraries(valv_options INTERFACE valv_plain)
target_compile_definitions(valv_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# Several sources of a room are compiled as one, over precompiled headers of Qt: a clean build takes a third of the time.
# Off while one edits, so that a file must include what it uses (VALV_PRECOMPILED alone: edits compile in a third). Private names within a room therefore differ.
option(VALV_UNITY "Compile several sources of a room at once" OFF)
function(valv_unity name)
  if(VALV_UNITY)
    get_target_property(sources ${name} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    list(LENGTH sources count)
    math(EXPR batches "(${count} + 31) / 32") # as even as can be: a batch of one file costs nearly what one of ten does
    math(EXPR size "(${count} + ${batches} - 1) / ${batches}")
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${size})
  endif()
endfunction()

# Qt's headers, once for the rooms without widgets and once for those with.
option(VALV_PRECOMPILED "Precompile Qt's headers" ${VALV_UNITY})
if(VALV_PRECOMPILED)
  foreach(kind core widgets)
    add_library(valv_${kind}_headers STATIC ${CMAKE_CURRENT_LIST_DIR}/precompiled.cpp)
    set_target_properties(valv_${kind}_headers PROPERTIES AUTOMOC OFF)
  endforeach()
  set(core_headers <QDateTime> <QFuture> <QFutureWatcher> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QLocale> <QObject>
    <QString> <QStringList> <QTimer> <QUrl> <QVariant> <algorithm> <functional> <map> <memory> <optional> <string> <vector>
    <tl/expected.hpp>)
  target_link_libraries(valv_core_headers PRIVATE valv_options tl::expected Qt6::Core)
  target_precompile_headers(valv_core_headers PRIVATE ${core_headers})
  target_link_libraries(valv_widgets_headers PRIVATE valv_options tl::expected Qt6::Widgets)
  target_precompile_headers(valv_widgets_headers PRIVATE ${core_headers} <QAbstractItemModel> <QAccessible> <QAction> <QApplication>
    <QEvent> <QLabel> <QPainter> <QPainterPath> <QProxyStyle> <QScrollArea> <QStyleOption> <QToolButton> <QVBoxLayout> <QWidget>)
endif()
# "core" where the folder's others have widgets and this has none.
function(valv_precompiled name)
  if(VALV_PRECOMPILED)
    file(RELATIVE_PATH place ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
    if(place MATCHES "^(tests/)?views|^tests/(flows|support)|^app/console" AND NOT "${ARGN}" STREQUAL "core")
      target_precompile_headers(${name} REUSE_FROM valv_widgets_headers)
    else()
      target_precompile_headers(${name} REUSE_FROM valv_core_headers)
    endif()
  endif()
endfunction()

# Most of moc's time is saved so, see moc.sh.in.
get_target_property(VALV_MOC Qt6::moc LOCATION)
configure_file(${CMAKE_CURRENT_LIST_DIR}/moc.sh.in ${CMAKE_BINARY_DIR}/moc.sh FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE @ONLY)
function(valv_moc name)
  set_target_properties(${name} PROPERTIES AUTOMOC_EXECUTABLE ${CMAKE_BINARY_DIR}/moc.sh)
endfunction()

# What moc wrote is compiled with the room's sources, which have read the same headers; CMake keeps it apart by itself.
function(valv_moc_within name)
  set(mocs ${name}_autogen/mocs_compilation.cpp)
  file(CONFIGURE OUTPUT ${name}_mocs.cpp CONTENT "#include \"${mocs}\"\n" @ONLY)
  target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}_mocs.cpp)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_mocs.cpp PROPERTIES SKIP_AUTOGEN ON)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${mocs} PROPERTIES HEADER_FILE_ONLY ON)
endfunction()

# A room without Qt: plain C++20, so that ThreadSanitizer is exact on it.
function(valv_plain_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
  target_link_libraries(${name} PUBLIC valv_plain ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
  valv_unity(${name})
endfunction()

# Each byte of a backup passes here.
function(valv_hot name)
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
endfunction()

# A room that may use Qt.
function(valv_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(${name} PUBLIC valv_options ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
  valv_moc(${name})
  if(VALV_UNITY)
    valv_moc_within(${name})
  endif()
  valv_unity(${name})
  valv_precompiled(${name})
endfunction()

# Qt tells each test its own folder, which none asks for: without that, tests can share precompiled headers.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

# What tests share: defines, headers, moc.
function(valv_test_program name)
  cmake_parse_arguments(T "" "" "LIBS" ${ARGN})
  target_link_libraries(${name} PRIVATE valv_options Qt6::Test ${T_LIBS})
  valv_moc(${name})
  if(VALV_PRECOMPILED AND "${T_LIBS}" MATCHES "valv_pagerig|valv_flow")
    target_precompile_headers(${name} REUSE_FROM valv_pagetest_headers) # tests/support
  elseif(VALV_PRECOMPILED AND NOT "${T_LIBS}" MATCHES "valv_(console|controls|shell|theme)|Qt6::Gui")
    target_link_libraries(${name} PRIVATE Qt6::Network) # what QTest reads depends on it
    target_precompile_headers(${name} REUSE_FROM valv_test_headers)
  else()
    valv_precompiled(${name})
  endif()
  # A test's moc stands in its source; what stands here is empty, and reading Qt's headers for it takes a second.
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp PROPERTIES
    SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

function(valv_test_common name)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests/bin)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE VALV_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
endfunction()

# How a test of ctest runs; demo: it works on copies of the demo estate, which is made once for all of them.
function(valv_test_runs test program demo)
  set(timeout 300) # s
  if(VALV_SANITIZE)
    set(timeout 1200)
  endif()
  set_tests_properties(${test} PROPERTIES TIMEOUT ${timeout} ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/tests/run;TZ=Europe/Stockholm;LC_ALL=C.UTF-8;VALV_BIN_DIR=${CMAKE_BINARY_DIR}/bin;VALV_DEMO_FOLDER=${CMAKE_BINARY_DIR}/tests/demo")
  if(demo)
    set_tests_properties(${test} PROPERTIES FIXTURES_REQUIRED demo)
    add_dependencies(${program} makedemo)
  endif()
endfunction()

# A test that is a program of its own: tst_<what>.cpp. PLAIN: without Qt.
function(valv_test name)
  cmake_parse_arguments(T "PLAIN;DEMO" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${T_SOURCES})
  if(T_PLAIN)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE valv_plain ${T_LIBS})
  else()
    valv_test_program(${name} LIBS ${T_LIBS})
  endif()
  valv_test_common(${name})
  add_test(NAME ${name} COMMAND ${name})
  valv_test_runs(${name} ${name} "${T_DEMO}")
endfunction()

# The tests of a folder, tst_<what>.cpp each, in one program: they take a third of the time of as many programs to build.
# See tests/support/testprogram.h. PREFIX: before <what> in the names that ctest has, where <what> alone is not enough;
# DEMO: those that work on the demo; SOURCES: what they share.
option(VALV_UNITY_TESTS "Compile several tests at once" ${VALV_UNITY})
function(valv_tests program)
  cmake_parse_arguments(T "" "PREFIX" "TESTS;DEMO;SOURCES;LIBS" ${ARGN})
  set(sources ${T_SOURCES})
  foreach(what ${T_TESTS} ${T_DEMO})
    list(APPEND sources tst_${what}.cpp)
  endforeach()
  add_executable(${program} ${sources})
  valv_test_program(${program} LIBS valv_testprogram ${T_LIBS})
  valv_test_common(${program})
  if(VALV_UNITY_TESTS)
    target_compile_options(${program} PRIVATE -Wno-subobject-linkage) # what a test names for itself is not in a header
    set_target_properties(${program} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  endif()
  foreach(what ${T_TESTS} ${T_DEMO})
    set(test tst_${T_PREFIX}${what})
    set(demo OFF)
    if(what IN_LIST T_DEMO)
      set(demo ON)
    endif()
    add_test(NAME ${test} COMMAND ${program} tst_${what})
    valv_test_runs(${test} ${program} ${demo})
  endforeach()
endfunction()
