/// Reads the repository on GitHub out of a git configuration; see git-config(1), "remote.<name>.url".
enum GitRemote {
    /// `OWNER/NAME` of the remote `origin`, or else of the first remote that is on github.com.
    static func repository(inConfig config: String) -> String? {
        var remote: Substring?
        var found: [(remote: Substring, repository: String)] = []
        for line in config.split(whereSeparator: \.isNewline) {
            let line = line.drop { $0.isWhitespace }
            if line.first == "[" {
                remote = line.hasPrefix("[remote \"") ? line.dropFirst(9).prefix { $0 != "\"" } : nil
            } else if let remote, let equals = line.firstIndex(of: "="),
                line[..<equals].trimmingBlanks().lowercased() == "url",
                let repository = repository(inURL: line[line.index(after: equals)...].trimmingBlanks())
            {
                found.append((remote, repository))
            }
        }
        return (found.first { $0.remote == "origin" } ?? found.first)?.repository
    }

    /// `OWNER/NAME` from `https://github.com/OWNER/NAME.git`, `git@github.com:OWNER/NAME.git`, `ssh://…` or `git://…`.
    static func repository(inURL url: Substring) -> String? {
        var rest = url
        if let scheme = url.firstRange(of: "://") {
            guard ["https", "http", "ssh", "git", "git+ssh"].contains(url[..<scheme.lowerBound].lowercased())
            else { return nil }
            rest = url[scheme.upperBound...]
            guard let slash = rest.firstIndex(of: "/"), isGitHub(rest[..<slash]) else { return nil }
            rest = rest[rest.index(after: slash)...]
        } else {
            guard let colon = rest.firstIndex(of: ":"), isGitHub(rest[..<colon]) else { return nil }
            rest = rest[rest.index(after: colon)...]
        }
        while rest.first == "/" { rest = rest.dropFirst() }
        while rest.last == "/" { rest = rest.dropLast() }
        if rest.hasSuffix(".git") { rest = rest.dropLast(4) }
        return isRepositoryName(rest) ? String(rest) : nil
    }

    /// Whether `name` is `OWNER/NAME` in the characters that GitHub allows.
    static func isRepositoryName(_ name: some StringProtocol) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1] != ".", parts[1] != ".." else { return false }
        return !parts[0].isEmpty && !parts[1].isEmpty && parts[0].utf8.count <= 100 && parts[1].utf8.count <= 100
            && parts[0].utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
            && parts[1].utf8.allSatisfy { isWord($0) || "-_.".utf8.contains($0) }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// The host, after a user (and password) and before a port. A password in it goes no further than this.
    private static func isGitHub(_ authority: Substring) -> Bool {
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        let name = host.prefix { $0 != ":" }.lowercased()
        return name == "github.com" || name == "www.github.com" || name == "ssh.github.com"
    }
}

extension Substring {
    fileprivate func trimmingBlanks() -> Substring {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return text
    }
}
