import Inventory

/// What a question makes of each combination of traits: one byte, looked up once a crossing, whatever the question asks.
final class CrossingRules: Sendable {
    /// Which crossings count a step.
    enum Cost { case nothing, alteration, everything }

    /// The question allows the crossing.
    static let crossable: UInt8 = 1
    /// The far end stays held.
    static let kept: UInt8 = 2
    /// The far end stays held for a time of its own.
    static let session: UInt8 = 4
    /// The crossing counts a step.
    static let costly: UInt8 = 8

    /// For all bits that packed traits may have.
    private let table: FixedRows<UInt8>
    /// Whether the question allows every crossing.
    let allowsAll: Bool

    init(_ question: Question, cost: Cost, hasGuards: Bool = true) {
        var bytes = [UInt8](repeating: 0, count: 1 << PackedTraits.width)
        for bits in 0..<UInt16(bytes.count) {
            let traits = PackedTraits(bits: bits)
            guard traits.gain != .none, traits.evidence >= question.evidence,
                question.plane == nil || traits.act.plane == question.plane,
                question.guards == .fail || !traits.isGuarded
            else { continue }
            let isCostly =
                switch cost {
                case .nothing: false
                case .alteration: traits.act.raisesTier
                case .everything: true
                }
            bytes[Int(bits)] =
                Self.crossable | (traits.isKept ? Self.kept : 0) | (traits.isSession ? Self.session : 0)
                | (isCostly ? Self.costly : 0)
        }
        table = FixedRows(bytes)
        allowsAll =
            question.evidence == .inferred && question.plane == nil
            && (question.guards == .fail || !hasGuards)
    }

    /// A byte for all bits that packed traits may have; for loops.
    var bytes: UnsafeBufferPointer<UInt8> { table.rows }

    /// What is to be made of a relation with these traits.
    subscript(traits: PackedTraits) -> UInt8 { bytes[traits] }
}

extension UnsafeBufferPointer<UInt8> {
    /// What a question makes of a relation with these traits.
    @inline(__always)
    subscript(traits: PackedTraits) -> UInt8 { self[Int(traits.bits) & (1 << PackedTraits.width - 1)] }
}
