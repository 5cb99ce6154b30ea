import Inventory

extension SourceAccount {
    /// All of it, in lines.
    var text: String { (["\(path): \(summary)"] + details.map { "  \($0)" }).joined(separator: "\n") }
}

extension State {
    /// How many files are listed one by one, and how many are told in full.
    private static let listedAccounts = 20, toldAccounts = 500

    /// The files that were not read, and those that were read in part: the first of them.
    private var lackingFiles: [SourceAccount] {
        let account = account ?? []
        let lacking = account.filter { $0.standing == .unread } + account.filter { $0.standing == .part }
        return Array(lacking.prefix(Self.listedAccounts))
    }

    /// How many files are told of when all are asked for.
    var accountCount: Int {
        account?.count ?? (inventory.snapshot == nil ? 0 : inventory.sources.count)
    }

    /// The lines of the start about what was read; none where nothing is known of that.
    var accountLines: [StartLine] {
        guard accountCount > 0 else { return [] }
        return [.heading("What was read")] + lackingFiles.map { .file($0) } + [.files(count: accountCount)]
    }

    /// What became of every file, in lines. A snapshot of an earlier version tells only what gave something.
    var accountText: String {
        guard let account else {
            let lines = inventory.sources.prefix(Self.toldAccounts).map { source in
                let collected = source.collected.map { "collected \(TimeWords.minute($0))" }
                return "\(source.path): \(source.format), \(collected ?? "collection time unknown")"
            }
            let words = "this snapshot does not keep what was passed over: firebreak import said so when it was made"
            return ([words] + lines + more(inventory.sources.count)).joined(separator: "\n")
        }
        let lacking = account.filter { $0.standing != .whole }
        let told = (lacking + account.filter { $0.standing == .whole }).prefix(Self.toldAccounts)
        return (told.map(\.text) + more(account.count)).joined(separator: "\n")
    }

    private func more(_ count: Int) -> [String] {
        count > Self.toldAccounts
            ? ["and \(Words.grouped(count - Self.toldAccounts)) more: firebreak import prints all"] : []
    }
}
