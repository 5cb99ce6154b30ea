import Inventory

extension QueryContext {
    /// Lets queries ask for exposures, estimates included.
    public mutating func know(_ exposures: ExposureRank) { exposure = { exposures[$0]?.count } }
}
