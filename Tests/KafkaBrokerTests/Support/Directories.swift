import Foundation

/// Removes what a test left on the disk.
func removeDirectories(_ paths: [String]) {
    for path in paths { try? FileManager.default.removeItem(atPath: path) }
}
