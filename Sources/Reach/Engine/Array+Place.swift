extension Array {
    /// The first place from which on `belongsAfter` holds, in an array in which it never ceases to. O(log count).
    func place(where belongsAfter: (Element) -> Bool) -> Int { self[...].place(where: belongsAfter) }
}

extension ArraySlice {
    /// The first place from which on `belongsAfter` holds, in a slice in which it never ceases to. O(log count).
    func place(where belongsAfter: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
