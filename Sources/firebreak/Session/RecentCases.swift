import Casebook
import Console
import Foundation
import Intake
import Inventory

/// The cases that were worked on, the one opened last first.
struct RecentCases {
    private let file: StateFile
    private static let limit = 12

    init(_ file: StateFile = .cases()) { self.file = file }

    /// Puts a case first. What cannot be remembered stands in nobody's way.
    func remember(_ path: String) {
        try? file.update { bytes in
            let others = Self.paths(bytes).filter { $0 != path }
            return try? Array(JSONEncoder().encode(Array(([path] + others).prefix(Self.limit))))
        }
    }

    /// The cases but the one at `path`, as far as they can be read. Reads the disk.
    func others(than path: String?) -> [RecentCase] {
        Self.paths(try? file.read()).filter { $0 != path }.map(Self.case(at:))
    }

    private static func paths(_ bytes: [UInt8]?) -> [String] {
        bytes.flatMap { try? JSONDecoder().decode([String].self, from: Data($0)) } ?? []
    }

    private static func `case`(at path: String) -> RecentCase {
        guard (try? LocalFiles().status(of: path, followingLinks: true)) != nil else {
            return RecentCase(path: path, title: "", problem: "the case is gone: nothing is at \(path)")
        }
        do throws(CaseError) {
            let file = try CaseFile(opening: path)
            let state = file.state
            guard let latest = state.latestEvidence else {
                return RecentCase(
                    path: path, title: state.title, problem: "it has no evidence yet: firebreak case add adds some")
            }
            return RecentCase(
                path: path, title: state.title, sources: latest.paths,
                written: try file.entries(after: max(0, file.sequence - 1)).last?.content.when,
                marks: state.plan.count, declarations: state.declared.count)
        } catch {
            return RecentCase(path: path, title: "", problem: error.words)
        }
    }
}
