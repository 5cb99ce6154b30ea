import Console
import Inventory

/// The queries that have names for this user.
enum UserQueries {
    /// The ready ones, those of the configuration, and those that were saved in the console. What cannot be read names
    /// nothing: the console says why.
    static func named(_ folders: UserFolders = UserFolders()) -> NamedQueries {
        let saved = try? StateFile.habits(folders).habits()
        return (saved ?? Habits()).named(over: UserConfiguration.read(folders).queries)
    }
}
