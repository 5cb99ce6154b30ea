import Testing

@testable import Inventory

@Suite("Queries about notes")
struct NoteQueryTests {
    @Test(
        "Notes are found by their words and tags, whatever the case",
        arguments: [
            ("note:any", ["t1", "web"]), ("note~#suspicious", ["t1"]), ("note~FORUM", ["t1"]),
            ("note~/since é$/", ["web"]), ("note~forum,since", ["t1", "web"]), ("-note:none", ["t1", "web"]),
            ("tag~#cleared", []),
        ])
    func matching(text: String, expected: [String]) throws {
        #expect(try Set(QueryFixture.ids(text, QueryFixture.investigated)) == Set(expected))
    }

    @Test("Where nobody can have noted anything no claim is made", arguments: ["note:any", "note:none", "-note:any"])
    func unknown(text: String) throws {
        #expect(try QueryFixture.ids(text).isEmpty)
    }
}
