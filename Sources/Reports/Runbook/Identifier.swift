import PlainText

/// What a provider calls something, as far as the sources tell.
enum Identifier: Hashable, Sendable {
    /// As the sources have it, and as the provider could have written it.
    case known(String)
    /// Not known: the blank that stands for it, in capital letters.
    case unknown(String)

    /// `text`, where it is there and has the shape of what the provider writes; otherwise the blank. So nothing
    /// that only looks like an identifier comes into a command: no option, no path upwards, nothing invisible.
    init(_ text: String?, _ shape: IdentifierShape, or blank: String) {
        if let text, shape.accepts(text) { self = .known(text) } else { self = .unknown(blank) }
    }

    /// The identifier; nil where it is not known.
    var text: String? { if case .known(let text) = self { text } else { nil } }
}

/// What identifiers of one sort look like.
struct IdentifierShape: Sendable {
    private let longest: Int
    private let isAllowed: @Sendable (Unicode.Scalar) -> Bool
    /// What holds for the whole, besides.
    private var isWhole: @Sendable (String) -> Bool = { _ in true }

    /// Whether an identifier of this sort could be `text`. One that starts with a dash would be an option.
    func accepts(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= longest, text.unicodeScalars.first != "-" else { return false }
        guard text.unicodeScalars.allSatisfy(isAllowed), isWhole(text) else { return false }
        return !text.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == "." || $0 == ".." }
    }

    /// ASCII letters, digits and these marks.
    private static func letters(and marks: String, upTo longest: Int) -> IdentifierShape {
        let marks = Set(marks.unicodeScalars)
        return IdentifierShape(longest: longest) { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || marks.contains(scalar))
        }
    }

    /// A whole number.
    static let number = IdentifierShape(longest: 20) { ("0"..."9").contains($0) }
    /// The name of an account or organisation.
    static let login = letters(and: "-_[]", upTo: 100)
    /// The name of a repository, a file, a runner, a secret, a role, a user, a key or a mount.
    static let name = letters(and: "-_.+=,@", upTo: 128)
    /// A path of such names.
    static let path = letters(and: "-_.+=,@/~", upTo: 512)
    /// The name of a package of npm, in a scope or not. Other names npm takes for a folder, an archive, a repository or a
    /// version, and fetches that.
    static let package = {
        var shape = letters(and: "-_.@/", upTo: 214)
        shape.isWhole = { text in
            text.wholeMatch(of: /(@[A-Za-z0-9][A-Za-z0-9._-]*\/)?[A-Za-z0-9][A-Za-z0-9._-]*/) != nil
                && ![".tgz", ".tar", ".tar.gz"].contains { text.lowercased().hasSuffix($0) }
        }
        return shape
    }()
    /// A host on the web, and its port.
    static let host = letters(and: "-.:", upTo: 255)
    /// An id of letters, digits and dashes.
    static let code = letters(and: "-_", upTo: 256)
    /// What stands for a token of Vault: in a namespace, its own id and that of the namespace with a dot between.
    static let accessor = letters(and: "-_.", upTo: 256)
    /// A resource name of AWS, an e-mail address, an address on the web.
    static let address = letters(and: "-_.+=,@/:~*", upTo: 2_048)
    /// A name that people choose freely, of visible characters.
    static let visible = IdentifierShape(longest: 255) { scalar in
        scalar.isASCII ? (0x20..<0x7F).contains(scalar.value) : !PrintableText(String(scalar)).isAltered
    }
}
