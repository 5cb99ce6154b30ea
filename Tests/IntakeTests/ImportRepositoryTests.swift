import Testing

@testable import Intake

@Suite("Import: which repository a file lies in")
struct ImportRepositoryTests {
    private func place(
        _ path: String, _ texts: [String: String], override: String? = nil
    ) -> (repository: String?, path: String?) {
        var texts = texts
        texts[path] = texts[path] ?? "x"
        var locations = RepositoryLocations(files: MemoryFiles(texts), override: override)
        return locations.location(of: path)
    }

    @Test("Without a remote the two folders above .github tell")
    func folders() {
        let place = place("/data/pytorch/test-infra/.github/workflows/x.yml", [:])
        #expect(place.repository == "pytorch/test-infra")
        #expect(place.path == ".github/workflows/x.yml")
    }

    @Test("A file elsewhere in the checkout has the same repository")
    func elsewhere() {
        let texts = ["/data/o/n/.github/workflows/x.yml": "x"]
        let place = place("/data/o/n/tools/run/action.yml", texts)
        #expect(place.repository == "o/n")
        #expect(place.path == "tools/run/action.yml")
    }

    @Test("A git remote comes before the folders, and the user before both")
    func remote() {
        let config = "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = git@github.com:acme/app.git\n\tfetch = +x\n"
        let texts = ["/src/checkout/.git/config": config]
        #expect(place("/src/checkout/.github/workflows/x.yml", texts).repository == "acme/app")
        #expect(place("/src/checkout/evidence/runs.json", texts).repository == "acme/app")
        #expect(place("/src/checkout/.github/workflows/x.yml", texts, override: "a/b").repository == "a/b")
        #expect(
            place("/src/checkout/.github/workflows/x.yml", texts, override: "a/b").path == ".github/workflows/x.yml")
    }

    @Test("Worktrees and submodules, whose .git is a file, are followed")
    func gitFile() {
        let config = "[remote \"origin\"]\nurl=https://github.com/acme/app\n"
        #expect(
            place(
                "/w/tree/.github/workflows/x.yml",
                [
                    "/w/tree/.git": "gitdir: /src/app/.git/worktrees/tree\n",
                    "/src/app/.git/worktrees/tree/commondir": "../..\n", "/src/app/.git/config": config,
                ]
            ).repository == "acme/app")
        #expect(
            place(
                "/src/app/sub/.github/workflows/x.yml",
                ["/src/app/sub/.git": "gitdir: ../.git/modules/sub", "/src/app/.git/modules/sub/config": config]
            ).repository == "acme/app")
    }

    @Test("Outside a checkout nothing is claimed")
    func outside() {
        let place = place("/data/runs.json", [:])
        #expect(place.repository == nil)
        #expect(place.path == nil)
        #expect(self.place("/data/runs.json", [:], override: "a/b").repository == "a/b")
    }

    @Test("Folder names that GitHub would not allow are no repository")
    func badNames() {
        #expect(place("/my data/x y/.github/workflows/x.yml", [:]).repository == nil)
        #expect(place("/.github/workflows/x.yml", [:]).repository == nil)
    }

    @Test(
        "Remotes on github.com are understood in every form",
        arguments: [
            ("https://github.com/o/n.git", "o/n"), ("https://github.com/o/n", "o/n"),
            ("https://github.com/o/n/", "o/n"),
            ("https://user:pw@github.com/o/n.git", "o/n"), ("git@github.com:o/n.git", "o/n"),
            ("ssh://git@github.com/o/n.git", "o/n"), ("ssh://git@ssh.github.com:443/o/n.git", "o/n"),
            ("git://github.com/o/n.d.git", "o/n.d"), ("https://GitHub.com/O/N", "O/N"),
            ("https://gitlab.com/o/n.git", nil), ("https://github.com.evil.org/o/n", nil), ("../elsewhere", nil),
            ("https://github.com/o", nil), ("https://github.com/o/n/x", nil), ("file:///github.com/o/n", nil),
            ("https://github.com/../n", nil), ("", nil), ("github.com:", nil),
        ] as [(String, String?)])
    func urls(url: String, expected: String?) {
        #expect(GitRemote.repository(inURL: url[...]) == expected)
    }

    @Test("Of several remotes origin is taken, else the first on GitHub")
    func severalRemotes() {
        let other = "[remote \"fork\"]\nurl = https://github.com/me/n\n"
        let origin = "[remote \"origin\"]\nurl = https://github.com/o/n\n"
        #expect(GitRemote.repository(inConfig: other + origin) == "o/n")
        #expect(GitRemote.repository(inConfig: "[remote \"x\"]\nurl = https://gitlab.com/a/b\n" + other) == "me/n")
        #expect(GitRemote.repository(inConfig: "[branch \"b\"]\nurl = https://github.com/o/n\n") == nil)
    }
}
