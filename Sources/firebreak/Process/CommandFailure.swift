import Casebook
import Console
import Inventory
import PlainText
import Reach
import Reports

/// Why a command could not do its work. The one place that turns these facts into words is ``message``.
enum CommandFailure: Error {
    case entity(EntityReferenceError)
    case severance(SeveranceError)
    case query(QueryError, text: String)
    case time(option: String, text: String)
    case noCrownJewel
    case unknownColumn(String)
    case unknownTheme(String, known: [String])
    case place(PlaceError)
    case placeProblem(PlaceProblem)
    case script(ConsoleScript.Problem, file: String)
    case noFile(String, reason: String)
    case size(String)
    case keys(String)
    case noSource
    case missingSources([String])
    case caseWithoutEvidence(String)
    case nothingRead([String])
    case notStrict
    case sampleMissing([String])
    case terminal(String)
    case snapshot(SnapshotError, path: String)
    case snapshotBesideOthers(String)
    case notWritten(SnapshotWriteError, path: String)
    case outputIsSource(String)
    case outputIsCase(String)
    case outputIsInEvidence(String, folder: String)
    case sourceIsCase(String)
    case outputIsStream
    case outputIsOtherPicture(String)
    case outputIsTwoFiles
    case outputIsManyFiles
    case tooLarge(ExportedGraph, GraphExport.Format)
    case interrupted
    case caseFile(CaseError, path: String)
    case caseSaved(CaseError, path: String, to: String, CaseSalvage)
    case caseLost(CaseError, path: String, because: CaseError)
    case caseText(String)

    var status: ExitStatus {
        switch self {
        case .terminal: .internalFailure
        case .interrupted: .interrupted
        default: .badInput
        }
    }

    /// What went wrong and what to do about it, safe to print.
    var message: String {
        switch self {
        case .entity(let error): Self.words(for: error)
        case .severance(.malformed(let text)): "'\(text.printable)' is not FROM,RELATION,TO[@TIME]"
        case .severance(.end(let error)): Self.words(for: error)
        case .severance(.noSuchRelation(let text)): "no relation matches '\(text.printable)'"
        case .query(let error, let text):
            "the filter cannot be read: \(error.message.printable)\n  \(text.printable)\n  \(error.caretLine)"
        case .time(let option, let text):
            "\(option): '\(text.printable)' is not a time; write ISO 8601 (2026-03-14T02:10Z), epoch seconds or -6h"
        case .noCrownJewel: "no source marks a crown jewel; name targets with --to ENTITY"
        case .unknownColumn(let name):
            "no column '\(name.printable)'; one of: "
                + EntityColumn.allCases.map(\.row.name).joined(separator: ", ")
        case .unknownTheme(let name, let known):
            "no theme '\(name.printable)'; one of: \(known.joined(separator: ", ").printable)"
        case .place(let error): error.description.printable
        case .placeProblem(let problem): Self.words(for: problem)
        case .script(let problem, let file): "\(file.printable), line \(problem.line): \(problem.text.printable)"
        case .noFile(let path, let reason): "\(path.printable): \(reason.printable)"
        case .size(let text): "'\(text.printable)' is no size; write COLUMNSxROWS, such as 120x36"
        case .keys(let name): "no key is called \(name.printable)"
        case .noSource: "name a source: a file in any readable format, or a directory of them"
        case .missingSources(let paths):
            paths.map { "\($0.printable): nothing is there" }.joined(separator: "\n") + "\nnothing was read or written"
        case .caseWithoutEvidence(let path):
            "\(path.printable) has no evidence yet: \("firebreak case add \(ShellWord.line([path])) SOURCE".printable) adds some; or "
                + "name a source"
        case .nothingRead(let reasons):
            (["nothing could be read" + (reasons.isEmpty ? ": no file there is in a format that is read" : "")]
                + reasons.map { "  \($0.printable)" }).joined(separator: "\n")
        case .notStrict: "something was passed over, and --strict was given"
        case .sampleMissing(let places):
            "the bundled incident is not beside the program; name a source: firebreak path/to/sources\n  looked for:\n"
                + places.map { "  \($0.printable)" }.joined(separator: "\n")
        case .terminal(let reason): reason.printable
        case .snapshot(let error, let path): Self.words(for: error, at: path).printable
        case .snapshotBesideOthers(let path):
            "\(path.printable) is a snapshot and is opened alone; to have everything together, import all sources at once"
        case .notWritten(let error, let path): Self.words(for: error, at: path).printable
        case .outputIsSource(let path): "\(path.printable) is one of the sources; write to another file"
        case .outputIsCase(let path): "\(path.printable) is a case; nothing is written over one"
        case .outputIsInEvidence(let path, let folder):
            "\(path.printable) would lie in \(folder.printable), which is evidence of the case and would count as changed; "
                + "write it elsewhere"
        case .sourceIsCase(let path):
            "\(path.printable) is a case, and no source: name the sources that it is about; --case CASE takes it where a "
                + "command has that"
        case .outputIsStream: "-o names a file: a snapshot is not written to a stream"
        case .outputIsOtherPicture(let path): "a picture is SVG: name a file that ends in .svg, not \(path.printable)"
        case .outputIsTwoFiles: "-o names a file: csv is two files, one of entities and one of relations"
        case .outputIsManyFiles: "-o names a file: csv is a file for each table, named after it"
        case .tooLarge(let graph, let format): Self.words(for: graph, tooLargeFor: format)
        case .interrupted: "interrupted; nothing was kept"
        case .caseFile(let error, let path): Self.words(for: error, at: path).printable
        case .caseSaved(let error, let path, let saved, let salvage):
            Self.words(for: error, at: path).printable + "\n  " + Self.words(for: salvage, to: saved).printable
        case .caseLost(let error, let path, let reason):
            Self.words(for: error, at: path).printable
                + "\n  nothing of it could be saved: it \(reason.words.printable)"
        case .caseText(let words): words.printable
        }
    }

