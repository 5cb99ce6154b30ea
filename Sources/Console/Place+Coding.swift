extension Place {
    /// What an older encoding does not have is as on first arrival.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(try values.decode(View.self, forKey: .view))
        subject = try values.decodeIfPresent(String.self, forKey: .subject)
        section = try values.decodeIfPresent(String.self, forKey: .section)
        query = try values.decodeIfPresent(String.self, forKey: .query) ?? ""
        sort = try values.decodeIfPresent(Sort.self, forKey: .sort)
        cursor = try values.decodeIfPresent(String.self, forKey: .cursor)
        scroll = try values.decodeIfPresent(Int.self, forKey: .scroll) ?? 0
        drawing = try values.decodeIfPresent(Drawing.self, forKey: .drawing) ?? Drawing()
        lens = try values.decodeIfPresent(Lens.self, forKey: .lens) ?? Lens()
    }
}
