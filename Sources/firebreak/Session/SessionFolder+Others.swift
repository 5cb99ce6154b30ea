import Console
import Intake
import Inventory

extension SessionFolder {
    /// How many sessions are listed, and how large they may be.
    private static let listed = 12, sizeLimit: Int64 = 1 << 26

    func others() -> [SavedSession] {
        guard let folder = try? folder.get(), let names = try? LocalFiles().names(in: folder) else { return [] }
        // What was put aside has a second dot in its name.
        let files = names.filter { file in
            file.hasSuffix(".json") && file != "\(name).json" && file.count { $0 == "." } == 1
        }.compactMap { file -> (path: String, modified: Int64)? in
            let path = "\(folder)/\(file)"
            guard let status = try? LocalFiles().status(of: path, followingLinks: false), status.size < Self.sizeLimit
            else { return nil }
            return (path, status.modified)
        }
        return files.sorted { ($0.modified, $0.path) > ($1.modified, $1.path) }.prefix(Self.listed)
            .compactMap { try? Self.saved(at: $0.path) }
    }

    func standing(of sources: [String], since: Instant?) -> EvidenceStanding {
        var (isChanged, isUnknown) = (false, since == nil)
        for source in sources {
            guard let status = try? LocalFiles().status(of: source, followingLinks: true) else { return .gone(source) }
            if let since, Instant(status.modified) > since { isChanged = true }
            // A file deep in a folder may have changed without the folder.
            if status.kind == .directory { isUnknown = true }
        }
        return isChanged ? .changed : isUnknown ? .unknown : .present
    }
}
