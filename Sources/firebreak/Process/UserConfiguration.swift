import Console
import Intake
import PlainText

/// The user's configuration file.
enum UserConfiguration {
    /// What it says; what holds without one where there is none.
    static func read(_ folders: UserFolders = UserFolders()) -> Configuration {
        guard let file = folders.configurationFile else { return Configuration() }
        do throws(FileTreeError) {
            let bytes = try LocalFiles().read(file, limit: sizeLimit)
            return Configuration(text: String(decoding: bytes, as: UTF8.self), file: file)
        } catch {
            if (try? LocalFiles().status(of: file, followingLinks: true)) != nil {
                Output.diagnose("\(file.printable) cannot be read; nothing is configured")
            }
            return Configuration()
        }
    }

    private static let sizeLimit = 1 << 20
}
