import Testing

@testable import Inventory

@Suite("Paths in queries")
struct QueryPathTests {
    /// A pipeline: two runners, two jobs, a shared key, a role, and somebody who owns things.
    private static let inventory: Inventory = {
        var fixture = InventoryFixture()
        fixture.entity("r1", .runner, name: "persistent") { $0.flags = .selfHosted }
        fixture.entity("r2", .runner, name: "hosted")
        fixture.entity("j1", .job, name: "deploy")
        fixture.entity("j2", .job, name: "test")
        fixture.entity("run1", .run, name: "deploy #1")
        fixture.entity("env", .environment, name: "production")
        fixture.entity("s1", .secret, name: "KEY")
        fixture.entity("s2", .secret, name: "DB")
        fixture.entity("t1", .token, name: "key") {
            $0.created = QueryFixture.now.advanced(by: -100 * 86_400)
            $0.provider = "aws"
            $0.owner = "ann"
        }
        fixture.entity("t2", .token, name: "db password") {
            $0.created = QueryFixture.now
            $0.owner = "left"
        }
        fixture.entity("role", .serviceAccount, name: "role") {
            $0.provider = "AWS"
            $0.owner = "gone"
        }
        fixture.entity("users/ann", .person, name: "ann")
        fixture.entity("users/left", .person, name: "left") { $0.revoked = QueryFixture.now.advanced(by: -5) }
        fixture.relation("r1", .executed, "run1")
        fixture.relation("run1", .instanceOf, "j1")
        fixture.relation("r2", .serves, "j2")
        fixture.relation("j1", .reads, "s1")
        fixture.relation("j2", .reads, "s1")
        fixture.relation("j1", .deploysTo, "env")
        fixture.relation("env", .grants, "s2")
        fixture.relation("s1", .holds, "t1")
        fixture.relation("s2", .holds, "t2")
        fixture.relation("j1", .mayAssume, "role")
        fixture.relation("t1", .authenticatesAs, "role")
        fixture.relation("t2", .issuedTo, "users/ann")
        return fixture.built()
    }()

    private func ids(_ text: String) throws -> [String] {
        let bound = try Query(parsing: text).bound(to: Self.inventory, context: QueryContext(now: QueryFixture.now))
        let rows = bound.matchingIndices()
        #expect(rows == (0..<Self.inventory.entityCount).filter(bound.matches), "\(text)")
        return rows.map { Self.inventory.entity(at: $0).id }.sorted()
    }

    @Test(
        "A path finds what stands at its end, or where @ stands",
        arguments: [
            ("runner[self-hosted] -> job -> token[age>90d]", ["t1"]),
            ("runner[self-hosted] -> job -> token", ["t1", "t2"]),
            ("runner[hosted]->job->token", ["t1"]), ("runner -> @job -> token[age<1d]", ["j1"]),
            ("@runner -> job -> token[db]", ["r1"]), ("token[db] <- job <- runner", ["r1"]),
            ("job -> secret", ["s1", "s2"]),
            ("job -[reads]-> secret", ["s1"]), ("job -[*]-> token", []), ("job -[reads]-> * -[holds]-> *", ["t1"]),
            ("job -[reads,deploys_to]->> *", ["env", "s1"]), ("runner ->> service_account", ["role"]),
            ("service-account <<- runner", ["r1", "r2"]), ("token -> person", []),
            ("token -[issued_to]-> person", ["users/ann"]),
            ("token <-[issued_to]- person", []), ("person <-[issued_to]- *", ["t2"]),
            ("* <-[issued_to]- person", []),
            ("\"deploy\" -> token", ["t1", "t2"]), ("nhi[aws] -> *", []), ("nhi -> service_account", ["role"]),
            ("job,run -> token provider:aws", ["t1"]), ("kind:token -(job[deploy] -> token[age>90d])", ["t2"]),
            ("runner[]", ["r1", "r2"]), ("runner[self_hosted]", ["r1"]), ("runner[-is:self_hosted] -> job", ["j2"]),
            ("(job -> secret) or kind:runner", ["r1", "r2", "s1", "s2"]), ("job[jobs>0] -> *", []),
            ("jobs>1", ["s1", "t1"]), ("kind:secret jobs:1", ["s2"]), ("owner_left", ["role", "t2"]),
            ("replaceable", ["t1"]), ("runner -> job[* -> token]", []),
        ])
    func finds(_ text: String, _ expected: [String]) throws {
        #expect(try ids(text) == expected)
    }

