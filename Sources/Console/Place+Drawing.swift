extension Place {
    /// How a view is drawn that can be drawn in several ways.
    public struct Drawing: Codable, Hashable, Sendable {
        /// Whether a list of held entities is shown under what first gave them.
        public var isTree = false
        /// Whether a map shows the ways that lead across and back too, and takes the layers for that.
        public var showsAllWays = false
        /// Whether a map is a list, level by level, also where there is room for a drawing.
        public var isList = false
        /// The first column of a map that is shown.
        public var column = 0
        /// The ids of the rows that are folded, or opened where they are folded by themselves; ascending.
        public private(set) var folded: [String] = []

        /// What is drawn on first arrival.
        public init() {}

        /// What is missing is as on first arrival.
        public init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            isTree = try values.decodeIfPresent(Bool.self, forKey: .isTree) ?? false
            showsAllWays = try values.decodeIfPresent(Bool.self, forKey: .showsAllWays) ?? false
            isList = try values.decodeIfPresent(Bool.self, forKey: .isList) ?? false
            column = try values.decodeIfPresent(Int.self, forKey: .column) ?? 0
            folded = Set(try values.decodeIfPresent([String].self, forKey: .folded) ?? []).sorted()
        }

        /// Folds what is not, and opens what is.
        public mutating func toggleFold(of id: String) {
            if let place = folded.firstIndex(of: id) {
                folded.remove(at: place)
            } else {
                folded.insert(id, at: folded.firstIndex { $0 > id } ?? folded.count)
            }
        }
    }
}
