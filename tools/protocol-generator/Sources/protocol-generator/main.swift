import Foundation
import ProtocolGenerator

let usage = """
    usage: protocol-generator --specs <folder> --output <folder> --json-output <folder> [--check]

      --specs        the folder of specifications, protocol-specs
      --output       the folder of the codec's Swift, Sources/KafkaProtocol/Generated
      --json-output  the folder of the JSON form's Swift, Sources/KafkaMessageJSON/Generated
      --check        change nothing; fail if a fresh generation differs from what is there

    """

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
}

var specs: String?
var output: String?
var jsonOutput: String?
var check = false
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
    switch argument {
    case "--specs": specs = arguments.popFirst()
    case "--output": output = arguments.popFirst()
    case "--json-output": jsonOutput = arguments.popFirst()
    case "--check": check = true
    default: fail("unknown argument \(argument)\n\n" + usage)
    }
}
guard let specs, let output, let jsonOutput else { fail(usage) }

do {
    let generator = try Generator(specifications: URL(filePath: specs))
    let results = [(output, generator.render()), (jsonOutput, generator.renderJSON())]
    let total = results.reduce(0) { $0 + $1.1.count }
    if check {
        let differences = results.flatMap { path, files in
            OutputFolder(URL(filePath: path)).differences(from: files).map { "\(path)/\($0)" }
        }
        guard differences.isEmpty else {
            fail(differences.joined(separator: "\n") + "\nRun `make generate` and commit what it writes.")
        }
        print("\(total) files equal a fresh generation")
    } else {
        var changed = 0
        for (path, files) in results { changed += try OutputFolder(URL(filePath: path)).update(to: files) }
        print("\(changed) of \(total) files changed")
    }
} catch {
    fail("\(error)")
}
