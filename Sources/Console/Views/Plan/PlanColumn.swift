import Casebook
import Inventory
import TerminalKit

/// A column of the table of what is marked.
enum PlanColumn: String, CaseIterable {
    case step
    case remedy = "do"
    case kind, name
    case shortID = "short_id"
    case state, assignee, breaks, severs, held, owner, provider, effect, verdict, tags

    /// The columns of the table in their order; the last ones where they are asked for. Without a case nothing is said.
    static func columns(inCase isCase: Bool) -> [TableSetup.Column] {
        allCases.filter { isCase || !$0.isSaid }.map { column in
            TableSetup.Column(name: column.rawValue, isShown: column != .verdict && column != .tags)
        }
    }

    /// The columns by which the marks can be sorted: what takes long to find out is known only of the rows shown.
    static func sortable(inCase isCase: Bool) -> [PlanColumn] {
        allCases.filter { column in
            switch column {
            case .step, .kind, .name, .shortID, .provider: true
            case .state, .assignee, .verdict: isCase
            case .remedy, .breaks, .severs, .held, .owner, .effect, .tags: false
            }
        }
    }

    /// Whether only a case says it.
    private var isSaid: Bool { [.state, .assignee, .verdict, .tags].contains(self) }

    func title(isCompact: Bool = false) -> String {
        switch self {
        case .severs: isCompact ? "SEVERS" : "SEVERS ALONE"
        case .shortID: EntityColumn.shortID.row.title
        case .effect: "WHAT THAT DOES"
        default: rawValue.uppercased()
        }
    }

    /// Which room it wants.
    ///
    /// - Parameter isCompact: Whether kinds and steps have their short names.
    func tableColumn(isCompact: Bool) -> TableColumn {
        let title = title(isCompact: isCompact)
        return switch self {
        case .step: TableColumn(title, minimum: 4, ideal: isCompact ? 4 : 13, priority: 9, fitsContent: true)
        case .remedy: TableColumn(title, minimum: 11, ideal: 11, priority: 7)
        case .kind: .kind(isShort: isCompact, priority: 4)
        case .name: TableColumn(title, minimum: 14, ideal: 60, priority: .max, keeping: .middle, fitsContent: true)
        case .shortID: .shortID(isSpare: isCompact)
        case .state: TableColumn(title, minimum: 8, ideal: 8, priority: 10)
        case .assignee: TableColumn(title, minimum: 8, ideal: 16, priority: 8, keeping: .middle, fitsContent: true)
        case .breaks: TableColumn(title, minimum: 7, ideal: 8, priority: 5)
        case .severs: TableColumn(title, minimum: isCompact ? 7 : 12, ideal: 12, priority: 3)
        case .held:
            TableColumn(
                title, minimum: isCompact ? 11 : 18, ideal: isCompact ? 18 : 30, priority: 6, fitsContent: true,
                isWhole: isCompact)
        case .owner: TableColumn(title, minimum: 8, ideal: 24, priority: 3, fitsContent: true)
        case .provider: TableColumn(title, minimum: 14, ideal: 14, priority: 1, fitsContent: true)
        case .verdict: JudgementWords.verdictColumn(isCompact: isCompact, priority: 2)
        case .tags: TableColumn(title, minimum: 8, ideal: 24, priority: 2, fitsContent: true)
        case .effect: TableColumn(title, minimum: 18, ideal: 60, priority: 2, fitsContent: true, isWhole: true)
        }
    }

    /// What a mark is sorted by; nil for a column by which none is. What has nothing there comes last.
    func key(of entity: Entity, _ order: OrderedPlan, _ work: Investigation) -> PlanKey? {
        switch self {
        case .step: PlanKey(number: order.steps[entity.index]?.number ?? .max)
        case .kind: PlanKey(text: Words.kind(entity))
        case .name: PlanKey(text: entity.name)
        case .shortID: PlanKey(text: entity.shortID)
        case .provider: PlanKey(text: entity.provider)
        case .assignee: PlanKey(text: work.judgement(of: entity.index).assignee)
        case .verdict: PlanKey(text: work.judgement(of: entity.index).conclusion?.finding.rawValue)
        case .state:
            PlanKey(
                number: work.progress(of: entity.index).flatMap { Mark.State.allCases.firstIndex(of: $0.state) } ?? .max
            )
        default: nil
        }
    }
}

/// What a mark is sorted by: a number, or a text whatever its case.
struct PlanKey: Comparable {
    private let number: Int
    private let text: String

    init(number: Int) {
        self.number = number
        text = ""
    }

    init(text: String?) {
        number = text == nil ? 1 : 0
        self.text = text?.lowercased() ?? ""
    }

    static func < (left: PlanKey, right: PlanKey) -> Bool { (left.number, left.text) < (right.number, right.text) }
}

extension OrderedPlan {
    /// The marks as the place wants them sorted; in their own order where it wants none, or where they are too many for any.
    func sorted(_ marks: [Int], by sorts: [Place.Sort], _ work: Investigation, in inventory: Inventory) -> [Int] {
        guard isOrdered else { return marks }
        return sorts.reversed().reduce(marks) { marks, sort in
            let keyed = marks.enumerated().compactMap { place, mark in
                PlanColumn(rawValue: sort.column)?.key(of: inventory.entity(at: mark), self, work)
                    .map { (key: $0, place: place, mark: mark) }
            }
            guard keyed.count == marks.count else { return marks }
            return keyed.sorted { left, right in
                if left.key == right.key { return left.place < right.place }
                return (left.key < right.key) == sort.ascending
            }.map(\.mark)
        }
    }
}
