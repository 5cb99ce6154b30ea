#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Where the user's own files are, by the rules of XDG. Nothing is ever read from the current directory: an investigator
/// stands in hostile data.
struct UserFolders {
    private let variable: (String) -> String?

    /// The folders that an environment names; by default that of the process.
    init(variable: @escaping (String) -> String? = { getenv($0).map { String(cString: $0) } }) {
        self.variable = variable
    }

    /// `FIREBREAK_CONFIG_DIR`, else `firebreak` in `XDG_CONFIG_HOME`, else in `~/.config`.
    var configuration: String? {
        path("FIREBREAK_CONFIG_DIR") ?? folder("XDG_CONFIG_HOME", inHome: ".config")
    }

    /// Where settings and keys stand.
    var configurationFile: String? { configuration.map { "\($0)/config" } }

    /// The user's own themes, `NAME.theme` each.
    var themes: String? { configuration.map { "\($0)/themes" } }

    /// What the program remembers: `firebreak` in `XDG_STATE_HOME`, else in `~/.local/state`.
    var state: String? { folder("XDG_STATE_HOME", inHome: ".local/state") }

    private func folder(_ name: String, inHome: String) -> String? {
        (path(name) ?? path("HOME").map { "\($0)/\(inHome)" }).map { "\($0)/firebreak" }
    }

    /// A relative path counts as none, as the rules ask.
    private func path(_ name: String) -> String? {
        variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
}
