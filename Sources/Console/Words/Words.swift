import Inventory
import PlainText
import Reach
import TerminalKit

/// How figures and facts are put into words, the same in every view.
enum Words {
    /// `1 mark`, `3 marks`, `1,204 entities`.
    static func count(_ number: Int, _ singular: String, plural: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? singular : plural ?? singular + "s")"
    }

    /// `1,204`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + text
    }

    /// The kind in words: `service account`.
    static func kind(_ entity: Entity) -> String { kind(entity.kind, named: entity.kindName) }

    /// The same for a kind that is called `name` where only its source knows it.
    static func kind(_ kind: EntityKind, named name: String) -> String {
        kind.row?.words() ?? name
    }

    /// The kind where there is little room: `account`.
    static func shortKind(_ entity: Entity) -> String { entity.kind.row?.shortWord ?? entity.kindName }

    /// The kind for several, in words.
    static func kinds(_ kind: EntityKind, in inventory: Inventory, count: Int = 2) -> String {
        kind.row?.words(count: count) ?? inventory.name(of: kind)
    }

    /// `1,204`, marked where it is an estimate.
    static func exposure(_ exposure: Exposure, _ look: Look) -> String {
        (exposure.isExact ? "" : estimate(look.glyphs.repertoire)) + grouped(exposure.count)
    }

    /// Relations of this evidence and of stronger.
    static func only(_ evidence: Evidence) -> String {
        switch evidence {
        case .inferred: "any evidence"
        case .configured: "only what is configured or observed"
        case .observed: "only what was observed"
        }
    }

    /// The same as a phrase: `about 1,204 entities, itself included, at any time`.
    static func exposureOfAnyTime(_ exposure: Exposure) -> String {
        let entities = count(exposure.count, "entity", plural: "entities")
        return (exposure.isExact ? "" : estimate(.words)) + "\(entities), itself included, at any time"
    }

    private static func estimate(_ repertoire: Glyphs.Repertoire) -> String {
        switch repertoire {
        case .unicode: "≈"
        case .ascii: "~"
        case .words: "about "
        }
    }

    /// The flags in words.
    static func flags(_ flags: EntityFlags) -> String {
        flags.names.map { String($0.map { $0 == "_" ? " " : $0 }) }.joined(separator: ", ")
    }

    /// How long a hold lasts, in words.
    static func hold(_ hold: Hold) -> String {
        switch hold {
        case .keep: "keep"
        case .borrow: "borrow"
        case .session(let seconds): "session \(TimeWords.duration(Int64(seconds)))"
        }
    }

    /// Where something stands, as a person would look for it: `audit.json:L12`.
    static func provenance(_ provenance: Provenance, in inventory: Inventory) -> String {
        let sources = inventory.sources
        let path = sources.indices.contains(provenance.source) ? sources[provenance.source].path : "unknown source"
        return provenance.location.isEmpty ? path : "\(path):\(provenance.location)"
    }
}
