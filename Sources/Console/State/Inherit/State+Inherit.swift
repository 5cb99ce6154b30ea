import Inventory
import Reach

extension State {
    /// The list of the view of a runner that the place shows.
    var inheritSection: InheritSection { place.section.flatMap(InheritSection.init) ?? .runs }

    /// What is to be found out of the runner that the place is about; nil elsewhere.
    var inheritanceInquiry: InheritanceInquiry? {
        guard place.view == .inherit, let subject, subject.kind == .runner else { return nil }
        let declared = work.present.windows(of: subject.index)
        // One that is not declared is asked about as if it had been an attacker's all along, after each clean-up again.
        let ends: [Instant] = [.beginning] + subject.cleanups + [.never]
        let windows = declared.isEmpty ? zip(ends, ends.dropFirst()).map { Interval($0, $1) } : declared
        var question = Question(
            seeds: windows.map { Seed(entity: subject.index, window: $0) }, at: Instant(0))
        question.timeless = place.lens.isTimeless
        question.guards = place.lens.guardsFail ? .fail : .hold
        return InheritanceInquiry(runner: subject.index, question: question)
    }

    /// What the runner exposed, when it is at hand.
    var inheritance: Inheritance? { inheritanceInquiry.flatMap { findings.inheritance($0) } }

    /// Whether the runner that the place is about is declared compromised.
    var isInheritDeclared: Bool {
        subject.map { !work.present.windows(of: $0.index).isEmpty } ?? false
    }
}

extension Entity {
    /// How many runs of a job are looked at to find its runner.
    private static let lookedAt = 64

    /// The runners that it is, ran on, or may run on, by their numbers. O(64 × relations of a run).
    var runners: [Int] {
        var found: [Int] = []
        func add(_ runner: Int) { if !found.contains(runner) { found.append(runner) } }
        func ends(_ entity: Int, _ kind: RelationKind) -> [Int] {
            inventory.incoming(entity).prefix(Self.lookedAt).filter { inventory.relation(at: $0).kind == kind }
                .map { inventory.relationEnds($0).from }
        }
        switch kind {
        case .runner: add(index)
        case .run: ends(index, .executed).forEach(add)
        case .job:
            for run in ends(index, .instanceOf) { ends(run, .executed).forEach(add) }
            ends(index, .serves).forEach(add)
        case .workflow, .repository:
            for number in inventory.outgoing(index).prefix(Self.lookedAt)
            where inventory.relation(at: number).kind == .executesOn { add(inventory.relationEnds(number).to) }
        default: break
        }
        return found
    }
}
