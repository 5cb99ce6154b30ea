import Inventory
import Reach

extension Scenario: CustomStringConvertible {
    /// The scenario as a person would write it down; times in ticks, `…` for an open end.
    var description: String {
        var lines = ["1 tick = \(clock.secondsPerTick) s from \(clock.origin); at \(at), rollback at \(rollback)"]
        if timeless { lines.append("timeless") }
        if guards == .fail { lines.append("guards fail") }
        if let plane { lines.append("plane \(plane.rawValue)") }
        if evidence != .inferred { lines.append("evidence \(evidence.name)") }
        lines += things.map(\.description) + links.map(\.description)
        lines += starts.map { "seed \($0.id) \(Self.interval($0.from, $0.until))" }
        lines += cures.map { "\($0.means.rawValue) \($0.id) at \($0.at)" }
        return lines.joined(separator: "\n")
    }

    fileprivate static func interval(_ from: Int?, _ until: Int?) -> String {
        "[\(from.map(String.init) ?? "…"), \(until.map(String.init) ?? "…"))"
    }
}

extension Scenario.Thing: CustomStringConvertible {
    var description: String {
        let times = [("issued", issued), ("expires", expires), ("revoked", revoked), ("used", lastUsed)]
        let known = times.compactMap { name, time in time.map { " \(name) \($0)" } }.joined()
        return "\(kind) \(id)" + known + cleanups.map { " cleaned \($0)" }.joined()
    }
}

extension Scenario.Link: CustomStringConvertible {
    var description: String {
        var text = "\(from) \(kind) \(to)"
        if valid != (nil, nil) { text += " \(Scenario.interval(valid.from, valid.until))" }
        if let gain { text += " gain \(gain)" }
        if let act { text += " \(act.name)" }
        if let hold { text += " \(hold.text)" }
        if let evidence { text += " \(evidence.name)" }
        if isGuarded { text += " guarded" }
        if let severed { text += " severed \(severed)" }
        return text
    }
}

extension Hold {
    fileprivate var text: String {
        if case .session(let length) = self { return "session \(length)" }
        return name
    }
}
