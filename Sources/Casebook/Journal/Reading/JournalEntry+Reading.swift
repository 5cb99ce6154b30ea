import Inventory

extension JournalEntry.Content: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        try reader.begin()
        action = try reader.member("action")
        evidence = try reader.optional("evidence")
        origin = try reader.optional("origin")
        place = try reader.optional("place")
        previous = try reader.member("previous")
        sequence = try reader.member("sequence")
        when = try reader.member("when")
        who = try reader.member("who")
        try reader.end()
    }
}

extension JournalEntry.Origin: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        try reader.begin()
        entry = try reader.member("entry")
        hash = try reader.member("hash")
        identifier = try reader.member("identifier")
        isAside = try reader.member("isAside")
        isPart = try reader.optional("isPart")
        try reader.end()
    }
}

extension CaseSubject: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        try reader.begin()
        if let id: String = try reader.optional("entity") {
            self = .entity(id)
        } else if let ids: [String] = try reader.optional("path") {
            self = .path(ids)
        } else {
            self = .wholeCase
        }
        try reader.end()
    }
}

extension Mark.Item: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        try reader.begin()
        if let id: String = try reader.optional("entity") {
            self = .entity(id)
        } else {
            self = .relation(
                from: try reader.member("from"), kind: try reader.member("relation"), to: try reader.member("to"))
        }
        try reader.end()
    }
}

extension Mark.ProofSource: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        try reader.begin()
        collected = try reader.optional("collected")
        form = try reader.member("form")
        paths = try reader.member("paths")
        try reader.end()
    }
}

extension Window: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        try reader.begin()
        from = try reader.optional("from")
        until = try reader.optional("until")
        try reader.end()
    }
}

extension Measurement: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        try reader.begin()
        evidence = try reader.member("evidence")
        figures = try reader.member("figures")
        terms = try reader.member("terms")
        try reader.end()
    }
}

extension Measurement.Figures: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        try reader.begin()
        afterPlan = try reader.member("afterPlan")
        conditional = try reader.member("conditional")
        live = try reader.member("live")
        reached = try reader.member("reached")
        rollbackOnly = try reader.member("rollbackOnly")
        try reader.end()
    }
}

extension Measurement.Terms: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        try reader.begin()
        at = try reader.member("at")
        evidence = try reader.optional("evidence")
        guardsFail = try reader.member("guardsFail")
        plane = try reader.optional("plane")
        timeless = try reader.member("timeless")
        try reader.end()
    }
}

extension Mark.State: JournalReadable {}
extension Verdict.Finding: JournalReadable {}
extension CaseEvidence.Form: JournalReadable {}
extension Plane: JournalReadable {}

extension Evidence: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        guard let evidence = Evidence(name: try reader.text()) else { throw JournalReader.Unfamiliar() }
        self = evidence
    }
}

extension Instant: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        guard reader.isAtText else {
            self.init(Int64(try reader.number()))
            return
        }
        guard let moment = Instant(written: try reader.text()) else { throw JournalReader.Unfamiliar() }
        self = moment
    }
}
