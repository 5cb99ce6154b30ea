import Casebook
import Inventory
import TerminalKit

// What was concluded of entities, who sees to them, and their tags.
extension State {
    // MARK: Verdicts

    /// Offers the verdicts there are, and to have none.
    mutating func openVerdicts() -> [Effect] { openMenu(.conclude(subjects)) }

    /// The verdicts in words, with the one that all the entities have.
    func entries(ofVerdictsOn entities: Marks) -> [MenuEntry] {
        Verdict.Finding.allCases.map { finding in
            let isCommon = entities.allSatisfy { work.present.judgement(of: $0).conclusion?.finding == finding }
            return MenuEntry(finding.rawValue, remark: finding.meaning, sign: isCommon ? .on : .off)
        } + [MenuEntry("no verdict", remark: "what was concluded is withdrawn")]
    }

    /// Takes the verdict with a number of the menu, and asks why; the one behind the last withdraws.
    mutating func chooseVerdict(_ index: Int, on entities: Marks) {
        let findings = Verdict.Finding.allCases
        guard findings.indices.contains(index) else {
            overlay = nil
            let (words, before) = (words(for: entities), work.present)
            change("withdraw the verdict on \(words)") { work in
                for entity in entities { work.judge(entity) { $0.conclusion = nil } }
            }
            range = nil
            tellJudged("no verdict on \(words)", before, "", "")
            return
        }
        overlay = .prompt(Prompt(purpose: .conclude(entities, findings[index]), line: LineEditor()))
    }

    /// Concludes something of entities.
    mutating func conclude(_ finding: Verdict.Finding, on entities: Marks, because text: String) {
        let (why, words, before) = (redact(text.trimmed), words(for: entities), work.present)
        change("\(finding.rawValue): \(words)") { work in
            for entity in entities { work.judge(entity) { $0.conclusion = .init(finding: finding, why: why) } }
        }
        range = nil
        tellJudged("\(finding.rawValue): \(words)", before, why, text)
    }

    // MARK: Assignees

    /// Asks who is to see to it; suggests who does already, else oneself.
    mutating func openAssignment() -> [Effect] {
        let entities = subjects
        let known = Set(entities.compactMap { work.present.judgement(of: $0).assignee })
        let suggested = known.count == 1 ? known.first : casebook?.analyst
        overlay = .prompt(Prompt(purpose: .assign(entities), line: LineEditor(suggesting: suggested ?? "")))
        return []
    }

    /// The names that the case knows, one's own first.
    var knownNames: [String] {
        guard let bond = casebook else { return [] }
        let named = Set(work.present.judgements.values.compactMap(\.assignee)).union(bond.names)
        return [bond.analyst] + named.subtracting([bond.analyst]).sorted()
    }

    /// Says who is to see to entities; an empty name is nobody.
    mutating func assign(_ entities: Marks, to text: String) {
        let (name, words, before) = (redact(text.trimmed), words(for: entities), work.present)
        change("assign \(words) to \(name.isEmpty ? "nobody" : name)") { work in
            for entity in entities { work.judge(entity) { $0.assignee = name.isEmpty ? nil : name } }
        }
        range = nil
        tellJudged(name.isEmpty ? "assigned to nobody: \(words)" : "assigned to \(name): \(words)", before, name, text)
    }

    // MARK: Tags

    mutating func openTagging() -> [Effect] {
        overlay = .prompt(Prompt(purpose: .tag(subjects), line: LineEditor()))
        return []
    }

    /// The tags that a line names: words between spaces and commas, with or without `#`.
    static func tags(in text: String) -> [String] {
        text.split { $0.isWhitespace || $0 == "," }
            .map { ($0.first == "#" ? $0.dropFirst() : $0).lowercased() }.filter { !$0.isEmpty }
    }

    mutating func tag(_ entities: Marks, with text: String) {
        let kept = redact(text.trimmed)
        let tags = Self.tags(in: kept)
        let (words, before) = (words(for: entities), work.present)
        let named = tags.joined(separator: ", ")
        change("tag \(words): \(named)") { work in
            for entity in entities { work.judge(entity) { $0.tag(tags) } }
        }
        range = nil
        tellJudged("tagged \(named): \(words)", before, kept, text)
    }

    /// Takes the tag with a number of the menu away.
    mutating func untag(_ index: Int, from entities: Marks) {
        overlay = nil
        let tags = tags(of: entities)
        guard tags.indices.contains(index) else { return }
        let (words, before) = (words(for: entities), work.present)
        change("untag \(words): \(tags[index])") { work in
            for entity in entities { work.judge(entity) { $0.untag([tags[index]]) } }
        }
        range = nil
        tellJudged("no longer tagged \(tags[index]): \(words)", before, "", "")
    }
}

extension Verdict.Finding {
    /// What it means.
    var meaning: String {
        switch self {
        case .suspicious: "something speaks for misuse"
        case .cleared: "looked into, and nothing was found"
        case .contained: "misused, and stopped"
        }
    }
}
