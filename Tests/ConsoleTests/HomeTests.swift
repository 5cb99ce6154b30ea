import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("What tells apart entities of one name")
struct HomeTests {
    /// A job of one name in the workflow of one name in each of two repositories.
    private static let inventory: Inventory = {
        var maker = FactMaker()
        maker.declare("action", .action, "actions/cache@v3", compromised: .always)
        for repository in ["acme/web", "acme/test-infra"] {
            maker.declare(repository, .repository, repository)
            let workflow = "\(repository)/release.yml"
            maker.declare(workflow, .workflow, "release.yml", parent: repository)
            maker.declare("\(workflow)#build", .job, "build", parent: workflow)
            maker.relate(.usedBy, "action", "\(workflow)#build")
        }
        return maker.builder.build().inventory
    }()

    private static func lines(_ place: Place, columns: Int, _ name: String) -> [Substring] {
        let size = Size(rows: 40, columns: columns)
        return Session(inventory, size: size, place: place).text.split(separator: "\n").filter { $0.contains(name) }
    }

    @Test("At 80 columns the relations of a page say of which workflow the other end is, with its repository")
    func relations() {
        let lines = Self.lines(Place(.entity, subject: "action"), columns: 80, "is used by  ")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.contains("job build") && $0.contains("in release.yml") }, "\(lines)")
        let wide = Self.lines(Place(.entity, subject: "action"), columns: 200, "is used by  ")
        #expect(wide.contains { $0.contains("in release.yml, acme/web") }, "\(wide)")
        #expect(wide.contains { $0.contains("in release.yml, acme/test-infra") }, "\(wide)")
    }

    @Test("Held jobs of one name are told apart where the column of names has room", arguments: [80, 160])
    func held(columns: Int) {
        let lines = Self.lines(Place(.blast), columns: columns, " build  in ")
        #expect(lines.count == 2)
        #expect(lines.contains { $0.contains("me/web") }, "\(lines)")
        #expect(lines.contains { $0.contains("t-infra") }, "\(lines)")
    }

    @Test("In time, too, a job stands with where it is")
    func timeline() {
        let text = Session(size: Size(rows: 60, columns: 160), place: Place(.timeline)).text
        #expect(text.contains("release  in no") && text.contains("/web"), "\(text)")
    }

    @Test("The place of a workflow gives up the owner first, then the repository")
    func shortening() throws {
        let job = try #require(Self.inventory.entity(id: "acme/test-infra/release.yml#build"))
        #expect(Words.home(job, in: 80) == "release.yml, acme/test-infra")
        #expect(Words.home(job, in: 24) == "release.yml, test-infra")
        #expect(Words.home(job, in: 20) == "release.yml")
        #expect(Words.aside(job) == "in release.yml, acme/test-infra")
        let action = try #require(Self.inventory.entity(id: "action"))
        #expect(Words.aside(action) == nil)
    }
}
