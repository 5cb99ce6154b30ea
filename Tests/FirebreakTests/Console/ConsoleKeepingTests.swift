import Foundation
import TerminalKit
import Testing

@Suite("The console keeps the analyst's work")
struct ConsoleKeepingTests {
    @Test("What was shown as saved survives being killed")
    func killed() throws {
        let desk = try SessionDesk()
        let first = try desk.open()
        try desk.mark(first)
        first.terminal.send(SIGKILL)
        #expect(try first.terminal.waitForExit() == .signal(SIGKILL))
        let attributes = try FileManager.default.attributesOfItem(atPath: desk.session().path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let second = try desk.open()
        try second.settle("goes on: 1 mark; R begins anew", "plan (1 mark): ", "2 of 10")
        #expect(second.terminal.picture.line(1).contains("Start ▸ Blast"))
        try second.terminal.press("Q")
        #expect(try second.terminal.waitForExit() == .status(0))
        #expect(second.isSane)
    }

    @Test("Asked to end, or hung up on, it saves even the last move of the cursor", arguments: [SIGTERM, SIGHUP])
    func ended(signal: Int32) throws {
        let desk = try SessionDesk()
        let first = try desk.open()
        try desk.mark(first)
        try first.terminal.press("jj")
        try first.settle("4 of 10")
        first.terminal.send(signal)
        guard case .status = try first.terminal.waitForExit() else {
            Issue.record("it did not end in order")
            return
        }
        let second = try desk.open()
        try second.settle("goes on: 1 mark", "4 of 10")
    }

    @Test("A damaged session is put aside with words, and is still there")
    func damaged() throws {
        let desk = try SessionDesk()
        let first = try desk.open()
        try desk.mark(first)
        try first.terminal.press("Q")
        #expect(try first.terminal.waitForExit() == .status(0))
        let saved = try Data(contentsOf: desk.session())
        try saved.prefix(saved.count / 2).write(to: desk.session())
        let second = try desk.open()
        try second.settle("the saved session is damaged: begun anew, and kept beside it as ", "? help")
        try second.terminal.press("Q")
        #expect(try second.terminal.waitForExit() == .status(0))
        let aside = try #require(try desk.files().first { $0.contains(".damaged-1.json") })
        let folder = try desk.session().deletingLastPathComponent()
        #expect(try Data(contentsOf: folder.appending(path: aside)) == saved.prefix(saved.count / 2))
    }

    @Test("--fresh begins anew and keeps the session before")
    func fresh() throws {
        let desk = try SessionDesk()
        let first = try desk.open()
        try desk.mark(first)
        try first.terminal.press("Q")
        try first.terminal.waitForExit()
        let second = try desk.open(["--fresh"])
        try second.settle("begun anew; the session before is kept as ", "What is compromised?", "? help")
        #expect(!second.text.contains("plan (1 mark)"))
        #expect(try desk.files().contains { $0.contains(".earlier-1.json") })
    }

    @Test("A copy goes to the program that takes it, else to the terminal, else on the screen")
    func copies() throws {
        let desk = try SessionDesk()
        let tool = desk.home.folder.appending(path: "wl-copy")
        try "#!/bin/sh\ncat > \"$HOME/copied\"\n".write(to: tool, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.path)
        let path = "\(desk.home.folder.path):/usr/bin:/bin"
        let local = try desk.open(["--fresh"], ["PATH": path, "WAYLAND_DISPLAY": "wayland-0"])
        try local.settle("What is compromised?", "? help")
        try local.terminal.press("yn")
        try local.terminal.wait(for: "copied the name by wl-copy: build-1")
        #expect(try String(contentsOf: desk.home.folder.appending(path: "copied"), encoding: .utf8) == "build-1")
        try local.terminal.press("Q")
        try local.terminal.waitForExit()
        let remote = try desk.open(
            ["--fresh"], ["PATH": path, "WAYLAND_DISPLAY": "wayland-0", "SSH_TTY": "/dev/pts/0"])
        try remote.settle("What is compromised?", "? help")
        try remote.terminal.press("yn")
        try remote.terminal.wait(for: "sent the name to the terminal")
        let sequence = Array("\u{1B}]52;c;YnVpbGQtMQ==\u{7}".utf8)
        #expect(remote.terminal.output.firstRange(of: sequence) != nil)
        try remote.terminal.press("Q")
        try remote.terminal.waitForExit()
        let poor = try desk.open(["--fresh"], ["TERM": "linux"])
        try poor.settle("What is compromised?", "? help")
        try poor.terminal.press("yn")
        try poor.terminal.wait(for: "select the name by hand")
        #expect(poor.text.contains("build-1"))
    }

    @Test("A list is written to a new file, and to one that is there only when asked again")
    func exports() throws {
        let desk = try SessionDesk()
        let session = try desk.open()
        try session.settle("What is compromised?", "? help")
        try session.terminal.press("i")
        try session.settle("1 of 12")
        let file = desk.home.path("list.csv")
        try session.terminal.press("E<C-u>\(file)<Enter>")
        try session.terminal.wait(for: "written: 12 rows")
        let written = try String(contentsOfFile: file, encoding: .utf8)
        #expect(written.hasPrefix("kind,name,short_id,id,"))
        #expect(written.components(separatedBy: "\r\n").count == 14)
        try "mine".write(toFile: file, atomically: true, encoding: .utf8)
        try session.terminal.press("E<C-u>\(file)<Enter>")
        try session.terminal.wait(for: "replace the file: ")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        try session.terminal.press("<Enter>")
        try session.terminal.wait(for: "written: 12 rows")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == written)
    }
}
