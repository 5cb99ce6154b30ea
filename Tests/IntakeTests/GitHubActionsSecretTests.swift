import Testing

@testable import Intake
@testable import Inventory

@Suite("GitHub Actions: secrets")
struct GitHubActionsSecretTests {
    private static let slot = "github.com/acme/web/secrets/"

    @Test(
        "Expressions name secrets in every notation",
        arguments: [
            ("secrets.Token", [SecretReference.named("TOKEN")]), ("secrets['a-b']", [.named("A-B")]),
            ("SECRETS.x && secrets.y", [.named("X"), .named("Y")]), ("'secrets.X'", []),
            ("format('it''s secrets.X {0}', secrets.Y)", [.named("Y")]), ("secrets.GITHUB_TOKEN", []),
            ("github.token", []), ("needs.a.outputs.secrets", []),
            ("secrets[matrix.name]", [.computed("matrix.name")]), ("toJSON(secrets)", [.all("toJSON(secrets)")]),
            ("secrets.*", [.all("secrets.*")]),
        ])
    func notations(expression: String, expected: [SecretReference]) {
        let found = ExpressionScanner.secrets(in: expression).map(\.reference)
        // `secrets.*` is followed by a mark and not a name: all of them.
        #expect(found == expected)
    }

    @Test("Every place that may hold an expression counts, with its line")
    func places() {
        let test = TestImport.workflow(
            """
            on: push
            env: {A: "${{ secrets.A }}"}
            jobs:
              a:
                runs-on: x
                if: secrets.B != ''
                env: {C: "${{ secrets.C }}"}
                container: {image: i, credentials: {username: u, password: "${{ secrets.D }}"}}
                services: {db: {image: i, env: {P: "${{ secrets.E }}"}}}
                outputs: {o: "${{ secrets.F }}"}
                steps:
                  - run: |
                      echo 1
                      echo ${{ secrets.G }}
                  - name: folded
                    run: >
                      echo 1

                      echo ${{ secrets.H }}
                  - uses: a/b@v1
                    with: {t: "x${{ secrets.I }}y"}
                  # ${{ secrets.COMMENT }}
              b:
                runs-on: x
            """)
        #expect(
            test.targets(.reads, ofJob: "a") == ["A", "B", "C", "D", "E", "F", "G", "H", "I"].map { Self.slot + $0 })
        #expect(test.targets(.reads, ofJob: "b") == [Self.slot + "A"])
        func line(_ name: String) -> [String] {
            test.relations(.reads, from: "\(TestInventory.workflow)#a", to: Self.slot + name)
                .flatMap { $0.provenance.map(\.location) }
        }
        #expect(line("A") == ["L2"])
        #expect(line("B") == ["L6"])
        #expect(line("G") == ["L14"])
        #expect(line("H") == ["L19"])
    }

    @Test("A slot that nothing lists is a guess, with one credential in it")
    func guesses() {
        let test = TestImport.workflow("on: push\njobs:\n  a: {runs-on: x, env: {T: \"${{ secrets.T }}\"}}\n")
        #expect(test.flags(Self.slot + "T")?.contains(.inferred) == true)
        #expect(test.attributes(Self.slot + "T", "scope") == ["not collected"])
        #expect(test.ids(.token) == [Self.slot + "T/token-1"])
        #expect(test.relations(.exposes).map(\.traits.evidence) == [.inferred])
    }

    @Test("The environment's slot comes before the repository's, and that before the organization's")
    func precedence() {
        let text = """
            on: push
            jobs:
              e: {runs-on: x, environment: Prod, env: {T: "${{ secrets.T }}"}}
              r: {runs-on: x, env: {T: "${{ secrets.t }}"}}
              o: {runs-on: x, env: {U: "${{ secrets.U }}"}}
            """
        let test = TestImport.workflow(text) { session in
            let source = Provenance(source: session.builder.add(source: Source(path: "s", format: "test")))
            func secret(_ name: String, _ repository: String?, _ environment: String? = nil, updated: Int64? = nil) {
                session.estate.secrets.append(
                    SecretRecord(
                        scope: GitHubScope(owner: "acme", repository: repository, environment: environment), name: name,
                        created: Instant(100), updated: updated.map { Instant($0) }, visibility: "all",
                        provenance: source))
            }
            secret("T", nil)
            secret("T", "web")
            secret("T", "web", "prod", updated: 200)
            secret("U", nil)
            session.estate.environments = [
                EnvironmentRecord(
                    scope: GitHubScope(owner: "acme", repository: "web", environment: "Prod"),
                    protection: "1 required reviewer", provenance: source)
            ]
        }
        let inEnvironment = "github.com/acme/web/environments/prod/secrets/T"
        #expect(test.targets(.reads, ofJob: "e") == [inEnvironment])
        #expect(test.relations(.reads, to: inEnvironment).map(\.guard) == ["1 required reviewer"])
        #expect(test.relations(.deploysTo).map(\.guard) == ["1 required reviewer"])
        #expect(test.targets(.reads, ofJob: "r") == [Self.slot + "T"])
        #expect(test.targets(.reads, ofJob: "o") == ["github.com/acme/secrets/U"])
        #expect(test.relations(.grants).map(\.to.id) == [inEnvironment])
        #expect(
            test.relations(.exposes).map(\.to.id).sorted() == [Self.slot + "T", "github.com/acme/secrets/U"].sorted())
        #expect(
            test.relations(.holds, from: inEnvironment).map(\.valid)
                == [Interval(Instant(100), Instant(200)), Interval(Instant(200), .never)])
    }

    @Test("An organization's slot reaches only the repositories it is shared with")
    func visibility() {
        func seen(_ visibility: String, _ selected: Set<String>?) -> [String] {
            let test = TestImport.workflow("on: push\njobs:\n  o: {runs-on: x, env: {U: \"${{ secrets.U }}\"}}\n") {
                let source = Provenance(source: $0.builder.add(source: Source(path: "s", format: "test")))
                $0.estate.repositories["acme/web"] = RepositoryRecord(fullName: "acme/web", visibility: "public")
                $0.estate.secrets = [
                    SecretRecord(
                        scope: GitHubScope(owner: "acme"), name: "U", visibility: visibility,
                        selectedRepositories: selected, provenance: source)
                ]
            }
            return test.targets(.reads, ofJob: "o")
        }
        #expect(seen("all", nil) == ["github.com/acme/secrets/U"])
        #expect(seen("private", nil) == [Self.slot + "U"])
        #expect(seen("selected", ["acme/web"]) == ["github.com/acme/secrets/U"])
        #expect(seen("selected", ["acme/other"]) == [Self.slot + "U"])
        #expect(seen("selected", nil) == ["github.com/acme/secrets/U"])
    }

    @Test("A name that only a run can know is one unknown slot; literal matrix values are known")
    func computed() {
        let test = TestImport.workflow(
            """
            on: push
            jobs:
              a:
                runs-on: x
                strategy: {matrix: {env: [dev, prod]}}
                env:
                  K: ${{ secrets[format('KEY_{0}', matrix.env)] }}
                  U: ${{ secrets[github.event.x] }}
              b: {runs-on: x, env: {ALL: "${{ toJSON(secrets) }}"}}
            """)
        let unknown = "\(TestInventory.workflow)#a/secrets/*"
        #expect(test.targets(.reads, ofJob: "a") == [unknown, Self.slot + "KEY_DEV", Self.slot + "KEY_PROD"])
        #expect(test.flags(unknown)?.contains(.unknown) == true)
        #expect(test.inventory.entity(id: unknown)?.name == "secrets[github.event.x]")
        #expect(test.blind("jobs that read secrets which only a run can tell") == 2)
    }
}
