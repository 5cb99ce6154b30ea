/// What a `uses:` names.
struct ActionReference: Hashable {
    enum Target: Hashable {
        /// `OWNER/REPO`, the path within it (empty for its root) and the reference.
        case remote(repository: String, path: String, reference: String)
        /// A path of the checked-out repository, without `./`.
        case local(path: String)
        /// `docker://IMAGE`, without the scheme.
        case image(String)
    }

    /// How a reference stays with what it named.
    enum Pin: String {
        /// A commit or image digest: always the same.
        case digest
        /// Looks like a version; whoever can push can move it.
        case tag
        case branch
        /// Part of the repository itself.
        case local
        /// An image by its tag.
        case docker
    }

    /// As it stands in the file.
    let written: String
    let target: Target
    /// `OWNER/NAME` of the repository that a local path belongs to, once that is known.
    private(set) var home: String?

    /// The same, written in a file of `repository`.
    func within(_ repository: String) -> ActionReference {
        guard case .local = target else { return self }
        var reference = self
        reference.home = repository
        return reference
    }

    /// The id of the action that it names.
    var id: String {
        guard case .local(let path) = target else { return GitHubID.action(written) }
        return [home ?? WorkflowLocation.unknownOwner, path].filter { !$0.isEmpty }.joined(separator: "/")
    }

    /// Nil when `text` is none of the forms that GitHub documents.
    init?(_ text: String) {
        let text = text.trimmed
        written = text
        if text.hasPrefix("docker://") {
            let image = text.dropFirst("docker://".count)
            guard !image.isEmpty else { return nil }
            target = .image(String(image))
        } else if text.hasPrefix("./") || text.hasPrefix("../") || text == "." || text.hasPrefix("/") {
            var parts: [Substring] = []
            for part in text.split(separator: "/") where part != "." {
                if part == ".." { _ = parts.popLast() } else { parts.append(part) }
            }
            target = .local(path: parts.joined(separator: "/"))
        } else {
            guard let at = text.lastIndex(of: "@") else { return nil }
            let parts = text[..<at].split(separator: "/", omittingEmptySubsequences: true)
            let reference = text[text.index(after: at)...]
            guard parts.count >= 2, !reference.isEmpty, !text.contains(where: \.isWhitespace) else { return nil }
            target = .remote(
                repository: parts[..<2].joined(separator: "/"), path: parts[2...].joined(separator: "/"),
                reference: String(reference))
        }
    }

    var pin: Pin {
        switch target {
        case .local: return .local
        case .image(let image): return image.contains("@sha256:") ? .digest : .docker
        case .remote(_, _, let reference):
            if Self.isCommit(reference) { return .digest }
            return Self.isVersion(reference) ? .tag : .branch
        }
    }

    /// `owner/repo/path` in lower case, without the reference, for tables of known actions; nil for local ones.
    var slug: String? {
        switch target {
        case .remote(let repository, let path, _):
            return (path.isEmpty ? repository : "\(repository)/\(path)").lowercased()
        case .image(let image): return "docker://" + image.prefix { $0 != ":" && $0 != "@" }.lowercased()
        case .local: return nil
        }
    }

    /// Whether GitHub itself maintains it.
    var isFirstParty: Bool {
        guard case .remote(let repository, _, _) = target else { return false }
        return ["actions", "github"].contains(repository.prefix { $0 != "/" }.lowercased())
    }

    /// Forty or sixty-four hexadecimal digits.
    static func isCommit(_ text: String) -> Bool {
        (text.utf8.count == 40 || text.utf8.count == 64)
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
            }
    }

    /// `v4`, `1.2.3`, `v2.0.0-beta.1`: names that tags usually have.
    private static func isVersion(_ text: String) -> Bool {
        let rest = text.lowercased().hasPrefix("v") ? text.dropFirst() : text[...]
        return rest.first.map { ("0"..."9").contains($0) } ?? false
    }
}
