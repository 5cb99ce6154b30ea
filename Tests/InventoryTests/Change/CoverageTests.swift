import Testing

@testable import Inventory

@Suite("What the silence of a source means")
struct CoverageTests {
    /// Two repositories of an organization, each with two deploy keys and a slot; all told by files of their own.
    private func estate(
        without: Set<String> = [], files isRead: (String) -> Bool = { _ in true },
        adding change: (inout ToldEstate) -> Void = { _ in }
    ) -> Inventory {
        var estate = ToldEstate()
        func list(_ name: String, _ add: (inout ToldEstate) -> Void) {
            guard isRead(name) else { return }
            estate.file = "export/\(name)"
            estate.touch(estate.file)
            add(&estate)
        }
        list("repos.json") { estate in
            estate.add("hub/org", .organization)
            for repo in ["a", "b"] {
                estate.add("hub/org/\(repo)", .repository, in: "hub/org") { $0.created = Instant(1) }
                estate.relate("hub/org", .owns, "hub/org/\(repo)")
            }
        }
        for repo in ["a", "b"] {
            list("\(repo)/keys.json") { estate in
                for key in 1...2 where !without.contains("\(repo)\(key)") {
                    let id = "hub/org/\(repo)/keys/\(key)"
                    // A list of keys mentions the repository.
                    estate.add("hub/org/\(repo)", .repository)
                    estate.add(id, .token, in: "hub/org/\(repo)") {
                        $0.created = Instant(2)
                        $0.provider = "hub"
                    }
                    estate.relate(id, .canWrite, "hub/org/\(repo)")
                }
            }
            list("\(repo)/secrets.json") { estate in
                guard !without.contains("\(repo)S") else { return }
                estate.add("hub/org/\(repo)/secrets/S", .secret, in: "hub/org/\(repo)") { $0.created = Instant(3) }
                estate.relate("hub/org/\(repo)", .exposes, "hub/org/\(repo)/secrets/S")
            }
        }
        change(&estate)
        return estate.built()
    }

    private func key(_ name: String) -> String { "hub/org/\(name.prefix(1))/keys/\(name.dropFirst())" }

    @Test("What is missing from a list that has others of it is gone")
    func listed() {
        let diff = InventoryDiff(old: estate(), new: estate(without: ["a1"]))
        #expect(diff.removed.count == 1)
        #expect(diff.silence(key("a1")) == .absent(.listed(others: 1)))
        let end = diff.old.entity(id: key("a1"))?.index ?? -1
        #expect(diff.silences(from: key("a1"), .canWrite) == [.absent(.end(end))])
    }

