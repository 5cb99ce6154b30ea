/// The section of what became of each file.
enum PackedAccount {
    /// Far more than any reader reports of one file.
    private static let detailLimit = 1 << 10

    static func pack(_ account: [SourceAccount]) -> [UInt8] {
        var writer = PackedTextWriter()
        for file in account {
            writer.put(file.path)
            writer.put(file.standing.rawValue)
            writer.put(file.summary)
            writer.put(file.details)
        }
        return writer.bytes
    }

    /// The files; nil for an empty section, which tells of none.
    static func unpack(_ column: Column<UInt8>) -> [SourceAccount]? {
        guard column.count > 0 else { return nil }
        var reader = PackedTextReader(column)
        var account: [SourceAccount] = []
        while !reader.isAtEnd, let path = reader.text(), let standing = reader.number(), let summary = reader.text() {
            account.append(
                SourceAccount(
                    // What cannot be known is never said to be whole.
                    path: path, standing: SourceAccount.Standing(rawValue: standing) ?? .unread, summary: summary,
                    details: reader.texts(limit: detailLimit)))
        }
        return account
    }
}

extension Inventory {
    /// What became of each file that a snapshot was made from; nil where that was not kept, and of an inventory that was
    /// built in memory. O(length of the words).
    public var account: [SourceAccount]? { PackedAccount.unpack(packedAccount) }
}
