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
        var folder = executable
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            for place in ["sample-data", "share/firebreak/sample-data"] {
                let candidate = "\(folder)/\(place)/\(name)"
                if access(candidate, R_OK) == 0 { return candidate }
            }
        }
        throw .sampleMissing
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
