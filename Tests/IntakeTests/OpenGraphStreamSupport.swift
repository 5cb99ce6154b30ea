import Inventory

@testable import Intake

/// Imports files once as a whole and once in pieces of `pieceSize` bytes.
func importBothWays(
    _ files: [String: [UInt8]], pieceSize: Int
) -> (whole: ImportResult, pieces: ImportResult) {
    var tree = MemoryFiles()
    for (name, bytes) in files { tree.items["/home/\(name)"] = .file(bytes) }
    var (whole, pieces) = (ImportOptions(), ImportOptions())
    whole.pieceThreshold = .max
    pieces.pieceThreshold = 0
    pieces.pieceSize = pieceSize
    let names = files.keys.sorted()
    return (Import(whole, files: tree).run(names), Import(pieces, files: tree).run(names))
}

/// Imports one text both ways.
func importBothWays(_ text: String, pieceSize: Int = 256) -> (whole: ImportResult, pieces: ImportResult) {
    importBothWays(["x.json": Array(text.utf8)], pieceSize: pieceSize)
}

extension ImportResult {
    /// Everything that a user can learn from it, as lines that compare.
    var told: [String] {
        var lines = inventory.allEntities.map(\.told) + inventory.allRelations.map(\.told)
        for report in reports {
            lines.append("\(report.path) \(report.outcome) \(report.gave) \(report.furtherNotices)")
            lines += report.notices.map { "\($0)" } + report.issues.map { "\($0)" }
        }
        lines += inventory.sources.map { "\($0)" } + inventory.blindSpots.map { "\($0)" }
        return lines + ["\(passedOver)"]
    }
}

private func line(_ parts: [Any?]) -> String {
    parts.map { part in part.map { "\($0)" } ?? "-" }.joined(separator: " ")
}

extension Entity {
    fileprivate var told: String {
        line([
            kindName, id, name, parent?.id, owner, provider, privilege, flags.names, attributes, provenance, cleanups,
            created, issued, rotated, lastUsed, expires, revoked, compromised,
        ])
    }
}

extension Relation {
    fileprivate var told: String {
        line([from.id, kindName, to.id, valid, traits, `guard`, attributes, provenance])
    }
}
