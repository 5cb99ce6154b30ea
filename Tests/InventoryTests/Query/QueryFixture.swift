@testable import Inventory

/// A small estate to ask about, at a fixed moment.
enum QueryFixture {
    static let now = Instant.at("2026-03-15T12:00:00Z")
    private static func ago(_ days: Int64) -> Instant { now.advanced(by: -days * 86_400) }
    private static func ahead(_ days: Int64) -> Instant { now.advanced(by: days * 86_400) }

    static let inventory: Inventory = {
        var fixture = InventoryFixture()
        fixture.entity("github.com/northwind", .organization, name: "northwind") { $0.provider = "github" }
        fixture.entity("github.com/northwind/web", .repository, name: "northwind/web") {
            $0.parent = "github.com/northwind"
            $0.provider = "github"
            $0.flags = .crownJewel
        }
        fixture.entity("github.com/northwind/web/secrets/NPM_TOKEN", .secret, name: "NPM_TOKEN") {
            $0.parent = "github.com/northwind/web"
            $0.provider = "github"
            $0.rotated = ago(400)
        }
        fixture.entity("t1", .token, name: "npm publish") {
            $0.parent = "github.com/northwind/web/secrets/NPM_TOKEN"
            $0.provider = "npm"
            $0.owner = "platform"
            $0.privilege = 3
            $0.created = ago(400)
            $0.lastUsed = ago(1)
            $0.expires = ahead(20)
        }
        fixture.entity("t2", .token, name: "Deploy Key") {
            $0.provider = "AWS"
            $0.privilege = 4
            $0.issued = ago(10)
            $0.lastUsed = ago(100)
            $0.expires = ago(5)
            $0.cleanups = [ago(50), ago(2)]
        }
        fixture.entity("t3", .token, name: "live-data Übersicht") {
            $0.provider = "aws"
            $0.owner = "github.com/northwind/teams/platform"
            $0.revoked = ago(3)
            $0.flags = .leaked
        }
        fixture.entity("github.com/northwind/runners/7", .runner, name: "prod-linux-07") {
            $0.parent = "github.com/northwind"
            $0.flags = [.selfHosted]
            $0.attributes = [
                Attribute("Label", "self-hosted"), Attribute("label", "Linux"), Attribute("cores", "16"),
                Attribute("owner", "rack 4"), Attribute("seen at", "2026-03-01"),
            ]
        }
        fixture.entity("loop1", .resource, name: "loop one") { $0.parent = "loop2" }
        fixture.entity("loop2", .resource, name: "loop two") { $0.parent = "loop1" }
        fixture.entity("x", fixture.builder.entityKind(named: "GH_Odd"), name: "odd")
        return fixture.built()
    }()

    static let vocabulary = QueryVocabulary(inventory)

    /// An investigation that reached t1 (tier 0, identity, live) and the repository (tier 1, integrity, no longer).
    static var investigated: QueryContext {
        func number(_ id: String) -> Int { inventory.entity(id: id)?.index ?? -1 }
        let (token, repository) = (number("t1"), number("github.com/northwind/web"))
        var context = QueryContext(now: now)
        context.live = { $0 == token }
        context.reached = { $0 == token || $0 == repository }
        context.conditional = { _ in false }
        context.usedSince = { $0 == token ? true : $0 == repository ? nil : false }
        context.tier = { $0 == token ? 0 : $0 == repository ? 1 : nil }
        context.plane = { $0 == token ? .identity : $0 == repository ? .integrity : nil }
        context.exposure = { $0 == token ? 7 : $0 == repository ? 3 : nil }
        context.marked = { $0 == repository }
        context.notes = [token: "seen on the forum #suspicious", repository: "Clean since É"]
        return context
    }

    /// The ids, by their last parts, of what `text` matches.
    static func ids(_ text: String, _ context: QueryContext = QueryContext(now: now)) throws -> [String] {
        try Query(parsing: text).bound(to: inventory, context: context).matchingIndices().map { index in
            let id = inventory.entity(at: index).id
            return id.split(separator: "/").last.map(String.init) ?? id
        }
    }
}
