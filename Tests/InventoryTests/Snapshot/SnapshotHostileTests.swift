import Testing

@testable import Inventory

@Suite("A snapshot made to mislead")
struct SnapshotHostileTests {
    @Test(
        "Garbage in any section, with checksums that are right, crashes no reader", arguments: SnapshotSection.allCases)
    func garbage(section: SnapshotSection) throws {
        let folder = try SnapshotFolder()
        let honest = try SnapshotForgery(
            try folder.write(RandomInventory.make(UInt64(section.rawValue), entities: 6, relations: 14)))
        var random = SeededRandom(UInt64(section.rawValue))
        for round in 0..<24 {
            var forgery = honest
            Self.spoil(&forgery.sections[forgery.place(section)].bytes, rule: section.row.count, round, &random)
            try folder.put(forgery.bytes)
            Self.read(try? folder.open())
        }
    }

    @Test("Garbage in all sections at once crashes no reader", arguments: UInt64(0)..<40)
    func everywhere(seed: UInt64) throws {
        let folder = try SnapshotFolder()
        var random = SeededRandom(seed)
        var forgery = try SnapshotForgery(try folder.write(RandomInventory.make(seed, entities: 6, relations: 14)))
        for section in SnapshotSection.allCases where Int.random(in: 0..<3, using: &random) == 0 {
            let round = Int.random(in: 0..<24, using: &random)
            Self.spoil(&forgery.sections[forgery.place(section)].bytes, rule: section.row.count, round, &random)
        }
        try folder.put(forgery.bytes)
        Self.read(try? folder.open())
    }

    @Test("A section that is missing, twice there, of another row size or of a wrong length is refused")
    func structure() throws {
        let folder = try SnapshotFolder()
        let honest = try SnapshotForgery(try folder.write(RandomInventory.make(4, entities: 6, relations: 14)))
        for place in honest.sections.indices {
            let section = try #require(SnapshotSection(rawValue: honest.sections[place].number))
            var missing = honest
            missing.sections.remove(at: place)
            try folder.put(missing.bytes)
            #expect(folder.refusal() == (section.row.isOptional ? nil : .malformed(.section(section))))

            var twice = honest
            twice.sections.insert(honest.sections[place], at: place)
            try folder.put(twice.bytes)
            #expect(folder.refusal() == .malformed(.directory))

            var resized = honest
            resized.sections[place].rowSize += 1
            try folder.put(resized.bytes)
            #expect(folder.refusal() == .malformed(.section(section)))

            if section.row.element.size > 1 {
                var odd = honest
                odd.sections[place].bytes.append(0)
                try folder.put(odd.bytes)
                #expect(folder.refusal() == .malformed(.section(section)))
            }
            if case .any = section.row.count { continue }
            if case .upTo(let limit) = section.row.count, limit > 10_000 { continue }
            if case .someEntities = section.row.count { continue }
            if case .someRelations = section.row.count { continue }
            var longer = honest
            longer.sections[place].bytes += [UInt8](repeating: 0, count: section.row.element.size)
            try folder.put(longer.bytes)
            #expect(folder.refusal() != nil, "\(section)")
        }
    }

    @Test(
        "Counts in the header that the sections do not have are refused", arguments: [0, 1, 5, 7, 1 << 40, UInt64.max])
    func counts(count: UInt64) throws {
        let folder = try SnapshotFolder()
        let honest = try SnapshotForgery(try folder.write(RandomInventory.make(4, entities: 6, relations: 14)))
        var entities = honest
        entities.header.entityCount = count
        try folder.put(entities.bytes)
        #expect(folder.refusal() != nil)
        var relations = honest
        relations.header.relationCount = count
        try folder.put(relations.bytes)
        #expect(folder.refusal() != nil)
    }

    @Test("Runs that overlap are refused: each entity could own everything")
    func overlap() throws {
        let folder = try SnapshotFolder()
        let honest = try SnapshotForgery(try folder.write(RandomInventory.make(4, entities: 6, relations: 14)))
        for section in SnapshotSection.allCases where section.row.count.values != nil {
            var forgery = honest
            let place = forgery.place(section)
            forgery.sections[place].bytes[1] = 1
            try folder.put(forgery.bytes)
            Self.read(try folder.open())
            #expect(folder.refusal() == .malformed(.section(section)))
        }
    }

    @Test("Scopes that hold each other in a circle end no reader's patience")
    func circle() throws {
        let folder = try SnapshotFolder()
        var forgery = try SnapshotForgery(try folder.write(RandomInventory.make(4, entities: 6, relations: 14)))
        let parents: [UInt32] = [1, 2, 0, 3, 4, 9]
        forgery.sections[forgery.place(.entityParent)].bytes = parents.flatMap { number in
            withUnsafeBytes(of: number.littleEndian) { Array($0) }
        }
        try folder.put(forgery.bytes)
        let opened = try folder.openVerified()
        #expect(opened.entity(at: 3).parent == opened.entity(at: 3))
        #expect(opened.entity(at: 5).parent == nil)
        Self.read(opened)
    }

    /// Overwrites rows with numbers of every size; the last start stays, or nothing would get past the door.
    private static func spoil(
        _ bytes: inout [UInt8], rule: SnapshotSection.RowCount, _ round: Int, _ random: inout SeededRandom
    ) {
        let fills: [UInt8?] = [nil, nil, nil, nil, 0xFF, 0, 0x7F, 0x80, 1]
        let kept: Int =
            switch rule {
            case .entityStarts, .relationStarts, .textStarts: 4
            default: 0
            }
        let fill = fills[round % fills.count]
        for place in bytes.indices.dropLast(kept) where round < 12 || Int.random(in: 0..<4, using: &random) == 0 {
            bytes[place] = fill ?? UInt8.random(in: 0...255, using: &random)
        }
    }

    private static func read(_ inventory: Inventory?) {
        guard let inventory else { return }
        #expect(inventory.everything.count > 0)
        #expect(inventory.answers.count > 0)
        _ = inventory.account
    }
}
