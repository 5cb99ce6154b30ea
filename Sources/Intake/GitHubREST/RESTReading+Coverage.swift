import Inventory

/// What a file has of what there is: every list says how long it is.
extension RESTReading {
    /// Notes that a page of the list under `list` starts. Also an empty list of repositories says something: that a
    /// group or a secret is shared with none.
    mutating func begin(_ list: String, total: Int64, _ page: RESTItem) {
        let known = coverage[list] ?? (listed: 0, total: 0)
        coverage[list] = (known.listed, max(known.total, total))
        if list == "repositories" { beginRepositories(page) }
    }

    /// Notes which lists are shorter than they say: pages that were not saved.
    mutating func noteCoverage() {
        for (list, count) in coverage.sorted(by: { $0.key < $1.key }) where count.total > Int64(count.listed) {
            let missing = Int(clamping: count.total - Int64(count.listed))
            let words = String(list.map { $0 == "_" ? " " : $0 })
            notes.note("holds \(count.listed) of \(count.total) \(words); save all pages with gh api --paginate")
            session.builder.add(blindSpot: .unlisted(words, count: missing))
        }
    }

    /// An answer that says only that there is none: what was asked for is not known.
    mutating func readError(_ item: RESTItem) -> Bool {
        let status = item.value["status"]?.text.flatMap { Int($0) }
        item.note("GitHub answered with an error\(status.map { " (status \($0))" } ?? ""); nothing was collected here")
        session.builder.add(
            blindSpot: .refusal(why: "it answered with an error: the collecting account may lack a permission"))
        return false
    }
}
