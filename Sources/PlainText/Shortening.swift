/// Which part of a text stays when it has to be cut.
public enum KeptPart: Sendable, Hashable, CaseIterable {
    /// The beginning stays: `northwi…`.
    case start
    /// Both ends stay: `nor…web`.
    case middle
    /// The end stays: `…d/web.yml`.
    case end
}

/// Where a text stands in its columns.
public enum TextAlignment: Sendable, Hashable, CaseIterable {
    case left
    case right
    case center
}

extension StringProtocol {
    /// This text cut to at most `columns`, with `ellipsis` where something is missing. A wide character is never
    /// torn: the result may be a column narrower. When not even the ellipsis fits, what fits of the text is kept.
    /// Linear in what has to be looked at: a long text is not measured to its end.
    public func shortened(to columns: Int, keeping kept: KeptPart = .start, ellipsis: String = "…") -> String {
        guard columns > 0 else { return "" }
        guard isWider(than: columns) else { return String(self) }
        let room = columns - ellipsis.displayWidth
        guard room > 0 else { return room == 0 ? ellipsis : prefix(ofColumns: columns) }
        switch kept {
        case .start: return prefix(ofColumns: room) + ellipsis
        case .end: return ellipsis + suffix(ofColumns: room)
        case .middle:
            let head = prefix(ofColumns: (room + 1) / 2)
            return head + ellipsis + suffix(ofColumns: room - head.displayWidth)
        }
    }

    /// This text with spaces to exactly `columns`; a wider text is returned as it is.
    public func padded(to columns: Int, alignment: TextAlignment = .left) -> String {
        let missing = columns - displayWidth
        guard missing > 0 else { return String(self) }
        let left =
            switch alignment {
            case .left: 0
            case .right: missing
            case .center: missing / 2
            }
        return String(repeating: " ", count: left) + self + String(repeating: " ", count: missing - left)
    }

    /// This text at exactly `columns`: shortened or padded.
    public func fitted(
        to columns: Int, alignment: TextAlignment = .left, keeping kept: KeptPart = .start, ellipsis: String = "…"
    ) -> String {
        shortened(to: columns, keeping: kept, ellipsis: ellipsis).padded(to: columns, alignment: alignment)
    }

    /// The clusters that fit into `columns`, from the left.
    public func prefix(ofColumns columns: Int) -> String {
        var used = 0
        var result = ""
        for cluster in displayClusters {
            used += cluster.width
            guard used <= columns else { break }
            result += cluster.text
        }
        return result
    }

    /// The clusters that fit into `columns`, from the right. Linear in the whole text.
    public func suffix(ofColumns columns: Int) -> String {
        let clusters = Array(displayClusters)
        var used = 0
        var first = clusters.endIndex
        while first > clusters.startIndex, used + clusters[first - 1].width <= columns {
            first -= 1
            used += clusters[first].width
        }
        return clusters[first...].reduce(into: "") { $0 += $1.text }
    }

    /// Stops measuring as soon as the answer is known.
    private func isWider(than columns: Int) -> Bool {
        var used = 0
        for cluster in displayClusters {
            used += cluster.width
            if used > columns { return true }
        }
        return false
    }
}
