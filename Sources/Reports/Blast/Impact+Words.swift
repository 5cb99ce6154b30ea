import Inventory
import Reach

extension Impact {
    /// Who does without it meanwhile, though no job breaks for it: `9 jobs run on it, in 23 recorded runs`. Nil where no
    /// source names one.
    public var usersText: String? {
        guard !users.isEmpty else { return nil }
        let isRunner = entity.kind == .runner
        let verb = users.count == 1 ? (isRunner ? "runs on" : "uses") : (isRunner ? "run on" : "use")
        let runs = usingRuns == 0 ? "" : ", in \(usingRuns.counted("recorded run"))"
        return
            "\(users.count.counted("job")) \(verb) it\(runs), and \(users.count == 1 ? "does" : "do") without it meanwhile"
    }

    /// The same beside a number of broken jobs, where there is room for a few words.
    public var usersNote: String? {
        guard !users.isEmpty else { return nil }
        return entity.kind == .runner ? "\(users.count) on it" : "\(users.count) use it"
    }
}
