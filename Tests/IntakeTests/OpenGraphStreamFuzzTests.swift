import Foundation
import Inventory
import Testing

@testable import Intake

/// How many random files are tried; more with `FIREBREAK_FUZZ=1000`.
private let rounds = ProcessInfo.processInfo.environment["FIREBREAK_FUZZ"].flatMap(Int.init) ?? 40

@Suite("OpenGraph in pieces: random files")
struct OpenGraphStreamFuzzTests {
    private static let values = [
        "null", "true", "false", "0", "-1", "1.5", "1750000000", "18446744073709551615", "99999999999999999999", "\"\"",
        "\"x\"", "\"true\"", "\"2026-03-14T02:10:00Z\"", "\"2026-02-30T00:00:00Z\"", "[]", "{}", "[1,\"a\",null,{}]",
        "{\"a\":{\"b\":1}}", "\"[1\"", "\"{\\\"a\\\":1}\"", "\"\\u0000\\u202e\"", "\"session\"", "\"keep\"", "\"mint\"",
        "\"observed\"", "\"name\"", "\"id\"", "\"runner\"", "\"ghp_0123456789abcdefghijABCDEFGHIJ0123\"",
        "\"\\ud83d\\ude00\"",
    ]
    private static let keys = [
        "firebreak_kind", "name", "owner", "provider", "created_at", "issued_at", "expires_at", "remediated_at",
        "compromised_from", "compromised_until", "privilege", "crown_jewel", "leaked", "revocable", "login", "password",
        "query_x", "color", "traversable", "hold", "session_seconds", "act", "guard", "evidence", "valid_from",
        "valid_until", "permissions",
    ]
    private static let nodeKinds = [
        "run", "Thing", "GH_Repository", "GH_RepoSecret", "GH_WorkflowJob", "AZUser", "token",
    ]
    private static let edgeKinds = ["executed", "holds", "X", "Y", "GH_Contains", "GH_HasSecret", "may_assume"]

    private func properties(_ random: inout Seeded, _ chance: Int) -> String {
        Self.keys.filter { _ in Int.random(in: 0..<chance, using: &random) == 0 }
            .map { "\"\($0)\":\(Self.values.randomElement(using: &random) ?? "0")" }.joined(separator: ",")
    }

    private func file(_ random: inout Seeded) -> [UInt8] {
        func any() -> String { Self.values.randomElement(using: &random) ?? "0" }
        func rarely(_ usual: String) -> String { Int.random(in: 0..<25, using: &random) == 0 ? any() : usual }
        let chance = Int.random(in: 4...30, using: &random)
        let nodes = (0..<Int.random(in: 0..<40, using: &random)).map { number in
            let kind = Self.nodeKinds.randomElement(using: &random) ?? ""
            return rarely(
                #"{"id":\#(rarely("\"n\(number)\"")),"kinds":\#(rarely("[\"\(kind)\"]")),"properties":{\#(properties(&random, chance))}}"#
            )
        }
        let edges = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
            func end() -> String { rarely(#"{"value":\#(rarely("\"n\(Int.random(in: 0..<40, using: &random))\""))}"#) }
            let kind = Self.edgeKinds.randomElement(using: &random) ?? ""
            return rarely(
                #"{"kind":\#(rarely("\"\(kind)\"")),"start":\#(end()),"end":\#(end()),"properties":{\#(properties(&random, chance))}}"#
            )
        }
        var text = Array(graph(nodes, edges).utf8)
        // A few bytes changed, in some of the files.
        for _ in 0..<max(0, Int.random(in: -6...2, using: &random)) {
            text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        return text
    }

    @Test("Both ways tell the same of random files")
    func random() {
        var random = Seeded(seed: 77)
        for round in 0..<rounds {
            let files = ["1.json": file(&random), "2.json": file(&random)]
            let (whole, pieces) = importBothWays(files, pieceSize: Int.random(in: 1...3_000, using: &random))
            #expect(pieces.told == whole.told, "round \(round)")
        }
    }

    @Test("Both ways tell the same of a real export, whole and mutilated", .enabled(if: openGraphSample != nil))
    func real() throws {
        let bytes = try LocalFiles().read(try #require(openGraphSample), limit: .max)
        var random = Seeded(seed: 78)
        for round in 0..<max(3, rounds / 20) {
            var text = bytes
            if round % 3 == 1 { text = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))) }
            if round % 3 == 2 {
                text[Int.random(in: 0..<text.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            let (whole, pieces) = importBothWays(["x.json": text], pieceSize: 50_000)
            #expect(pieces.told == whole.told, "round \(round)")
        }
    }
}
