import Intake

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Where the incident is that the program opens when no source is named.
enum BundledSample {
    static let name = "northwind"

    /// `sample-data/northwind`, or `share/firebreak/sample-data/northwind`, in a folder above the program: beside the
    /// build folder of a checkout, or below the prefix that it was installed to.
    static func path() throws(CommandFailure) -> String {
        let places = places
        guard let found = places.first(where: { access($0, R_OK) == 0 }) else { throw .sampleMissing(places) }
        return found
    }

    /// Where it may be, the nearest to the program first.
    static var places: [String] {
        var places: [String] = []
        var folder = executable
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            places += ["sample-data", "share/firebreak/sample-data"].map { "\(folder)/\($0)/\(name)" }
        }
        return places
    }

    /// The program's own file, from the root.
    private static var executable: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        #if os(Linux)
            let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
            if length > 0 { return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
        #endif
        return LocalFiles().absolutePath(of: CommandLine.arguments.first ?? "")
    }
}
