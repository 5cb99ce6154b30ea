import PlainText

extension RunbookStep {
    /// The step where its words say what its commands name in letters that can be taken for Latin ones: as it is where
    /// they name nothing such.
    var tellingLookAlikes: RunbookStep {
        var told: [String] = []
        for case .text(let text) in commands.flatMap(\.words).flatMap(\.pieces) {
            let scripts = Set(text.unicodeScalars.compactMap(WrittenScript.init(of:))).subtracting([.latin])
            guard !scripts.isEmpty else { continue }
            let names = scripts.sorted { $0.rawValue < $1.rawValue }.map(\.name).joined(separator: " and ")
            let line = "\(text) has \(names) letters, which can be taken for Latin ones."
            if !told.contains(line) { told.append(line) }
        }
        return told.isEmpty
            ? self : RunbookStep(phase, ([words, "Beware:"] + told).joined(separator: " "), commands: commands)
    }
}
