import Foundation
import Inventory
import Reports
import Synchronization
import TerminalKit
import Testing

@testable import Console

@Suite("Export of the list at hand")
struct ExportTests {
    private func text(_ session: Session, _ format: TableReport.Format) throws -> String {
        let table = try #require(session.state.table)
        var text = ""
        table.write(as: format) { text += $0 }
        return text
    }

    @Test("CSV has a line a row, in the order of the screen, under the names of the columns")
    func csv() throws {
        let session = Session.after("b/kind:token<Enter>s<Enter>")
        let lines = try text(session, .csv).components(separatedBy: "\r\n").dropLast()
        #expect(lines.first?.hasPrefix("id,short_id,kind,name,first_held,until,state") == true)
        let ids = (0..<session.state.rows.count).compactMap {
            session.state.rows.id(at: $0, in: session.state.inventory)
        }
        #expect(lines.dropFirst().map { String($0.prefix { $0 != "," }) } == ids)
    }

    @Test(
        "JSON has the same rows, and says what it is of",
        arguments: ["2", "b", "b/npm publish<Enter>w", "e", "p<Tab>", "/npm<Enter>", "b/kind:token<Enter>  p"])
    func json(keys: String) throws {
        let session = Session.after(keys)
        let read = try JSONSerialization.jsonObject(with: Data(text(session, .json).utf8)) as? [String: Any]
        #expect(read?["schema"] as? String == "firebreak.table/1")
        let rows = try #require(read?["rows"] as? [[String: Any]])
        #expect(read?["total"] as? Int == rows.count)
        #expect(!rows.isEmpty)
        let csv = try text(session, .csv)
        #expect(csv.components(separatedBy: "\r\n").count == rows.count + 2)
    }

    @Test("No cell of a hostile list is a formula, and JSON of it can be read")
    func hostile() throws {
        var session = Session(HostileInventory.inventory())
        session.press("2")
        for line in try text(session, .csv).components(separatedBy: "\r\n") {
            #expect(line.first.map { !"=+-@\t".contains($0) } ?? true)
        }
        _ = try JSONSerialization.jsonObject(with: Data(text(session, .json).utf8))
    }

    @Test("The name is asked for, its ending decides the format, and what is no table says so")
    func prompt() {
        var session = Session.after("b<Tab>E")
        #expect(session.text.contains("write to: firebreak-blast-live.csv"))
        session.press("<C-u>x.txt<Enter>")
        #expect(session.text.contains("the name ends in .csv or .json"))
        #expect(session.effects.isEmpty)
        session.press("<C-u>/exports/x.json<Enter>")
        guard case .export(let export)? = session.effects.first else {
            Issue.record("nothing to write")
            return
        }
        #expect(export.path == "/exports/x.json" && !export.isReplacing)
        guard case .list(_, as: .json) = export.content else {
            Issue.record("not the list as JSON")
            return
        }
        #expect(Session.after("pE").text.contains("export: this list is no table"))
    }

    @Test("A file that is there is replaced only after a question about that very name")
    func replacing() {
        var session = Session.after("bE<Enter>")
        session.effects = []
        session.apply(.exported(.exists(.list, path: "firebreak-blast.csv")))
        #expect(session.text.contains("replace the file: firebreak-blast.csv"))
        session.press("<BS>v")
        #expect(session.text.contains("write to: firebreak-blast.csv"))
        session.press("<Esc>")
        session.apply(.exported(.exists(.list, path: "firebreak-blast.csv")))
        session.press("<Enter>")
        guard case .export(let export)? = session.effects.first else {
            Issue.record("nothing to write")
            return
        }
        #expect(export.isReplacing)
        session.apply(.exported(.written(path: export.path, "18 rows")))
        #expect(session.text.contains("written: 18 rows to firebreak-blast.csv"))
        session.apply(.exported(.failed(.list, path: "x.csv", reason: "x.csv was not written: the disk is full")))
        #expect(session.text.contains("write to: x.csv"))
        #expect(session.text.contains("^ was not written: the disk is full"))
        #expect(!session.text.contains("not written: x.csv"))
        session.press("2")
        #expect(session.text.contains("write to: x.csv2"))
    }

    @Test(
        "An export has the columns of the view",
        arguments: [
            (" p", "step,together,action,id,short_id,kind,name,breaks,severs,state,used_since,owner"),
            ("p<Tab><Tab>", "step,together,action,id,short_id,kind,name,breaks,severs,towards,owner"),
            ("I", "began,ended,id,short_id,name,taken_over,exposed,still_live"),
            ("I<Tab>", "first_held,until,id,short_id,kind,name,through,runs"),
        ])
    func columns(keys: String, head: String) throws {
        let session = Session.after(keys)
        let lines = try text(session, .csv).components(separatedBy: "\r\n")
        #expect(lines.first?.hasPrefix(head) == true, "\(lines.first ?? "")")
        #expect(lines.count > 2)
    }

    @Test("The number of rows that is said is the number that is written")
    func count() throws {
        let session = Session.after("eE")
        let table = try #require(session.state.table)
        #expect(session.text.contains("\(table.rowCount) rows"))
        #expect(table.rowCount < session.state.rows.count)
    }

    @Test("The runtime writes it off the thread that draws, and waits for it on leaving")
    func runtime() throws {
        let files = WrittenFiles()
        let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 80))
        terminal.play(try KeyScript.keys("2").map { .event(.key($0)) })
        terminal.play([.untilShown("1 of ")])
        terminal.play(try KeyScript.keys("E<Enter>Q").map { .event(.key($0)) })
        _ = ConsoleRuntime(
            inventory: Northwind.inventory(isMarked: true), title: "x", at: Northwind.opened,
            world: ConsoleWorld(files: files)
        ).run(on: terminal)
        #expect(files.contents["firebreak-inventory.csv"]?.contains("prod-linux-07") == true)
    }
}

/// Keeps in memory what is written.
final class WrittenFiles: FileWriter {
    private let files = Mutex<[String: String]>([:])

    var contents: [String: String] { files.withLock { $0 } }

    func write(
        _ path: String, isReplacing: Bool, content: (@escaping (String) -> Void) -> Void
    ) throws(FileWriteError) {
        if !isReplacing, contents[path] != nil { throw .exists }
        var text = ""
        content { text += $0 }
        let whole = text
        files.withLock { $0[path] = whole }
    }
}
