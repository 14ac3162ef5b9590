// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaultoptions.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace valv::daemon {

namespace {

tl::unexpected<Error> bad(const std::string& message)
{
    return failure("BadOption", message);
}

//! Which options each command needs, and which it takes besides.
struct Rule
{
    std::set<std::string> needs;
    std::set<std::string> takes;
};

const std::map<std::string, Rule>& rules()
{
    static const std::map<std::string, Rule> all = {
        {"init", {{"location", "key-file"}, {"name"}}},
        {"backup", {{"location", "key-file", "name"}, {"level", "threads", "json"}}},
        {"list", {{"location", "key-file"}, {"json"}}},
        {"verify", {{"location"}, {"key-file", "share", "threads", "json"}}},
        {"restore", {{"location", "key-file", "point", "to"}, {"name", "format", "overwrite", "threads"}}},
        {"remove", {{"location", "key-file", "point"}, {}}},
        {"collect", {{"location", "key-file"}, {"threads"}}},
    };
    return all;
}

bool isFlag(const std::string& option)
{
    return option == "json" || option == "overwrite";
}

template <typename T>
bool readNumber(const std::string& text, T& value)
{
    const auto* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stopped == end && !text.empty();
}

Result<> set(VaultArguments& arguments, const std::string& option, const std::string& value)
{
    if (value.empty() && !isFlag(option)) {
        return bad("--" + option + " wants a value.");
    }
    if (option == "location") {
        arguments.location = value;
    } else if (option == "key-file") {
        arguments.keyFile = value;
    } else if (option == "name") {
        arguments.name = value;
    } else if (option == "point") {
        arguments.point = value;
    } else if (option == "to") {
        arguments.to = value;
    } else if (option == "json") {
        arguments.json = true;
    } else if (option == "overwrite") {
        arguments.overwrite = true;
    } else if (option == "format") {
        arguments.format = value;
        if (value != "raw" && value != "qcow2") {
            return bad("--format is raw or qcow2, not \"" + value + "\".");
        }
    } else if (option == "level") {
        if (!readNumber(value, arguments.level) || arguments.level < 1 || arguments.level > 19) {
            return bad("--level is a number from 1 (quick) to 19 (small).");
        }
    } else if (option == "threads") {
        if (!readNumber(value, arguments.threads) || arguments.threads < 1 || arguments.threads > 256) {
            return bad("--threads is a number from 1 to 256.");
        }
    } else if (option == "share") {
        const auto slash = value.find('/');
        unsigned share = 0;
        if (slash == std::string::npos || !readNumber(value.substr(0, slash), share)
            || !readNumber(value.substr(slash + 1), arguments.shares) || share == 0 || share > arguments.shares) {
            return bad("--share wants K/N with K from 1 to N, e.g. 3/30.");
        }
        arguments.share = share - 1;
    }
    return {};
}

} // namespace

Result<VaultArguments> readVaultArguments(const std::vector<std::string>& given)
{
    VaultArguments arguments;
    std::set<std::string> seen;
    bool onlyFiles = false;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const auto& word = given[i];
        if (onlyFiles || word.size() < 2 || word[0] != '-') {
            if (arguments.command.empty()) {
                arguments.command = word;
            } else {
                arguments.images.push_back(word);
            }
            continue;
        }
        if (word == "--") {
            onlyFiles = true;
            continue;
        }
        if (word == "--help" || word == "-h") {
            arguments.help = true;
            return arguments;
        }
        const auto equals = word.find('=');
        const auto option =
            word.rfind("--", 0) == 0 ? word.substr(2, equals == std::string::npos ? equals : equals - 2) : "";
        const bool known = std::any_of(rules().begin(), rules().end(), [&option](const auto& rule) {
            return rule.second.needs.contains(option) || rule.second.takes.contains(option);
        });
        if (!known) {
            return bad("There is no option \"" + word + "\".");
        }
        if (!seen.insert(option).second) {
            return bad("--" + option + " is given twice.");
        }
        std::string value;
        if (equals != std::string::npos) {
            if (isFlag(option)) {
                return bad("--" + option + " takes no value.");
            }
            value = word.substr(equals + 1);
        } else if (!isFlag(option)) {
            if (i + 1 == given.size()) {
                return bad("--" + option + " wants a value.");
            }
            value = given[++i];
        }
        if (auto done = set(arguments, option, value); !done) {
            return tl::unexpected(done.error());
        }
    }
    if (arguments.command.empty()) {
        return bad("Say what to do: init, backup, list, verify, restore, remove or collect.");
    }
    const auto rule = rules().find(arguments.command);
    if (rule == rules().end()) {
        return bad("There is no command \"" + arguments.command
                   + "\"; there are init, backup, list, verify, restore, remove and collect.");
    }
    for (const auto& option : seen) {
        if (!rule->second.needs.contains(option) && !rule->second.takes.contains(option)) {
            return bad("--" + option + " has no meaning for \"" + arguments.command + "\".");
        }
    }
    for (const auto& option : rule->second.needs) {
        if (!seen.contains(option)) {
            return bad("--" + option + " is missing.");
        }
    }
    if (arguments.command == "backup" && arguments.images.empty()) {
        return bad("Give at least one disk image.");
    }
    if (arguments.command != "backup" && !arguments.images.empty()) {
        return bad("Unexpected argument \"" + arguments.images.front() + "\".");
    }
    return arguments;
}

std::string vaultHelp()
{
    return R"(Usage: valvd vault COMMAND --location DIR [OPTION]...

Works on a vault folder directly: no catalogue and no service needed.

  init     --key-file F [--name NAME]        make a vault; its recovery key is written to F
  backup   --key-file F --name VM IMAGE...   make a recovery point of these disk images
  list     --key-file F [--json]             list the recovery points
  verify   [--key-file F] [--share K/N]      check the vault; exit status 1 when anything is damaged.
                                             Without a key file it still checks every stored byte.
  restore  --key-file F --point ID|latest --to DIR [--name VM] [--format raw|qcow2] [--overwrite]
                                             write the disks of a recovery point to DIR
  remove   --key-file F --point ID           delete a recovery point for good
  collect  --key-file F                      free the space that no recovery point needs

Options:
  --location DIR   the vault's folder
  --key-file F     text file that holds the recovery key
  --level N        compression of a backup, 1 (quick) to 19 (small); 4 when not given
  --threads N      how many threads pack and unpack; one for each core when not given
  --share K/N      check only part K of N; all N parts together read every byte
  --json           machine-readable output
  --overwrite      replace files that exist in DIR; otherwise nothing is ever replaced
  --help           show this text

Exit status: 0 done; 1 could not be done, or something is damaged; 2 wrong arguments.
)";
}

} // namespace valv::daemon
