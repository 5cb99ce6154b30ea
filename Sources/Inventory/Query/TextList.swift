/// A few texts in an arena of their own.
struct TextList {
    let arena: TextArena
    let references: [TextReference]

    init(_ texts: [String]) {
        var builder = TextArenaBuilder()
        references = texts.map { builder.intern($0) }
        arena = builder.arena()
    }
}
