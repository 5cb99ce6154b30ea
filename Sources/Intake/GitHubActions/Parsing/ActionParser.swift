extension WorkflowParser {
    /// Whether `root` has what makes a file the metadata of an action.
    static func recognizesAction(_ root: YAMLNode) -> Bool { root["runs"]?["using"] != nil }

    /// What the metadata file `root` of an action defines.
    mutating func action(_ root: YAMLNode) -> ActionDefinition {
        let runs = root["runs"]
        var action = ActionDefinition(name: root["name"]?.text, runtime: runs?["using"]?.text ?? "unknown")
        action.inputs = Self.inputs(root["inputs"])
        action.steps = steps(runs?["steps"])
        noteBrokenExpressions(in: runs)
        action.image = runs?["image"]?.text
        return action
    }
}
