import Foundation

/// A small estate, as it was and as it became.
enum ChangedEstate {
    /// Three keys of one account, left behind on a runner.
    static var old: Data {
        get throws { try estate(["key-1", "key-2", "key-3"]) }
    }

    /// The same after the first and the third key were deleted, the second is to be revoked, and a fourth came.
    static var new: Data {
        get throws { try estate(["key-2", "key-4"], ["key-2": ["revoked_at": 4_000_000_000]]) }
    }

    /// Another part of the estate: nothing of what the first file has.
    static var elsewhere: Data {
        get throws {
            var incident = Incident()
            incident.declare("other", "token", "other")
            incident.declare("far", "service_account", "far")
            incident.relate("other", "authenticates_as", "far")
            return try incident.json
        }
    }

    private static func estate(_ keys: [String], _ more: [String: [String: Any]] = [:]) throws -> Data {
        var incident = Incident()
        incident.declare("runner", "runner", "runner", ["compromised_from": 100])
        incident.declare("account", "service_account", "account")
        incident.declare("bucket", "resource", "bucket")
        for key in keys {
            incident.declare(key, "token", key, more[key] ?? [:])
            incident.relate("runner", "retains", key)
            incident.relate(key, "authenticates_as", "account")
        }
        incident.relate("account", "can_access", "bucket")
        return try incident.json
    }
}
