#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The variables of the process.
enum Environment {
    /// The value of a variable; nil when it is not set or empty.
    static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Those among these that are set.
    static func values(_ names: [String]) -> [String: String] {
        Dictionary(names.compactMap { name in value(name).map { (name, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    /// What tells how a copied text comes to where other programs paste from.
    static let clipboardNames = [
        "TERM", "TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "DISPLAY", "WAYLAND_DISPLAY",
    ]
}
