import PlainText
import Testing

@Suite("Names that look alike")
struct NameSkeletonTests {
    @Test(
        "Names that the eye takes for one another have one skeleton by their look",
        arguments: [
            ("actions/checkout", "\u{430}ctions/checkout"), ("alice", "\u{430}lice"), ("DEPLOY_TOKEN", "DEPL0Y_TOKEN"),
            ("l1I", "Il1"), ("paypal", "p\u{430}yp\u{430}l"), ("scope", "\u{455}\u{441}\u{43E}\u{440}\u{435}"),
            ("deploy", "\u{FF44}\u{FF45}\u{FF50}\u{FF4C}\u{FF4F}\u{FF59}"), ("run", "\u{1D42B}\u{1D42E}\u{1D427}"),
            ("KOPA", "\u{39A}\u{39F}\u{3A1}\u{391}"), ("bob", "bo\u{200B}b"), ("a-b", "a\u{2011}b"),
            ("caf\u{E9}", "cafe\u{301}"), ("Build", "build"), ("HEY", "\u{397}\u{415}\u{3A5}"),
        ])
    func alike(name: String, other: String) {
        #expect(Array(name.utf8) != Array(other.utf8))
        #expect(NameSkeleton.look.of(name) == NameSkeleton.look.of(other))
    }

    @Test("Case alone is no difference of letters, whatever a capital I looks like")
    func letterCase() {
        #expect(NameSkeleton.letters.of("INFO") == NameSkeleton.letters.of("info"))
        #expect(NameSkeleton.look.of("INFO") != NameSkeleton.look.of("info"))
        #expect(NameSkeleton.letters.of("\u{410}LICE") == NameSkeleton.letters.of("alice"))
    }

    @Test(
        "Names that nobody takes for one another have none in common",
        arguments: [
            ("KEY_1", "KEY_L"), ("FAIL", "FALL"), ("build", "built"), ("v3", "v4"), ("node-2", "node-Z"),
            ("modern", "modem"), ("a", "\u{E4}"), ("web", "api"),
        ])
    func unlike(name: String, other: String) {
        for skeleton in NameSkeleton.allCases { #expect(skeleton.of(name) != skeleton.of(other)) }
    }

    @Test("The table for bytes says what the skeleton of a text says")
    func bytes() {
        for skeleton in NameSkeleton.allCases {
            #expect(skeleton.ascii.count == 128)
            for byte in UInt8(0)..<0x80 {
                let text = String(Unicode.Scalar(byte))
                #expect(skeleton.of(text) == String(Unicode.Scalar(skeleton.ascii[Int(byte)])))
            }
        }
    }

    @Test("A word of two scripts is told from a name with words of two scripts, and from letters that deceive nobody")
    func mixed() {
        #expect(WrittenScript.mixed(in: "\u{430}ctions/checkout") == [.latin, .cyrillic])
        #expect(WrittenScript.mixed(in: "deploy-\u{3C1}rod") == [.latin, .greek])
        #expect(WrittenScript.mixed(in: "x1\u{430}") == [.latin, .cyrillic])
        #expect(WrittenScript.mixed(in: "to\u{FF4B}en") == [.latin, .fullwidth])
        for name in [
            "", "alice", "\u{430}\u{431}\u{432}", "deploy \u{43D}\u{430} prod", "\u{3B2}-test", "caf\u{E9}",
            "e\u{301}x",
            "日本語token", "v\u{D7}2", "\u{B5}service",
        ] { #expect(WrittenScript.mixed(in: name).isEmpty, "\(name)") }
    }

    @Test("What tells two names apart is said by the strongest reason")
    func likeness() {
        #expect(NameLikeness(of: "\u{430}lice", to: "alice") == .mixedScripts([.latin, .cyrillic]))
        #expect(NameLikeness(of: "alice", to: "\u{430}lice") == .otherMixesScripts([.latin, .cyrillic]))
        #expect(NameLikeness(of: "Build", to: "build") == .letterCase)
        #expect(NameLikeness(of: "bo\u{200B}b", to: "bob") == .invisible)
        #expect(NameLikeness(of: "DEPL0Y", to: "DEPLOY") == .character("0", other: "O"))
        #expect(NameLikeness(of: "\u{441}\u{43E}\u{441}\u{43E}", to: "coco") == .character("\u{441}", other: "c"))
    }
}
