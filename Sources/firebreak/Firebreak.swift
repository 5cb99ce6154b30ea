import ArgumentParser

@main
struct Firebreak: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "firebreak")
}
