import ArgumentParser
import Console
import Inventory

/// Where in the console, and under which assumptions: what everything shares that shows a place without opening it.
struct PlaceArguments: ParsableArguments {
    @Option(parsing: .unconditional, help: ArgumentHelp("The moment that decides what is live.", valueName: "TIME"))
    var at: String = "now"

    @OptionGroup var declared: SeedArguments

    /// The moment of `--at`.
    func moment() throws(CommandFailure) -> Instant {
        guard let moment = Instant(text: at, now: .now) else { throw .time(option: "--at", text: at) }
        return moment
    }

    /// The place that a text names.
    static func place(_ text: String) throws(CommandFailure) -> Place {
        do throws(PlaceError) {
            return try Place(parsing: text)
        } catch {
            throw .place(error)
        }
    }

    /// The same in an inventory, in which its entity must be; it may be named by kind and name.
    static func place(_ text: String, in inventory: Inventory) throws(CommandFailure) -> Place {
        var place = try place(text)
        if let subject = place.subject { place.subject = try inventory.named(subject).id }
        return place
    }
}
