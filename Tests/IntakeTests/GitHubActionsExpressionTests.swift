import Testing

@testable import Intake
@testable import Inventory

@Suite("GitHub Actions: expressions")
struct GitHubActionsExpressionTests {
    private func labels(_ expression: String) -> [String] {
        TestImport.workflow("on: push\njobs:\n  a:\n    runs-on: \"${{ \(expression) }}\"\n").job("a", "label")
    }

    @Test(
        "Values are compared as GitHub compares them",
        arguments: [
            ("1.0 == 1", true), ("0x10 == 16", true), ("'1' == 1", true), ("true == 1", true),
            ("true == 'true'", false),
            ("null == ''", true), ("false == 0", true), ("'ABC' == 'abc'", true), ("'a' != 'b'", true),
            ("2 < 10", true), ("'a' < 'B'", true), ("3 <= 3.0", true), ("2 >= 3", false), ("'x' < 1", false),
            ("'x' >= 1", false), ("'nan' == 'nan'", true), ("'inf' == 1", false),
        ])
    func comparing(condition: String, holds: Bool) {
        #expect(labels("\(condition) && 'yes' || 'no'") == [holds ? "yes" : "no"])
    }

    @Test(
        "Functions give their values",
        arguments: [
            ("format('{{{0}}}-{1}', 'x', 3)", ["{x}-3"]), ("format('{0}', '{1}', 'z')", ["{1}"]),
            ("format('{0', 'a')", []),
            ("format('{1}', 'a')", []), ("join(fromJSON('[1, 2]'), '-')", ["1-2"]),
            ("join(fromJSON('[1, 2]'))", ["1,2"]),
            ("case(github.ref == 'm', 'big', false, 'never', 'small')", ["big", "small"]),
            ("case(true, 'first', github.ref == 'm', 'second', 'third')", ["first"]), ("case(true, 'odd')", []),
        ])
    func functions(expression: String, expected: [String]) { #expect(labels(expression) == expected) }

    @Test("A plain number is written into texts as a number, words like inf stay words")
    func numbers() {
        let test = TestImport.workflow(
            """
            on: push
            jobs:
              a:
                strategy: {matrix: {v: [22.04, 3.10, 010, 1e2, 0x1F, 0o17, '3.10', inf, nan, 1_000]}}
                runs-on: v${{ matrix.v }}
                steps: []
              b:
                runs-on: ${{ matrix.on && 'yes' || 'no' }}
                strategy: {matrix: {on: [nan]}}
            """)
        #expect(
            test.job("a", "label") == [
                "v22.04", "v3.1", "v10", "v100", "v31", "v15", "v3.10", "vinf", "vnan", "v1_000",
            ])
        #expect(test.job("a", "matrix").first?.contains("3.10, 010") == true)
        #expect(test.job("b", "label") == ["yes"])
    }

    @Test("An expression that GitHub refuses is noted with its line, and what it gives is unknown")
    func broken() {
        var test = TestImport()
        test.read(
            "acme/web/.github/workflows/ci.yml",
            """
            on: push
            env: {A: "${{ a b }}"}
            jobs:
              a:
                runs-on: ${{ 'abc }}
                steps:
                  - run: |
                      one ${{ github.ref }}
                      two ${{ secrets.A || 'x }}
                  - run: >
                      a

                      ${{ secrets.B }}
                      ${{ secrets.C
              b: {runs-on: "x${{ matrix.os"}
            """)
        let linked = test.linked()
        #expect(test.reports[0].notices.map(\.location) == ["line 2", "line 5", "line 9", "line 14", "line 15"])
        for job in ["a", "b"] {
            #expect(linked.job(job, "label") == [])
            #expect(linked.flags("\(TestInventory.workflow)#\(job)")?.contains(.unknown) == true)
        }
        let read = linked.relations(.reads, from: "\(TestInventory.workflow)#a")
        #expect(read.map(\.to.id).sorted() == ["A", "B"].map { "github.com/acme/web/secrets/\($0)" })
        #expect(read.flatMap(\.provenance).map(\.location).sorted() == ["L13", "L9"])
    }

    @Test("Whatever ends the lines of a file, an expression's line is right", arguments: ["\n", "\r\n", "\r"])
    func lines(end: String) {
        let text = [
            "on: push", "jobs:", "  a:", "    runs-on: x", "    steps:", "      - run: |",
            "          echo ${{ github.ref }}",
            "          echo ${{ secrets.ONE }} ${{ secrets.TWO }}", "          ${{ secrets.THREE }}", "",
        ].joined(separator: end)
        let read = TestImport.workflow(text).relations(.reads, from: "\(TestInventory.workflow)#a")
        #expect(read.flatMap(\.provenance).map(\.location).sorted() == ["L8", "L8", "L9"])
    }

    @Test("An expression longer than GitHub takes may read any secret")
    func long() {
        let nested = String(repeating: "secrets[", count: 20_000) + "x" + String(repeating: "]", count: 20_000)
        let test = TestImport.workflow("on: push\njobs:\n  a: {runs-on: x, steps: [{run: '${{ \(nested) }}'}]}\n")
        #expect(test.targets(.reads, ofJob: "a") == ["\(TestInventory.workflow)#a/secrets/*"])
        let short = String(repeating: "secrets[", count: 900) + "x" + String(repeating: "]", count: 900)
        let bounded = TestImport.workflow("on: push\njobs:\n  a: {runs-on: x, steps: [{run: '${{ \(short) }}'}]}\n")
        #expect(bounded.targets(.reads, ofJob: "a") == ["\(TestInventory.workflow)#a/secrets/*"])
    }
}
