import Foundation
import Testing

@testable import Intake
@testable import Inventory

@Suite("GitHub Actions: public workflows", .enabled(if: Corpus.isPresent, "no ../shared here"))
struct GitHubActionsCorpusTests {
    @Test("dump")
    func dump() throws {
        var test = TestImport()
        for (path, bytes) in Corpus.files(under: "") { test.read(path, bytes) }
        let linked = test.linked()
        var lines: [String] = []
        for entity in (0..<linked.inventory.entityCount).map({ linked.inventory.entity(at: $0) }) {
            lines.append("E\t\(entity.kindName)\t\(entity.id)\t\(entity.name)\t\(entity.flags.names.joined(separator: ","))")
            for a in entity.attributes { lines.append("A\t\(entity.id)\t\(a.name)\t\(a.value)") }
        }
        for r in (0..<linked.inventory.relationCount).map({ linked.inventory.relation(at: $0) }) {
            let traits = r.traits
            lines.append("R\t\(r.kindName)\t\(r.from.id)\t\(r.to.id)\t\(traits.gain)\t\(traits.evidence)\t\(r.provenance.map(\.location).joined(separator: ","))\t\(r.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: ";"))")
        }
        for b in linked.inventory.blindSpots { lines.append("B\t\(b.count)\t\(b.what)\t\(b.why)") }
        for r in test.reports { lines.append("F\t\(r.path)\t\(r.outcome)\t\(r.notices.map { "\($0.location) \($0.reason)" })") }
        for i in linked.issues { lines.append("I\t\(i)") }
        try lines.joined(separator: "\n").write(toFile: "/tmp/actions-dump.txt", atomically: true, encoding: .utf8)
    }
}
