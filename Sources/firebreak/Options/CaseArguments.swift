import ArgumentParser
import Casebook
import Inventory

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The case that a command is about, and who acts.
struct CaseArguments: ParsableArguments {
    @Argument(help: ArgumentHelp("The case file.", valueName: "CASE"), completion: .file()) var file: String

    @Option(
        help: ArgumentHelp(
            "Who does it. Default: FIREBREAK_ANALYST, else the name of the user.", valueName: "NAME"))
    var analyst: String?

    func validate() throws { try Self.validate(analyst: analyst) }

    /// Refuses a name that says nobody.
    static func validate(analyst: String?) throws {
        if analyst?.allSatisfy(\.isWhitespace) == true { throw ValidationError("--analyst needs a name") }
    }

    /// Who acts, now, on the evidence with this hash.
    func author(on evidence: String? = nil) -> CaseAuthor {
        CaseAuthor(who: Self.analyst(analyst), when: .now, evidence: evidence)
    }

    /// Who acts: who is named, else whom the environment names, else the user.
    static func analyst(_ named: String?) -> String {
        let names = [
            named, Environment.value("FIREBREAK_ANALYST"), Environment.value("LOGNAME"), Environment.value("USER"),
            getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) },
        ]
        return names.compactMap { $0 }.first { !$0.allSatisfy(\.isWhitespace) } ?? "unknown"
    }

    /// Opens the case. What can be read of a damaged one is saved beside it first, and said.
    func open() throws(CommandFailure) -> CaseFile { try Self.open(file, by: author()) }

    /// The same for a case that an option names.
    static func open(_ file: String, by author: CaseAuthor) throws(CommandFailure) -> CaseFile {
        do throws(CaseError) {
            return try CaseFile(opening: file)
        } catch {
            switch error {
            case .damaged, .broken: throw salvaged(file, because: error, by: author)
            default: throw .caseFile(error, path: file)
            }
        }
    }

    private static func salvaged(
        _ file: String, because broken: CaseError, by author: CaseAuthor
    ) -> CommandFailure {
        do throws(CaseError) {
            let salvage = try CaseSalvage(path: file)
            let places = (1...999).lazy.map { (number: Int) -> String in "\(file).saved-\(number)" }
            let place = places.first { (path: String) in access(path, F_OK) != 0 }
            guard let place else { return .caseFile(broken, path: file) }
            let saved = try salvage.save(to: place, by: author, version: Firebreak.configuration.version)
            return .caseSaved(broken, path: file, to: saved.path, salvage)
        } catch {
            return .caseLost(broken, path: file, because: error)
        }
    }
}
