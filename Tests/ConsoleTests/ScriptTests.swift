import Foundation
import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Key scripts")
struct ScriptTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Scripts")

    /// Every script beside the tests.
    static let files: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".keys") }
        .sorted()

    private func runtime(at opened: Instant = Northwind.opened) -> ConsoleRuntime {
        ConsoleRuntime(inventory: Northwind.inventory(isMarked: true), title: "northwind", at: opened)
    }

    private func run(_ text: String) throws -> ScriptRun { try runtime().play(ConsoleScript(parsing: text)) }

    @Test("There are scripts to play")
    func exist() { #expect(Self.files.count >= 2) }

    @Test("The console does what each script says (FIREBREAK_RECORD=1 writes its screens anew)", arguments: files)
    func play(file: String) throws {
        let url = Self.folder.appendingPathComponent(file)
        var text = try String(contentsOf: url, encoding: .utf8)
        let script = try ConsoleScript(parsing: text)
        let console = runtime(at: script.opened ?? Northwind.opened)
        if ProcessInfo.processInfo.environment["FIREBREAK_RECORD"] == "1" {
            text = try console.record(text, script).text
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        let run = try console.play(ConsoleScript(parsing: text))
        #expect(run.checks > 0)
        if let difference = run.difference {
            Issue.record("\(file), line \(difference.line): \(difference.words)\n\(difference.screen)")
        }
    }

    @Test("The first difference is found, by its line, with the screen at that moment")
    func difference() throws {
        let run = try run("press b\nexpect Blast\n\n# people\nreject AWS key\nexpect nothing like it\n")
        let difference = try #require(run.difference)
        #expect(difference.line == 5 && difference.words.contains("AWS key"))
        #expect(difference.screen.contains("rollback only"))
        #expect(run.checks == 1)
        #expect(try self.run("press Q<Esc>").difference?.words.contains("after the analyst left") == true)
        #expect(try self.run("left").difference?.line == 1)
    }

    @Test("A screen is compared exactly, and recorded as it is")
    func screens() throws {
        let text = "size 40x10\npress b\nscreen\n|not this\n# after it\nexpect Blast"
        let difference = try #require(try run(text).difference)
        #expect(difference.line == 3 && difference.words.contains("1 - not this"))
        let recorded = try runtime().record(text, ConsoleScript(parsing: text)).text
        #expect(recorded.contains("screen\n|northwind") && recorded.hasSuffix("# after it\nexpect Blast"))
        let again = try run(recorded)
        #expect(again.difference == nil && again.checks == 2)
        #expect(try runtime().record(recorded, ConsoleScript(parsing: recorded)).text == recorded)
    }

    @Test("A paste is no key")
    func paste() throws {
        #expect(
            try run("press i/\npaste deploy<Enter>Q\nexpect deploy<Enter>Q\npress <Esc>\nreject deploy<Enter>")
                .difference == nil)
    }

    @Test(
        "What cannot be read is refused with its line",
        arguments: [
            ("dance", 1, "none of size"), ("\nsize 80", 2, "no size"), ("size 0x10", 1, "no size"),
            ("size 9999x10", 1, "no size"), ("press <Nokey>", 1, "no key is called"), ("|lost", 1, "no 'screen'"),
            ("screen\n|a\n\n|b", 4, "no 'screen'"), ("expect", 1, "expect what"), ("at noon", 1, "no time"),
            ("press j\nat 2026-01-01", 2, "before all keys"), ("place nowhere", 1, "is no view"),
            ("glyphs runes", 1, "neither"),
        ])
    func refused(text: String, line: Int, reason: String) {
        do throws(ConsoleScript.Problem) {
            _ = try ConsoleScript(parsing: text)
            Issue.record("\(text) was read")
        } catch {
            #expect(error.line == line && error.text.contains(reason), "\(error)")
        }
    }

    @Test("The tour's keys can be read, and each of its steps says something")
    func tour() throws {
        for step in Tour.steps {
            _ = try KeyScript.keys(step.keys)
            #expect(step.words.count > 40 && !step.shows.isEmpty)
        }
    }
}
