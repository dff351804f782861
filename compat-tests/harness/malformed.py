"""Bytes that no client would send: random ones, cut frames, absurd lengths, and requests spoilt in one length field."""

import random
import struct

VARINT_LENGTHS = tuple(bytes.fromhex(one) for one in ("ffffffff0f", "ffffffff07", "8080808004", "ffffffffffffffffff01"))


class Body:
    """A request body under construction, which remembers where its lengths stand."""

    def __init__(self):
        self.data = bytearray()
        self.lengths = []  # (position, size in bytes, kind)

    def raw(self, layout, *values):
        self.data += struct.pack(">" + layout, *values)
        return self

    def mark(self, size, kind):
        self.lengths.append((len(self.data), size, kind))
        return self

    def string(self, text):
        self.mark(2, "int16").raw("h", len(text))
        self.data += text.encode()
        return self

    def bytes(self, data):
        self.mark(4, "int32").raw("i", len(data))
        self.data += data
        return self

    def array(self, count):
        return self.mark(4, "int32").raw("i", count)

    def compact_string(self, text):
        self.mark(1, "varint").raw("B", len(text) + 1)
        self.data += text.encode()
        return self

    def compact_array(self, count):
        return self.mark(1, "varint").raw("B", count + 1)

    def tags(self):
        return self.mark(1, "varint").raw("B", 0)

    def spoilt(self):
        """Copies of the body with one length replaced: negative, beyond the frame, or too large for memory."""
        for position, size, kind in self.lengths:
            for wrong in wrong_lengths(kind):
                yield bytes(self.data[:position] + wrong + self.data[position + size :])


def wrong_lengths(kind):
    if kind == "varint":
        return VARINT_LENGTHS
    if kind == "int16":
        return [struct.pack(">h", length) for length in (-2, -32768, 32767)]
    return [struct.pack(">i", length) for length in (-2, -(1 << 31), (1 << 31) - 1, 1 << 28)]


def requests():
    """(api key, version, flexible header, body) for many APIs, by hand from the protocol's description."""
    topic = "no-such-topic"
    return [
        (0, 7, False, Body().string("tx").raw("hi", -1, 1000).array(1).string(topic).array(1).raw("i", 0).bytes(b"x" * 80)),
        (0, 9, True, Body().raw("B", 0).raw("hi", -1, 1000).compact_array(1).compact_string(topic).compact_array(1)
            .raw("i", 0).compact_string("y" * 80).tags().tags().tags()),
        (1, 11, False, Body().raw("iiiibii", -1, 0, 1, 1000, 0, 0, -1).array(1).string(topic).array(1)
            .raw("iiqqi", 0, -1, 0, -1, 1000).array(0).string("rack")),
        (1, 12, True, Body().raw("iiiibii", -1, 0, 1, 1000, 0, 0, -1).compact_array(1).compact_string(topic)
            .compact_array(1).raw("iiqiqi", 0, -1, 0, -1, -1, 1000).tags().tags().compact_array(0).compact_string("r").tags()),
        (2, 5, False, Body().raw("ib", -1, 0).array(1).string(topic).array(1).raw("iiq", 0, -1, -1)),
        (2, 7, True, Body().raw("ib", -1, 0).compact_array(1).compact_string(topic).compact_array(1).raw("iiq", 0, -1, -1)
            .tags().tags().tags()),
        (3, 5, False, Body().array(2).string(topic).string("other").raw("b", 0)),
        (3, 9, True, Body().compact_array(1).compact_string(topic).tags().raw("bbb", 0, 0, 0).tags()),
        (8, 7, False, Body().string("g").raw("i", 1).string("member").string("instance").array(1).string(topic).array(1)
            .raw("iqi", 0, 1, -1).string("metadata")),
        (9, 5, False, Body().string("g").array(1).string(topic).array(1).raw("i", 0)),
        (9, 8, True, Body().compact_array(1).compact_string("g").compact_array(1).compact_string(topic).compact_array(1)
            .raw("i", 0).tags().tags().raw("b", 0).tags()),
        (10, 2, False, Body().string("g").raw("b", 0)),
        (10, 4, True, Body().raw("b", 0).compact_array(1).compact_string("g").tags()),
        (11, 5, False, Body().string("g").raw("ii", 6000, 6000).string("").string("i").string("consumer").array(1)
            .string("range").bytes(b"\0\1\0\0\0\0\xff\xff\xff\xff")),
        (12, 3, False, Body().string("g").raw("i", 1).string("member").string("instance")),
        (12, 4, True, Body().compact_string("g").raw("i", 1).compact_string("m").compact_string("i").tags()),
        (13, 3, False, Body().string("g").array(1).string("member").string("instance")),
        (14, 3, False, Body().string("g").raw("i", 1).string("member").string("instance").array(1).string("m").bytes(b"a")),
        (15, 4, False, Body().array(1).string("g").raw("b", 0)),
        (16, 4, True, Body().compact_array(1).compact_string("Stable").tags()),
        (18, 3, True, Body().compact_string("garbage").compact_string("1").tags()),
        (19, 4, False, Body().array(1).string("x").raw("ih", 1, 1).array(0).array(1).string("a").string("b").raw("ib", 1000, 1)),
        (20, 3, False, Body().array(1).string(topic).raw("i", 1000)),
        (21, 1, False, Body().array(1).string(topic).array(1).raw("iq", 0, 0).raw("i", 1000)),
        (22, 1, False, Body().string("tx").raw("i", 1000)),
        (22, 2, True, Body().compact_string("tx").raw("i", 1000).tags()),
        (23, 3, False, Body().raw("i", -1).array(1).string(topic).array(1).raw("iii", 0, 0, 0)),
        (32, 1, False, Body().array(1).raw("b", 2).string(topic).array(1).string("retention.ms").raw("b", 0)),
        (32, 4, True, Body().compact_array(1).raw("b", 32).compact_string("g").compact_array(1)
            .compact_string("consumer.session.timeout.ms").tags().raw("bb", 1, 1).tags()),
        (34, 2, True, Body().compact_array(1).compact_string("/nowhere").compact_array(1).compact_string(topic)
            .compact_array(1).raw("i", 0).tags().tags().tags()),
        (35, 1, False, Body().array(1).string(topic).array(1).raw("i", 0)),
        (35, 4, True, Body().compact_array(1).compact_string(topic).compact_array(1).raw("i", 0).tags().tags()),
        (37, 1, False, Body().array(1).string(topic).raw("i", 2).array(1).array(1).raw("i", 1).raw("ib", 1000, 1)),
        (42, 1, False, Body().array(1).string("g")),
        (43, 1, False, Body().raw("b", 0).array(1).string(topic).array(1).raw("i", 0).raw("i", 1000)),
        (43, 2, True, Body().raw("b", 1).compact_array(1).compact_string(topic).compact_array(1).raw("i", 0).tags()
            .raw("i", 1000).tags()),
        (44, 0, False, Body().array(1).raw("b", 2).string(topic).array(1).string("a").raw("b", 0).string("b").raw("b", 1)),
        (44, 1, True, Body().compact_array(1).raw("b", 16).compact_string("s").compact_array(1).compact_string("match")
            .raw("b", 0).compact_string("client_id=(a|b)*[c-d]{2,5}").tags().tags().raw("b", 1).tags()),
        (45, 1, True, Body().raw("ib", 1000, 1).compact_array(1).compact_string(topic).compact_array(1).raw("i", 0)
            .compact_array(2).raw("ii", 1, 2).tags().tags().tags()),
        (46, 0, True, Body().raw("i", 1000).compact_array(1).compact_string(topic).compact_array(1).raw("i", 0).tags().tags()),
        (47, 0, False, Body().string("g").array(1).string(topic).array(1).raw("i", 0)),
        (55, 2, True, Body().compact_array(1).compact_string("__cluster_metadata").compact_array(1).raw("i", 0).tags()
            .tags().tags()),
        (57, 1, True, Body().raw("i", 1000).compact_array(1).compact_string("metadata.version").raw("hb", 21, 1).tags()
            .raw("b", 1).tags()),
        (60, 0, True, Body().raw("b", 0).tags()),
        (61, 0, True, Body().compact_array(1).compact_string(topic).compact_array(1).raw("i", 0).tags().tags()),
        (64, 0, True, Body().raw("i", 77).tags()),
        (71, 0, True, Body().raw("qq", 1, 2).tags()),
        (72, 0, True, Body().raw("qqibb", 1, 2, 3, 0, 4).compact_string("metrics").tags()),
        (74, 1, True, Body().compact_array(2).raw("bb", 2, 16).tags()),
        (75, 0, True, Body().compact_array(1).compact_string(topic).tags().raw("i", 100).raw("b", -1).tags()),
    ]


