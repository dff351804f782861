import Foundation
import ProtocolGenerator

let usage = """
    usage: protocol-generator --specs <folder> --output <folder> [--check]

      --specs    the folder of specifications, protocol-specs
      --output   the folder of generated Swift, Sources/KafkaProtocol/Generated
      --check    change nothing; fail if a fresh generation differs from what is there

    """

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
}

var specs: String?
var output: String?
var check = false
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
    switch argument {
    case "--specs": specs = arguments.popFirst()
    case "--output": output = arguments.popFirst()
    case "--check": check = true
    default: fail("unknown argument \(argument)\n\n" + usage)
    }
}
guard let specs, let output else { fail(usage) }

do {
    let files = try Generator(specifications: URL(filePath: specs)).render()
    let folder = OutputFolder(URL(filePath: output))
    if check {
        let differences = folder.differences(from: files)
        guard differences.isEmpty else {
            fail(differences.joined(separator: "\n") + "\nRun `make generate` and commit what it writes.")
        }
        print("\(files.count) files equal a fresh generation")
    } else {
        print("\(try folder.update(to: files)) of \(files.count) files changed")
    }
} catch {
    fail("\(error)")
}
