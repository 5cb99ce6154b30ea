/// What the filter box, the palette and `--filter` understand: a pure value that says which entities are meant.
///
/// The language in short (``QueryField/table`` and ``QueryState/table`` are the long form):
///
///     deploy "two words"           names that contain both
///     kind:token,secret            one of several values
///     owner:none  expires:any      without, with a value
///     provider:aws -owner:none     both; `-` or `not` negates, `or` and parentheses group
///     parent~northwind             contains; `~/^dep.*$/` searches by pattern
///     used>90d  expires<30d        last used more than 90 days ago; expires before 30 days from now
///     is:self_hosted  live         flags; what an investigation found
///     label:self-hosted            an attribute that only the sources know
///     runner[self-hosted] -> job -> token[age>90d]
///                                  what a chain of relations leads to
///
/// The empty query means everything. Letters match whatever their case.
public struct Query: Hashable, Sendable {
    let root: QueryExpression

    /// The query that matches everything.
    public static let everything = Query(.all([]))

    init(_ root: QueryExpression) { self.root = root }

    /// Reads `text`. O(its length).
    ///
    /// A field that the language does not know is taken for the name of an attribute.
    /// - Throws: what is wrong and where, when `text` is not a query.
    public init(parsing text: String) throws(QueryError) {
        var parser = QueryParser(text, vocabulary: nil)
        self.init(try parser.parse())
    }

    /// Reads `text` as a query over one inventory: fields and kinds that occur neither in the language nor in
    /// `vocabulary` are errors, with the nearest names as suggestions.
    /// - Throws: what is wrong and where.
    public init(parsing text: String, knowing vocabulary: QueryVocabulary) throws(QueryError) {
        var parser = QueryParser(text, vocabulary: vocabulary)
        self.init(try parser.parse())
    }

    /// Whether it matches everything because it asks for nothing.
    public var isEmpty: Bool { root == .all([]) }

    /// Whether it follows relations.
    public var hasPath: Bool { root.hasPath }

    /// Whether answering it even for one entity takes a look at all of them.
    public var looksFar: Bool {
        hasPath
            || root.terms.contains { term in
                switch term.subject {
                case .field(.inside), .state(.ownerLeft), .state(.replaceable): true
                default: false
                }
            }
    }

    /// Whether some term can only be answered once a reach was computed; without one such a term matches nothing.
    public var needsReach: Bool { root.terms.contains { $0.needs == .reach } }

    /// Whether some term asks for the marks of a case.
    public var needsMarks: Bool { root.terms.contains { $0.needs == .marks } }

    /// Whether some term asks for the exposure of entities.
    public var needsExposure: Bool { root.terms.contains { $0.needs == .exposure } }

    /// The query for what both match.
    public func and(_ other: Query) -> Query { Query(.conjunction([root, other.root])) }

    /// The query for what this one does not match; the terms that cannot be answered match nothing here either.
    public var negated: Query { Query(.negation(root)) }
}
