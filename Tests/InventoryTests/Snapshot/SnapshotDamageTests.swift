import CKernels
import Foundation
import Testing

@testable import Inventory

@Suite("A damaged snapshot")
struct SnapshotDamageTests {
    @Test("With any single byte changed it is refused, and reading it before that crashes nothing")
    func flips() throws {
        let folder = try SnapshotFolder()
        let bytes = try folder.write(RandomInventory.make(5, entities: 3, relations: 4))
        let entries = try folder.open().snapshot?.entries ?? []
        var random = SeededRandom(1)
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= random.pick([0xFF, 1, 0x80, 0x10])
            try folder.put(damaged)
            guard let unchecked = try? folder.open() else { continue }
            // What lies between sections nobody reads.
            if entries.contains(where: { $0.offset..<$0.offset + $0.length ~= UInt64(place) }) {
                #expect(unchecked.everything.count > 0)
                #expect(unchecked.answers.count > 0)
            }
            #expect(throws: SnapshotError.self, "byte \(place)") { try unchecked.snapshot?.verify() }
            // Once refused it stays refused.
            #expect(throws: SnapshotError.self) { try unchecked.snapshot?.check() }
        }
    }

    @Test("Cut short anywhere, or longer than it was, it is refused")
    func lengths() throws {
        let folder = try SnapshotFolder()
        let bytes = try folder.write(RandomInventory.make(5, entities: 2, relations: 2))
        for length in bytes.indices {
            try folder.put(Array(bytes[..<length]))
            let refusal = folder.refusal()
            if length < SnapshotFormat.magic.count {
                #expect(refusal == .notSnapshot)
            } else {
                let expected = length < SnapshotFormat.headerLength ? SnapshotFormat.headerLength : bytes.count
                #expect(refusal == .truncated(expected: UInt64(expected), found: UInt64(length)))
            }
        }
        try folder.put(bytes + [0])
        let (expected, found) = (UInt64(bytes.count), UInt64(bytes.count + 1))
        #expect(folder.refusal() == .overlong(expected: expected, found: found))
    }

    @Test("One of another version says so, and whether the reader is too old or the file")
    func versions() throws {
        let folder = try SnapshotFolder()
        var forgery = try SnapshotForgery(try folder.write(RandomInventory.make(5)))
        forgery.header.version = 7
        try folder.put(forgery.bytes)
        #expect(folder.refusal() == nil)
        forgery.header.minimumReader = SnapshotFormat.version + 1
        try folder.put(forgery.bytes)
        #expect(folder.refusal() == .newer(version: 7, needed: Int(SnapshotFormat.version) + 1))
        forgery.header.version = 0
        forgery.header.minimumReader = 0
        try folder.put(forgery.bytes)
        #expect(folder.refusal() == .older(version: 0, oldest: 1))
    }

    @Test("One of the other byte order says so")
    func byteOrder() throws {
        let folder = try SnapshotFolder()
        var bytes = try folder.write(RandomInventory.make(5))
        bytes.replaceSubrange(8..<12, with: bytes[8..<12].reversed())
        try folder.put(bytes)
        #expect(folder.refusal() == .otherByteOrder)
    }

    @Test("What is no regular file is refused")
    func files() throws {
        let folder = try SnapshotFolder()
        #expect(folder.refusal("none") == .system(ENOENT))
        #expect(folder.refusal(".") == .notAFile)
        try folder.put(Array("{\"graph\":{}}".utf8))
        #expect(folder.refusal() == .notSnapshot)
    }

    @Test("The checksum is CRC-32C, by instruction and by tables, from any place on")
    func checksum() {
        let known = Array("123456789".utf8)
        #expect(kernel_crc32c(0, known, known.count) == 0xE306_9283)
        var random = SeededRandom(2)
        for length in 0..<70 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            let expected = SnapshotForgery.checksum(bytes)
            #expect(kernel_crc32c(0, bytes, length) == expected)
            #expect(kernel_crc32c_by_tables(0, bytes, length) == expected)
            let half = length / 3
            let first = kernel_crc32c(0, bytes, half)
            #expect(kernel_crc32c(first, Array(bytes[half...]), length - half) == expected)
        }
    }
}
