import Foundation
import Inventory
import Testing

@testable import Casebook

/// Two readers of one text: the quick one may give up, and never say anything else than the one of any JSON.
@Suite("Entries are read quickly, and as any reader of JSON reads them")
struct JournalReaderTests {
    private static func quick(_ line: String) -> JournalEntry.Content? {
        JournalReader.read(line, as: JournalEntry.Content.self)
    }

    /// Whether two contents are the same to the byte: texts that only look alike are not.
    private static func areSame(_ left: JournalEntry.Content?, _ right: JournalEntry.Content?) throws -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return try left == right && JournalText.line(left) == JournalText.line(right)
    }

    @Test("What the journal writes, whatever it says")
    func written() throws {
        var entries = RandomEntry(random: SeededRandom(1))
        var (read, all): ([String: Int], [String: Int]) = ([:], [:])
        for _ in 0..<300 {
            for action in entries.actions() {
                let content = entries.content(action)
                let line = try JournalText.line(content)
                let other = try #require(JournalText.contentOfAnyJSON(line))
                #expect(try Self.areSame(other, JournalText.content(line)))
                all[action.name, default: 0] += 1
                guard let quick = Self.quick(line) else { continue }
                read[action.name, default: 0] += 1
                #expect(try Self.areSame(quick, other), "\(line)")
            }
        }
        #expect(all.count == 26)
        for (name, count) in all {
            let isSeldom = ["open", "addEvidence", "salvage"].contains(name)
            // Only the greatest numbers are left to others.
            #expect(
                isSeldom ? read[name] == nil : read[name] ?? 0 > count / 20, "\(name): \(read[name] ?? 0) of \(count)")
        }
    }

    @Test("What people write is read quickly, all of it")
    func ordinary() throws {
        var journal = try Journal()
        let texts = ["looked at", "déjà vu", "\u{1F600} \"done\" \\ now\n", "\u{1B}[2J\u{0}"]
        for text in texts {
            let subject = CaseSubject.entity(text)
            try journal.add(.declare(entity: text, windows: [Window(Interval(Instant(1), .never))], why: text))
            try journal.add(
                .mark(items: [.entity(text), .relation(from: text, kind: "reads", to: "b")], at: Instant(9)))
            try journal.add(.advance(items: [.entity(text)], state: .approved, why: text, proof: nil))
            try journal.add(.note(subject: subject, text: text))
            try journal.add(.conclude(subject: .path([text, "b"]), finding: .cleared, why: text))
            try journal.add(.tag(subject: .wholeCase, tags: [text]))
            try journal.add(.assign(subject: subject, to: nil))
            try journal.add(.undo(entry: journal.fold.sequence))
        }
        for entry in journal.entries.dropFirst() { #expect(Self.quick(entry.body) == entry.content, "\(entry.body)") }
    }

    @Test("What was altered by some bytes")
    func altered() throws {
        var entries = RandomEntry(random: SeededRandom(2))
        var (quick, leftToOthers, unreadable) = (0, 0, 0)
        let marks = Array(#"{}[]",:\u0123456789abcdefDE+-. tnrulse"#.utf8) + [0, 9, 10, 31, 127]
        for _ in 0..<150 {
            for action in entries.actions() {
                var bytes = Array(try JournalText.line(entries.content(action)).utf8)
                for _ in 0..<entries.random.pick([1, 1, 1, 2, 4]) where !bytes.isEmpty {
                    let place = Int.random(in: 0..<bytes.count, using: &entries.random)
                    let end = min(bytes.count, place + Int.random(in: 0..<12, using: &entries.random))
                    switch Int.random(in: 0..<5, using: &entries.random) {
                    case 0: bytes[place] = entries.random.pick(marks)
                    case 1: bytes.insert(entries.random.pick(marks), at: place)
                    case 2: bytes.remove(at: place)
                    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
                    default: bytes.removeSubrange(entries.random.pick([place..<end, place..<bytes.count]))
                    }
                }
                let line = String(decoding: bytes, as: UTF8.self)
                let other = JournalText.contentOfAnyJSON(line)
                if let read = Self.quick(line) {
                    quick += 1
                    #expect(try Self.areSame(read, other), "\(line)")
                } else if other == nil {
                    unreadable += 1
                } else {
                    leftToOthers += 1
                }
                #expect(try Self.areSame(JournalText.content(line), other), "\(line)")
            }
        }
        #expect(quick > 300 && leftToOthers > 300 && unreadable > 300, "\(quick), \(leftToOthers), \(unreadable)")
    }

    /// What stands in place of the value of `what`, in an entry that is whole besides.
    private static func line(_ what: String, _ value: String) -> String {
        let members = [
            ("action", #"{"note":{"subject":{"entity":"a"},"text":"b"}}"#), ("previous", #""0""#), ("sequence", "4"),
            ("when", #""2026-03-14T02:10:05Z""#), ("who", #""ana""#),
        ]
        return "{" + members.map { #""\#($0.0)":\#($0.0 == what ? value : $0.1)"# }.joined(separator: ",") + "}"
    }

    @Test(
        "Texts of every kind",
        arguments: [
            #""""#, #""\ud83d\ude00""#, #""\uD83D\uDE00""#, #""\ud83d""#, #""\ude00\ud83d""#, #""\ud83d\ud83d\ude00""#,
            #""\ud83d\n""#,
            #""\u0000""#, #""\u00""#, #""\u00g0""#, #""\u+041""#, #""\/""#, #""\x""#, #""\""#, #""\\"#, #""a"#,
            "\"\u{1}\"",
            "\"\u{7F}\"", "\"é\"", "\"e\u{301}\"", "\"\u{1F600}\"", #""\uffff\ufffe\ufeff""#, "null", "4", "[]",
            #""a""b""#, #"'a'"#,
            #""\U0041""#, #""\u0022\u005c\u0022""#,
        ])
    func text(_ value: String) throws {
        let line = Self.line("who", value)
        let other = JournalText.contentOfAnyJSON(line)
        if let quick = Self.quick(line) { #expect(try Self.areSame(quick, other)) }
        #expect(try Self.areSame(JournalText.content(line), other))
    }

    @Test(
        "Numbers of every kind",
        arguments: [
            "0", "-0", "-1", "00", "01", "-01", "1.0", "1.5", "1e2", "1E2", "10e-1", "1e400", "-1e400",
            "9223372036854775807",
            "-9223372036854775808", "9223372036854775808", "999999999999999999", "1000000000000000000",
            "99999999999999999999999", "+1",
            "1.", ".1", "-", "", "0x10", "1_000", "Infinity", "NaN", "null", "true", #""4""#, "4 ", " 4", "4,", "٤",
        ])
    func number(_ value: String) throws {
        for member in ["sequence", "when"] {
            let line = Self.line(member, value)
            let other = JournalText.contentOfAnyJSON(line)
            if let quick = Self.quick(line) { #expect(try Self.areSame(quick, other), "\(line)") }
            #expect(try Self.areSame(JournalText.content(line), other), "\(line)")
        }
    }

    @Test("What holds more, or the same in another order, is left to who reads any JSON; nothing of it gets lost")
    func other() throws {
        let plain = Self.line("", "")
        let content = try #require(Self.quick(plain))
        let members = plain.dropFirst().dropLast()
        let action = #""action":{"note":{"subject":{"entity":"a"},"text":"b"}}"#
        for line in [
            #"{\#(members),"zeal":1}"#, #"{"about":[{}],\#(members)}"#, #"{"previous":"0",\#(members)}"#, " " + plain,
            plain + "\n",
            plain.replacing("\":", with: "\": "), plain.replacing(#""text":"b""#, with: #""text":"b","tone":"x""#),
            plain.replacing(#"{"entity":"a"}"#, with: #"{"entity":"a","path":["b"]}"#),
            plain.replacing(#""subject":{"entity":"a"},"text":"b""#, with: #""text":"b","subject":{"entity":"a"}"#),
            plain.replacing(#""who":"ana""#, with: #""who":"\u0061na""#),
            plain.replacing(action + ",", with: "").dropLast() + ",\(action)}",
            plain.replacing(#""action""#, with: #""\u0061ction""#),
        ] {
            #expect(JournalText.content(line) == content, "\(line)")
            #expect(try Self.areSame(JournalText.content(line), JournalText.contentOfAnyJSON(line)))
        }
        for line in [
            "", "{", plain + "x", plain + plain, String(plain.dropLast()), "{}", #"{"action":{}}"#,
            String(repeating: "[", count: 9_000),
        ] {
            #expect(JournalText.content(line) == nil, "\(line.prefix(40))")
        }
    }
}
