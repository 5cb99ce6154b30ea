import Inventory

/// The first line: what can be asked, and once a snapshot is open what it holds.
struct Ready: Encodable {
    struct Opened: Encodable {
        let nanoseconds: Int64
        let nodes: Int
        let edges: Int

        init(_ inventory: Inventory, nanoseconds: Int64) {
            self.nanoseconds = nanoseconds
            nodes = inventory.entityCount
            edges = inventory.relationCount
        }
    }

    let ready: Opened?
    let version = "\(SnapshotFormat.version)"
    let works = Work.table.map(\.name)
    let loads = ["csv": "firebreak import", "json": "firebreak import", "store": "snapshot"]
}

/// What one pass over some queries gave, or why there was none.
enum Reply: Encodable {
    case done(nanoseconds: [Int64], answers: [Answer])
    case refused(String)

    private enum Key: String, CodingKey { case nanoseconds, answers, error }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .done(let nanoseconds, let answers):
            try container.encode(nanoseconds, forKey: .nanoseconds)
            try container.encode(answers, forKey: .answers)
        case .refused(let why): try container.encode(why, forKey: .error)
        }
    }
}

/// A number, several, or ids.
enum Answer: Encodable {
    case number(Int)
    case numbers([Int])
    case ids([String])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .numbers(let numbers): try container.encode(numbers)
        case .ids(let ids): try container.encode(ids)
        }
    }
}
