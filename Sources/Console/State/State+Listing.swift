import Inventory

extension State {
    /// Up to this size lists are made at once; for larger inventories off the thread that draws.
    static let promptEntities = 20_000

    /// The list of entities that the place shows; nil where it shows none.
    var listing: Listing? {
        switch place.view {
        case .inventory: listing(.section(InventoryView().section(of: self)))
        case .start: place.query.isEmpty ? nil : listing(.search)
        case .blast: listing(BlastView().section(of: self), .reach)
        case .plan: PlanView().source(of: self).flatMap { listing(.live, $0) }
        case .entity, .path, .inherit, .timeline, .map, .changes, .journal, .chokepoints: nil
        }
    }

    /// Whether the order of the list or its filter asks for exposures.
    var asksForExposure: Bool {
        query.needsExposure
            || sortKeys.contains { EntityColumn(named: $0.column) == .exposure }
            || place.group == GroupColumn.exposure.rawValue
    }

    /// Whether the order of a list of the inventory goes by what is held.
    var isSortedByReach: Bool {
        place.view == .inventory && sortKeys.contains { $0.column == InventoryView.held }
    }

    /// The list of such entities under the filter and the order of the place.
    func listing(_ scope: Listing.Scope) -> Listing {
        let query = query
        var listing = Listing(scope: scope, query: place.query, sort: place.sort, at: at)
        if query.needsMarks { listing.remarks = Remarks(work.present) }
        if query.needsReach || isSortedByReach {
            listing.answer = answer
            listing.question = answer == nil ? nil : question
        }
        arrange(&listing)
        if asksForExposure {
            know(exposures, &listing)
        }
        return listing
    }

    private func listing(_ section: HeldSection, _ source: HeldSource) -> Listing? {
        guard let answer = answer(source) else { return nil }
        var listing = Listing(scope: .held(section, source), query: place.query, sort: place.sort, at: at)
        if filterNeedsMarks { listing.remarks = Remarks(work.present) }
        listing.answer = answer
        listing.question = answer.radius.question
        arrange(&listing)
        if asksForExposure { know(exposures, &listing) }
        return listing
    }

    /// What the place says of order and kinds besides.
    private func arrange(_ listing: inout Listing) {
        listing.furtherSorts = place.sort == nil ? [] : place.furtherSorts ?? []
        listing.hiddenKinds = Set(place.hiddenKinds.map { $0.compactMap { inventory.entityKind(named: $0) } } ?? [])
    }

    private func know(_ exposures: Exposures?, _ listing: inout Listing) {
        listing.exposures = exposures?.rank
        listing.exposureFilter = exposures == nil ? nil : crossingFilter
    }

    /// How the rows of the place divide by the column that they are grouped by; nil where they are not.
    var grouping: Breakdown? {
        guard let column = place.group.flatMap(GroupColumn.init), var listing = listing ?? markedListing else {
            return nil
        }
        if column.isSaid { listing.remarks = Remarks(work.present) }
        if column == .exposure { know(exposures, &listing) }
        return Breakdown(listing, by: .column(column))
    }

    /// Whether the place lists what is marked.
    var listsMarks: Bool { place.view == .plan && PlanView.Section(of: self) == .marked }

    /// What is marked as a list, to be grouped.
    private var markedListing: Listing? {
        guard listsMarks, let marked = try? query("marked") else { return nil }
        var listing = listing(.section(.all))
        listing.query = marked.and(query).text
        listing.remarks = Remarks(work.present)
        return listing
    }

    /// What the open panel of facets counts; nil while it is shut, and while the list waits for something.
    var faceting: Breakdown? {
        guard place.facets != nil, facetObstacle == nil, var listing else { return nil }
        know(exposures, &listing)
        return Breakdown(listing, by: .facets)
    }

    /// The answer that held entities are listed from, when it is at hand.
    func answer(_ source: HeldSource) -> Answer? {
        switch source {
        case .reach: answer
        case .plan: planInquiry == nil ? answer : planAnswer
        case .rollback: rollbackAnswer
        }
    }

    /// The entities that the place lists, or their places in the answer; nil while they are being found.
    var listed: Listed? {
        guard let listing else { return Listed([]) }
        if asksForExposure, exposures == nil { return nil }
        if inventory.entityCount <= Self.promptEntities { return listing.listed(in: inventory) }
        return findings.list(listing)
    }
}
