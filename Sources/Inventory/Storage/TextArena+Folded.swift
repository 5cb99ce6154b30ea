extension TextArena {
    /// `byte`, or its lower-case form when it is an ASCII letter.
    static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
