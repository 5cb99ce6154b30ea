import Inventory
import Reach

/// The two inventories of a silence: the one that tells, and the one that does not.
struct SilenceWitnesses {
    let teller: Inventory
    let silent: Inventory
    /// What the silent one is called: `the new source`.
    let name: String

    /// The silence of the new inventory of `diff`.
    static func new(_ diff: InventoryDiff) -> SilenceWitnesses {
        SilenceWitnesses(teller: diff.old, silent: diff.new, name: "the new source")
    }

    /// The silence of the old inventory of `diff`.
    static func old(_ diff: InventoryDiff) -> SilenceWitnesses {
        SilenceWitnesses(teller: diff.new, silent: diff.old, name: "the old source")
    }

    /// What the silence means and why, in a sentence without its end.
    func words(_ silence: Silence) -> String {
        switch silence {
        case .absent(let basis): words(basis)
        case .unknown(let gap): words(gap)
        }
    }

    func words(_ basis: Silence.Basis) -> String {
        switch basis {
        case .listed(1): "\(name) lists 1 other of the same list, and not this one"
        case .listed(let others): "\(name) lists \(others) others of the same list, and not this one"
        case .scope(let scope): "what it belongs to is not in \(name) either: \(id(scope))"
        case .readAgain(let source): "the file that tells of it was read again, and does not have it: \(path(source))"
        case .surveyed(let source):
            "\(name) tells of what is around it and of others of its sort, and not of this one: \(path(source))"
        case .end(let end): "one of its ends is not in \(name): \(id(end))"
        }
    }

    func words(_ gap: Silence.Gap) -> String {
        switch gap {
        case .inferred: "cannot be known: it exists by inference alone, and no source lists it"
        case .history: "cannot be known: it is a record of the past, which \(name) need not repeat"
        case .incomplete: "cannot be known: \(name) says itself that such lists are not complete"
        case .noneOfKind: "cannot be known: \(name) tells of nothing of that kind"
        case .noneOfProvider: "cannot be known: \(name) tells of nothing of that kind from its provider"
        case .surroundings(_, 0): "cannot be known: nothing else tells whether \(name) covers that part of the estate"
        case .surroundings(let known, let all):
            "cannot be known: \(name) does not cover that part of the estate; of the \(all) around it, it has \(known)"
        case .list: "cannot be known: \(name) lists nothing of its sort there"
        case .end(let end): "cannot be known: whether one of its ends is in \(name) is not known: \(id(end))"
        }
    }

    private func id(_ entity: Int) -> String { teller.entity(at: entity).id }

    private func path(_ source: Int) -> String { silent.sourcePath(Provenance(source: source)) }
}
