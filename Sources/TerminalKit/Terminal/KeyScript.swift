import PlainText

/// Keys written down as text, as tests and replays do: `:filter owner=ci<Enter>jj<C-f>`.
///
/// Each character is a key, a space too; names stand in angle brackets, `<lt>` is `<` itself. Line breaks only
/// separate, and a line that begins with `#` is a comment.
public enum KeyScript {
    /// A name in angle brackets that no key has.
    public struct UnknownKey: Error, Sendable, Hashable, CustomStringConvertible {
        /// The line of the script, from 1.
        public let line: Int
        /// The name with its brackets, as far as it goes.
        public let name: String

        /// One line for people.
        public var description: String { "line \(line): no key is called \(name.printable)" }
    }

    /// The keys of a script, in order.
    public static func keys(_ script: String) throws(UnknownKey) -> [Key] {
        var keys: [Key] = []
        var number = 0
        for line in script.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            if line.hasPrefix("#") { continue }
            var rest = line
            while let first = rest.first {
                let name = first == "<" ? rest.prefix(through: rest.firstIndex(of: ">") ?? rest.startIndex) : "\(first)"
                guard let key = Key(script: String(name)), name != "<" else {
                    throw UnknownKey(line: number, name: String(name == "<" ? rest : name))
                }
                keys.append(key)
                rest = rest.dropFirst(name.count)
            }
        }
        return keys
    }

    /// The script of some keys: ``keys(_:)`` gives them back.
    public static func text(_ keys: some Sequence<Key>) -> String {
        keys.map { $0 == .character(" ") ? " " : $0.script }.joined()
    }
}
