/// Names of fields whose value may be a credential, or hold one in clear, whatever it looks like.
enum SecretFields {
    private static let names: Set<String> = [
        "secret", "secretvalue", "value", "raw", "rawv2", "match", "contents", "content", "password", "passwd", "pwd",
        "passphrase", "token", "tokenvalue", "accesstoken", "refreshtoken", "authtoken", "apikey", "privatekey",
        "clientsecret", "secretkey", "secretaccesskey", "awssecretaccesskey", "sessiontoken", "connectionstring",
        "credential", "credentials", "webhooksecret",
    ]

    /// Whether the value of the field called `name` is left out; upper case, `_`, `-` and `.` make no difference.
    static func contains(_ name: String) -> Bool {
        names.contains(String(name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != "." }))
    }
}
