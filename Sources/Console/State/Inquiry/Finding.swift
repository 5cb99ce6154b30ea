import Inventory
import Reach

/// What an inquiry found.
enum Finding: Sendable {
    case reach(Answer)
    case live(Int)
    case severed(Severed)
    case ways(Ways)
    case order(OrderedPlan)
    case firebreak(Firebreak)
    case impact(Impact)
    case exposure(Exposures)
    case list(Listed)
    case groups([RowGroup])
    case tree(HeldForest)
    case crownJewels([Int])
    case routes(Routes)
    case map(MapRows)
    case chokePoints(ChokePoints)
    case cut(MinimumCut)
    case vocabulary(QueryVocabulary)
    case search(SearchHits)
    case lookAlikes(LookAlikes)
    case timeline(Timeline)
    case lensStops(LensStops)
    case inheritance(Inheritance)
    case difference(Difference)
    case blastChange(BlastChange)
    case verification(Reach.Verification)
    case changes(ChangeRows)
    case journal(JournalGround)
    case entries(JournalRows)
}
