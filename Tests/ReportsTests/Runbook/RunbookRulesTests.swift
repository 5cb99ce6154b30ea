import Inventory
import Testing

@testable import Reports

@Suite("What holds for every runbook")
struct RunbookRulesTests {
    private func steps(_ row: RunbookFixture.Row, breaks: Int) -> [RunbookStep] {
        guard let subject = RunbookFixture.everything.subject(row.id, breaks: breaks) else { return [] }
        return RunbookRecipe.row(for: subject)?.steps(subject) ?? []
    }

    @Test("Every row of the table is one that something has, save the ones for what only a run can name")
    func complete() {
        let missing = Set(RunbookRecipe.table.map(\.name)).subtracting(RunbookFixture.rows.map(\.recipe))
        #expect(missing == ["secrets that only a run can name"])
    }

    @Test("A blank is marked as one: nothing in angle brackets counts as known", arguments: [0, 1])
    func blanks(breaks: Int) {
        for row in RunbookFixture.rows {
            for command in steps(row, breaks: breaks).flatMap(\.commands) {
                for case .text(let text) in command.words.flatMap(\.pieces) {
                    #expect(!text.contains("<") && !text.contains(">"), "\(row.id): \(text)")
                }
                #expect(command.missing.allSatisfy { $0 == $0.uppercased() }, "\(command.line)")
            }
        }
    }

    @Test("What jobs need is replaced before it is revoked")
    func order() {
        var count = 0
        for row in RunbookFixture.rows where row.kind == .token || row.kind == .secret {
            let phases = steps(row, breaks: 1).map(\.phase)
            guard let replaced = phases.firstIndex(of: .replace), let revoked = phases.firstIndex(of: .revoke) else {
                continue
            }
            #expect(replaced < revoked, "\(row.id)")
            count += 1
        }
        #expect(count > 5)
    }

    @Test("Every row about a provider names that provider's page")
    func references() {
        let general: Set = [
            "runner", "registry token", "package", "credential that no source names", "credential", "person",
            "team or organisation", "service account", "anything else",
        ]
        for recipe in RunbookRecipe.table {
            #expect((recipe.reference == nil) == general.contains(recipe.name), "\(recipe.name)")
            #expect(recipe.reference?.hasPrefix("https://") != false, "\(recipe.name)")
        }
    }

    @Test("No command prints what is secret: not the values of variables, not the ends of tokens")
    func silent() {
        for row in RunbookFixture.rows {
            for line in steps(row, breaks: 1).flatMap(\.commands).map(\.line) {
                #expect(!line.contains("/variables") && !line.contains("/triggers?"), "\(line)")
                #expect(!line.contains("Authorization: Bearer "), "\(line)")
            }
        }
    }
}
