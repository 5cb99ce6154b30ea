import Inventory

/// The registries of packages: npm and PyPI.
extension RunbookRecipe {
    static let npm: [RunbookRecipe] = [
        RunbookRecipe("npm token", "https://docs.npmjs.com/revoking-access-tokens") {
            $0.kind == .token && $0.provider == .npm
        } steps: { subject in
            let isOurs = subject.entity.id.hasPrefix("npm/tokens/")
            let last = isOurs ? subject.entity.id.split(separator: "/").last.map(String.init) : nil
            let token = Identifier(subject.attribute("token_id", "id") ?? last, .code, or: "TOKEN_ID")
            return subject.replacing(
                "Better than a new token is trusted publishing, which needs none: the package's settings on "
                    + "npmjs.com. Else a granular token for these packages alone, made there."
            )
                + [
                    RunbookStep(
                        .revoke,
                        "Delete it, by its id and not by the shortened token; the registry may take up to an hour.",
                        RunbookCommand("npm", "token", "revoke", "\(token)")),
                    RunbookStep(
                        .check, "It is listed no more, and no version was published that you do not know.",
                        commands: [RunbookCommand("npm", "token", "list")]
                            + subject.targets(.canPublish).prefix(20).map(npmVersions)),
                ]
        },
        RunbookRecipe(
            "npm package", "https://docs.npmjs.com/deprecating-and-undeprecating-packages-or-package-versions"
        ) {
            $0.kind == .package && $0.provider == .npm
        } steps: { subject in
            let name = npmName(subject.entity)
            return [
                RunbookStep(
                    .contain, "Find the versions that were published since it was first held, and who may publish.",
                    npmVersions(subject.entity),
                    RunbookCommand("npm", "access", "list", "collaborators", "\(name)")),
                RunbookStep(
                    .revoke,
                    "Warn whoever installs a bad version, move the tag latest to a good one, and ask the registry "
                        + "to take the bad one down; within 72 hours you may unpublish it yourself.",
                    RunbookCommand(
                        "npm", "deprecate", "\(name)@\(.unknown("BAD_VERSION"))", "compromised: do not install"),
                    RunbookCommand(
                        "npm", "dist-tag", "add", "\(name)@\(.unknown("GOOD_VERSION"))", "latest")),
                RunbookStep(
                    .replace,
                    "Publish a clean version with a higher number, so that ranges leave the bad one behind."),
            ]
        },
    ]

    static let pyPI: [RunbookRecipe] = [
        RunbookRecipe("PyPI token", "https://docs.pypi.org/trusted-publishers/") {
            $0.kind == .token && $0.provider == .pyPI
        } steps: { subject in
            let projects = subject.targets(.canPublish).map(\.name)
            let which = projects.isEmpty ? "" : " It can publish \(projects.prefix(10).joined(separator: ", "))."
            return subject.replacing(
                "Better than a new token is a trusted publisher, which needs none: "
                    + "https://pypi.org/manage/project/NAME/settings/publishing/. Else a token for one project."
            )
                + [
                    RunbookStep(
                        .revoke,
                        "Its owner removes it on the page https://pypi.org/manage/account/, API tokens; there is "
                            + "no command for that."
                            + which),
                    RunbookStep(
                        .check,
                        "The security history of each project (https://pypi.org/manage/project/NAME/history/) "
                            + "shows no release that you do not know; yank those that are bad "
                            + "(https://pypi.org/manage/project/NAME/releases/)."
                    ),
                ]
        },
        RunbookRecipe("PyPI package", "https://docs.pypi.org/project-management/yanking/") {
            $0.kind == .package && $0.provider == .pyPI
        } steps: { _ in
            [
                RunbookStep(
                    .revoke,
                    "Yank the bad releases: https://pypi.org/manage/project/NAME/releases/, Options, Yank. "
                        + "Installers pass them over unless they are named exactly; report malware, so that they "
                        + "are taken down."
                ),
                RunbookStep(.replace, "Publish a clean release with a higher number."),
            ]
        },
        RunbookRecipe("package") {
            $0.kind == .package
        } steps: { _ in
            [
                RunbookStep(
                    .contain,
                    "Find the versions that were published since it was first held, and withdraw the bad ones at "
                        + "its registry."
                ),
                RunbookStep(.replace, "Publish a clean version with a higher number, from a clean build."),
            ]
        },
    ]

    private static func npmName(_ entity: Entity) -> Identifier {
        Identifier(entity.name, .path, or: "PACKAGE")
    }

    private static func npmVersions(_ package: Entity) -> RunbookCommand {
        RunbookCommand("npm", "view", "\(npmName(package))", "time", "--json")
    }
}
