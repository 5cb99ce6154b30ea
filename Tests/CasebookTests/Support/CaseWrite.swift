import Inventory

@testable import Casebook

/// Something that is written to a case besides plain changes; `perform` gives the entries that were acknowledged, and may
/// read a copy of the case that somebody else worked on.
struct CaseWrite: Sendable {
    let name: String
    let perform: @Sendable (CaseFile, _ copy: CaseFile) throws -> [JournalEntry]

    /// One of each kind, one behind the other.
    static let all = [
        CaseWrite(name: "undo") { file, _ in try file.undo(by: .ana).written },
        CaseWrite(name: "redo") { file, _ in try file.redo(by: .ana).written },
        CaseWrite(name: "turn back") { file, _ in
            try file.turn(.back, by: .ana, seen: file.sequence) { state in
                state.mark("first") == nil && state.tags.isEmpty
                    ? [] : [.unmark("first"), .untag(subject: .entity("first"), tags: ["x"])]
            }.receipt.written
        },
        CaseWrite(name: "turn again") { file, _ in
            try file.turn(.again, by: .ana, seen: file.sequence) { state in
                state.mark("first") == nil ? [.mark("first"), .tag(subject: .entity("first"), tags: ["x"])] : []
            }.receipt.written
        },
        CaseWrite(name: "merge") { file, copy in try file.merge(copy, by: .ana).taken },
        CaseWrite(name: "settle") { file, _ in
            guard let aside = file.state.conflicts.first?.entry else { throw CaseError.refused("nothing is set aside") }
            return try file.append([.settle(entry: aside, takes: true)], by: .ana).written
        },
        CaseWrite(name: "undo the settlement") { file, _ in try file.undo(by: .ana).written },
        CaseWrite(name: "undo the merge") { file, _ in try file.undo(by: .ana).written },
        CaseWrite(name: "redo the merge") { file, _ in try file.redo(by: .ana).written },
        CaseWrite(name: "evidence") { file, _ in
            let evidence = CaseEvidence(
                hash: "e", form: .files, paths: ["/x"], files: [EvidenceFile(path: "a", hash: "b")], entities: 1,
                relations: 2, version: "1")
            return try file.append([.addEvidence(evidence: evidence)], by: .ana).written
        },
        CaseWrite(name: "undo the evidence") { file, _ in try file.undo(by: .ana, evidence: true).written },
        CaseWrite(name: "measure") { file, _ in
            let count = Measurement(
                evidence: "h", terms: .init(at: Instant(5)),
                figures: .init(reached: 1, live: 1, conditional: 0, rollbackOnly: 0, afterPlan: 0))
            return try file.measure(count, of: file.state, by: .ana).written
        },
        CaseWrite(name: "session") { file, _ in
            try file.keep([1, 2, 3], of: .ana)
            return []
        },
    ]

    /// A case on which all of them can be performed, and the copy.
    static func scene(in folder: CaseFolder, and elsewhere: CaseFolder) throws -> (file: CaseFile, copy: CaseFile) {
        let file = try folder.make()
        _ = try file.append([.mark("first"), .tag(subject: .entity("first"), tags: ["x"])], by: .ana)
        let copy = try file.copy(to: elsewhere.file())
        _ = try file.append([.verdict("shared", .cleared)], by: .bo)
        _ = try copy.append(
            [.verdict("shared", .suspicious), .mark("theirs"), .note(subject: .wholeCase, text: "theirs")], by: .bo)
        return (file, copy)
    }
}

/// All that lies in a case.
struct HeldInCase: Equatable {
    let entries: [String]
    let session: [UInt8]?

    init(_ file: CaseFile) throws {
        entries = try file.entries().map(\.hash)
        session = try file.session(of: "ana")
    }
}
