/// In what two names differ that look alike, as far as one of them is told from the other.
public enum NameLikeness: Hashable, Sendable {
    /// A word of the name has letters of these scripts.
    case mixedScripts([WrittenScript])
    /// A word of the other name has.
    case otherMixesScripts([WrittenScript])
    /// Only in upper and lower case.
    case letterCase
    /// In characters that are not seen.
    case invisible
    /// In this character, first of all, where the other name has that one.
    case character(Unicode.Scalar, other: Unicode.Scalar)

    /// How `name` differs from `other`, two names of one skeleton. Linear.
    public init(of name: String, to other: String) {
        let (own, others) = (WrittenScript.mixed(in: name), WrittenScript.mixed(in: other))
        if !own.isEmpty {
            self = .mixedScripts(own)
        } else if !others.isEmpty {
            self = .otherMixesScripts(others)
        } else if name.lowercased() == other.lowercased() {
            self = .letterCase
        } else if let (mine, its) = Self.firstDifference(name, other) {
            self = .character(mine, other: its)
        } else {
            self = .invisible
        }
    }

    /// Of what is seen the first that differs in more than case.
    private static func firstDifference(
        _ name: String, _ other: String
    ) -> (Unicode.Scalar, Unicode.Scalar)? {
        func seen(_ text: String) -> some Sequence<Unicode.Scalar> {
            text.unicodeScalars.lazy.filter { !$0.properties.isDefaultIgnorableCodePoint }
        }
        return zip(seen(name), seen(other)).first {
            $0.properties.lowercaseMapping != $1.properties.lowercaseMapping
        }
    }
}
