import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Places as text")
struct PlaceTextTests {
    @Test(
        "A place is written and read back as it was",
        arguments: [
            "blast:live?query=kind:token%20live&sort=-until&at=2026-03-14T02:10:00Z&timeless&guards-fail&cursor=a/b@c",
            "entity:https://id.example/%3Fa=1%26b=%25?query=web", "inventory?sort=name", "start?query=prod",
        ])
    func written(text: String) throws {
        let place = try Place(parsing: text)
        #expect(place.text == text)
        #expect(try Place(parsing: place.text) == place)
    }

    @Test("Whatever a place holds, its text reads back as it, in characters that a chat does not change")
    func roundTrip() throws {
        var random = RandomKeys(seed: 11)
        let pieces = [
            "%", "&", "?", "=", ":", "#", " ", "é", "日", "\u{1B}", "\u{202E}", "\n", "a", "/", "@", "\u{0}", "👩‍👧",
        ]
        func text() -> String {
            (0..<random.number(below: 9)).map { _ in pieces[random.number(below: pieces.count)] }.joined()
        }
        for number in 0..<2_000 {
            let views = Place.View.allCases
            let view = views[number % views.count]
            let rest = text() + "x"
            let hasLists = view != .start && view != .journal
            var place = view.needsSubject ? Place(view, subject: rest) : Place(view, section: hasLists ? rest : nil)
            place.query = text()
            place.cursor = number % 2 == 0 ? text() + "y" : nil
            place.sort = number % 3 == 0 ? Place.Sort(column: text() + "z", ascending: number % 2 == 0) : nil
            if place.sort?.column.hasPrefix("-") == true { place.sort = nil }
            place.lens.at = number % 5 == 0 ? Int64(random.number(below: 2_000_000_000)) : nil
            place.lens.isTimeless = number % 7 == 0
            place.lens.guardsFail = number % 4 == 0
            #expect(try Place(parsing: place.text) == place, "\(place.text)")
            #expect(place.text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != "\u{202E}" })
        }
    }

    @Test(
        "What names no place is refused, and says why",
        arguments: [
            ("nowhere", "is no view"), ("", "is no view"), ("entity", "write entity:ID"), ("path:", "write path:ID"),
            ("start:x", "has no list"), ("blast?colour=red", "a place has no 'colour'"), ("blast?=", "a place has no"),
            ("blast?query=a&query=b", "given twice"), ("blast?at=yesterday", "is not a time"),
            ("blast?at=-6h", "is not a time"), ("blast?sort=-", "is not a column"),
            ("blast?timeless=1", "the name alone says it"), ("entity:a%zz", "percent"), ("entity:a%F", "percent"),
            ("entity:a%FF", "percent"), ("blast?cursor=", "is not an id"),
        ])
    func refused(text: String, reason: String) {
        do throws(PlaceError) {
            _ = try Place(parsing: text)
            Issue.record("\(text) was read")
        } catch {
            #expect(error.description.contains(reason), "\(error.description)")
        }
    }

    @Test("A filter longer than a prompt takes is refused")
    func longFilter() {
        #expect(Place(text: "blast?query=" + String(repeating: "x", count: 4_097)) == nil)
        #expect(Place(text: "blast?query=" + String(repeating: "x", count: 4_096)) != nil)
    }

    @Test("A place in the console is the place that its text names")
    func fromConsole() throws {
        var session = Session.after("b/kind:token<Enter>sj<Enter>Tj")
        let place = session.state.place
        #expect(place.text.contains("timeless") && place.text.contains("query=kind:token"))
        session = Session(place: try Place(parsing: place.text))
        #expect(session.state.place.list == place.list)
        #expect(session.state.place.cursor == place.cursor)
    }
}
