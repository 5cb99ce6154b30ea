/// What a runner label tells about the machine.
enum RunnerLabel {
    /// Where a job that asks for these labels runs.
    enum Hosting: String {
        case hosted
        case selfHosted = "self-hosted"
        /// A label of the organisation's own: a larger hosted runner or a self-hosted one, nothing here tells which.
        case custom = "unknown"
    }

    /// The systems of GitHub's standard images, and what may follow each: a version, then a size or processor.
    private static let images: [(prefix: String, versions: Set<String>, suffixes: Set<String>)] = [
        ("ubuntu", ["latest", "slim", "18.04", "20.04", "22.04", "24.04", "26.04"], ["", "-arm"]),
        ("windows", ["latest", "2016", "2019", "2022", "2025", "11"], ["", "-arm", "-vs2026"]),
        (
            "macos",
            ["latest", "10.15", "11", "11.0", "12", "13", "14", "15", "26"],
            ["", "-large", "-xlarge", "-intel", "-arm64"]
        ),
    ]

    /// Whether GitHub offers an image under this label to everybody.
    static func isStandardImage(_ label: String) -> Bool {
        let label = label.lowercased()
        return images.contains { image in
            guard label.hasPrefix(image.prefix + "-") else { return false }
            let rest = label.dropFirst(image.prefix.count + 1)
            let version = rest.prefix { $0 != "-" }
            return image.versions.contains(String(version))
                && image.suffixes.contains(String(rest.dropFirst(version.count)))
        }
    }

    /// Where a job runs that asks for all of `labels`, or for a runner of a named group.
    static func hosting(of labels: [String], inGroup isInGroup: Bool) -> Hosting {
        let labels = labels.map { $0.lowercased() }
        if labels.contains("self-hosted") { return .selfHosted }
        if isInGroup { return .custom }
        return !labels.isEmpty && labels.allSatisfy(isStandardImage) ? .hosted : .custom
    }
}
