import Console
import Foundation
import Inventory
import Testing

@testable import firebreak

@Suite("The folder of saved sessions")
struct SessionFolderTests {
    private func setTime(_ seconds: TimeInterval, of path: String) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: path)
    }

    private func text(_ saved: SavedSession) -> String { String(decoding: saved.bytes, as: UTF8.self) }

    @Test("Sessions of other evidence are found, the one saved last first; what was put aside is not")
    func others() throws {
        let place = try Evidence([:])
        defer { withExtendedLifetime(place) {} }
        let folder = place.folder.path
        let saved: [(name: String, seconds: TimeInterval)] = [
            ("snapshot-a", 100), ("sources-b", 300), ("sources-c", 200), ("own", 400),
        ]
        for (name, seconds) in saved {
            try SessionFolder(folder: folder, name: name).write(Array(name.utf8))
            try setTime(seconds, of: "\(folder)/\(name).json")
        }
        _ = try SessionFolder(folder: folder, name: "sources-c").putAside("earlier")
        try Data("x".utf8).write(to: place.folder.appending(path: "notes.txt"))
        let found = SessionFolder(folder: folder, name: "own").others()
        #expect(found.map(text) == ["sources-b", "snapshot-a"])
        #expect(found.map(\.written) == [Instant(300), Instant(100)])
        #expect(SessionFolder(folder: folder + "/none", name: "own").others().isEmpty)
    }

    @Test("Only the latest of very many are listed")
    func many() throws {
        let place = try Evidence([:])
        defer { withExtendedLifetime(place) {} }
        for number in 0..<20 {
            let name = "sources-\(number)"
            try SessionFolder(folder: place.folder.path, name: name).write(Array(name.utf8))
            try setTime(TimeInterval(number), of: place.path("\(name).json"))
        }
        let found = SessionFolder(folder: place.folder.path, name: "own").others()
        #expect(found.count == 12)
        #expect(found.first.map(text) == "sources-19")
    }

    @Test("Each console has a session to itself: the one that is asked for, else a number that none has used")
    func claims() throws {
        let place = try Evidence([:])
        defer { withExtendedLifetime(place) {} }
        func shelf(_ name: String = "sources-a") -> SessionFolder {
            SessionFolder(folder: place.folder.path, name: name)
        }
        let first = shelf()
        #expect(first.claim() == .ours)
        #expect(first.claim() == .ours)
        try first.write(Array("first".utf8))
        let second = shelf()
        #expect(second.claim() == .apart(isNew: true))
        #expect(second.name.text == "sources-a+2")
        #expect(try second.read().map(text) == "first")
        let third = shelf()
        #expect(third.claim() == .apart(isNew: true) && third.name.console == 3)
        try second.write(Array("second".utf8))
        #expect(try second.read().map(text) == "second")
        #expect(try first.read().map(text) == "first")
        // Set apart from one that was set apart: begun from that.
        let beside = shelf("sources-a+2")
        #expect(beside.claim() == .apart(isNew: true) && beside.name.console == 4)
        #expect(try beside.read().map(text) == "second")
        second.release()
        let later = shelf()
        #expect(later.claim() == .apart(isNew: true) && later.name.console == 5)
        let again = shelf("sources-a+2")
        #expect(again.claim() == .apart(isNew: false) && again.name.console == 2)
        first.release()
        #expect(shelf().claim() == .ours)
    }

    @Test("Other sessions of the same evidence are found with the console that had them")
    func sameEvidence() throws {
        let place = try Evidence([:])
        defer { withExtendedLifetime(place) {} }
        for name in ["sources-a", "sources-a+2", "sources-b", "sources-b+3"] {
            try SessionFolder(folder: place.folder.path, name: name).write(Array(name.utf8))
        }
        let found = SessionFolder(folder: place.folder.path, name: "sources-a").others()
        #expect(Set(found.map(text)) == ["sources-a+2", "sources-b", "sources-b+3"])
        for saved in found {
            let name = text(saved)
            #expect(saved.isOfSameEvidence == (name == "sources-a+2"))
            #expect(saved.console == (name.hasSuffix("+2") ? 2 : name.hasSuffix("+3") ? 3 : 1))
            #expect(saved.name == (name == "sources-b" ? nil : name))
        }
        let beside = SessionFolder(folder: place.folder.path, name: "sources-a+2").others()
        #expect(beside.first { text($0) == "sources-a" }?.name == "sources-a")
    }

    @Test("Evidence is gone, changed, as it was, or not compared")
    func standing() throws {
        let evidence = try Evidence(["a.json": Data("{}".utf8), "b.json": Data("{}".utf8)])
        defer { withExtendedLifetime(evidence) {} }
        let (a, b, folder) = (evidence.path("a.json"), evidence.path("b.json"), evidence.folder.path)
        try setTime(100, of: a)
        try setTime(300, of: b)
        let shelf = SessionFolder(folder: folder, name: "own")
        #expect(shelf.standing(of: [a], since: Instant(200)) == .present)
        #expect(shelf.standing(of: [a, b], since: Instant(200)) == .changed)
        #expect(shelf.standing(of: [a, b], since: Instant(300)) == .present)
        #expect(shelf.standing(of: [a], since: nil) == .unknown)
        try setTime(100, of: folder)
        #expect(shelf.standing(of: [folder], since: Instant(200)) == .unknown)
        #expect(shelf.standing(of: [a, a + ".gone"], since: Instant(200)) == .gone(a + ".gone"))
    }
}
