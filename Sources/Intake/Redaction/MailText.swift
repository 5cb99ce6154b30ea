/// Text from outside without the names before the `@` of mail addresses: who a person is stands in ids and names, by which
/// sources are joined; elsewhere the domain is all that an investigation asks for.
enum MailText {
    /// What stands in the place of a name.
    private static let mask = Array("***".utf8)
    /// Addresses of machines, which name no person.
    private static let machines = ["gserviceaccount.com", "noreply.github.com"]

    /// `text` with `***` before the `@` of each mail address. Linear.
    static func masked(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var copied = 0
        for place in bytes.indices where bytes[place] == UInt8(ascii: "@") {
            guard let name = name(before: place, in: bytes, from: copied), hasDomain(behind: place, in: bytes) else {
                continue
            }
            result += bytes[copied..<name] + mask
            copied = place
        }
        return copied == 0 ? text : String(decoding: result + bytes[copied...], as: UTF8.self)
    }

    /// Where the name begins; nil where there is none, or what looks like one is a part of a path, such as an action at a
    /// version, or the user of git.
    private static func name(before place: Int, in bytes: [UInt8], from floor: Int) -> Int? {
        var start = place
        while start > floor, isName(bytes[start - 1]) { start -= 1 }
        guard start < place, start == 0 || bytes[start - 1] != UInt8(ascii: "/") else { return nil }
        return bytes[start..<place].elementsEqual("git".utf8) ? nil : start
    }

    /// Whether labels with dots between them follow, of which the last is of letters, and no machine's.
    private static func hasDomain(behind place: Int, in bytes: [UInt8]) -> Bool {
        let run = bytes[(place + 1)...].prefix {
            isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        let domain = String(decoding: run, as: UTF8.self)
        let labels = domain.split(separator: ".")
        guard labels.count > 1, let last = labels.last, last.utf8.count > 1, last.utf8.allSatisfy(isLetter) else {
            return false
        }
        return !machines.contains { domain == $0 || domain.hasSuffix("." + $0) }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte >= 0x80 || "._%+-".utf8.contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
