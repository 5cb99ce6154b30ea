import Foundation
import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("What was typed, as it is saved")
struct SavedLinesTests {
    /// What looks like a credential here.
    private static let redact: @Sendable (String) -> String = { $0.replacing("ghp_secret", with: "redacted") }

    private func session(_ keys: String) -> Session {
        var session = Session(size: Size(rows: 24, columns: 120))
        session.state.redact = Self.redact
        session.press(keys)
        return session
    }

    private func bytes(_ session: Session) throws -> [UInt8] {
        try #require(
            session.state.sessionDraft.withoutSecrets(Self.redact)
                .record(of: session.state.inventory, title: "northwind", revision: 1).bytes)
    }

    private func restored(_ bytes: [UInt8]) throws -> Session {
        var session = Session(size: Size(rows: 24, columns: 120))
        var opening = SessionOpening()
        opening.record = try SessionRecord(bytes: bytes)
        session.state.take(up: opening)
        return session
    }

    @Test("Filters, searches, commands and notes can be typed again after reopening, the last one first")
    func recalled() throws {
        let before = session("2/kind:token<Enter>/kind:job<Enter>\\release<Enter>:blast<Enter>2;a note<Enter>")
        var after = try restored(bytes(before))
        for kind in [TypedLines.Kind.filter, .search, .command, .note] {
            #expect(!before.state.typed[kind].isEmpty)
            #expect(after.state.typed[kind] == before.state.typed[kind], "\(kind)")
        }
        after.press("2<Esc>/<C-p>")
        #expect(after.text.contains("filter: kind:job"))
        after.press("<C-p>")
        #expect(after.text.contains("filter: kind:token"))
    }

    @Test("Nothing that looks like a credential is saved, wherever it was typed")
    func secrets() throws {
        let before = session(
            "2/ghp_secret<Enter><Esc>/ghp_secret kind:token<Enter>A<C-u>ghp_secret place<Enter>3\\ghp_secret<Enter>"
                + ":ghp_secret<Enter><Esc>2/kind:token<Enter>;ghp_secret<Enter>/kind:job<Enter>")
        #expect(before.state.typed[.filter].contains("ghp_secret"))
        let bytes = try bytes(before)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("ghp_secret"), "\(text)")
        #expect(text.contains("kind:job"))
        let after = try restored(bytes)
        #expect(after.state.typed[.filter] == ["kind:token", "kind:job"])
        #expect(after.state.history.back.count == before.state.history.back.count)
    }

    @Test("A session without them is read as before, and of a strange one only what can be typed is taken")
    func strange() throws {
        let bytes = try bytes(session("2/kind:token<Enter>"))
        var object = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        func lines(_ typed: Any?) throws -> [String] {
            object["typed"] = typed
            let data = try JSONSerialization.data(withJSONObject: object)
            return try restored(Array(data)).state.typed[.filter]
        }
        #expect(try lines(nil).isEmpty)
        #expect(try lines("nothing").isEmpty)
        #expect(try lines(["filter": [1, 2]]).isEmpty)
        #expect(try lines(["filter": ["a", "\u{1B}[2J", "", "b"], "cellar": ["c"]]) == ["a", "b"])
        let many = (0..<200).map { "kind:\($0)" }
        #expect(try lines(["filter": many]) == many.suffix(TypedLines.limit))
        #expect(try lines(["filter": [String(repeating: "x", count: 100_000)]]).isEmpty)
    }
}
