import Casebook
import Foundation
import Inventory
import Synchronization
import TerminalKit

@testable import Console

/// A case in a file of its own, which several consoles open.
final class CaseDesk: Sendable {
    let path: String

    /// - Parameters:
    ///   - names: Whether the case names evidence, without which no counts are recorded.
    ///   - identifier: What tells the case from others, and with that the hashes of its journal.
    init(evidence names: Bool = false, identifier: String = CaseFile.randomIdentifier) throws {
        path = NSTemporaryDirectory() + "firebreak-\(UUID().uuidString).case"
        _ = try CaseFile.make(
            at: path, title: "test", evidence: names ? Self.evidence : nil,
            by: CaseAuthor(who: "ana", when: Northwind.opened), version: "1", identifier: identifier)
    }

    private static let evidence = CaseEvidence(
        hash: "a hash", form: .files, paths: ["northwind"], repository: nil, files: [], entities: 0, relations: 0,
        collected: nil, version: "1")

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func console(_ who: String, size: Size = Size(rows: 40, columns: 120)) throws -> CaseWorker {
        var session = Session(size: size)
        let shelf = CaseDeskShelf(try CaseFile(opening: path), who)
        session.state.take("test", shelf.present, as: who)
        session.apply(.resize(session.state.size))
        return CaseWorker(desk: self, session: session, shelf: shelf)
    }
}

/// A case as one console has it; writing can be made to fail.
final class CaseDeskShelf: CaseShelf {
    let file: CaseFile
    let who: String
    let failure = Mutex<CaseError?>(nil)

    init(_ file: CaseFile, _ who: String) {
        self.file = file
        self.who = who
    }

    var present: CaseView {
        CaseView(state: file.state, sequence: file.sequence, journal: (try? file.entries()) ?? [])
    }

    func append(_ actions: [CaseAction], seen: Int, at place: String?) throws(CaseError) -> CaseView {
        if let failure = failure.withLock({ $0 }) { throw failure }
        _ = try file.append(actions, by: CaseAuthor(who: who, when: Northwind.opened, place: place), seen: seen)
        return present
    }

    func turn(
        _ turn: CaseTurn, seen: Int, at place: String?, remaining: (CaseState) -> [CaseAction]
    ) throws(CaseError) -> TurnedCase {
        if let failure = failure.withLock({ $0 }) { throw failure }
        let author = CaseAuthor(who: who, when: Northwind.opened, place: place)
        return TurnedCase(try file.turn(turn, by: author, seen: seen, remaining: remaining), view: present)
    }

    func news() throws(CaseError) -> CaseView? { try file.news() == nil ? nil : present }

    var analyst: String { who }
    var evidence: String? { file.state.latestEvidence?.hash }

    func measure(_ measurement: Casebook.Measurement, of view: CaseView) throws(CaseError) -> CaseView {
        _ = try file.measure(
            measurement, of: view.state, by: CaseAuthor(who: who, when: Northwind.opened))
        return present
    }
}

/// A console and the hands of its runtime.
struct CaseWorker {
    /// Kept for as long as anybody works on its file.
    let desk: CaseDesk
    var session: Session
    let shelf: CaseDeskShelf

    var work: Investigation { session.state.work.present }
    var isKept: Bool { session.state.isWorkKept }

    /// Presses keys, and records what they decide.
    mutating func press(_ keys: String) {
        session.press(keys)
        record()
    }

    /// Records what is asked for, until nothing is.
    mutating func record() {
        while let place = session.effects.firstIndex(where: { if case .record = $0 { true } else { false } }) {
            guard case .record(let change) = session.effects.remove(at: place) else { return }
            let outcome = CaseKeeper.outcome(of: change, on: shelf, in: session.state.inventory)
            session.apply(.recorded(outcome))
        }
    }

    /// Records the counts that are asked for, as the keeper would after a while.
    /// - Returns: How often they were asked for.
    @discardableResult
    mutating func measure() -> Int {
        var count = 0
        while let place = session.effects.firstIndex(where: { if case .measure = $0 { true } else { false } }) {
            guard case .measure(let terms) = session.effects.remove(at: place) else { return count }
            count += 1
            if let outcome = CaseKeeper.measure(terms, on: shelf, in: session.state.inventory) {
                session.apply(.recorded(outcome))
            }
        }
        return count
    }

    /// Looks for what others did.
    mutating func look() throws {
        guard let view = try shelf.news() else { return }
        session.apply(.recorded(.news(view, view.state.investigation(in: session.state.inventory))))
        record()
    }
}
