/// What help tells of.
enum HelpTopic: Hashable, Sendable {
    /// The keys of the view, and the words of the screens.
    case keys
    /// The language of queries.
    case queries
    /// The keys of a popup.
    case popup(HelpSection)
}

/// Lines of help under a heading.
struct HelpSection: Hashable, Sendable {
    var title: String
    var entries: [HelpEntry]

    init(_ title: String, _ entries: [HelpEntry]) {
        self.title = title
        self.entries = entries
    }
}

/// Something that help explains: keys, a term of a query, a word.
struct HelpEntry: Hashable, Sendable {
    var name: String
    var text: String
    /// What else it is found by.
    var label = ""

    init(_ name: String, _ text: String, label: String = "") {
        self.name = name
        self.text = text
        self.label = label
    }

    /// Whether all of these words, in lower case, are in it.
    func has(_ words: [Substring]) -> Bool {
        let all = "\(name) \(label) \(text)".lowercased()
        return words.allSatisfy(all.contains)
    }
}
