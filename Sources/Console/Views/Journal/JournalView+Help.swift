extension JournalView {
    /// What a filter can ask of entries, besides what it can ask everywhere.
    static let filterHelp = HelpSection(
        "In the journal",
        [
            HelpEntry("forum", "a word of who, what, or kind and name of what it is about"),
            HelpEntry("who:ana", "who wrote the entry"),
            HelpEntry("what:mark", "what sort of change it is: note, conclude, measure, \"add evidence\" and so on"),
            HelpEntry("about~deploy", "id or name of an entity that it is about; kind:token: its kind"),
            HelpEntry("place~blast", "where it was made; place:none: it does not say"),
            HelpEntry("created>03-14", "when it was made; lengths of time count from the lens"),
            HelpEntry("hash~8d27", "its hash; evidence~a09a: that of the evidence that was open"),
        ])
}
