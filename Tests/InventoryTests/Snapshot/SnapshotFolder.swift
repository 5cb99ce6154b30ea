import Foundation

@testable import Inventory

/// A folder of its own for snapshots, which goes with it.
final class SnapshotFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "firebreak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String = "x.firebreak") -> String { url.appending(path: name).path }

    /// Writes the inventory and gives the bytes of the file.
    func write(_ inventory: Inventory, _ name: String = "x.firebreak") throws -> [UInt8] {
        _ = try inventory.writeSnapshot(to: path(name))
        return try bytes(name)
    }

    func bytes(_ name: String = "x.firebreak") throws -> [UInt8] {
        Array(try Data(contentsOf: url.appending(path: name)))
    }

    /// Puts bytes into a file as they are.
    func put(_ bytes: [UInt8], _ name: String = "x.firebreak") throws {
        try Data(bytes).write(to: url.appending(path: name))
    }

    /// The names in the folder, hidden ones too.
    func names() throws -> Set<String> { Set(try FileManager.default.contentsOfDirectory(atPath: url.path)) }

    /// Opens the file without checking its content.
    func open(_ name: String = "x.firebreak") throws(SnapshotError) -> Inventory {
        try Inventory(snapshotAt: path(name))
    }

    /// Opens the file and checks all of it.
    func openVerified(_ name: String = "x.firebreak") throws(SnapshotError) -> Inventory {
        let inventory = try open(name)
        try inventory.snapshot?.verify()
        return inventory
    }

    /// Why the file cannot be opened and checked; nil when it can.
    func refusal(_ name: String = "x.firebreak") -> SnapshotError? {
        do throws(SnapshotError) {
            _ = try openVerified(name)
            return nil
        } catch {
            return error
        }
    }
}

/// A snapshot taken apart, to be put together again with other content and checksums that are right all the same.
struct SnapshotForgery {
    var header: SnapshotHeader
    var sections: [(number: UInt32, rowSize: UInt32, bytes: [UInt8])]

    init(_ bytes: [UInt8]) throws {
        let header = try SnapshotHeader(bytes, fileLength: UInt64(bytes.count))
        let start = SnapshotFormat.headerLength
        sections = (0..<Int(header.sectionCount)).map { number in
            let entry = SnapshotEntry(bytes, at: start + number * SnapshotFormat.entryLength)
            return (
                entry.section, entry.rowSize, Array(bytes[Int(entry.offset)..<Int(entry.offset + entry.length)])
            )
        }
        self.header = header
    }

    /// The place of a section.
    func place(_ section: SnapshotSection) -> Int { sections.firstIndex { $0.number == section.rawValue } ?? 0 }

    /// The file.
    var bytes: [UInt8] {
        var header = header
        var content: [UInt8] = []
        var directory: [UInt8] = []
        let first = SnapshotFormat.firstOffset(sections: sections.count)
        for section in sections {
            let padded = section.bytes + [UInt8](repeating: 0, count: (64 - section.bytes.count % 64) % 64)
            directory +=
                SnapshotEntry(
                    section: section.number, rowSize: section.rowSize, offset: first + UInt64(content.count),
                    length: UInt64(section.bytes.count), checksum: Self.checksum(padded)
                ).bytes
            content += padded
        }
        directory += [UInt8](repeating: 0, count: Int(first) - SnapshotFormat.headerLength - directory.count)
        header.sectionCount = UInt32(sections.count)
        header.directoryChecksum = Self.checksum(directory)
        header.fileLength = first + UInt64(content.count)
        return header.bytes + directory + content
    }

    /// CRC-32C bit by bit, as its definition says.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { state, byte in
            (0..<8).reduce(state ^ UInt32(byte)) { state, _ in
                state & 1 == 1 ? state >> 1 ^ 0x82F6_3B78 : state >> 1
            }
        }
    }
}
