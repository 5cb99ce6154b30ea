import Inventory

/// A YAML file of GitHub's, opened: what both readers of such files do first.
struct GitHubFile {
    /// The first document that the format is looked for in.
    let root: YAMLNode
    /// The whole file.
    let text: String

    /// Opens `file`; on failure says why in `report`. `isWanted` picks the document among several: one with `key`.
    init?(
        _ file: SourceFile, format: String, key: String, report: inout FileReport, isWanted: (YAMLNode) -> Bool
    ) {
        let source = YAMLText(file.bytes)
        let yaml = YAMLComposer(source.bytes)
        report.notices += Self.shortened(source.notices + yaml.notices)
        let wanted = yaml.documents.firstIndex(where: isWanted)
        if let error = yaml.error {
            // What is broken in a later document does no harm to a complete one.
            let isHarmless = wanted.map { $0 + 1 < yaml.begun } ?? false
            report.notices.append(
                Notice(
                    "not valid YAML: \(error.problem); correct the file at this place and import it again",
                    at: "line \(error.line), column \(error.column)"))
            guard isHarmless else {
                report.outcome = .failed(format: format)
                return nil
            }
        }
        guard let wanted else {
            report.outcome = .failed(format: format)
            let first = yaml.documents.first
            report.notices.append(
                Notice(
                    "\(Self.lack(of: first, key)), so it is no \(format); nothing was read",
                    at: "line \(first?.line ?? 1)"))
            return nil
        }
        if yaml.documents.count > 1 {
            report.notices.append(
                Notice(
                    "it holds \(yaml.documents.count) documents; read number \(wanted + 1), the others were passed over",
                    at: "line \(yaml.documents[wanted].line)"))
        }
        root = yaml.documents[wanted]
        text = String(decoding: source.bytes, as: UTF8.self)
    }

    /// What a document is instead of a mapping with `key`.
    private static func lack(of document: YAMLNode?, _ key: String) -> String {
        guard let document, !document.isNull else { return "it holds nothing but white space and comments" }
        return switch document.content {
        case .scalar: "it is only a text"
        case .sequence: "it is a list"
        case .mapping: "it has no '\(key)'"
        }
    }

    /// How many notices of one file are told.
    static let maximumNotices = 100

    /// `notices`, or the first of them and how many more there are.
    static func shortened(_ notices: [Notice]) -> [Notice] {
        guard notices.count > maximumNotices else { return notices }
        return notices.prefix(maximumNotices) + [Notice("and \(notices.count - maximumNotices) more like these")]
    }

    /// Whether some line at the left margin starts with the key `name`, quoted or not. O(n), without parsing.
    static func hasTopLevelKey(_ name: String, in bytes: [UInt8]) -> Bool {
        let name = Array(name.utf8)
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            var line = bytes[start..<end]
            if let quote = line.first, quote == 0x22 || quote == 0x27 { line = line.dropFirst() }
            if line.starts(with: name) {
                line = line.dropFirst(name.count)
                if let quote = line.first, quote == 0x22 || quote == 0x27 { line = line.dropFirst() }
                if line.drop(while: { $0 == 0x20 || $0 == 0x09 }).first == 0x3A { return true }
            }
            start = end + 1
        }
        return false
    }

    /// Whether the file is called like YAML.
    static func isNamedYAML(_ path: String) -> Bool {
        let path = path.lowercased()
        return path.hasSuffix(".yml") || path.hasSuffix(".yaml")
    }
}
