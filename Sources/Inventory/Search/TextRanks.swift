/// The places of texts in their order: by their bytes with ASCII letters in one case, equal ones told apart by their
/// bytes, so that rows compare by numbers.
enum TextRanks {
    /// The rank of a row without a text, after all others.
    static let none = UInt32.max

    /// For each row the rank of its text, from 0 on without gaps; the same for the same text, ``none`` for the empty
    /// text and for texts that `arena` does not have. O(rows + the bytes that tell the texts apart), no strings made.
    static func ranks(of references: Column<TextReference>, in arena: TextArena) -> Column<UInt32> {
        references.withUnsafeBufferPointer { references in
            var ranks = [UInt32](repeating: none, count: arena.count)
            return ranks.withUnsafeMutableBufferPointer { ranks in
                var texts: [UInt32] = []
                for reference in references where !reference.isEmpty && Int(reference.place) < ranks.count {
                    let place = Int(reference.place)
                    if ranks[place] == none {
                        ranks[place] = 0
                        texts.append(reference.place)
                    }
                }
                for (rank, text) in TextSorter(arena).sorted(texts).enumerated() {
                    ranks[Int(text)] = UInt32(truncatingIfNeeded: rank)
                }
                return Column(count: references.count) { column in
                    for (row, reference) in references.enumerated() {
                        let place = reference.isEmpty ? ranks.count : Int(reference.place)
                        column.initializeElement(at: row, to: place < ranks.count ? ranks[place] : none)
                    }
                }
            }
        }
    }
}
