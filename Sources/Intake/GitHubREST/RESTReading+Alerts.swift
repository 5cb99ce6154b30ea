import Inventory

/// `GET …/secret-scanning/alerts`: credentials that were found where they should not be. The secret itself, which the
/// answer may hold, is not read.
extension RESTReading {
    mutating func readAlert(_ item: RESTItem) -> Bool {
        guard let number = item.number("number") else {
            item.note("an alert without a number; left out")
            return false
        }
        let told = item.object("repository").flatMap(fullName).map(spelling)
        let fullName = told ?? repository(of: item, addresses: ["url", "html_url", "locations_url"])
        let type = item.text("secret_type")
        let resolution = item.text("resolution")
        var fact = EntityFact(
            id: GitHubID.secretAlert(fullName, number), kind: .token,
            name: "\(item.text("secret_type_display_name") ?? type ?? "secret") #\(number)",
            provenance: item.provenance)
        fact.parent = mention(repository: fullName, by: item)
        if resolution != "false_positive", resolution != "used_in_tests" { fact.flags = .leaked }
        if resolution == "revoked" { fact.revoked = item.time("resolved_at") }
        fact.attributes = attributes(
            ("type", type), ("state", item.text("state")), ("resolution", resolution),
            ("validity", item.text("validity")), ("found_at", item.time("created_at")?.iso8601),
            ("publicly_leaked", item.flag("publicly_leaked").map(String.init)),
            ("multi_repo", item.flag("multi_repo").map(String.init)))
        session.add(fact)
        return true
    }
}
