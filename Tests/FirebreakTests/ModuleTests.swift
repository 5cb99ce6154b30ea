import Foundation
import Testing

/// Which of our modules each module may import: data flows one way, from the top of this table to its bottom.
private let allowedImports: [String: Set<String>] = [
    "PlainText": [],
    "CKernels": [],
    "Inventory": ["CKernels", "PlainText"],
    "CSimdjson": [],
    "CNcurses": [],
    "Intake": ["Inventory", "CSimdjson", "CKernels"],
    "Reach": ["Inventory", "CKernels"],
    "Casebook": ["Inventory", "Reach", "PlainText"],
    "Reports": ["Inventory", "Reach", "Casebook", "PlainText"],
    "TerminalKit": ["PlainText"],
    "Console": ["Inventory", "Reach", "Casebook", "Reports", "TerminalKit", "PlainText"],
    "CursesTerminal": ["CNcurses", "TerminalKit", "PlainText"],
    "firebreak": [
        "Inventory", "Intake", "Reach", "Casebook", "Reports", "TerminalKit", "Console", "CursesTerminal",
        "PlainText",
    ],
]

@Suite("Modules depend one way only")
struct ModuleTests {
    private static let sources = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources")

    @Test("Every folder of Sources stands in the table", arguments: [sources])
    func everyModuleIsDeclared(folder: URL) throws {
        let modules = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(modules) == Set(allowedImports.keys))
    }

    @Test("A module imports only what the table allows", arguments: allowedImports.keys.sorted())
    func importsAreAllowed(module: String) throws {
        let allowed = try #require(allowedImports[module])
        for (file, imported) in try imports(of: module) where allowedImports[imported] != nil {
            #expect(allowed.contains(imported), "\(file) imports \(imported)")
        }
    }

    @Test("Only CursesTerminal knows ncurses, only Intake the JSON and YAML libraries, and only Casebook SQLite")
    func librariesStayBehindTheirModule() throws {
        let owners = ["CNcurses": "CursesTerminal", "CSimdjson": "Intake", "Yams": "Intake", "GRDB": "Casebook"]
        for module in allowedImports.keys {
            for (file, imported) in try imports(of: module) {
                if let owner = owners[imported] { #expect(module == owner, "\(file) imports \(imported)") }
            }
        }
    }

    /// Every import statement of a module, with the file that it stands in.
    private func imports(of module: String) throws -> [(file: String, imported: String)] {
        let folder = Self.sources.appendingPathComponent(module)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var found: [(String, String)] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ").drop { $0.hasPrefix("@") || $0 == "public" || $0 == "internal" }
                guard words.first == "import", let name = words.dropFirst().last else { continue }
                found.append((file.lastPathComponent, String(name.split(separator: ".").first ?? name)))
            }
        }
        return found
    }
}
