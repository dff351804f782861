import MartletConformance
import NIOCore
import Testing

@Suite struct CapturedFrameTests {
    @Test func framesDifferByEveryPart() {
        let frame = CapturedFrame(
            connection: 1, microseconds: 2, direction: .request, bytes: ByteBuffer(string: "frame"))
        var others = [frame, frame, frame, frame]
        others[0].connection = 2
        others[1].microseconds = 3
        others[2].direction = .response
        others[3].bytes = ByteBuffer(string: "Frame")
        #expect(Set(others + [frame]).count == 5)
    }
}
