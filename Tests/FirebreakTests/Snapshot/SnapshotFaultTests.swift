import CursesTerminal
import Foundation
import Inventory
import TerminalKit
import Testing

/// A page of a mapped file that is gone raises SIGBUS: for a snapshot it is mended, for everything else it is a crash.
/// Each test is a process of its own, which plays both sides of its terminal.
@Suite("Pages that go missing under a snapshot and a terminal")
struct SnapshotFaultTests {
    @Test("Mended with the snapshot opened first, and the terminal stays as it is")
    func snapshotFirst() async throws {
        await #expect(processExitsWith: .success) {
            let far = try PseudoTerminalFarEnd(size: Size(rows: 10, columns: 40))
            let modes = far.modes
            let opened = try CutSnapshot()
            let terminal = try CursesTerminal.open(noColor: false)
            try opened.cutAndRead()
            try demand(far.modes != modes, "the terminal was given back by a fault that was mended")
            terminal.present(Screen(terminal.size))
            terminal.close()
            try demand(far.modes == modes, "modes")
            try CutSnapshot().cutAndRead()
        }
    }

    @Test("Mended with the terminal opened first, while it is open and after it was closed")
    func terminalFirst() async throws {
        await #expect(processExitsWith: .success) {
            let far = try PseudoTerminalFarEnd(size: Size(rows: 10, columns: 40))
            let modes = far.modes
            let terminal = try CursesTerminal.open(noColor: false)
            try CutSnapshot().cutAndRead()
            try demand(far.modes != modes, "the terminal was given back by a fault that was mended")
            terminal.close()
            try CutSnapshot().cutAndRead()
            let again = try CursesTerminal.open(noColor: false)
            try CutSnapshot().cutAndRead()
            again.close()
            try demand(far.modes == modes, "modes")
        }
    }

    @Test("A fault elsewhere is a crash all the same, with the snapshot opened first")
    func crashAfterSnapshot() async throws {
        await #expect(processExitsWith: .signal(SIGBUS)) {
            let far = try PseudoTerminalFarEnd(size: Size(rows: 10, columns: 40))
            let opened = try CutSnapshot()
            let terminal = try CursesTerminal.open(noColor: false)
            try fault()
            withExtendedLifetime((far, opened, terminal)) {}
        }
    }

    @Test("A fault elsewhere is a crash all the same, with the terminal opened first, and opened again")
    func crashAfterTerminal() async throws {
        await #expect(processExitsWith: .signal(SIGBUS)) {
            let far = try PseudoTerminalFarEnd(size: Size(rows: 10, columns: 40))
            let terminal = try CursesTerminal.open(noColor: false)
            let opened = try CutSnapshot()
            terminal.close()
            let again = try CursesTerminal.open(noColor: false)
            try fault()
            withExtendedLifetime((far, opened, again)) {}
        }
    }

    @Test("A fault elsewhere is a crash without a terminal too")
    func crashAlone() async throws {
        await #expect(processExitsWith: .signal(SIGBUS)) {
            let opened = try CutSnapshot()
            try fault()
            withExtendedLifetime(opened) {}
        }
    }

}

/// Reads a page behind the end of a mapped file that no one watches.
private func fault() throws {
    setenv("SWIFT_BACKTRACE", "enable=no", 1)
    let handle = try {
        // The folder is gone before the process is.
        let evidence = try Evidence(["empty": Data()])
        return try FileHandle(forReadingFrom: evidence.folder.appending(path: "empty"))
    }()
    let page = mmap(nil, 4_096, PROT_READ, MAP_PRIVATE, handle.fileDescriptor, 0)
    let byte = page?.load(as: UInt8.self) ?? 0
    try demand(byte == 1, "read what is not there")
}

/// An open snapshot of some pages, ready to be cut short. It has no name any more: nothing stays of it.
private struct CutSnapshot {
    let inventory: Inventory
    private let handle: FileHandle

    init() throws {
        let evidence = try Evidence([:])
        var builder = InventoryBuilder()
        let source = builder.add(source: Source(path: "many.json", format: "test"))
        for number in 0..<2_000 {
            builder.add(
                EntityFact(
                    id: "token/\(number)", kind: .token, name: "token number \(number)",
                    provenance: Provenance(source: source)))
        }
        let path = evidence.path("x.firebreak")
        _ = try builder.build().inventory.writeSnapshot(to: path)
        inventory = try Inventory(snapshotAt: path)
        handle = try FileHandle(forUpdating: URL(filePath: path))
    }

    /// Cuts the file short and reads all that was in it.
    func cutAndRead() throws {
        try handle.truncate(atOffset: 0)
        let names = (0..<inventory.entityCount).map { inventory.entity(at: $0).name }
        try demand(names.contains(""), "pages that went missing were still there")
        do {
            try inventory.snapshot?.check()
            throw Unmet(what: "the change was not noticed")
        } catch SnapshotError.changed {
        }
    }
}
