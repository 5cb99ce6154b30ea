import Inventory

/// `GET /repos/OWNER/NAME/actions/runs` and the jobs of a run or of one of its attempts: who ran what, where and when.
extension RESTReading {
    mutating func readRun(_ item: RESTItem) -> Bool {
        guard let number = item.number("id") ?? item.context.run else {
            item.note("a run without a number; left out")
            return false
        }
        let repositoryItem = item.object("repository")
        let told = repositoryItem.flatMap(fullName).map(spelling)
        let fullName = told ?? repository(of: item, addresses: ["url", "jobs_url", "html_url"])
        if let repositoryItem, told != nil {
            describe(fullName, repositoryItem, isBrief: true)
        } else {
            mention(repository: fullName, by: item)
        }
        let actor = item.object("actor") ?? item.object("triggering_actor")
        session.estate.runs.append(
            WorkflowRunRecord(
                repository: fullName, number: number, attempt: item.number("run_attempt") ?? item.context.attempt ?? 1,
                path: item.text("path").map { String($0.prefix { $0 != "@" }) }, event: item.text("event"),
                headSHA: item.text("head_sha"), headBranch: item.text("head_branch"), actor: actor?.text("login"),
                created: item.time("created_at"), started: item.time("run_started_at"),
                updated: item.time("updated_at"), referencedWorkflows: referencedWorkflows(item),
                provenance: item.provenance))
        return true
    }

    mutating func readJob(_ item: RESTItem) -> Bool {
        let place = place(of: item, addresses: ["run_url", "url", "html_url"])
        guard let run = item.number("run_id") ?? place.run, let number = item.number("id") else {
            item.note("a job without a number, or of a run without one; left out")
            return false
        }
        let fullName = repository(in: place, by: item)
        mention(repository: fullName, by: item)
        session.estate.jobRuns.append(
            JobRunRecord(
                repository: fullName, runNumber: run, attempt: item.number("run_attempt") ?? place.attempt ?? 1,
                number: number, name: item.text("name") ?? "job \(number)", workflowName: item.text("workflow_name"),
                runnerNumber: item.number("runner_id"), runnerName: item.text("runner_name"),
                runnerGroup: item.number("runner_group_id"), runnerGroupName: item.text("runner_group_name"),
                labels: item.texts("labels"), started: item.time("started_at"), completed: item.time("completed_at"),
                conclusion: item.text("conclusion"), headSHA: item.text("head_sha"), provenance: item.provenance))
        return true
    }

    /// Reusable workflows with their reference: in the path, or in a field of its own.
    private func referencedWorkflows(_ item: RESTItem) -> [(path: String, sha: String?)] {
        item.objects("referenced_workflows").compactMap { workflow in
            guard let path = workflow.text("path") else { return nil }
            let ref = path.contains("@") ? nil : workflow.text("ref")
            return (ref.map { "\(path)@\($0)" } ?? path, workflow.text("sha"))
        }
    }
}
