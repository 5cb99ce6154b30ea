import Foundation
import Testing

@testable import Intake
import Inventory
import Reach

/// A bundled sample: imported once, asked often.
struct Sample {
    let result: ImportResult

    static let northwind = Sample("northwind")
    static let tjActions = Sample("tj-actions-2025")

    private init(_ name: String) {
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        result = Import().run([package.appendingPathComponent("sample-data/\(name)").path])
    }

    var inventory: Inventory { result.inventory }

    /// What was passed over in any file, with the file.
    var complaints: [String] {
        result.reports.flatMap { report in
            report.notices.map { "\(report.path): \($0.location): \($0.reason)" }
                + (report.isRead ? [] : ["\(report.path): \(report.outcome)"])
        }
    }

    func entity(_ id: String) throws -> Entity { try #require(inventory.entity(id: id), "nothing is called \(id)") }

    /// What follows from what the sample marks as compromised.
    func blast(at time: String, change: (inout Question) throws -> Void = { _ in }) throws -> BlastRadius {
        var question = Question(seeds: seeds, at: try moment(time))
        try change(&question)
        return BlastRadius(inventory, question)
    }

    var seeds: [Seed] {
        inventory.compromisedEntities.compactMap { entity in
            entity.compromised.map { Seed(entity: entity.index, window: $0) }
        }
    }

    /// What `answer` says of the entity with this id; nil when it is never held.
    func held(_ id: String, in answer: BlastRadius) throws -> HeldEntity? { answer[try entity(id).index] }

    func moment(_ text: String) throws -> Instant { try #require(Instant(text: text), "no time: \(text)") }

    func remedy(_ id: String, at time: String) throws -> Remedy {
        let entity = try entity(id)
        return Remedy(entity: entity.index, at: try moment(time), means: entity.kind.remediation)
    }
}