def framed(api, version, flexible, body):
    header = struct.pack(">hhih", api, version, 7, 2) + b"gb" + (b"\0" if flexible else b"")
    payload = header + body
    return struct.pack(">i", len(payload)) + payload


def whole_frames():
    """Each request unspoilt."""
    return [framed(api, version, flexible, bytes(body.data)) for api, version, flexible, body in requests()]


def spoilt_frames():
    """Each request with each of its lengths spoilt in each way."""
    frames = [
        framed(api, version, flexible, wrong)
        for api, version, flexible, body in requests()
        for wrong in body.spoilt()
    ]
    for length in (-2, -32768, 32767):  # the client id in the header
        frames.append(struct.pack(">ihhih", 20, 3, 1, 7, length) + b"0123456789")
    return frames


# What an attack does: the bytes, and whether the broker must end the connection or answer by itself.
# Where it need not (a frame that has not come whole), the attacker leaves.
def attacks(seed):
    """Endless (kind, bytes, whether to wait for the broker)."""
    noise = random.Random(seed)
    whole = whole_frames()
    spoilt = spoilt_frames()
    while True:
        yield "spoilt", noise.choice(spoilt), True
        yield "random", struct.pack(">I", noise.randrange(0x80000000, 1 << 32)) + noise.randbytes(noise.randrange(1, 300)), True
        yield "spoilt", noise.choice(spoilt), True
        yield "two gigabytes", struct.pack(">i", noise.choice([(1 << 31) - 1, 1 << 30, 104_857_601])) + noise.randbytes(40), True
        frame = noise.choice(whole)
        yield "cut short", frame[: noise.randrange(1, len(frame))], False
        yield "random", noise.randbytes(noise.randrange(1, 200)), False
        payload = noise.randbytes(noise.randrange(1, 60))
        yield "random in a frame", struct.pack(">i", len(payload)) + payload, True
        yield "unknown api", framed(noise.choice([-1, 93, 500, 32767]), noise.randrange(-2, 40), False, b""), True
