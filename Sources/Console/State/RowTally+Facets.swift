import Inventory

/// What the panel of facets counts, besides kinds and owners: each entry is a query.
enum Facets {
    /// How many owners are listed.
    static let owners = 12

    static let privilege = RowTally.privileges
    static let age = [
        ("under a week", "age<7d"), ("over 30 days", "age>30d"), ("over 90 days", "age>90d"), ("over a year", "age>1y"),
        ("not recorded", "created:none issued:none"),
    ]
    static let lastUsed = [
        ("in the last week", "used<7d"), ("over 30 days ago", "used>30d"), ("over 90 days ago", "used>90d"),
        ("over a year ago", "used>1y"), ("no use recorded", "used:none"),
    ]
    static let exposure = [
        ("100,000 and more", "exposure>=100000"), ("10,000 and more", "exposure>=10000"),
        ("1,000 and more", "exposure>=1000"), ("100 and more", "exposure>=100"), ("10 and more", "exposure>=10"),
        ("itself alone", "exposure:1"),
    ]
}

extension RowTally {
    /// All facets, in the order of the panel; nil when given up. Exposures only where they are known.
    func facets() -> [RowGroup]? {
        guard let owners = texts(.owner, heading: "owner", limit: Facets.owners),
            let privilege = terms("privilege", Facets.privilege), let age = terms("age", Facets.age),
            let lastUsed = terms("last used", Facets.lastUsed)
        else { return nil }
        var groups = kinds(heading: "kind") + owners + privilege + age + lastUsed
        if listing.exposures != nil {
            guard let exposure = terms("exposure: entities opened", Facets.exposure) else { return nil }
            groups += exposure
        }
        return groups
    }
}
