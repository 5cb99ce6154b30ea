import Casebook
import Foundation
import Testing

@Suite("What notes are about")
struct CaseSubjectTests {
    @Test(
        "A subject is read back as it was written",
        arguments: [CaseSubject.wholeCase, .entity("github.com/o/r"), .path(["a", "b", "c"]), .path([])])
    func readsBack(subject: CaseSubject) throws {
        let bytes = try JSONEncoder().encode([subject])
        #expect(try JSONDecoder().decode([CaseSubject].self, from: bytes) == [subject])
    }
}
