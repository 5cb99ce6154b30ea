/// A place in a JSON document, written as in RFC 6901: `/graph/nodes/3/id`. The empty pointer is the whole document.
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    /// The pointer as text, escaped. Keys are outside text: clean them before they reach a terminal.
    public let description: String

    /// The whole document.
    public static let root = JSONPointer(description: "")

    private init(description: String) {
        self.description = description
    }

    /// The member `key` of the object at this place.
    public func appending(_ key: some StringProtocol) -> JSONPointer {
        var path = description + "/"
        for scalar in key.unicodeScalars {
            switch scalar {
            case "~": path += "~0"
            case "/": path += "~1"
            default: path.unicodeScalars.append(scalar)
            }
        }
        return JSONPointer(description: path)
    }

    /// The element `index` of the array at this place.
    public func appending(_ index: Int) -> JSONPointer {
        JSONPointer(description: "\(description)/\(index)")
    }
}
