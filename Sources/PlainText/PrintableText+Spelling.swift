extension PrintableText {
    /// The most marks that stay on one base: enough for every living script, too few to paint over other lines.
    static let marksPerBase = 3

    /// Builds the safe text scalar by scalar. What a mark may follow is decided from the text written so far,
    /// so that the result reads the same when it is spelled again.
    struct Spelling {
        private(set) var text = ""
        private(set) var isAltered = false
        private var base: Unicode.Scalar?
        private var marks = 0

        init(capacity: Int) { text.reserveCapacity(capacity) }

        mutating func append(_ scalar: Unicode.Scalar) {
            if scalar.value >= 0x20 && scalar.value < 0x7F {
                begin(with: scalar)
                return
            }
            if scalar.isPresentationSelector, let base, base.properties.isEmoji, base.value > 0x7F, marks == 0 {
                text.unicodeScalars.append(scalar)
                marks += 1
                return
            }
            switch PrintableText.Treatment(of: scalar) {
            case .keep: begin(with: scalar)
            case .mark: append(mark: scalar)
            case .escape:
                finish()
                text += PrintableText.escape(scalar)
                isAltered = true
            }
        }

        mutating func append(invalid byte: UInt8) {
            finish()
            text += "\\x{" + PrintableText.hexadecimal(UInt32(byte)) + "}"
            isAltered = true
        }

        /// Closes the last cluster: says how many of its marks were left out, and forgets its base.
        mutating func finish() {
            let surplus = marks - PrintableText.marksPerBase
            if surplus > 0 {
                text += surplus == 1 ? "\\{1 mark}" : "\\{\(surplus) marks}"
                isAltered = true
            }
            base = nil
            marks = 0
        }

        private mutating func begin(with scalar: Unicode.Scalar) {
            finish()
            base = scalar
            text.unicodeScalars.append(scalar)
        }

        private mutating func append(mark: Unicode.Scalar) {
            guard let base, mark.isConjoiningVowelOrFinal == false || base.isHangul else {
                finish()
                text += PrintableText.escape(mark)
                isAltered = true
                return
            }
            marks += 1
            if marks <= PrintableText.marksPerBase { text.unicodeScalars.append(mark) }
        }
    }
}
