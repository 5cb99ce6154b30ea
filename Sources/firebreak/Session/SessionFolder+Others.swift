import Console
import Intake
import Inventory

extension SessionFolder {
    /// How many sessions are listed, and how large they may be.
    private static let listed = 12, sizeLimit: Int64 = 1 << 26

    func others() -> [SavedSession] {
        guard let folder = try? folder.get(), let names = try? LocalFiles().names(in: folder) else { return [] }
        // What was put aside has a second dot in its name.
        let own = name
        let files = names.filter { $0.hasSuffix(".json") && $0.count { $0 == "." } == 1 }
            .map { SessionName(String($0.dropLast(".json".count))) }.filter { $0 != own }
            .compactMap { name -> (name: SessionName, modified: Int64)? in
                let path = "\(folder)/\(name.text).json"
                guard let status = try? LocalFiles().status(of: path, followingLinks: false),
                    status.size < Self.sizeLimit
                else { return nil }
                return (name, status.modified)
            }
        return files.sorted { ($0.modified, $0.name.text) > ($1.modified, $1.name.text) }.prefix(Self.listed)
            .compactMap { file in
                guard let saved = try? Self.saved(at: "\(folder)/\(file.name.text).json") else { return nil }
                let isSame = file.name.evidence == own.evidence
                return SavedSession(
                    bytes: saved.bytes, written: saved.written,
                    name: isSame || file.name.console > 1 ? file.name.text : nil, console: file.name.console,
                    isOfSameEvidence: isSame)
            }
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
