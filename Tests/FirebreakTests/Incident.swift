import Foundation

/// An inventory as BloodHound OpenGraph JSON.
struct Incident {
    private var nodes: [[String: Any]] = []
    private var edges: [[String: Any]] = []

    mutating func declare(_ id: String, _ kind: String, _ name: String, _ more: [String: Any] = [:]) {
        let properties = more.merging(["firebreak_kind": kind, "name": name]) { given, _ in given }
        nodes.append(["id": id, "kinds": ["Thing"], "properties": properties])
    }

    mutating func relate(_ from: String, _ relation: String, _ to: String, _ more: [String: Any] = [:]) {
        edges.append(["start": ["value": from], "end": ["value": to], "kind": relation, "properties": more])
    }

    var json: Data {
        get throws {
            try JSONSerialization.data(withJSONObject: ["graph": ["nodes": nodes, "edges": edges]])
        }
    }
}

extension Incident {
    /// An id with every character that the command line gives a meaning to.
    static let role = "arn:aws:iam::1:role/deployer@corp"

    /// One runner, the job that it ran, and what that job could lay its hands on. On 2026-01-10 five entities are
    /// live, and two of them stay so when the deploy key is revoked.
    /// - Parameter isDeclared: Whether the file itself says that the runner was compromised.
    static func small(isDeclared: Bool = true) -> Incident {
        var incident = Incident()
        let window = ["compromised_from": "2026-01-01T00:00:00Z", "compromised_until": "2026-01-02T00:00:00Z"]
        incident.declare("build-1", "runner", "build-1", isDeclared ? window : [:])
        let (start, end) = ("2026-01-01T02:00:00Z", "2026-01-01T02:10:00Z")
        incident.declare("run-1", "run", "deploy #1", ["issued_at": start, "expires_at": end])
        incident.declare("deploy", "job", "deploy")
        incident.declare("AWS_KEY", "secret", "AWS_KEY")
        incident.declare("key-1", "token", "deploy key", ["last_used_at": "2026-01-03T00:00:00Z"])
        incident.declare(role, "service_account", "deployer")
        incident.declare("customers", "resource", "customer data", ["crown_jewel": true])
        incident.declare("web", "repository", "web")
        incident.declare("ci.yml", "workflow", "ci.yml")
        incident.declare("production", "environment", "production")
        for id in ["twin-1", "twin-2"] { incident.declare(id, "token", "twin") }
        incident.relate("build-1", "executed", "run-1", ["valid_from": start, "valid_until": end])
        incident.relate("run-1", "instance_of", "deploy")
        incident.relate("deploy", "reads", "AWS_KEY")
        incident.relate("deploy", "deploys_to", "production", ["guard": "required review"])
        incident.relate("AWS_KEY", "holds", "key-1")
        incident.relate("key-1", "authenticates_as", role)
        incident.relate(role, "can_access", "customers")
        incident.relate(role, "can_write", "web")
        incident.relate("web", "contains", "ci.yml")
        return incident
    }

    /// What no output may hold as it stands.
    static let payloads = [
        "\u{1B}]0;pwned\u{7}", "\u{1B}[31mpwned", "\u{1B}Ppwned\u{1B}\\", "\u{9B}31mpwned", "\u{202E}pwned",
        "\u{2066}pwned", "pwned\r\npwned", "\u{8}\u{8}pwned", "\u{0}pwned", "\u{2028}pwned", "\u{E0041}pwned",
        "\u{FEFF}pwned",
    ]

    /// Names that try a terminal or a spreadsheet, each on a runner that is compromised and on a token that it kept.
    static func hostile() -> Incident {
        var incident = Incident()
        let texts =
            payloads + [
                "=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "a,\"b\"", "界界界界界界", "e\u{301}\u{301}\u{301}",
                String(repeating: "x", count: 10_000), "",
            ]
        for (number, text) in texts.enumerated() {
            let (runner, token) = ("\(text) runner \(number)", "\(text) token \(number)")
            incident.declare(runner, "runner", text, ["compromised_from": 0, "owner": text, "note": text])
            incident.declare(token, "token", text, ["owner": text])
            incident.relate(runner, "retains", token, ["guard": text])
            incident.relate(runner, "\(text) relation", token, ["traversable": true])
        }
        return incident
    }
}
