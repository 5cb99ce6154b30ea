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
                "Better than a new token is trusted publishing, which needs none: the package's settings on npmjs.com, "
                    + "Trusted publishing; then Publishing access, disallow tokens. Else a granular token for these "
                    + "packages alone, made there."
            )
                + [
                    RunbookStep(
                        .revoke,
                        "Delete it, signed in as its owner: nobody else can. By its id, not by the shortened token; "
                            + "the registry may take up to an hour. Versions that were published with it stay, and so "
                            + "do maintainers that were added.",
                        RunbookCommand("npm", "token", "revoke", "\(token)")),
                    RunbookStep(
                        .check,
                        "It is listed no more (the list is the one of whoever is signed in), and no version was "
                            + "published that you do not know.",
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
                    .contain,
                    "Find the versions that were published since it was first held, and who may publish: maintainers, "
                        + "and the trusted publisher in the package's settings.",
                    npmVersions(subject.entity),
                    RunbookCommand("npm", "access", "list", "collaborators", "\(name)")),
                RunbookStep(
                    .contain, "Move the tag latest back to a good version, so that new installs get that.",
                    RunbookCommand(
                        "npm", "dist-tag", "add", "\(name)@\(.unknown("GOOD_VERSION"))", "latest")),
                RunbookStep(
                    .revoke,
                    "Warn whoever installs a bad version, which still can be installed; and ask the registry to take "
                        + "it down: Report malware, on the package's page. You may unpublish a version yourself only "
                        + "if no other package depends on it, and it is not older than 72 hours or hardly used; that "
                        + "cannot be undone.",
                    RunbookCommand(
                        "npm", "deprecate", "\(name)@\(.unknown("BAD_VERSION"))", "compromised: do not install"),
                    RunbookCommand("npm", "unpublish", "\(name)@\(.unknown("BAD_VERSION"))")),
                RunbookStep(
                    .replace,
                    "Publish a clean version with a higher number, so that ranges leave the bad one behind: its own "
                        + "number can never be used again."),
                RunbookStep(
                    .check, "The tags are as you set them.", RunbookCommand("npm", "dist-tag", "ls", "\(name)")),
            ]
        },
    ]

    static let pyPI: [RunbookRecipe] = [
        RunbookRecipe("PyPI token", "https://pypi.org/help/#apitoken") {
            $0.kind == .token && $0.provider == .pyPI
        } steps: { subject in
            let packages = subject.targets(.canPublish)
            let names = packages.map(\.name)
            let which = names.isEmpty ? "" : " It can publish \(names.prefix(10).joined(separator: ", "))."
            let project = packages.first.map(pyPIName) ?? "<PROJECT>"
            return subject.replacing(
                "Better than a new token is a trusted publisher, which needs none: "
                    + "https://pypi.org/manage/project/\(project)/settings/publishing/. Else a token for one project, "
                    + "of https://pypi.org/manage/account/token/."
            )
                + [
                    RunbookStep(
                        .revoke,
                        "Its owner removes it on the page https://pypi.org/manage/account/#api-tokens; nobody else "
                            + "can, and there is no command for that. Releases that were made with it stay, and so do "
                            + "roles and publishers that were added."
                            + which),
                    RunbookStep(
                        .check,
                        "The security history of each project (https://pypi.org/manage/project/\(project)/history/) "
                            + "shows no release that you do not know; yank those that are bad "
                            + "(https://pypi.org/manage/project/\(project)/releases/)."
                    ),
                ]
        },
        RunbookRecipe("PyPI package", "https://docs.pypi.org/project-management/yanking/") {
            $0.kind == .package && $0.provider == .pyPI
        } steps: { subject in
            let project = pyPIName(subject.entity)
            return [
                RunbookStep(
                    .contain,
                    "See who may publish: https://pypi.org/manage/project/\(project)/collaboration/ and "
                        + "https://pypi.org/manage/project/\(project)/settings/publishing/; and what was published: "
                        + "https://pypi.org/manage/project/\(project)/history/."),
                RunbookStep(
                    .revoke,
                    "Yank the bad releases, each as a whole: https://pypi.org/manage/project/\(project)/releases/, "
                        + "Options, Yank. Installers pass them over unless they are named exactly (==), so report "
                        + "malware too, that they are taken down: "
                        + "https://pypi.org/project/\(project)/submit-malware-report/."
                ),
                RunbookStep(.replace, "Publish a clean release with a higher number, from a clean build."),
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

    /// What PyPI calls it, for an address in a sentence: a blank where it could not be called so.
    private static func pyPIName(_ package: Entity) -> String {
        Identifier(package.name, .name, or: "PROJECT").text ?? "<PROJECT>"
    }

    private static func npmName(_ entity: Entity) -> Identifier {
        Identifier(entity.name, .package, or: "PACKAGE")
    }

    private static func npmVersions(_ package: Entity) -> RunbookCommand {
        RunbookCommand("npm", "view", "\(npmName(package))", "time", "--json")
    }
}
