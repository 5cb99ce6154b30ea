import Crypto
import Inventory

/// Evidence that a case is about: named by its content, never by where it lies, and never changed by the case.
public struct CaseEvidence: Codable, Hashable, Sendable {
    /// What kind of evidence it is, which says what ``hash`` is the hash of.
    public enum Form: String, Codable, Hashable, Sendable {
        /// One snapshot: its content hash, SHA-256 of everything behind the header.
        case snapshot
        /// Files in readable formats: see ``CaseEvidence/hash(of:)``.
        case files
    }

    /// SHA-256 in hexadecimal digits: the name of the evidence.
    public var hash: String
    /// What it is the hash of.
    public var form: Form
    /// Where it lay when it was added: absolute paths, as they were named.
    public var paths: [String]
    /// The repository that workflow files belong to, where that was said.
    public var repository: String?
    /// The files that were read, by their paths below those of ``paths``; empty for a snapshot.
    public var files: [EvidenceFile]
    /// How many entities and relations the program read in it.
    public var entities: Int, relations: Int
    /// The newest moment at which any of it was collected, where it says so.
    public var collected: Instant?
    /// The version of the program that read it.
    public var version: String

    /// Evidence.
    public init(
        hash: String, form: Form, paths: [String], repository: String? = nil, files: [EvidenceFile] = [],
        entities: Int, relations: Int, collected: Instant? = nil, version: String
    ) {
        self.hash = hash
        self.form = form
        self.paths = paths
        self.repository = repository
        self.files = files
        self.entities = entities
        self.relations = relations
        self.collected = collected
        self.version = version
    }

    /// The hash that names a set of files: SHA-256 of what `sha256sum` prints for them in the order of their paths'
    /// bytes, so that it does not depend on where the folder lies. O(length of the list).
    public static func hash(of files: [EvidenceFile]) -> String {
        var hash = SHA256()
        for file in files.sorted(by: EvidenceFile.precedes) {
            hash.update(data: Array(file.line.utf8))
        }
        return hash.finalize().hexadecimal
    }
}

/// A file of the evidence.
public struct EvidenceFile: Codable, Hashable, Sendable {
    /// Its path below the folder that was named; its name where it was named itself.
    public var path: String
    /// SHA-256 of its bytes, in hexadecimal digits.
    public var hash: String

    /// A file with this hash.
    public init(path: String, hash: String) {
        self.path = path
        self.hash = hash
    }

    /// Orders by path, byte by byte, then by hash.
    fileprivate static func precedes(_ left: EvidenceFile, _ right: EvidenceFile) -> Bool {
        left.path.utf8.elementsEqual(right.path.utf8)
            ? left.hash < right.hash : left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }

    /// As `sha256sum` prints it: names with a line end or a backslash are escaped, and a backslash before the line says
    /// so.
    fileprivate var line: String {
        let escaped = path.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
        return (escaped == path ? "" : "\\") + hash + "  " + escaped + "\n"
    }
}

extension Sequence<UInt8> {
    /// Two digits a byte, in lower case.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
