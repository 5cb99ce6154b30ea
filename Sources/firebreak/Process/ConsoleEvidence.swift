import Console
import Inventory
import Reach
import TerminalKit

/// What the console is opened on, and what that is called: the bundled incident where no source is named.
struct ConsoleEvidence {
    /// The sources as they are read.
    let sources: SourceArguments
    /// Whether no source was named.
    let isBundled: Bool
    /// What stands in the title.
    let title: String

    init(_ sources: SourceArguments) throws(CommandFailure) {
        isBundled = sources.sources.isEmpty
        if sources.sources.isEmpty {
            var bundled = sources
            bundled.sources = [try BundledSample.path()]
            self.sources = bundled
            title = "\(BundledSample.name) (sample)"
        } else {
            self.sources = sources
            title = Self.title(of: sources.sources)
        }
    }

    /// What sources are called together.
    static func title(of sources: [String]) -> String {
        let first = sources.first.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
        return sources.count > 1 ? "\(first) and \(sources.count - 1) more" : first
    }

    /// A console over this evidence.
    func console(
        _ evidence: OpenEvidence, at moment: Instant, from declared: SeedArguments? = nil,
        against other: OtherSource? = nil, casebook: ConsoleCase? = nil, theme: Theme = .plain,
        configuration: Configuration = Configuration()
    ) throws(CommandFailure) -> ConsoleRuntime {
        do throws(EntityReferenceError) {
            return ConsoleRuntime(
                inventory: evidence.inventory, title: title,
                seeds: try declared?.named(in: evidence.inventory, now: .now) ?? [], at: moment, theme: theme,
                notices: evidence.notices, configuration: configuration, account: evidence.account, against: other,
                world: ConsoleWorld(casebook: casebook.map { ($0.name, $0) }))
        } catch {
            throw .entity(error)
        }
    }
}
