// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/vmfacts.h"

#include <nlohmann/json.hpp>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace valv::hypervisor {

namespace {

using nlohmann::json;

template <typename E>
using Names = std::vector<std::pair<std::string_view, E>>;

const Names<PowerState>& powerNames()
{
    static const Names<PowerState> names{{"Unknown", PowerState::Unknown},   {"Running", PowerState::Running},
                                         {"Stopped", PowerState::Stopped},   {"Deallocated", PowerState::Deallocated},
                                         {"Starting", PowerState::Starting}, {"Stopping", PowerState::Stopping}};
    return names;
}

const Names<AgentState>& agentNames()
{
    static const Names<AgentState> names{{"Unknown", AgentState::Unknown},
                                         {"Ready", AgentState::Ready},
                                         {"NotReady", AgentState::NotReady},
                                         {"OutOfDate", AgentState::OutOfDate},
                                         {"NotInstalled", AgentState::NotInstalled}};
    return names;
}

const Names<Consistency>& consistencyNames()
{
    static const Names<Consistency> names{{"Application", Consistency::Application},
                                          {"FileSystem", Consistency::FileSystem},
                                          {"Crash", Consistency::Crash}};
    return names;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

template <typename E>
std::string nameOf(const Names<E>& names, E value)
{
    const auto found = std::find_if(names.begin(), names.end(), [value](const auto& n) { return n.second == value; });
    return std::string(found == names.end() ? names.front().first : found->first);
}

//! A field of the wrong kind; caught in this file.
struct BadField
{
    std::string text;
};

std::string textAt(const json& object, std::initializer_list<const char*> keys)
{
    for (const char* key : keys) {
        if (const auto found = object.find(key); found != object.end() && !found->is_null()) {
            if (!found->is_string()) {
                throw BadField{std::string(key) + " must be a text"};
            }
            return found->get<std::string>();
        }
    }
    return {};
}

template <typename E>
std::optional<E> valueAt(const json& object, std::initializer_list<const char*> keys, const Names<E>& names)
{
    const auto text = textAt(object, keys);
    if (text.empty()) {
        return {};
    }
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto& n) { return lower(std::string(n.first)) == lower(text); });
    if (found == names.end()) {
        std::string all;
        for (const auto& n : names) {
            all += (all.empty() ? "" : ", ") + std::string(n.first);
        }
        throw BadField{std::string(*keys.begin()) + " must be one of " + all};
    }
    return found->second;
}

std::optional<bool> flagAt(const json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) {
        return {};
    }
    if (!found->is_boolean()) {
        throw BadField{std::string(key) + " must be true or false"};
    }
    return found->get<bool>();
}

VmFacts factsOf(const json& object)
{
    if (!object.is_object()) {
        throw BadField{"a VM must be an object"};
    }
    VmFacts out;
    out.name = textAt(object, {"name"});
    out.resourceGroup = textAt(object, {"resourceGroup"});
    out.region = textAt(object, {"region", "location"});
    out.size = textAt(object, {"size", "vmSize"});
    out.computerName = textAt(object, {"computerName"});
    out.agentVersion = textAt(object, {"agentVersion"});
    // "os" may be a kind or a whole name.
    const auto os = textAt(object, {"os", "osType"});
    out.osName = textAt(object, {"osName"});
    out.os = guessOs(os.empty() ? out.osName : os);
    if (out.osName.empty() && lower(os) != "linux" && lower(os) != "windows") {
        out.osName = os;
    }
    out.power = valueAt(object, {"powerState", "power"}, powerNames()).value_or(PowerState::Unknown);
    out.agent = valueAt(object, {"agent", "agentState"}, agentNames()).value_or(AgentState::Unknown);
    out.consistency = valueAt(object, {"consistency"}, consistencyNames());
    out.encrypted = flagAt(object, "encrypted");
    if (const auto tags = object.find("tags"); tags != object.end()) {
        if (!tags->is_object()) {
            throw BadField{"tags must be an object"};
        }
        for (const auto& [key, value] : tags->items()) {
            if (!value.is_string()) {
                throw BadField{"each tag must be a text"};
            }
            out.tags[key] = value.get<std::string>();
        }
    }
    if (const auto disks = object.find("disks"); disks != object.end()) {
        if (!disks->is_object()) {
            throw BadField{"disks must be an object with a file name for each disk"};
        }
        for (const auto& [file, value] : disks->items()) {
            if (!value.is_object()) {
                throw BadField{"each disk must be an object"};
            }
            VmFacts::DiskFacts disk;
            disk.name = textAt(value, {"name"});
            disk.os = flagAt(value, "os");
            if (const auto lun = value.find("lun"); lun != value.end()) {
                if (!lun->is_number_integer() || lun->get<long long>() < 0 || lun->get<long long>() > 1023) {
                    throw BadField{"lun must be a number from 0"};
                }
                disk.lun = lun->get<int>();
            }
            out.disks[file] = disk;
        }
    }
    return out;
}

tl::unexpected<Error> unreadable(const std::string& path, const std::string& why)
{
    return failure("VmFactsUnreadable", "The file valv.json can't be understood: " + why + ".", path,
                   "Correct the file; docs/image-folder.md describes it.");
}

