# SPDX-License-Identifier: GPL-3.0-or-later
# What every room shares: warnings, Qt's strict defines, sanitizers; and the three ways of adding a target.

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
add_library(valv_plain INTERFACE)
target_compile_options(valv_plain INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  -Wconversion -Wno-sign-conversion
  -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds -Wno-restrict # GCC 12 sees them in its own <vector> and <string>
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

# Several sources of a room are compiled as one: a clean build takes a quarter of the time. Off while one edits.
# A room whose files have private names in common says EACH_ALONE.
option(VALV_UNITY "Compile several sources of a room at once" OFF)
function(valv_unity name)
  if(VALV_UNITY)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 10)
  endif()
endfunction()

# A room without Qt: plain C++20, so that ThreadSanitizer is exact on it.
function(valv_plain_room name)
  cmake_parse_arguments(ROOM "EACH_ALONE" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
  target_link_libraries(${name} PUBLIC valv_plain ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
  if(NOT ROOM_EACH_ALONE)
    valv_unity(${name})
  endif()
endfunction()

# A room that may use Qt.
function(valv_room name)
  cmake_parse_arguments(ROOM "EACH_ALONE" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(${name} PUBLIC valv_options ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
  if(NOT ROOM_EACH_ALONE)
    valv_unity(${name})
  endif()
endfunction()

# A test: tests/<mirror>/tst_<what>.cpp, one executable each.
function(valv_test name)
  cmake_parse_arguments(T "PLAIN" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${T_SOURCES})
  if(T_PLAIN)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE valv_plain ${T_LIBS})
  else()
    target_link_libraries(${name} PRIVATE valv_options Qt6::Test ${T_LIBS})
  endif()
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests/bin)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE VALV_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300 ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/tests/run;TZ=Europe/Stockholm;LC_ALL=C.UTF-8;VALV_BIN_DIR=${CMAKE_BINARY_DIR}/bin")
endfunction()