    @Test(
        "Paths have one canonical text",
        arguments: [
            ("runner[self-hosted]->job->token[ age>90d ]", "runner[is:self_hosted] -> job -> token[age>90d]"),
            ("Jobs <-[ Reads , holds ]- *", "job <-[reads,holds]- *"), ("@job->>*", "@job ->> *"),
            ("* -> @job", "* -> job"),
            ("a -> b", "a -> b"), ("-(job -> token) x", "-(job -> token) x"), ("-job -> token", "-(job -> token)"),
            ("job[a or b] <<- *", "job[a or b] <<- *"), ("token[x]", "kind:token x"), ("token[]", "kind:token"),
            ("\"a b\" -> job", "*[\"a b\"] -> job"), ("job[\"leaked\"] -> *", "job[\"leaked\"] -> *"),
            ("nhi -> job", "*[nhi] -> job"),
            ("renovate[bot]", "\"renovate[bot]\""), ("age<-1w", "age<-1w"), ("jobs<-6", "jobs<-6"),
            ("job[age<-1w] <- *", "job[age<-1w] <- *"),
            ("service-account -> x_y", "service_account -> x_y"), ("job -[*]->> *", "job -[*]->> *"),
        ])
    func canonical(_ written: String, _ text: String) throws {
        let query = try Query(parsing: written)
        #expect(query.text == text)
        #expect(try Query(parsing: text) == query)
    }

    @Test(
        "Each mistake has its place",
        arguments: [
            ("job -> ", .missingElement, 7..<7), ("job -[reads] token", .brokenArrow, 4..<12),
            ("job -[]-> token", .missingRelation, 6..<6), ("job -[reads", .brokenArrow, 11..<11),
            ("token[age>90d", .unclosedBracket, 5..<6), ("token[a)", .unclosedBracket, 5..<6),
            ("token[or]", .missingTerm, 6..<6), ("@job -> @token", .secondMarker, 8..<9),
            ("job -> tokne", .unknownValue(field: "kind", value: "tokne"), 7..<12),
            ("tokne[x] -> job", .unknownValue(field: "kind", value: "tokne"), 0..<5),
            ("job -[raeds]-> *", .unknownRelation("raeds"), 6..<11),
            (
                "job -> token[privilege>x]", .badValue(field: "privilege", value: "x", expected: "a whole number"),
                23..<24
            ),
        ] as [(String, QueryError.Reason, Range<Int>)])
    func mistakes(_ text: String, _ reason: QueryError.Reason, _ range: Range<Int>) {
        let error = #expect(throws: QueryError.self) { try Query(parsing: text, knowing: QueryFixture.vocabulary) }
        #expect(error?.reason == reason)
        #expect(error?.range == range)
    }

    @Test func `a key of an unknown provider is told by the name of its slot`() throws {
        var fixture = InventoryFixture()
        fixture.entity("job", .job)
        fixture.entity("role", .serviceAccount) { $0.provider = "aws" }
        fixture.relation("job", .mayAssume, "role")
        for (name, revoked) in [("AWS_KEY", false), ("AWS_OLD", true), ("NPM_TOKEN", false), ("AMAZON_ID", false)] {
            fixture.entity("s \(name)", .secret, name: name)
            fixture.entity("t \(name)", .token) { if revoked { $0.revoked = Instant(0) } }
            fixture.relation("job", .reads, "s \(name)")
            fixture.relation("s \(name)", .holds, "t \(name)")
        }
        let bound = try Query(parsing: "replaceable")
            .bound(to: fixture.built(), context: QueryContext(now: QueryFixture.now))
        #expect(
            bound.matchingIndices().map { bound.inventory.entity(at: $0).id }.sorted() == ["t AMAZON_ID", "t AWS_KEY"])
    }

    @Test func `what is not known matches neither a path that asks for it nor the opposite`() throws {
        #expect(try ids("job -> token[live]") == [])
        #expect(try ids("-(job -> token[live])") == [])
        #expect(try ids("-(job -> token)").count == Self.inventory.entityCount - 2)
    }

    @Test func `a path that is no longer wanted gives no answer`() throws {
        let bound = try Query(parsing: "runner ->> *").bound(to: Self.inventory, context: QueryContext(now: Instant(0)))
        #expect(bound.matchingRows(isCancelled: { true }) == nil)
    }

    @Test func `deep brackets are refused`() {
        let deep = String(repeating: "job[", count: 100_000)
        #expect(throws: QueryError.self) { try Query(parsing: deep) }
    }

    @Test(
        "What completion offers inside a path",
        arguments: [
            ("job -> tok", "token"), ("job->tok", "token"), ("job -> * <- sec", "secret"), ("job <<- @run", "runner"),
            ("token[ag", "age"), ("token[self", "self_hosted"), ("job -[rea", "reads"), ("job -[holds,rea", "reads"),
            ("job <-[rea", "reads"), ("token[owner:plat", "platform"), ("job -[reads]-> tok", "token"),
            ("runner[x] -> tok", "token"), ("tok", "kind:token"), ("job -> token ag", "age"),
        ])
    func completion(_ text: String, _ first: String) {
        let offers = QueryCompletion.at(text.count, in: text, vocabulary: QueryFixture.vocabulary)
        #expect(offers.first?.text == first, "\(offers.map(\.text))")
    }

    @Test func `terms can be asked for, added and taken away`() throws {
        let query = try Query(parsing: "deploy kind:token age<7d")
        #expect(query.requires(try Query(parsing: "age<7d deploy")))
        #expect(!query.requires(try Query(parsing: "age<8d")))
        #expect(query.removing(try Query(parsing: "kind:token age<7d")).text == "deploy")
        #expect(query.removing(query).isEmpty)
        #expect(try Query(parsing: "a or b").and(Query(parsing: "c")).text == "(a or b) c")
    }

    @Test("Every ready query is a query", arguments: ReadyQuery.table)
    func ready(query: ReadyQuery) throws {
        #expect(try Query(parsing: query.text, knowing: QueryFixture.vocabulary).isEmpty == false)
        #expect(!query.name.isEmpty && !query.explanation.isEmpty)
    }
}

