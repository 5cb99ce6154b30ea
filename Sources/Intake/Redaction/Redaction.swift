/// What people type is kept, and so goes the same way as what sources hold.
public enum Redaction {
    /// `text` with `redacted (FORMAT)` in the place of whatever looks like a credential. Linear.
    public static func redacted(_ text: String) -> String { SecretText.redacted(text) }
}