//! Nothing when there is no such file.
Result<std::optional<json>> readJson(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        if (errno == ENOENT) {
            return std::optional<json>();
        }
        return unreadable(path, std::strerror(errno));
    }
    std::ostringstream text;
    text << file.rdbuf();
    auto parsed = json::parse(text.str(), nullptr, false, true);
    if (parsed.is_discarded()) {
        return unreadable(path, "it is no JSON");
    }
    if (!parsed.is_object()) {
        return unreadable(path, "it must be an object");
    }
    return std::optional<json>(std::move(parsed));
}

} // namespace

Result<std::optional<VmFacts>> readVmFacts(const std::string& path)
{
    const auto parsed = readJson(path);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    if (!*parsed) {
        return std::optional<VmFacts>();
    }
    try {
        return std::optional<VmFacts>(factsOf(**parsed));
    } catch (const BadField& bad) {
        return unreadable(path, bad.text);
    }
}

Result<FolderFacts> readFolderFacts(const std::string& path)
{
    FolderFacts out;
    const auto parsed = readJson(path);
    if (!parsed) {
        return tl::unexpected(parsed.error());
    }
    if (!*parsed) {
        return out;
    }
    try {
        const auto& root = **parsed;
        out.defaults.resourceGroup = textAt(root, {"resourceGroup"});
        out.defaults.region = textAt(root, {"region", "location"});
        const auto& images = root.contains("images") ? root.at("images") : root;
        if (!images.is_object()) {
            throw BadField{"images must be an object with a file name for each VM"};
        }
        for (const auto& [file, value] : images.items()) {
            if (value.is_object()) {
                out.images[file] = factsOf(value);
            }
        }
    } catch (const BadField& bad) {
        return unreadable(path, bad.text);
    }
    return out;
}

std::string writeVmFacts(const Vm& vm, const std::map<std::string, std::string>& fileOfDisk,
                         std::optional<Consistency> consistency)
{
    json out = json::object();
    const auto put = [&out](const char* key, const std::string& value) {
        if (!value.empty()) {
            out[key] = value;
        }
    };
    put("name", vm.name);
    put("resourceGroup", vm.resourceGroup);
    put("region", vm.region);
    put("size", vm.size);
    put("osName", vm.osName);
    if (vm.os != OsType::Unknown) {
        out["os"] = vm.os == OsType::Windows ? "Windows" : "Linux";
    }
    put("computerName", vm.computerName);
    out["powerState"] = nameOf(powerNames(), vm.power);
    out["agent"] = nameOf(agentNames(), vm.agent);
    put("agentVersion", vm.agentVersion);
    if (vm.encrypted) {
        out["encrypted"] = true;
    }
    if (consistency) {
        out["consistency"] = nameOf(consistencyNames(), *consistency);
    }
    for (const auto& [key, value] : vm.tags) {
        out["tags"][key] = value;
    }
    for (const auto& disk : vm.disks) {
        const auto file = fileOfDisk.find(disk.name);
        if (file == fileOfDisk.end()) {
            continue;
        }
        auto& entry = out["disks"][file->second];
        entry["name"] = disk.name;
        if (disk.os) {
            entry["os"] = true;
        } else if (disk.lun >= 0) {
            entry["lun"] = disk.lun;
        }
    }
    // A name may hold bytes that are no UTF-8: written as the replacement sign rather than not at all.
    return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

OsType guessOs(const std::string& text)
{
    const auto words = lower(text);
    if (words.find("windows") != std::string::npos) {
        return OsType::Windows;
    }
    for (const char* word : {"linux", "ubuntu", "debian", "red hat", "rhel", "centos", "suse", "sles", "fedora", "alma",
                             "rocky", "oracle", "arch", "alpine", "gentoo"}) {
        if (words.find(word) != std::string::npos) {
            return OsType::Linux;
        }
    }
    return OsType::Unknown;
}

std::string validResourceGroup(const std::string& text)
{
    static const std::map<std::string_view, char> plain{{"å", 'a'}, {"ä", 'a'}, {"ö", 'o'}, {"é", 'e'}, {"ü", 'u'},
                                                        {"Å", 'A'}, {"Ä", 'A'}, {"Ö", 'O'}, {"É", 'E'}, {"Ü", 'U'}};
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::strchr("-_.()", c) != nullptr) {
            out += c;
            continue;
        }
        const auto found = plain.find(std::string_view(text).substr(i, 2));
        if (found != plain.end()) {
            out += found->second;
            ++i;
        } else if (!out.empty() && out.back() != '-') {
            out += '-';
        }
    }
    out = out.substr(0, 90);
    while (!out.empty() && (out.back() == '.' || out.back() == '-')) {
        out.pop_back();
    }
    return out.empty() ? "images" : out;
}

std::string stableUuid(const std::string& text)
{
    std::array<unsigned char, 32> hash{};
    unsigned size = 0;
    const std::string named = "valv-vm:" + text;
    EVP_Digest(named.data(), named.size(), hash.data(), &size, EVP_sha256(), nullptr);
    hash[6] = static_cast<unsigned char>((hash[6] & 0x0f) | 0x50);
    hash[8] = static_cast<unsigned char>((hash[8] & 0x3f) | 0x80);
    std::string out;
    for (std::size_t i = 0; i < 16; ++i) {
        constexpr std::string_view digits = "0123456789abcdef";
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            out += '-';
        }
        out += digits[hash[i] >> 4];
        out += digits[hash[i] & 15];
    }
    return out;
}

} // namespace valv::hypervisor
