// SPDX-License-Identifier: GPL-3.0-or-later
#include "servecommand.h"
#include "servicecommand.h"
#include "vaultcommand.h"

#include <cstdio>
#include <string>
#include <vector>

namespace {

void help()
{
    std::fputs("Usage: valvd COMMAND [OPTION]...\n\n"
               "  vault   work on a vault folder: init, backup, list, verify, restore, remove, collect\n"
               "  serve   answer consoles over HTTPS, and back up on schedule\n"
               "  install-service    let systemd run it, so that backups happen with every console closed\n"
               "  uninstall-service  take it out of systemd again; no data is touched\n"
               "\nvalvd COMMAND --help says more about each.\n"
               "  --help     show this text\n"
               "  --version  show the version\n",
               stdout);
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const std::string command = arguments.empty() ? std::string() : arguments.front();
    if (!arguments.empty()) {
        arguments.erase(arguments.begin());
    }
    if (command == "vault") {
        return valv::daemon::vaultCommand(arguments);
    }
    if (command == "serve") {
        return valv::daemon::serveCommand(arguments);
    }
    if (command == "install-service") {
        return valv::daemon::installServiceCommand(arguments);
    }
    if (command == "uninstall-service") {
        return valv::daemon::uninstallServiceCommand(arguments);
    }
    if (command == "--help" || command == "-h") {
        help();
        return 0;
    }
    if (command == "--version") {
        std::puts("valvd " VALV_VERSION);
        return 0;
    }
    if (command.empty()) {
        std::fputs("valvd: Say what to do.\n", stderr);
    } else {
        std::fprintf(stderr, "valvd: There is no command \"%s\".\n", command.c_str());
    }
    std::fputs("Try 'valvd --help'.\n", stderr);
    return 2;
}
