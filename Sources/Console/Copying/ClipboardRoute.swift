/// A way by which a text comes to where other programs paste from.
enum ClipboardRoute: Hashable, Sendable {
    /// A program that reads the text from its standard input.
    case tool(String, [String])
    /// The terminal itself.
    case terminal(OSC52.Wrapping)

    /// The ways worth trying under these variables of the environment, the best first. Tried in order, because whether
    /// one works is seen only then.
    ///
    /// Inside tmux only tmux itself reaches the outer terminal whatever its settings. Over ssh the tools would copy on
    /// the far machine, so the terminal comes first and alone.
    static func routes(_ environment: [String: String]) -> [ClipboardRoute] {
        func has(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
        let term = environment["TERM"] ?? ""
        var routes: [ClipboardRoute] = []
        if has("TMUX") { routes.append(.tool("tmux", ["load-buffer", "-w", "-"])) }
        let isRemote = has("SSH_CONNECTION") || has("SSH_TTY") || has("SSH_CLIENT")
        if !isRemote {
            if has("WAYLAND_DISPLAY") { routes.append(.tool("wl-copy", [])) }
            if has("DISPLAY") {
                routes.append(.tool("xclip", ["-selection", "clipboard"]))
                routes.append(.tool("xsel", ["--clipboard", "--input"]))
            }
            #if canImport(Darwin)
                routes.append(.tool("pbcopy", []))
            #endif
        }
        if has("TMUX") {
            routes.append(.terminal(.tmux))
        } else if has("STY") || term == "screen" || term.hasPrefix("screen.") {
            routes.append(.terminal(.screen))
        } else if !unable.contains(where: { term == $0 || term.hasPrefix($0 + "-") }) {
            routes.append(.terminal(.none))
        }
        return routes
    }

    /// Terminals that would show the sequence instead of obeying it, or have no clipboard.
    private static let unable = ["", "linux", "dumb", "vt52", "vt100", "vt102", "vt220", "cons25", "wsvt25", "ansi"]
}

/// Runs programs for the console: what `firebreak` gives it, and tests replace.
public protocol ToolRunner: Sendable {
    /// Runs a program found by its name, gives it `input` and waits for its end, but not for ever.
    /// - Returns: Whether it was there and ended well.
    func run(_ tool: String, _ arguments: [String], input: String) -> Bool
}

/// Puts texts where other programs paste from.
struct Copier: Sendable {
    let environment: [String: String]
    let tools: (any ToolRunner)?
    /// Whether the terminal takes anything but words.
    var asksTerminal = true

    /// Tries the ways in order. May wait for a program.
    func copy(_ text: CopiedText) -> CopyOutcome {
        for route in ClipboardRoute.routes(environment) {
            switch route {
            case .tool(let tool, let arguments):
                if tools?.run(tool, arguments, input: text.text) == true { return .taken(text, by: tool) }
            case .terminal(let wrapping):
                if asksTerminal, let bytes = OSC52.bytes(text.text, wrapping: wrapping) {
                    return .terminal(text, bytes: bytes)
                }
            }
        }
        return .impossible(text)
    }
}
