import Inventory
import Testing

@testable import Intake

/// The session and the report after reading files of GitHub's REST API.
struct RESTImport {
    var session = ImportSession()
    var reports: [FileReport] = []

    init(_ files: [(path: String, text: String)], repository: String? = nil) throws {
        session.repository = repository
        for file in files {
            let document = try JSONDocument(concatenated: Array(file.text.utf8))
            var report = FileReport(path: file.path, outcome: .unrecognized)
            GitHubRESTReader.read(
                SourceFile(path: file.path, bytes: []), document, into: &session, report: &report)
            reports.append(report)
        }
    }

    init(_ path: String, _ text: String, repository: String? = nil) throws {
        try self.init([(path, text)], repository: repository)
    }

    var inventory: Inventory { session.builder.build().inventory }
    var issues: [BuildIssue] { session.builder.build().issues }
    var estate: GitHubEstate { session.estate }
    var notices: [Notice] { reports.flatMap(\.notices) }
    var gave: [String: Int] {
        Dictionary(reports.flatMap(\.gave).map { ($0.what, $0.count) }, uniquingKeysWith: +)
    }

    /// Every relation as `FROM relation TO`, in order.
    var relations: [String] {
        let inventory = inventory
        return (0..<inventory.relationCount).map { inventory.relation(at: $0) }
            .map { "\($0.from.id) \($0.kindName) \($0.to.id)" }.sorted()
    }

    func entity(_ id: String) -> Entity? { inventory.entity(id: id) }

    /// Every text of the inventory and the report in one: nothing secret may be in it.
    var everything: String {
        let inventory = inventory
        var words: [String] = []
        for index in 0..<inventory.entityCount {
            let entity = inventory.entity(at: index)
            words += [entity.id, entity.name, entity.owner ?? ""]
            words += entity.attributes.flatMap { [$0.name, $0.value] }
        }
        words += notices.flatMap { [$0.location, $0.reason] }
        words.append("\(session.estate)")
        return words.joined(separator: "\n")
    }
}

func recognizes(_ text: String) throws -> Bool {
    try GitHubRESTReader.recognizes(JSONDocument(concatenated: Array(text.utf8)))
}