    @Test("A list that was read again and is empty says that all of it is gone")
    func readAgain() throws {
        let diff = InventoryDiff(old: estate(), new: estate(without: ["a1", "a2"]))
        for name in ["a1", "a2"] {
            guard case .absent(.readAgain(let source)) = try #require(diff.silence(key(name))) else {
                Issue.record("\(name) is not told as gone by the file")
                continue
            }
            #expect(diff.new.sources[source].path == "export/a/keys.json")
        }
    }

    @Test("Of a list that was not read nothing is known, whatever else was")
    func notRead() {
        let diff = InventoryDiff(old: estate(), new: estate(files: { $0 != "a/keys.json" }))
        #expect(diff.removed.count == 2)
        for name in ["a1", "a2"] { #expect(diff.silence(key(name)) == .unknown(.list)) }
    }

    @Test("A source that has nothing of a kind, or of a provider, says nothing about it")
    func kinds() {
        let noKeys = InventoryDiff(old: estate(), new: estate(files: { !$0.hasSuffix("keys.json") }))
        #expect(noKeys.removed.count == 4)
        #expect(noKeys.removed.allSatisfy { $0.silence == .unknown(.noneOfKind) })

        func withClouds(_ isThere: Bool) -> Inventory {
            estate(adding: { estate in
                estate.file = "export/clouds.json"
                estate.touch(estate.file)
                for name in isThere ? ["k1", "k2"] : [] { estate.add(name, .token) { $0.provider = "cloud" } }
            })
        }
        let noClouds = InventoryDiff(old: withClouds(true), new: withClouds(false))
        #expect(noClouds.removed.map(\.silence) == [.unknown(.noneOfProvider), .unknown(.noneOfProvider)])
    }

    @Test("A source that holds another part of the estate says nothing about the rest")
    func part() {
        func graph(_ parts: [String]) -> Inventory {
            var estate = ToldEstate("graph.json", format: "graph")
            for part in parts {
                for entity in ["token", "twin"] { estate.add("\(part)-\(entity)", .token) }
                estate.add("\(part)-account", .serviceAccount)
                estate.add("\(part)-bucket", .resource)
                estate.relate("\(part)-token", .authenticatesAs, "\(part)-account")
                estate.relate("\(part)-account", .canAccess, "\(part)-bucket")
                estate.relate("\(part)-twin", .authenticatesAs, "\(part)-account")
            }
            return estate.built()
        }
        let diff = InventoryDiff(old: graph(["x", "y"]), new: graph(["y"]))
        #expect(diff.removed.count == 4)
        #expect(diff.removed.allSatisfy { !$0.silence.isAbsent })
        #expect(diff.silence("x-token") == .unknown(.surroundings(known: 0, of: 1)))
        #expect(diff.removedRelations.allSatisfy { !$0.silence.isAbsent })
        // The same the other way round: what is new to the old source need not be new.
        let back = InventoryDiff(old: graph(["y"]), new: graph(["x", "y"]))
        #expect(back.added.count == 4 && back.added.allSatisfy { !$0.silence.isAbsent })
    }

    @Test("In one file that tells of everything, what is missing from known surroundings is gone")
    func surveyed() throws {
        func graph(_ tokens: [String]) -> Inventory {
            var estate = ToldEstate("graph-\(tokens.count).json", format: "graph")
            for name in ["a", "b"] { estate.add("account-\(name)", .serviceAccount) }
            estate.add("bucket", .resource)
            for token in tokens {
                estate.add("t/\(token)", .token, in: "account-\(token)")
                estate.relate("t/\(token)", .authenticatesAs, "account-\(token)")
            }
            return estate.built()
        }
        let diff = InventoryDiff(old: graph(["a", "b"]), new: graph(["a"]))
        #expect(diff.silence("t/b") == .absent(.surveyed(source: 0)))

        // A file that tells of one key alone does not list the others.
        func single(_ key: Int) -> Inventory {
            var estate = ToldEstate("key-\(key).json")
            estate.add("repo", .repository)
            estate.add("repo/keys/\(key)", .token, in: "repo")
            return estate.built()
        }
        #expect(InventoryDiff(old: single(1), new: single(2)).silence("repo/keys/1") == .unknown(.list))
    }

    @Test("What was mentioned in passing is no list")
    func mentions() {
        let new = estate(files: { $0.hasPrefix("b/") })
        let diff = InventoryDiff(old: estate(), new: new)
        #expect(new.entity(id: "hub/org/b") != nil)
        #expect(diff.silence("hub/org/a")?.isAbsent == false)
        for name in ["a1", "a2"] { #expect(diff.silence(key(name))?.isAbsent == false) }
    }

    @Test("What left its list and is only mentioned still is known to be gone")
    func delisted() throws {
        func hub(listed: Bool, other: Bool = true, recorded: Bool = true) -> Inventory {
            var estate = ToldEstate("export/runners.json")
            estate.touch(estate.file)
            if listed { estate.add("runner-1", .runner) { $0.attributes = [Attribute("os", "linux")] } }
            if other { estate.add("runner-2", .runner) { $0.attributes = [Attribute("os", "linux")] } }
            estate.file = "export/runs.json"
            estate.add("runner-1", .runner) {
                $0.attributes = [Attribute("label", "x")]
                if !recorded { $0.flags = .inferred }
            }
            return estate.built()
        }
        func delisting(_ new: Inventory) -> [Silence.Basis?] {
            InventoryDiff(old: hub(listed: true), new: new).changed.map(\.delisting)
        }
        #expect(delisting(hub(listed: false)) == [.readAgain(source: 0)])
        // Nothing else in the file tells what an entity of the list looks like.
        #expect(delisting(hub(listed: false, other: false)) == [nil])
        #expect(delisting(hub(listed: false, other: false, recorded: false)) == [.readAgain(source: 0)])
        #expect(delisting(hub(listed: true)).isEmpty)

        var unread = ToldEstate("export/runs.json")
        unread.add("runner-1", .runner) { $0.attributes = [Attribute("label", "x")] }
        unread.file = "export/other.json"
        unread.add("runner-2", .runner) { $0.attributes = [Attribute("os", "linux")] }
        #expect(delisting(unread.built()) == [nil])
    }

    @Test("Another format that happens to name some of a list does not list it")
    func formats() {
        let old = estate()
        let new = estate(
            files: { $0 == "repos.json" },
            adding: { estate in
                estate.format = "workflows"
                estate.file = "web/ci.yml"
                estate.add(key("a2"), .token, in: "hub/org/a") {
                    $0.created = Instant(2)
                    $0.provider = "hub"
                }
            })
        #expect(InventoryDiff(old: old, new: new).silence(key("a1"))?.isAbsent == false)
    }

    @Test("What can only exist within something is gone with it; a credential may outlive what listed it")
    func scopes() throws {
        func hub(_ repositories: [String], asGraph: Bool) -> Inventory {
            var estate = ToldEstate("repos.json")
            estate.add("hub/org", .organization)
            for name in repositories {
                let id = "hub/org/\(name)"
                estate.add(id, .repository, in: "hub/org")
                estate.relate("hub/org", .owns, id)
            }
            for name in repositories {
                let id = "hub/org/\(name)"
                if !asGraph { estate.file = "rest.json" }
                estate.add("\(id)/secrets/S", .secret, in: id)
                estate.relate(id, .exposes, "\(id)/secrets/S")
                estate.add("\(id)/keys/1", .token, in: id)
                estate.relate("\(id)/keys/1", .canWrite, id)
            }
            return estate.built()
        }
        func diff(asGraph: Bool) -> InventoryDiff {
            InventoryDiff(
                old: hub(["a", "b", "c"], asGraph: asGraph), new: hub(["b", "c"], asGraph: asGraph))
        }
        let lists = diff(asGraph: false)
        let scope = try #require(lists.old.entity(id: "hub/org/a")?.index)
        #expect(lists.silence("hub/org/a") == .absent(.listed(others: 2)))
        #expect(lists.silence("hub/org/a/secrets/S") == .absent(.scope(scope)))
        #expect(lists.silence("hub/org/a/keys/1")?.isAbsent == false)
        // A graph may have been drawn without that repository.
        let graph = diff(asGraph: true)
        #expect(graph.removed.count == 3 && graph.removed.allSatisfy { !$0.silence.isAbsent })
    }

    @Test("A list that says that it is not complete, or that was refused, says nothing about what is missing")
    func incomplete() {
        let cut = estate(without: ["a1", "aS"], adding: { $0.note(.unlisted("secrets", count: 3)) })
        let diff = InventoryDiff(old: estate(), new: cut)
        #expect(diff.silence("hub/org/a/secrets/S") == .unknown(.incomplete))
        #expect(diff.silence(key("a1")) == .absent(.listed(others: 1)))
        let refused = estate(without: ["a1", "a2", "b1"], adding: { $0.note(.refusal(why: "no permission")) })
        let other = InventoryDiff(old: estate(), new: refused)
        #expect(other.silence(key("a1")) == .unknown(.incomplete))
        #expect(other.silence(key("b1")) == .absent(.listed(others: 1)))
    }

    @Test("What is inferred, and what once happened, is never told as gone")
    func never() {
        func graph(_ isThere: Bool) -> Inventory {
            var estate = ToldEstate("graph.json", format: "graph")
            estate.add("runner", .runner)
            estate.add("slot", .secret)
            estate.add("job", .job)
            for number in 0..<2 where isThere || number == 1 {
                estate.add("run-\(number)", .run)
                estate.relate("runner", .executed, "run-\(number)") { $0.evidence = .observed }
                estate.add("token-\(number)", .token) { $0.flags = .inferred }
                estate.relate("slot", .holds, "token-\(number)") { $0.evidence = .inferred }
            }
            if isThere { estate.relate("job", .reads, "slot") { $0.evidence = .inferred } }
            return estate.built()
        }
        let diff = InventoryDiff(old: graph(true), new: graph(false))
        #expect(diff.silence("run-0") == .unknown(.history))
        #expect(diff.silence("token-0") == .unknown(.inferred))
        #expect(diff.silences(from: "job", .reads) == [.unknown(.inferred)])
        #expect(diff.removedRelations.count == 3 && diff.removedRelations.allSatisfy { !$0.silence.isAbsent })
    }

    @Test("A relation between two things that are there is gone where others of its kind are told")
    func relations() throws {
        func graph(_ pairs: [(String, String)]) -> Inventory {
            var estate = ToldEstate("graph.json", format: "graph")
            for name in ["a", "b"] { estate.add("account-\(name)", .serviceAccount) }
            for name in ["x", "y"] { estate.add("bucket-\(name)", .resource) }
            estate.file = "access-\(pairs.count).json"
            for (account, bucket) in pairs { estate.relate("account-\(account)", .canAccess, "bucket-\(bucket)") }
            return estate.built()
        }
        let all = [("a", "x"), ("a", "y"), ("b", "x")]
        let one = InventoryDiff(old: graph(all), new: graph([("a", "y"), ("b", "x")]))
        #expect(one.silences(from: "account-a", .canAccess) == [.absent(.listed(others: 1))])
        let none = InventoryDiff(old: graph(all), new: graph([]))
        #expect(none.silences(from: "account-a", .canAccess) == [.unknown(.noneOfKind), .unknown(.noneOfKind)])
    }

    @Test("Parents that lie in a circle end the search")
    func circle() {
        var estate = ToldEstate()
        estate.add("a", .repository, in: "b")
        estate.add("b", .repository, in: "a")
        estate.relate("a", .canAssume, "b")
        let diff = InventoryDiff(old: estate.built(), new: ToldEstate().built())
        #expect(diff.removed.count == 2 && diff.removed.allSatisfy { !$0.silence.isAbsent })
    }

    @Test("Files are told apart by their place below the folder that holds them all")
    func files() {
        let sources = ["old/a/keys.json", "old/b/keys.json", "old/repos.json"].map { Source(path: $0, format: "x") }
        #expect(PlacedFile.of(sources).map(\.path) == ["a/keys.json", "b/keys.json", "repos.json"])
        #expect(PlacedFile.of([Source(path: "folder/x.json", format: "x")]).map(\.path) == ["x.json"])
        #expect(PlacedFile.of([]).isEmpty)
    }
}
