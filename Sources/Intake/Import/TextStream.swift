import Inventory

/// A long text as the readers meet it that take it a piece at a time.
struct TextStream {
    /// Its path as the user named it.
    let path: String
    /// Its first bytes.
    let head: [UInt8]
    let source: any ByteSource
    /// Called with the number of bytes read so far; false stops the reading.
    let goesOn: (Int64) -> Bool
    /// How long pieces are, in bytes.
    let pieceSize: Int
    /// How many threads prepare pieces.
    let threads: Int

    /// What reading it came to.
    enum Outcome {
        case read
        /// Stopped by whoever asked for it.
        case stopped
        /// To be read as a whole. What it gave so far must not stay.
        case unfit
        case failed(FileTreeError)
    }
}
