import Foundation
import Testing

@Suite("Commands and their formats")
struct CommandFormatTests {
    /// Every command that answers, with the schema of its JSON.
    private static let answers: [(words: String, formats: [String], schema: String)] = [
        ("inventory incident.json", ["table", "csv", "json"], "firebreak.inventory/1"),
        ("show incident.json --entity token:deploy key", ["text", "json"], "firebreak.entity/1"),
        ("blast incident.json --at 2026-01-10", ["table", "csv", "json"], "firebreak.blast/1"),
        ("path incident.json --to customers", ["text", "json"], "firebreak.path/1"),
        ("impact incident.json --entity key-1", ["table", "json"], "firebreak.impact/1"),
        ("cut incident.json --to customers --at 2026-01-10", ["table", "json"], "firebreak.cut/1"),
        ("chokepoints incident.json --crown-jewels", ["table", "json"], "firebreak.chokepoints/1"),
        ("diff incident.json incident.json --at 2026-01-10", ["table", "json"], "firebreak.diff/1"),
    ]

    /// The words of a command line; a word after `--entity` goes on to the end.
    private static func words(_ line: String) -> [String] {
        let parts = line.split(separator: "--entity ", maxSplits: 1)
        let first = parts[0].split(separator: " ").map(String.init)
        return parts.count == 1 ? first : first + ["--entity", String(parts[1])]
    }

    @Test("Each command answers in each of its formats, on standard output alone", arguments: answers.indices)
    func formats(index: Int) throws {
        let (line, formats, schema) = Self.answers[index]
        let evidence = try Evidence(.small())
        let plain = try CommandRun(Self.words(line), on: evidence)
        for format in formats {
            let run = try CommandRun(Self.words(line) + ["--format", format], on: evidence)
            #expect(run.status == 0)
            #expect(run.errors == "")
            #expect(!run.output.isEmpty)
            if format == formats[0] { #expect(run.output == plain.output) }
            if format == "json" { #expect(run.json?["schema"] as? String == schema) }
            if format == "csv" { #expect(run.text.split(separator: "\r\n").count > 5) }
        }
        let unknown = try CommandRun(Self.words(line) + ["--format", "runes"], on: evidence)
        #expect(unknown.status == 2 && unknown.output.isEmpty)
        #expect(formats.allSatisfy(unknown.errors.contains))
    }

    @Test("Sorting or filtering by exposure shows it, the greatest first when asked")
    func exposure() throws {
        let evidence = try Evidence(.small())
        let run = try CommandRun(
            ["inventory", "incident.json", "--sort", "-exposure", "--format", "json"], on: evidence)
        let entities = run.json?["entities"] as? [[String: Any]] ?? []
        let exposures = entities.compactMap { $0["exposure"] as? [String: Any] }
        let counts = exposures.compactMap { $0["count"] as? Int }
        #expect(run.status == 0 && counts.count == entities.count && (counts.first ?? 0) > 1)
        #expect(counts == counts.sorted(by: >))
        #expect(exposures.allSatisfy { $0["exact"] as? Bool == true })
        let wide = try CommandRun(["inventory", "incident.json", "--filter", "exposure>1"], on: evidence)
        #expect(wide.text.contains("EXPOSURE"))
        let plain = try CommandRun(["inventory", "incident.json"], on: evidence)
        #expect(!plain.text.contains("EXPOSURE"))
    }

    @Test(
        "Hostile names are escaped in JSON, harmless in CSV and visible in tables",
        arguments: ["inventory", "blast"], ["json", "csv", "table"])
    func hostile(command: String, format: String) throws {
        let evidence = try Evidence(.hostile())
        let run = try CommandRun([command, "incident.json", "--format", format], on: evidence)
        #expect(run.status == 0)
        let allowed: Set<Unicode.Scalar> = format == "csv" ? ["\r", "\n"] : ["\n"]
        let odd = run.text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: !allowed.contains(scalar)
            default: false
            }
        }
        #expect(odd.isEmpty)
        switch format {
        case "json":
            #expect(run.json != nil)
            for escape in [#"\u001b]0;pwned\u0007"#, #"\u202e"#, #"\u2028"#, #"\u009b"#, #"\udb40\udc41"#] {
                #expect(run.text.contains(escape), "\(escape)")
            }
            let entities = try #require(run.json?["entities"] as? [[String: Any]])
            #expect(entities.contains { $0["name"] as? String == "\u{1B}]0;pwned\u{7}" })
        case "csv":
            let cells = Self.cells(run.text)
            #expect(cells.count > 40)
            #expect(cells.joined().filter { cell in "=+-@\t\r".contains(cell.first ?? " ") }.isEmpty)
            #expect(Set(cells.map(\.count)).count == 1)
        default: #expect(run.text.contains(#"\e]0;pwned"#))
        }
    }

    /// The rows of a CSV text by RFC 4180.
    private static func cells(_ text: String) -> [[String]] {
        var (rows, row, cell, isQuoted) = ([[String]](), [String](), "", false)
        for character in text {
            switch character {
            case "\"":
                if isQuoted || cell.isEmpty { isQuoted.toggle() }
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r\n" where !isQuoted:
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.append(character)
            }
        }
        return rows
    }

    @Test("Output that nobody reads to its end does not look like a crash")
    func closedPipe() throws {
        let evidence = try Evidence(.hostile())
        let command = "'\(PseudoTerminal.firebreak)' inventory incident.json --format json 2>errors | head -c 5"
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = evidence.folder
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        #expect(try pipe.fileHandleForReading.readToEnd() == Data("{\"sch".utf8))
        process.waitUntilExit()
        #expect(try Data(contentsOf: evidence.folder.appending(path: "errors")).isEmpty)
    }

    @Test("An answer that could not be written says so")
    func fullDisk() throws {
        let evidence = try Evidence(.small())
        let process = Process()
        process.executableURL = URL(filePath: PseudoTerminal.firebreak)
        process.arguments = ["inventory", evidence.path()]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let errors = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 3)
        #expect(errors.hasPrefix("firebreak: the answer could not be written in full: "), "\(errors)")
    }

