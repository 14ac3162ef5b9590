# SPDX-License-Identifier: GPL-3.0-or-later
# valvd serve: the service behind HTTPS.
valv_room(valv_serve
  SOURCES
    access.cpp access.h
    files.cpp files.h
    httpsserver.cpp httpsserver.h
    servecommand.cpp servecommand.h
    servicecommand.cpp servicecommand.h
    serveoptions.cpp serveoptions.h
    serviceunit.cpp serviceunit.h
    stopsignal.cpp stopsignal.h
    tls.cpp tls.h
  PUBLIC valv_service
  PRIVATE valv_engine valv_hypervisor PkgConfig::MICROHTTPD OpenSSL::SSL OpenSSL::Crypto Threads::Threads)
target_include_directories(valv_serve PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_definitions(valv_serve PRIVATE VALV_VERSION="${PROJECT_VERSION}")
