import Inventory

/// An entity with a time behind it, as people write it on the command line or in a prompt.
public enum TimedReference {
    /// Splits `ENTITY[@FROM[..UNTIL]]`: the whole text is tried as an id first; then it is split at the last `@`, when what
    /// follows reads as a time or a range; then the whole is tried as `kind:name`. Ids may hold `@` and `:`.
    public static func parse(
        _ text: String, in inventory: Inventory, now: Instant
    ) throws(EntityReferenceError) -> (entity: Entity, window: Interval?) {
        if let entity = inventory.entity(id: text) { return (entity, nil) }
        if let at = text.lastIndex(of: "@"), let window = window(text[text.index(after: at)...], now: now) {
            return (try inventory.resolve(String(text[..<at])), window)
        }
        do throws(EntityReferenceError) {
            return (try inventory.resolve(text), nil)
        } catch {
            guard let at = text.lastIndex(of: "@"), (try? inventory.resolve(String(text[..<at]))) != nil else {
                throw error
            }
            throw .noTime(text: text, part: noTime(String(text[text.index(after: at)...]), now: now))
        }
    }

    /// The part of what is no window that is no time: one end of it, else all.
    private static func noTime(_ text: String, now: Instant) -> String {
        guard let dots = text.firstRange(of: "..") else { return text }
        let ends = [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
        return ends.first { !$0.isEmpty && Instant(text: $0, now: now) == nil } ?? text
    }

    /// Reads `FROM`, `FROM..UNTIL`, `FROM..` or `..UNTIL`; nil when it is none of them.
    public static func window(_ text: some StringProtocol, now: Instant) -> Interval? {
        guard let dots = text.firstRange(of: "..") else {
            return Instant(text: text, now: now).map { Interval($0, .never) }
        }
        let (from, until) = (text[..<dots.lowerBound], text[dots.upperBound...])
        if from.isEmpty, until.isEmpty { return nil }
        guard let start = from.isEmpty ? .beginning : Instant(text: from, now: now),
            let end = until.isEmpty ? .never : Instant(text: until, now: now)
        else { return nil }
        return Interval(start, end)
    }
}

extension Seed {
    /// Reads `ENTITY[@FROM[..UNTIL]]`; without a time the entity was the attacker's all along.
    public init(text: String, in inventory: Inventory, now: Instant) throws(EntityReferenceError) {
        let (entity, window) = try TimedReference.parse(text, in: inventory, now: now)
        self.init(entity: entity.index, window: window ?? .always)
    }

    /// What the sources declare compromised, by id.
    public static func declared(in inventory: Inventory) -> [Seed] {
        inventory.compromisedEntities.map { Seed(entity: $0.index, window: $0.compromised ?? .always) }
    }
}

extension Remedy {
    /// Reads `ENTITY[@TIME]`; `at` is the time when none is written. Without `means` the entity's kind decides.
    public init(
        text: String, in inventory: Inventory, at: Instant, now: Instant, means: Remediation?
    ) throws(EntityReferenceError) {
        let (entity, window) = try TimedReference.parse(text, in: inventory, now: now)
        self.init(entity: entity.index, at: window?.from ?? at, means: means ?? entity.kind.remediation)
    }
}
