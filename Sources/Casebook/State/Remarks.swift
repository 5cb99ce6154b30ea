/// What an analyst wrote.
public struct Note: Codable, Hashable, Sendable {
    /// What it is about.
    public var subject: CaseSubject
    /// The words.
    public var text: String
    /// Who wrote it, when. Its ``Stamp/entry`` names the note.
    public var stamp: Stamp
    /// Who changed it last, when; nil where it stands as it was written.
    public var changed: Stamp?

    /// A note.
    public init(subject: CaseSubject, text: String, stamp: Stamp, changed: Stamp? = nil) {
        self.subject = subject
        self.text = text
        self.stamp = stamp
        self.changed = changed
    }
}

/// What an analyst concluded.
public struct Verdict: Codable, Hashable, Sendable {
    /// The conclusions there are.
    public enum Finding: String, Codable, Hashable, Sendable, CaseIterable {
        case suspicious, cleared, contained
    }

    /// The conclusion.
    public var finding: Finding
    /// Why; empty where nobody said.
    public var why: String
    /// Who concluded it, when.
    public var stamp: Stamp

    /// A verdict.
    public init(finding: Finding, why: String = "", stamp: Stamp) {
        self.finding = finding
        self.why = why
        self.stamp = stamp
    }
}

/// A place of the console to come back to.
public struct CaseBookmark: Codable, Hashable, Sendable {
    /// What the analyst called it; no two have one name.
    public var name: String
    /// The place as a text, as `--place` takes it.
    public var place: String
    /// Who set it, when.
    public var stamp: Stamp

    /// A bookmark.
    public init(name: String, place: String, stamp: Stamp) {
        self.name = name
        self.place = place
        self.stamp = stamp
    }
}