    private static func words(for graph: ExportedGraph, tooLargeFor format: GraphExport.Format) -> String {
        let limits = format.limits ?? (entities: 0, relations: 0)
        return "\(graph.entityCount) entities and \(graph.relationCount) relations are too many to draw as "
            + "\(format.rawValue): up to \(limits.entities) and \(limits.relations) are drawn; choose some with "
            + "--filter, such as 'owner:platform', or write opengraph, graphml or csv"
    }

    private static func words(for error: EntityReferenceError) -> String {
        switch error {
        case .unknown(let text, let similar):
            "nothing is called '\(text.printable)'"
                + (similar.isEmpty ? "; firebreak inventory lists what there is" : "; did you mean:\n" + list(similar))
        case .ambiguous(let text, let candidates):
            "'\(text.printable)' is the name of \(candidates.count); name one by its id:\n" + list(candidates)
        case .ambiguousShortID(let text, let candidates):
            "'\(text.printable)' is the short id of \(candidates.count); write more of it, or the id:\n"
                + list(candidates.map { "\($0.shortID)  \($0.id)" })
        case .noTime(let text, let part):
            "'\(part.printable)' is no time; write ISO 8601 (2026-03-14T02:10Z), epoch seconds or -6h, and FROM..UNTIL "
                + "for a window\n  \(text.printable)\n  \(noTimeLine(text, part))"
        case .unknownKind(let text, let kind):
            "'\(text.printable)' is neither an id nor kind:name; '\(kind.printable)' is no kind. Kinds: "
                + EntityKind.table.map(\.name).joined(separator: ", ")
        }
    }

    /// A line that stands below `text` and marks the part that is no time.
    private static func noTimeLine(_ text: String, _ part: String) -> String {
        let start = (text.range(of: part, options: .backwards)?.lowerBound ?? text.startIndex)
        let before = String(text[..<start]).printable.count
        return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, part.printable.count))
            + " no time"
    }

    private static func list(_ ids: [String]) -> String {
        let shown = ids.prefix(20).map { "  \($0.printable)" }
        return (shown + (ids.count > 20 ? ["  … and \(ids.count - 20) more"] : [])).joined(separator: "\n")
    }
}
