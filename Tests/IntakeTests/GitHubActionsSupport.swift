import Foundation
import Testing

@testable import Intake
@testable import Inventory

/// An import of files that a test writes, without the pipeline.
struct TestImport {
    var session = ImportSession()
    var reports: [FileReport] = []

    /// Reads each file with the reader that recognises it.
    mutating func read(_ path: String, _ text: String) { read(path, Array(text.utf8)) }

    mutating func read(_ path: String, _ bytes: [UInt8]) {
        var locations = RepositoryLocations(files: MemoryFiles(["/home/\(path)": ""]), override: nil)
        let location = locations.location(of: "/home/\(path)")
        let file = SourceFile(
            path: path, bytes: bytes, repository: location.repository, pathInRepository: location.path)
        var report = FileReport(path: path, outcome: .unrecognized)
        if GitHubWorkflowReader.recognizes(file) {
            GitHubWorkflowReader.read(file, into: &session, report: &report)
        } else if GitHubActionReader.recognizes(file) {
            GitHubActionReader.read(file, into: &session, report: &report)
        }
        reports.append(report)
    }

    /// The inventory of everything read.
    func linked() -> TestInventory {
        var session = session
        GitHubLinker.link(&session)
        let (inventory, issues) = session.builder.build()
        return TestInventory(inventory: inventory, issues: issues)
    }

    /// The inventory of one workflow of `acme/web`.
    static func workflow(_ text: String, _ prepare: (inout ImportSession) -> Void = { _ in }) -> TestInventory {
        var test = TestImport()
        prepare(&test.session)
        test.read("acme/web/.github/workflows/ci.yml", text)
        return test.linked()
    }
}

/// An inventory with short ways to ask what tests ask.
struct TestInventory {
    let inventory: Inventory
    let issues: [BuildIssue]

    static let workflow = "github.com/acme/web/.github/workflows/ci.yml"

    func ids(_ kind: EntityKind) -> [String] { inventory.entities(of: kind).map(\.id).sorted() }

    func attributes(_ id: String, _ name: String) -> [String] {
        inventory.entity(id: id)?.attributes.filter { $0.name == name }.map(\.value) ?? []
    }

    /// The attribute's values of a job of `acme/web`'s `ci.yml`.
    func job(_ key: String, _ name: String) -> [String] { attributes("\(Self.workflow)#\(key)", name) }

    func flags(_ id: String) -> EntityFlags? { inventory.entity(id: id)?.flags }

    func relations(_ kind: RelationKind, from: String? = nil, to: String? = nil) -> [Relation] {
        (0..<inventory.relationCount).map { inventory.relation(at: $0) }.filter {
            $0.kind == kind && (from == nil || $0.from.id == from) && (to == nil || $0.to.id == to)
        }
    }

    /// The far ends of the relations of `kind` that leave the job `key` of `ci.yml`.
    func targets(_ kind: RelationKind, ofJob key: String) -> [String] {
        relations(kind, from: "\(Self.workflow)#\(key)").map(\.to.id).sorted()
    }

    func blind(_ what: String) -> Int? { inventory.blindSpots.first { $0.what == what }?.count }
}

/// Public files that are kept beside the project and never in it.
enum Corpus {
    /// `../shared` beside the package, or beside the folder of a second working tree.
    static let workflows: URL = {
        let package = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardizedFileURL
        let places = ["../shared", "../../shared"].map {
            package.appendingPathComponent("\($0)/corpus/workflows").standardizedFileURL
        }
        return places.first { FileManager.default.fileExists(atPath: $0.path) } ?? places[0]
    }()

    static var isPresent: Bool { FileManager.default.fileExists(atPath: workflows.path) }

    /// Every YAML file under the corpus: its path from there, and its bytes.
    static func files(under folder: String) -> [(path: String, bytes: [UInt8])] {
        let root = workflows.appendingPathComponent(folder)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.sorted().compactMap { path in
            let data = try? Data(contentsOf: root.appendingPathComponent(path))
            return data.map { (folder.isEmpty ? path : folder + "/" + path, Array($0)) }
        }
    }
}
