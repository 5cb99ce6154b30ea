import Testing

@testable import Inventory

@Suite("What a snapshot keeps of the reading")
struct SnapshotAccountTests {
    private static let account = [
        SourceAccount(path: "a.json", standing: .whole, summary: "opengraph: entities 7"),
        SourceAccount(
            path: "b.yml", standing: .part, summary: "workflow: 1 passed over", details: ["L3: no key", "x"]),
        SourceAccount(path: "", standing: .unread, summary: "", details: [""]),
    ]

    @Test("What became of each file is read back as it was, also from a copy of the snapshot")
    func roundTrip() throws {
        let folder = try SnapshotFolder()
        let built = RandomInventory.make(3)
        #expect(built.account == nil)
        _ = try built.writeSnapshot(to: folder.path(), account: Self.account)
        let opened = try folder.openVerified()
        #expect(opened.account == Self.account)
        #expect(opened.everything == built.everything)
        _ = try opened.writeSnapshot(to: folder.path("copy.firebreak"))
        #expect(try Inventory(snapshotAt: folder.path("copy.firebreak")).account == Self.account)
        _ = try opened.writeSnapshot(to: folder.path("other.firebreak"), account: [Self.account[1]])
        #expect(try Inventory(snapshotAt: folder.path("other.firebreak")).account == [Self.account[1]])
    }

    @Test("A snapshot without it is whole, and says nothing of it")
    func absent() throws {
        let folder = try SnapshotFolder()
        let built = RandomInventory.make(3)
        var older = try SnapshotForgery(try folder.write(built))
        #expect(try folder.open().account == nil)
        older.sections.remove(at: older.place(.account))
        try folder.put(older.bytes)
        let opened = try folder.openVerified()
        #expect(opened.account == nil)
        #expect(opened.everything == built.everything)
    }

    @Test("Bytes that end too soon, or ask for too much, give what they hold and no more")
    func cut() {
        let packed = PackedAccount.pack(Self.account)
        for count in 1..<packed.count {
            let account = PackedAccount.unpack(Column(Array(packed.prefix(count)))) ?? []
            #expect(account.count <= Self.account.count)
            for (read, written) in zip(account, Self.account) { #expect(read.path == written.path) }
        }
        #expect(PackedAccount.unpack(Column(packed)) == Self.account)
        var odd = packed
        // The number behind the first path: no standing that there is.
        odd[4 + Self.account[0].path.utf8.count] = 99
        #expect(PackedAccount.unpack(Column(odd))?.first?.standing == .unread)
    }
}
