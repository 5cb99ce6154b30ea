import CSimdjson
import Inventory

extension OpenGraphSymbols {
    /// Turns the further properties of a row into attributes, as ``OpenGraphAttributes`` does; false when one of them has
    /// to be read by that.
    mutating func attributes(
        _ extras: UnsafeBufferPointer<csj_extra>, into attributes: inout [AttributeReference],
        _ builder: inout InventoryBuilder
    ) -> Bool {
        for extra in extras {
            let name: TextReference
            switch property(extra.symbol, into: &builder) {
            case .leftOut: continue
            case .another: return false
            case .attribute(let reference): name = reference
            case .mayBeSecret(let reference):
                guard extra.value.type == CSJ_CELL_TRUTH else { return false }
                name = reference
            }
            if extra.value.type == CSJ_CELL_TEXT {
                let text = extra.value.bytes
                // Lists and objects in a text are looked into.
                guard let first = text.first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else {
                    return false
                }
                let value =
                    text.contains(UInt8(ascii: "@"))
                    ? builder.intern(MailText.masked(String(decoding: text, as: UTF8.self))) : builder.intern(text)
                attributes.append(AttributeReference(name: name, value: value))
            } else if let truth = extra.value.truth {
                attributes.append(AttributeReference(name: name, value: builder.intern(truth ? "true" : "false")))
            } else {
                attributes.append(AttributeReference(name: name, value: builder.intern("\(extra.value.number)")))
            }
        }
        return true
    }
}
