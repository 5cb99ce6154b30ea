import CNcurses
import PlainText

/// What a program says on standard error when it dies while it has the terminal: where work is that was saved.
public enum PartingWords {
    /// Says this when the program dies; nil for nothing more.
    public static func set(_ words: String?) { terminal_parting(words.map { $0.printable + "\n" }) }
}
