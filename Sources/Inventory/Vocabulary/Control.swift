/// Which end of a relation gains when an attacker controls the other.
public enum Gain: UInt8, Sendable, BitwiseCopyable, CaseIterable {
    /// Control of the near end (`from`) gives the far end (`to`).
    case forward
    /// Control of the far end (`to`) gives the near end (`from`).
    case backward
    /// The relation is a fact that gives no control.
    case none
}

/// What an attacker does when crossing a relation.
public enum Act: UInt8, Sendable, BitwiseCopyable, CaseIterable {
    case harvest, impersonate, mint, tamper, execute

    /// The risk that this act belongs to.
    public var plane: Plane {
        switch self {
        case .harvest, .impersonate, .mint: .identity
        case .tamper, .execute: .integrity
        }
    }

    /// Whether the act counts as a step of its own when tiers are counted: inherited identities cost none.
    public var raisesTier: Bool { self == .tamper || self == .execute || self == .mint }

    /// The act's name in files and on screens.
    public var name: String {
        switch self {
        case .harvest: "harvest"
        case .impersonate: "impersonate"
        case .mint: "mint"
        case .tamper: "tamper"
        case .execute: "execute"
        }
    }

    /// The act called `name`.
    public init?(name: some StringProtocol) {
        guard let act = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = act
    }
}

/// The two risks that must never be confused.
public enum Plane: String, Codable, Sendable, CaseIterable {
    /// Identity exposure: a credential was, or could be, taken.
    case identity
    /// Code integrity: what is built or run was, or could be, altered.
    case integrity
}

/// How long the far end stays held once a relation was crossed.
public enum Hold: Hashable, Sendable, BitwiseCopyable {
    /// For good: a credential is copied; code is altered until it is reverted.
    case keep
    /// Only while the near end is held.
    case borrow
    /// While the near end is held, and `seconds` longer.
    case session(seconds: UInt32)

    /// How long a session lasts when no source says, in seconds: the default of the large clouds' token services.
    public static let defaultSessionSeconds: UInt32 = 3_600

    /// The hold's name in files and on screens.
    public var name: String {
        switch self {
        case .keep: "keep"
        case .borrow: "borrow"
        case .session: "session"
        }
    }
}

/// How a relation is known, weakest first.
public enum Evidence: UInt8, Sendable, BitwiseCopyable, CaseIterable, Comparable {
    /// From a name or a convention.
    case inferred
    /// Settings allow it.
    case configured
    /// A record shows that it happened.
    case observed

    /// What leaves something out where only relations known at least so well are crossed.
    public static let narrower: [Evidence] = [.configured, .observed]

    /// The evidence's name in files and on screens.
    public var name: String {
        switch self {
        case .inferred: "inferred"
        case .configured: "configured"
        case .observed: "observed"
        }
    }

    /// The evidence called `name`.
    public init?(name: some StringProtocol) {
        guard let evidence = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = evidence
    }

    /// Orders from weaker to stronger.
    public static func < (left: Evidence, right: Evidence) -> Bool { left.rawValue < right.rawValue }
}

extension Evidence: Codable {
    /// Reads its name.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        guard let evidence = Evidence(name: try value.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "no such evidence")
        }
        self = evidence
    }

    /// Writes its name.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(name)
    }
}
