import Testing

@testable import Inventory

@Suite("The relation table is the design's")
struct RelationTableTests {
    /// What the design says of one relation, between each of these ends.
    struct Declared: CustomTestStringConvertible, Sendable {
        var name: String, from: [EntityKind], to: [EntityKind], act: Act, hold: Hold
        var gain = Gain.forward
        var testDescription: String { "\(from.compactMap(\.row?.name)) \(name) \(to.compactMap(\.row?.name))" }

        init(
            _ from: [EntityKind], _ name: String, _ to: [EntityKind], _ act: Act, _ hold: Hold, _ gain: Gain = .forward
        ) {
            (self.name, self.from, self.to, self.act, self.hold, self.gain) = (name, from, to, act, hold, gain)
        }
    }

    static let hour = Hold.session(seconds: 3_600)
    static let identities: [EntityKind] = [.token, .person, .team, .agent, .serviceAccount]

    static let design: [Declared] = [
        Declared([.repository], "contains", [.workflow], .tamper, .borrow),
        Declared([.repository], "exposes", [.secret], .harvest, .borrow),
        Declared([.workflow], "defines", [.job], .execute, .borrow),
        Declared([.workflow], "triggers", [.run], .execute, .keep),
        Declared([.workflow, .repository, .action, .package], "executes_on", [.runner], .execute, .keep),
        Declared([.runner], "executed", [.run], .harvest, .borrow),
        Declared([.runner], "serves", [.job], .harvest, .borrow),
        Declared([.runner], "retains", [.token], .harvest, .keep),
        Declared([.run], "ran_on", [.runner], .execute, .keep),
        Declared([.run], "instance_of", [.job], .harvest, .borrow),
        Declared([.run], "writes", [.artifact, .package, .resource], .tamper, .keep),
        Declared([.artifact], "restored_by", [.run], .execute, .keep),
        Declared([.job, .run], "reads", [.secret], .harvest, .borrow),
        Declared([.environment], "grants", [.secret], .harvest, .borrow),
        Declared([.serviceAccount], "can_read", [.secret], .harvest, .borrow),
        Declared([.job], "deploys_to", [.environment], .harvest, .borrow),
        Declared([.run], "deployed_to", [.environment], .harvest, .borrow),
        Declared([.secret], "holds", [.token], .harvest, .keep),
        Declared([.job, .run, .repository], "may_assume", [.serviceAccount], .impersonate, hour),
        Declared([.serviceAccount], "can_assume", [.serviceAccount], .impersonate, hour),
        Declared([.runner], "runs_as", [.serviceAccount], .harvest, hour),
        Declared([.run, .job], "acts_on", [.repository], .tamper, .keep),
        Declared([.token], "authenticates_as", [.serviceAccount, .person], .impersonate, .borrow),
        Declared([.token], "issued_to", [.serviceAccount, .person], .impersonate, .borrow, .none),
        Declared(identities, "can_write", [.repository, .organization], .tamper, .keep),
        Declared(identities, "administers", [.repository, .organization], .tamper, .keep),
        Declared([.token, .serviceAccount], "can_publish", [.package], .tamper, .keep),
        Declared([.serviceAccount], "can_mint_for", [.serviceAccount], .mint, .keep),
        Declared([.serviceAccount, .token], "can_access", [.resource], .impersonate, .borrow),
        Declared([.resource], "hosts", [.runner], .execute, .keep),
        Declared([.repository], "publishes", [.action, .package], .tamper, .keep),
        Declared([.action], "used_by", [.job], .execute, .borrow),
        Declared([.action], "used_by", [.run], .execute, .keep),
        Declared([.package], "consumed_by", [.job], .execute, .borrow),
        Declared([.package], "consumed_by", [.run], .execute, .keep),
        Declared([.job], "invokes", [.agent], .execute, .borrow),
        Declared([.agent], "holds", [.token], .harvest, .keep),
        Declared([.repository], "instructs", [.agent], .tamper, .borrow),
        Declared([.organization], "owns", [.repository, .secret, .runnerGroup], .tamper, .keep),
        Declared([.runnerGroup], "contains", [.runner], .execute, .keep),
        Declared([.person, .team], "member_of", [.team], .impersonate, .borrow),
        Declared([.person], "responsible_for", [.token], .harvest, .borrow, .none),
        Declared([.environment], "protects", [.job], .harvest, .borrow, .none),
        Declared([.run], "belongs_to", [.workflow], .harvest, .borrow, .none),
    ]

    @Test("Each relation has its row, with the design's act, hold and gain", arguments: design)
    func row(_ declared: Declared) throws {
        let kind = try #require(RelationKind(name: declared.name))
        for from in declared.from {
            for to in declared.to {
                let row = try #require(RelationTable.row(kind, from: from, to: to))
                #expect(row.from.isEmpty || row.from.contains(from), "no row has these ends")
                #expect(row.to.isEmpty || row.to.contains(to), "no row has these ends")
                #expect(row.traits.hold == declared.hold)
                #expect(row.traits.gain == declared.gain)
                #expect(declared.gain == .none || row.traits.act == declared.act)
            }
        }
    }

    @Test func `the table declares nothing that the design does not`() {
        #expect(Set(RelationTable.names) == Set(Self.design.map(\.name)))
        for row in RelationTable.rows {
            let declared = Self.design.filter { $0.name == row.name }
            for from in row.from { #expect(declared.contains { $0.from.contains(from) }, "\(row.name)") }
            for to in row.to { #expect(declared.contains { $0.to.contains(to) }, "\(row.name)") }
        }
    }

    @Test func `what a repository publishes is borrowed once it was restored, and only that`() {
        for row in RelationTable.rows { #expect((row.holdWhenEnded != nil) == (row.name == "publishes")) }
    }

    @Test func `acts lie on the design's planes`() {
        #expect(Act.allCases.filter { $0.plane == .identity } == [.harvest, .impersonate, .mint])
        #expect(Act.allCases.filter(\.raisesTier) == [.mint, .tamper, .execute])
    }

    @Test func `named constants are rows of the tables`() {
        #expect(RelationKind.holds.vocabularyName == "holds")
        #expect(RelationKind.belongsTo.vocabularyName == "belongs_to")
        for (place, row) in EntityKind.table.enumerated() {
            #expect(Int(row.kind.rawValue) == place)
            #expect(EntityKind(name: row.name) == row.kind)
        }
        #expect(
            EntityKind.table.filter { $0.remediation == .disable }.map(\.name)
                == ["person", "token", "service_account", "agent"])
        #expect(Set(EntityFlags.table.map(\.flag.rawValue)).count == EntityFlags.table.count)
    }
}
