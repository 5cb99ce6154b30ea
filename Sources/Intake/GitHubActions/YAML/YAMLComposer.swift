/// Builds values from YAML events within bounds, so that no file can make it hang or run out of stack.
///
/// What is merely wrong is noted and passed over: of several values for one key the last is kept, as most readers of
/// YAML do, an alias that would write out too much becomes null, and so does what is nested too deeply.
struct YAMLComposer {
    /// How deep a value may be nested. GitHub itself stops at 50.
    static let maximumDepth = 120
    /// How many values the aliases of a document may write out, all together.
    static let maximumWeight = 200_000

    /// The documents of the text, as far as it could be read.
    private(set) var documents: [YAMLNode] = []
    /// How many documents were begun: one more than ``documents`` when something ended the reading within one.
    private(set) var begun = 0
    private(set) var notices: [Notice] = []
    /// What ended the reading too early.
    private(set) var error: YAMLError?

    private var anchors: [String: YAMLNode] = [:]
    private var open: [Collection] = []
    /// How many collections are open that lie too deep to be kept.
    private var tooDeep = 0
    private var weight = 0

    /// Reads everything in `text`. O(n).
    init(_ text: [UInt8]) {
        do {
            try forEachYAMLEvent(in: text) { receive($0) }
        } catch let error as YAMLError {
            self.error = error
        } catch {
            self.error = YAMLError(problem: "it cannot be read", line: 1, column: 1)
        }
    }

    private mutating func receive(_ event: YAMLEvent) {
        switch event {
        case .documentStart:
            begun += 1
            anchors = [:]
            weight = 0
        case .documentEnd, .streamEnd: break
        case .scalar(let scalar, let anchor, let line):
            place(YAMLNode(content: .scalar(scalar), line: line), anchor: anchor)
        case .alias(let name, let line): placeAlias(name, line: line)
        case .sequenceStart(let anchor, let line): start(isMapping: false, anchor: anchor, line: line)
        case .mappingStart(let anchor, let line): start(isMapping: true, anchor: anchor, line: line)
        case .collectionEnd: end()
        }
    }

    private mutating func start(isMapping: Bool, anchor: String?, line: Int) {
        if open.count >= Self.maximumDepth || tooDeep > 0 {
            if tooDeep == 0 {
                note("nested deeper than \(Self.maximumDepth) levels; passed over what lies deeper", line)
            }
            tooDeep += 1
        } else {
            open.append(Collection(isMapping: isMapping, anchor: anchor, line: line))
        }
    }

    private mutating func end() {
        if tooDeep > 0 {
            tooDeep -= 1
            if tooDeep == 0 { place(.null(line: open.last?.line ?? 1), anchor: nil) }
            return
        }
        guard let collection = open.popLast() else { return }
        notices += collection.notices
        place(collection.node, anchor: collection.anchor)
    }

    private mutating func placeAlias(_ name: String, line: Int) {
        guard let node = anchors[name] else {
            note("alias *\(name) names no finished anchor; read as null", line)
            return place(.null(line: line), anchor: nil)
        }
        guard weight + node.weight <= Self.maximumWeight else {
            note("alias *\(name) would write out more than \(Self.maximumWeight) values; read as null", line)
            return place(.null(line: line), anchor: nil)
        }
        weight += node.weight
        place(node, anchor: nil)
    }

    /// Puts a finished value where it belongs.
    private mutating func place(_ node: YAMLNode, anchor: String?) {
        if tooDeep > 0 { return }
        if let anchor { anchors[anchor] = node }
        if open.isEmpty {
            documents.append(node)
        } else {
            open[open.count - 1].take(node)
        }
    }

    private mutating func note(_ reason: String, _ line: Int) { notices.append(Notice(reason, at: "line \(line)")) }
}

/// A sequence or mapping that has not ended yet.
private struct Collection {
    let isMapping: Bool
    let anchor: String?
    let line: Int
    private var items: [YAMLNode] = []
    private var entries: [YAMLEntry] = []
    private var merged: [YAMLEntry] = []
    /// The place of each key in ``entries``.
    private var places: [String: Int] = [:]
    private var key: YAMLNode?
    private var weight = 1
    private(set) var notices: [Notice] = []

    init(isMapping: Bool, anchor: String?, line: Int) {
        self.isMapping = isMapping
        self.anchor = anchor
        self.line = line
    }

    mutating func take(_ node: YAMLNode) {
        weight += node.weight
        guard isMapping else { return items.append(node) }
        guard let key else {
            key = node
            return
        }
        self.key = nil
        guard case .scalar(let scalar) = key.content else {
            return notices.append(Notice("a key that is a list or mapping; passed over", at: "line \(key.line)"))
        }
        if scalar.text == "<<", scalar.style == .plain, node.mapping != nil || node.sequence != nil {
            merged += (node.mapping.map { [$0] } ?? (node.sequence ?? []).compactMap(\.mapping)).joined()
            return
        }
        let entry = YAMLEntry(key: scalar.text, line: key.line, value: node)
        if let place = places[scalar.text] {
            notices.append(
                Notice(
                    "key '\(scalar.text)' is given again (first on line \(entries[place].line)); "
                        + "GitHub refuses such a file; read with the last value",
                    at: "line \(key.line)"))
            entries[place] = entry
        } else {
            places[scalar.text] = entries.count
            entries.append(entry)
        }
    }

    /// Merged keys give way to those written out, and later ones to earlier ones.
    var node: YAMLNode {
        var all = entries
        var known = places
        for entry in merged where known[entry.key] == nil {
            known[entry.key] = all.count
            all.append(entry)
        }
        return YAMLNode(content: isMapping ? .mapping(all) : .sequence(items), line: line, weight: weight)
    }
}
