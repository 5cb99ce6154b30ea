import Inventory

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One pass over all files of an import.
///
/// A long file is read in pieces, and some of what it says may be in the session before it turns out that it cannot be:
/// an error far inside, for example. Facts cannot be taken back, so that the pass then starts again and reads that file
/// as a whole, which also tells what is wrong with it and where.
struct ImportAttempt {
    enum Outcome {
        case finished, stopped
        /// Once more, with the file at this absolute path read in another way.
        case again(String, Refusal)
    }

    /// Why a file is not to be read in pieces.
    enum Refusal {
        case readAsAWhole
        case unreadable(FileTreeError)
    }

    private let options: ImportOptions
    private let files: any FileTree
    private let candidates: [Discovery.Candidate]
    private let refused: [String: Refusal]
    private var locations: RepositoryLocations
    private var bytes: Int64 = 0
    private(set) var session = ImportSession()
    private(set) var reports: [FileReport] = []
    private(set) var passedOver: [FileReport] = []

    /// - Parameter refused: what earlier passes learned about files, by their absolute paths.
    init(
        _ options: ImportOptions, _ files: any FileTree, _ candidates: [Discovery.Candidate],
        refused: [String: Refusal]
    ) {
        self.options = options
        self.files = files
        self.candidates = candidates
        self.refused = refused
        locations = RepositoryLocations(files: files, override: options.repository)
        session.repository = options.repository
    }

    /// Reads every file that can be read.
    mutating func run(_ isCancelled: () -> Bool, _ progress: (ImportProgress) -> Void) -> Outcome {
        let totalBytes = candidates.reduce(Int64(0)) { $0 &+ $1.size }
        for (done, candidate) in candidates.enumerated() {
            func tell(_ bytes: Int64) -> Bool {
                if isCancelled() { return false }
                progress(
                    ImportProgress(
                        path: candidate.path, done: done, total: candidates.count, bytes: bytes,
                        totalBytes: totalBytes))
                return true
            }
            guard tell(bytes) else { return .stopped }
            let start = bytes
            do {
                if let problem = candidate.problem { throw problem }
                switch try withoutActuallyEscaping(tell, do: { tell in try stream(candidate) { tell(start &+ $0) } }) {
                case .read: break
                case .stopped: return .stopped
                case .unfit: return .again(candidate.absolutePath, .readAsAWhole)
                case .failed(let error): return .again(candidate.absolutePath, .unreadable(error))
                case nil: readWhole(try load(candidate), named: candidate.isNamed)
                }
            } catch let error as FileTreeError {
                var unreadable = candidate
                unreadable.problem = error
                reports.append(unreadable.unreadableReport)
            } catch {}
            bytes &+= candidate.size
        }
        return isCancelled() ? .stopped : .finished
    }

    private mutating func readWhole(_ file: SourceFile, named isNamed: Bool) {
        guard var report = FileParser.read(file, named: isNamed, into: &session) else { return }
        report.gave.sort { $0.what < $1.what }
        if report.outcome == .unrecognized, !isNamed { passedOver.append(report) } else { reports.append(report) }
    }

    /// Reads the file in pieces; nil when it is none for that.
    private mutating func stream(
        _ candidate: Discovery.Candidate, _ goesOn: @escaping (Int64) -> Bool
    ) throws(FileTreeError) -> TextStream.Outcome? {
        switch refused[candidate.absolutePath] {
        case .readAsAWhole: return nil
        case .unreadable(let error): throw error
        case nil: break
        }
        let isTable = candidate.isNamed || ["csv", "tsv"].contains(Path.ending(of: Path.name(of: candidate.path)))
        guard isTable || candidate.size >= options.pieceThreshold, candidate.size <= options.sizeLimit
        else { return nil }
        let head = try files.read(candidate.path, limit: ContentShape.headLength)
        guard let reader = StreamFormats.reader(of: head, candidate, options) else { return nil }
        let limit = Int(clamping: options.sizeLimit)
        let source = try files.byteSource(candidate.path, limit: limit)
        guard source.size <= options.sizeLimit else {
            throw .tooLarge(size: source.size, limit: options.sizeLimit)
        }
        var report = FileReport(path: candidate.path, outcome: .read(format: reader.format))
        let text = TextStream(
            path: candidate.path, head: head, source: source, goesOn: goesOn, pieceSize: options.pieceSize,
            threads: Self.processors)
        let outcome = reader.read(text, into: &session, report: &report)
        if case .read = outcome {
            report.gave.sort { $0.what < $1.what }
            reports.append(report)
        }
        return outcome
    }

    private mutating func load(_ candidate: Discovery.Candidate) throws(FileTreeError) -> SourceFile {
        let status = try files.status(of: candidate.path, followingLinks: true)
        guard status.kind == .file else { throw .notAFile }
        guard status.size <= options.sizeLimit else {
            throw .tooLarge(size: status.size, limit: options.sizeLimit)
        }
        // One byte more than allowed tells a file that grew while it was read.
        let limit = Int(clamping: options.sizeLimit)
        let bytes = try files.read(candidate.path, limit: limit == .max ? limit : limit + 1)
        guard bytes.count <= limit else { throw .tooLarge(size: Int64(bytes.count), limit: options.sizeLimit) }
        let place = locations.location(of: candidate.absolutePath)
        return SourceFile(
            path: candidate.path, bytes: bytes, modified: status.modified, repository: place.repository,
            pathInRepository: place.path)
    }

    private static let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
