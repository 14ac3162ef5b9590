// SPDX-License-Identifier: GPL-3.0-or-later
// Without Qt, so that ThreadSanitizer sees every thread: two backups at once, one stopped, restores beside them.
#include "engine/backuppipeline.h"
#include "engine/restorepipeline.h"
#include "models/engine/fakesource.h"
#include "store/vault.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace valv;
using namespace valv::engine;
using namespace valv::test;

namespace {

void verify(bool good, const char* what)
{
    if (!good) {
        std::fprintf(stderr, "FAIL: %s\n", what);
        std::exit(1);
    }
}

Result<BackupOutcome> backUp(FakeSource& source, store::Vault& vault, const hypervisor::Vm& vm, const std::string& id,
                             const std::stop_token& stop = {})
{
    auto session = source.begin(vm.id, std::nullopt);
    TransferProgress progress;
    store::PointHeader header;
    header.id = id;
    header.itemId = vm.name;
    header.vmName = vm.name;
    auto done = runBackup({**session, vault, header, {}, {}, 4}, progress, stop);
    verify(!done || progress.read == progress.total, "all was read");
    return done;
}

bool sameFile(const std::string& path, const Bytes& bytes)
{
    std::ifstream file(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    return text.size() == bytes.size() && std::memcmp(text.data(), bytes.data(), bytes.size()) == 0;
}

} // namespace

int main()
{
    const auto folder = std::filesystem::temp_directory_path() / ("valv-threads-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto vaultFolder = (folder / "vault").string();
    auto vault = store::Vault::create(vaultFolder, {"v", "id", {}}, store::RecoveryKey::generate());
    verify(vault.has_value(), "the vault is made");

    auto estate = std::make_shared<Estate>();
    const std::vector<Bytes> a{randomBytes(9 * 1024 * 1024, 1), randomBytes(2 * 1024 * 1024, 2)};
    const std::vector<Bytes> b{randomBytes(9 * 1024 * 1024, 3)};
    const auto vmA = addVm(*estate, "a", a);
    const auto vmB = addVm(*estate, "b", b);
    FakeSource source(estate);
    {
        std::jthread one(
            [&] { verify(backUp(source, **vault, vmA, "100000000000001").has_value(), "a is backed up"); });
        std::jthread two(
            [&] { verify(backUp(source, **vault, vmB, "100000000000002").has_value(), "b is backed up"); });
    }
    std::stop_source stop;
    std::atomic<int> reads{0};
    estate->onRead = [&](std::size_t, std::uint64_t) -> Result<> {
        if (++reads == 2) {
            stop.request_stop(); // from a reader's own thread
        }
        return {};
    };
    {
        std::jthread stopped([&] {
            const auto done = backUp(source, **vault, vmA, "100000000000003", stop.get_token());
            verify(!done && done.error().code == CancelledCode, "it was stopped");
        });
        std::jthread restoring([&] {
            auto reader = (*vault)->openPoint("100000000000001");
            verify(reader.has_value(), "the point opens");
            TransferProgress progress;
            const auto done = runRestore(
                {**reader,
                 {{"a-os", (folder / "a-os.raw").string()}, {"a-data-0", (folder / "a-data-0.raw").string()}},
                 "raw",
                 false},
                progress, {});
            verify(done.has_value(), "a is restored");
        });
    }
    verify(sameFile((folder / "a-os.raw").string(), a[0]), "the first disk is the same");
    verify(sameFile((folder / "a-data-0.raw").string(), a[1]), "the second disk is the same");
    verify((*vault)->points()->size() == 2, "the stopped one left no point");

    std::stop_source atOnce;
    atOnce.request_stop();
    auto reader = (*vault)->openPoint("100000000000002");
    TransferProgress progress;
    const auto done =
        runRestore({**reader, {{"b-os", (folder / "none.raw").string()}}, "raw", false}, progress, atOnce.get_token());
    verify(!done && done.error().code == CancelledCode, "a restore stops");
    verify(!std::filesystem::exists(folder / "none.raw") && !std::filesystem::exists(folder / "none.raw.partial"),
           "and leaves nothing");
    std::filesystem::remove_all(folder);
    std::puts("PASS");
    return 0;
}