    @Test(
        "The help of each command names its options",
        arguments: [
            ("import", ["--repo", "--strict"]),
            ("inventory", ["--filter", "--sort", "--limit", "--format", "table, csv, json"]),
            ("show", ["--entity", "--place", "--at", "--from", "--limit", "--format", "text, json"]),
            ("impact", ["--entity", "--format", "table, json"]),
            (
                "blast",
                [
                    "--from", "--at", "--timeless", "--guards", "--plane", "--evidence", "--remediate", "--disable",
                    "--cleanse", "--sever", "--rollback", "--rollback-at", "--format", "Default: inferred",
                ]
            ),
            ("path", ["--from", "--at", "--to", "--format"]),
            ("cut", ["--from", "--at", "--to", "--crown-jewels", "--cost", "entities, breakage", "--format"]),
            ("chokepoints", ["--from", "--to", "--crown-jewels", "--format"]),
            ("export", ["--filter", "--format", "--output", "opengraph, dot", "graphml"]),
            ("open", ["--at", "--place", "--theme", "--ascii", "--linear"]),
            ("picture", ["--place", "--keys", "--size", "--theme", "--background", "light, dark, both", "--output"]),
            ("script", ["FILE", "--record", "--at"]), ("tour", ["--pace", "--linear", "--ascii"]),
        ])
    func help(command: String, options: [String]) throws {
        let run = try CommandRun([command, "--help"], on: Evidence([:]))
        #expect(run.status == 0 && run.errors.isEmpty)
        for option in options { #expect(run.text.contains(option), "\(option)") }
        #expect(!run.text.contains("- \n"), "values that say nothing")
    }
}
