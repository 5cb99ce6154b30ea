import Foundation
import Intake
import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("The tour on the bundled incident")
struct ConsoleTourTests {
    private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("sample-data/northwind").path

    @Test(
        "After each step the screen holds what its words speak of",
        arguments: [Size(rows: 24, columns: 100), Size(rows: 54, columns: 200)])
    func steps(size: Size) throws {
        let inventory = Import(ImportOptions(repository: nil)).run([Self.sample]).inventory
        let console = ConsoleRuntime(inventory: inventory, title: "northwind", at: Tour.moment)
        var script = "size \(size.columns)x\(size.rows)\n"
        for step in Tour.steps {
            if !step.keys.isEmpty { script += "press \(step.keys)\n" }
            script += "expect \(step.shows)\n"
        }
        let run = try console.play(ConsoleScript(parsing: script))
        if let difference = run.difference {
            Issue.record("line \(difference.line): \(difference.words)\n\(difference.screen)")
        }
        #expect(run.checks == Tour.steps.count)
    }

    @Test("Where nobody is left to press keys the whole of it is told", arguments: [[], ["--pace", "0.1"]])
    func alone(pace: [String]) throws {
        let run = try CommandRun(["tour", "--linear"] + pace, on: Evidence([:]))
        let steps = (1...Tour.steps.count).compactMap { run.text.range(of: "tour, \($0) of ")?.lowerBound }
        #expect(run.status == 0)
        #expect(steps.count == Tour.steps.count && steps == steps.sorted())
    }

    @Test("It runs by itself, and the traveller leaves with q", arguments: [[], ["--linear"]])
    func run(arguments: [String]) throws {
        let terminal = try PseudoTerminal(
            PseudoTerminal.firebreak, ["tour", "--pace", "0.1"] + arguments, size: Size(rows: 40, columns: 120))
        try terminal.wait(for: "tour, \(Tour.steps.count) of \(Tour.steps.count)")
        #expect(try terminal.waitForExit() == .status(0))
        let stopped = try PseudoTerminal(
            PseudoTerminal.firebreak, ["tour"] + arguments, size: Size(rows: 40, columns: 120))
        try stopped.wait(for: "tour, 1 of ")
        try stopped.press(" ")
        try stopped.wait(for: "tour, 2 of ")
        try stopped.press("q")
        #expect(try stopped.waitForExit() == .status(0))
    }
}
