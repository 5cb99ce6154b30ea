import Testing

@testable import Inventory

@Suite("Queries about one entity")
struct QueryTemplateTests {
    private static func entity() -> Entity? {
        var fixture = InventoryFixture()
        fixture.entity("t/1", .token, name: #"deploy "key"\"#) { fact in
            fact.owner = "platform"
            fact.attributes = [Attribute("vault path", "kv/a"), Attribute("vault_path", "kv/b")]
        }
        return fixture.built().entity(id: "t/1")
    }

    @Test("A blank is filled with what the entity says, in quotes; of several values any will do")
    func filling() throws {
        let entity = try #require(Self.entity())
        #expect(try QueryTemplate("owner:{owner}").filled(from: entity) == #"owner:"platform""#)
        #expect(
            try QueryTemplate("kind:secret name:{vault_path}").filled(from: entity)
                == #"kind:secret name:"kv/a","kv/b""#)
        let named = try Query(parsing: QueryTemplate("name:{name}").filled(from: entity))
        #expect(named == (try Query(parsing: #"name:"deploy \"key\"\\""#)))
    }

    @Test("What no source says is named", arguments: ["parent", "provider", "nothing"])
    func missing(name: String) throws {
        let entity = try #require(Self.entity())
        #expect(throws: QueryTemplate.Missing(name: name)) {
            try QueryTemplate("kind:token x:{\(name)}").filled(from: entity)
        }
    }

    @Test(
        "Braces in quotes, in patterns and around what is no name are text",
        arguments: [#"name:"{owner}""#, "name~/a{2,3}/", "name:{}", "name:{1}", "owner:{owner", ""])
    func none(text: String) throws {
        #expect(!QueryTemplate(text).isAboutOne)
        let entity = try #require(Self.entity())
        #expect(try QueryTemplate(text).filled(from: entity) == text)
    }

    @Test("Every ready one asks for what can be asked")
    func ready() throws {
        let entity = try #require(Self.entity())
        for query in QueryTemplate.ready {
            let template = QueryTemplate(query.text)
            #expect(template.isAboutOne)
            if let text = try? template.filled(from: entity) { _ = try Query(parsing: text) }
        }
    }
}
