import FoundationEssentials
import Inventory
import Reach
import Testing

@testable import Reports

@Suite("Pictures of paths")
struct PathPictureTests {
    private static func svg(tokenName: String = "deploy key", to id: String = "token-1") throws -> String {
        let fixture = ReportFixture(tokenName: tokenName)
        let question = Question(
            seeds: [try Seed(text: "runner-1@60..150", in: fixture.inventory, now: Instant(0))], at: Instant(150))
        let target = try #require(fixture.inventory.entity(id: id))
        return PathReport(to: target, in: BlastRadius(fixture.inventory, question)).svg
    }

    @Test("Every entity and crossing of the path is told in words, and the plane by the line too")
    func words() throws {
        let svg = try Self.svg()
        #expect(svg.contains(">runner-1</text>"))
        #expect(svg.contains(">deploy key</text>"))
        #expect(svg.contains("retains  [harvest, identity plane, observed]"))
        #expect(svg.contains("class=\"identity\""))
        #expect(svg.contains("prefers-color-scheme: dark"))
        #expect(svg.contains("a.json"))
    }

    @Test("A hostile name is text and nothing else")
    func hostile() throws {
        let svg = try Self.svg(tokenName: "</text><script>alert('1')</script>&\"\u{1B}]0;x\u{7}\u{202E}")
        #expect(!svg.contains("<script"))
        #expect(svg.contains("&lt;/text&gt;&lt;script&gt;"))
        #expect(!svg.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    }

    @Test("Without a path the picture says so")
    func none() throws {
        #expect(try Self.svg(to: "vault").contains("no path to resource vault"))
    }
}
