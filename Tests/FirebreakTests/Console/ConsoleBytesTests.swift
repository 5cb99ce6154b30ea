import Foundation
import TerminalKit
import Testing

@Suite("What a key costs on the line")
struct ConsoleBytesTests {
    /// A runner and so many tokens that it kept: more than a screen.
    private static func evidence(tokens: Int) throws -> Evidence {
        var incident = Incident()
        incident.declare(
            "build-1", "runner", "build-1", ["compromised_from": "2026-01-01T00:00:00Z", "owner": "platform"])
        for number in 1...tokens {
            let id = "token-\(number)"
            incident.declare(
                id, "token", "deploy key \(number * 7919 % 10_007)",
                [
                    "owner": "team \(number % 13)", "last_used_at": "2026-01-0\(1 + number % 8)T00:00:00Z",
                    "provider": "aws",
                ])
            incident.relate("build-1", "retains", id)
        }
        return try Evidence(incident)
    }

    /// The same with names and ids that have little in common, longer than a column of a table.
    private static func longNames(tokens: Int) throws -> Evidence {
        let words = ["payment", "registry", "nightly", "frontend", "observability", "terraform", "mobile", "gateway"]
        var incident = Incident()
        incident.declare(
            "build-1", "runner", "build-1", ["compromised_from": "2026-01-01T00:00:00Z", "owner": "platform"])
        for number in 1...tokens {
            let parts = (1...6).map { words[(number * 7919 / ($0 * $0) + $0 * number) % words.count] }
            let id = "github.com/northwind/\(parts.reversed().joined(separator: "/"))/secrets/\(number)"
            incident.declare(
                id, "token", "\(parts.joined(separator: " ")) deploy key \(number * 7919 % 10_007)",
                ["owner": "team \(parts[2])", "provider": number % 2 == 0 ? "aws" : "github"])
            incident.relate("build-1", "retains", id)
        }
        return try Evidence(incident)
    }

    @Test("A cursor move writes less than 1 KB where names are long, too", arguments: ["xterm-256color", "vt100"])
    func longNames(term: String) throws {
        try expectSmallMoves(in: Self.longNames(tokens: 300), term: term)
    }

    @Test(
        "A cursor move on a screen of 200 by 60 writes less than 1 KB, and stands on the selected row",
        arguments: ["xterm-256color", "tmux-256color", "vt100", "linux"])
    func move(term: String) throws {
        try expectSmallMoves(in: Self.evidence(tokens: 300), term: term)
    }

    /// Entities of many kinds, reached and not, of which each has other facts.
    private static func mixed() throws -> Evidence {
        var incident = Incident()
        incident.declare(
            "build-1", "runner", "build-1", ["compromised_from": "2026-01-01T00:00:00Z", "owner": "platform"])
        let kinds: [(kind: String, relation: String?, facts: [String: String])] = [
            ("token", "retains", ["owner": "payments", "created_at": "2024-04-04T09:00:00Z", "provider": "aws"]),
            ("environment", nil, [:]), ("service_account", "runs_as", ["privilege": "3", "provider": "kubernetes"]),
            ("repository", nil, ["owner": "web", "created_at": "2019-01-01T00:00:00Z", "provider": "github"]),
            ("token", "retains", ["last_used_at": "2026-01-02T00:00:00Z", "expires_at": "2026-01-03T00:00:00Z"]),
        ]
        for number in 1...40 {
            let (kind, relation, facts) = kinds[number % kinds.count]
            let id = "github.com/northwind/\(kind)/\(String(repeating: "nightly/", count: number % 3))\(number)"
            incident.declare(id, kind, "\(kind) no. \(number * 7919 % 10_007)", facts)
            if let relation { incident.relate("build-1", relation, id) }
        }
        return try Evidence(incident)
    }

    @Test(
        "Among many kinds, reached and not, every view writes less than 1 KB for a cursor move",
        arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 60, columns: 200)])
    func kinds(size: Size) throws {
        let session = try ConsoleSession(Self.mixed(), environment: ["TERM": "xterm-256color"], size: size)
        try session.settle("What is compromised?", "? help")
        for (key, view) in [("2", "Inventory"), ("b", "Blast"), ("t", "Timeline"), ("b", "Blast"), ("*p", "Plan")] {
            try session.terminal.press(key)
            try session.settle(view, " of ")
            try session.terminal.press("g")
            try session.settle(" 1 of ")
            for position in 2...14 {
                session.terminal.waitForQuiet()
                let before = session.terminal.output.count
                try session.terminal.press("j")
                try session.settle(" \(position) of ")
                let written = session.terminal.output.count - before
                #expect(written < 1_024, "\(view), row \(position): \(written) bytes")
            }
        }
        try session.terminal.press("Zq")
        #expect(try session.terminal.waitForExit() == .status(0))
    }

    private func expectSmallMoves(in evidence: Evidence, term: String) throws {
        let session = try ConsoleSession(
            evidence, environment: ["TERM": term], size: Size(rows: 60, columns: 200))
        try session.settle("What is compromised?", "? help")
        try session.terminal.press("b")
        try session.settle("Blast", "1 of 301")
        for (key, position) in [("j", 2), ("j", 3), ("j", 4), ("k", 3), ("j", 4), ("j", 5)] {
            session.terminal.waitForQuiet()
            let before = session.terminal.output.count
            try session.terminal.press(key)
            try session.settle("\(position) of 301")
            let written = session.terminal.output.count - before
            #expect(written < 1_024, "\(key): \(written) bytes")
            let picture = session.terminal.picture
            #expect(
                picture.line(picture.cursor.row).hasPrefix(term == "linux" ? ">" : "▸"),
                "\(picture.line(picture.cursor.row))")
        }
        try session.terminal.press("Q")
        #expect(try session.terminal.waitForExit() == .status(0))
    }
}
