import TerminalKit

/// Key presses drawn from a seed: the same seed gives the same keys.
struct RandomKeys {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(below bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    private static let keys: [Key] =
        "jkhlgGqeoyibpcxCuUtTfrs?/]1234 wn..az:~<>-0HLZ\\nNMm:@[]It57mmOOhjkl6".map { Key.character($0) } + [
            .enter, .enter, .enter, .escape, .escape, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown,
            .home, .end, .backspace, .delete, .control("f"), .control("u"), .altRight, .function(1), .control("c"),
        ]

    mutating func key() -> Key { Self.keys[number(below: Self.keys.count)] }
}