@Suite("Paths compared with a search that tries everything")
struct QueryPathReferenceTests {
    @Test func `paths find what trying every chain finds`() throws {
        var random = SeededRandom(41)
        var found = 0
        for _ in 0..<40 {
            let inventory = Self.inventory(&random)
            let reference = Reference(inventory)
            for _ in 0..<30 {
                let path = RandomQuery.path(depth: 1, &random, relations: ["reads", "holds", "issued_to", "*"])
                let query = Query(.path(path))
                let bound = query.bound(to: inventory, context: QueryContext(now: QueryFixture.now))
                let expected = reference.rows(path)
                found += expected.count
                #expect(bound.matchingIndices() == expected, "\(query.text)")
            }
        }
        #expect(found > 150)
    }

    private static func inventory(_ random: inout SeededRandom) -> Inventory {
        var fixture = InventoryFixture()
        let count = Int.random(in: 2...14, using: &random)
        let kinds: [EntityKind] = [.run, .secret, .environment, .runnerGroup, .job, .token, .runner]
        for number in 0..<count {
            fixture.entity("e\(number)", random.pick(kinds), name: "name \(number % 3)") {
                if Bool.random(using: &random) { $0.flags = .selfHosted }
            }
        }
        for _ in 0..<Int.random(in: 0...2 * count, using: &random) {
            let (from, to) = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
            fixture.relation("e\(from)", random.pick([.reads, .holds, .issuedTo, .executed, .instanceOf]), "e\(to)") {
                if Int.random(in: 0..<4, using: &random) == 0 { $0.gain = .backward }
            }
        }
        return fixture.built()
    }

    /// Who leads to whom, as a table that is filled until nothing changes.
    private struct Reference {
        let inventory: Inventory
        var count: Int { inventory.entityCount }

        init(_ inventory: Inventory) { self.inventory = inventory }

        func leads(_ step: QueryStep) -> [[Bool]] {
            var direct = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
            for number in 0..<inventory.relationCount {
                let relation = inventory.relation(at: number)
                if step.relations.isEmpty {
                    switch relation.traits.gain {
                    case .forward: direct[relation.fromIndex][relation.toIndex] = true
                    case .backward: direct[relation.toIndex][relation.fromIndex] = true
                    case .none: continue
                    }
                } else if step.relations.contains("*") || step.relations.contains(relation.kindName) {
                    direct[relation.fromIndex][relation.toIndex] = true
                }
            }
            var leads = direct
            var isChanged = true
            while isChanged {
                isChanged = false
                for from in 0..<count {
                    for middle in 0..<count where leads[from][middle] {
                        let isJoint = [.run, .secret, .environment, .runnerGroup]
                            .contains(inventory.entity(at: middle).kind)
                        guard step.isMany || step.relations.isEmpty && isJoint else { continue }
                        for to in 0..<count where direct[middle][to] && !leads[from][to] {
                            leads[from][to] = true
                            isChanged = true
                        }
                    }
                }
            }
            return leads
        }

        func rows(_ path: QueryPath) -> [Int] {
            let tests = path.elements.map {
                Query($0.expression).bound(to: inventory, context: QueryContext(now: QueryFixture.now))
            }
            let tables = path.steps.map(leads)
            var found: Set<Int> = []
            func extend(_ chain: [Int]) {
                guard let last = chain.last, tests[chain.count - 1].matches(last) else { return }
                if chain.count == path.elements.count {
                    found.insert(chain[path.chosen])
                    return
                }
                let place = chain.count - 1
                for next in 0..<count {
                    let leads = path.steps[place].isForward ? tables[place][last][next] : tables[place][next][last]
                    if leads { extend(chain + [next]) }
                }
            }
            for first in 0..<count { extend([first]) }
            return found.sorted()
        }
    }
}
