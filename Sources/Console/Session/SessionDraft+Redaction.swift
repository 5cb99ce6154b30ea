// No session holds what looks like a credential, also where it was typed into a filter.
extension SessionDraft {
    /// The same without the typed texts that `redact` would change.
    func withoutSecrets(_ redact: (String) -> String) -> SessionDraft {
        var draft = self
        draft.history = history.mapping { $0.withoutSecrets(redact) }
        draft.work.bookmarks = work.bookmarks.map { $0.withoutSecrets(redact) }
        draft.past = past.map { $0.withoutSecrets(redact) }
        draft.future = future.map { $0.withoutSecrets(redact) }
        return draft
    }
}

extension Place {
    fileprivate func withoutSecrets(_ redact: (String) -> String) -> Place {
        func isSecret(_ text: String) -> Bool { redact(text) != text }
        var place = self
        if isSecret(query) { place.query = "" }
        if isSecret(search) { place.search = "" }
        place.setAside?.removeAll { isSecret($0) }
        return place
    }
}

extension Bookmark {
    fileprivate func withoutSecrets(_ redact: (String) -> String) -> Bookmark {
        Bookmark(name: redact(name), place: place.withoutSecrets(redact))
    }
}

extension SavedQuery {
    fileprivate func withoutSecrets(_ redact: (String) -> String) -> SavedQuery {
        SavedQuery(name: redact(name), text: redact(text))
    }
}

extension Deed {
    fileprivate func withoutSecrets(_ redact: (String) -> String) -> Deed {
        let change: Change
        switch self.change {
        case .view(let before, let after):
            change = .view(before: before.withoutSecrets(redact), after: after.withoutSecrets(redact))
        case .work(var before, var after):
            before.bookmarks = before.bookmarks.map { $0.withoutSecrets(redact) }
            after.bookmarks = after.bookmarks.map { $0.withoutSecrets(redact) }
            change = .work(before: before, after: after)
        case .queries(let before, let after):
            change = .queries(
                before: before.map { $0.withoutSecrets(redact) }, after: after.map { $0.withoutSecrets(redact) })
        }
        return Deed(what: redact(what), place: place?.withoutSecrets(redact), change: change)
    }
}
