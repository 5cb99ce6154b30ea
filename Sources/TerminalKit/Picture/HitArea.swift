/// What a mouse finds somewhere on a screen: by its number among its like, or by its name.
public enum HitTarget: Sendable, Hashable {
    /// A row of the list.
    case row(Int)
    /// A row of the list that lies elsewhere, by its place on a scroll bar.
    case far(Int)
    /// The title of a column.
    case title(String)
    /// A key of the bar, by the name of what it runs.
    case key(String)
    /// One of several lists of a view.
    case list(Int)
    /// A place of the trail.
    case place(Int)
    /// A line of a menu, or of what is offered for a text being typed.
    case choice(Int)
    /// What could be typed next.
    case candidate(Int)
    /// A line of the panel that counts rows.
    case facet(Int)
    /// A part of the screen, where nothing else of it is.
    case pane(Pane)

    /// A part of the screen; `over` is what lies over the others.
    public enum Pane: Sendable, Hashable { case list, facets, preview, over }
}

/// A region of a screen and what stands there.
public struct HitArea: Sendable, Hashable {
    /// The cells.
    public let rect: Rect
    /// What they belong to.
    public let target: HitTarget
}

extension Screen {
    /// Says what stands in a region, over whatever was said of it before; without what lies outside of the screen, or of
    /// `clip`.
    public mutating func hold(_ target: HitTarget, in rect: Rect, clip: Rect? = nil) {
        let visible = bounds.intersection(clip.map(rect.intersection) ?? rect)
        if !visible.isEmpty { areas.append(HitArea(rect: visible, target: target)) }
    }

    /// What is under a cell; nil where nothing is. O(areas).
    public func target(at position: Position) -> HitTarget? { areas.last { $0.rect.contains(position) }?.target }
}
