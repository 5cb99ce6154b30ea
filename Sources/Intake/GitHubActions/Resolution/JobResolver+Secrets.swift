extension JobResolver {
    /// What reading `reference` in one of `scopes` means, through every call up to the slots.
    func reads(
        _ reference: SecretReference, scopes: [ExpressionScope], environments: [String], in context: Context
    ) -> [ResolvedJob.SecretRead] {
        slots(reference, scopes: scopes, in: context.secrets).map { slot in
            ResolvedJob.SecretRead(slot: slot, repository: context.repository, environments: environments)
        }
    }

    private func slots(
        _ reference: SecretReference, scopes: [ExpressionScope], in source: SecretSource
    ) -> [ResolvedJob.SecretRead.Slot] {
        switch reference {
        case .named(let name): return slots(named: name, in: source)
        case .all(let text): return allSlots(text, in: source)
        case .computed(let expression):
            var slots: [ResolvedJob.SecretRead.Slot] = []
            for value in Self.values(of: .string("${{ \(expression) }}"), in: scopes).values {
                let new: [ResolvedJob.SecretRead.Slot]
                switch value {
                case .string(let name) where !name.isEmpty: new = self.slots(named: name.uppercased(), in: source)
                case .null, .boolean, .string: new = []
                default: new = [.unknown("secrets[\(expression)]")]
                }
                for slot in new where !slots.contains(slot) { slots.append(slot) }
            }
            return slots
        }
    }

    /// The slots behind the name `name` of a called workflow are what its caller fills it with.
    private func slots(named name: String, in source: SecretSource) -> [ResolvedJob.SecretRead.Slot] {
        if name == "GITHUB_TOKEN" { return [] }
        guard case .call(let call, let scopes, let outer) = source else { return [.named(name)] }
        if call.inheritsSecrets { return slots(named: name, in: outer) }
        guard let given = call.secrets[name]?.value else { return [] }
        return references(in: given).flatMap { slots($0, scopes: scopes, in: outer) }
    }

    private func allSlots(_ text: String, in source: SecretSource) -> [ResolvedJob.SecretRead.Slot] {
        guard case .call(let call, let scopes, let outer) = source else { return [.all(text)] }
        if call.inheritsSecrets { return allSlots(text, in: outer) }
        return call.secrets.sorted { $0.key < $1.key }.flatMap { given in
            references(in: given.value.value).flatMap { slots($0, scopes: scopes, in: outer) }
        }
    }

    private func references(in text: String) -> [SecretReference] {
        ExpressionScanner.parts(of: text).flatMap { part -> [SecretReference] in
            guard case .expression(let expression, _) = part else { return [] }
            return ExpressionScanner.secrets(in: expression).map(\.reference)
        }
    }
}
