extension String {
    /// The words behind `#` in it, in lower case.
    var tags: [String] {
        split { $0.isWhitespace }.compactMap { word in
            guard word.first == "#" else { return nil }
            let tag = word.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            return tag.isEmpty ? nil : tag.lowercased()
        }
    }
}
