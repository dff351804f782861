"""Sees what servers on some ports of the loopback interface send, and looks for addresses in it."""

import ctypes
import ipaddress
import socket
import struct
import threading

ETH_P_IP = 0x0800
SOL_PACKET, PACKET_STATISTICS = 263, 6
SO_ATTACH_FILTER = 26


def port_filter(ports):
    """A packet filter that lets through what comes from these TCP ports, so that other traffic fills no buffer."""
    load_protocol, load_header_length, load_port = (0x30, 0, 0, 9), (0xB1, 0, 0, 0), (0x48, 0, 0, 0)
    jump_equal, give = 0x15, 0x06
    program = [load_protocol, (jump_equal, 0, len(ports) + 2, socket.IPPROTO_TCP), load_header_length, load_port]
    program += [(jump_equal, len(ports) - index, 0, port) for index, port in enumerate(ports)]
    program += [(give, 0, 0, 0), (give, 0, 0, 1 << 18)]
    code = b"".join(struct.pack("HBBI", *instruction) for instruction in program)
    return code, len(program)


class Sniffer:
    """Keeps the bytes of each direction that comes from the given ports, until `stop`."""

    def __init__(self, ports):
        self.ports = set(ports)
        self.streams = {}
        self.packets = 0
        self.dropped = 0
        self.socket = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(ETH_P_IP))
        code, length = port_filter(list(ports))
        memory = ctypes.create_string_buffer(code)
        self.socket.setsockopt(
            socket.SOL_SOCKET, SO_ATTACH_FILTER, struct.pack("HL", length, ctypes.addressof(memory)))
        self.socket.bind(("lo", ETH_P_IP))
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 << 20)
        self.socket.settimeout(0.2)
        self.stopping = False
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while not self.stopping:
            try:
                packet, where = self.socket.recvfrom(1 << 17)
            except TimeoutError:
                continue
            # A socket for every protocol would be shown each packet as it leaves, too.
            if where[2] != socket.PACKET_OUTGOING:
                self.take(packet)

    def take(self, packet):
        header = (packet[0] & 15) * 4
        if packet[9] != socket.IPPROTO_TCP:
            return
        source, target = struct.unpack_from(">HH", packet, header)
        if source not in self.ports:
            return
        end = struct.unpack_from(">H", packet, 2)[0] or len(packet)
        data = packet[header + (packet[header + 12] >> 4) * 4:end]
        if data:
            self.packets += 1
            self.streams.setdefault((source, target), bytearray()).extend(data)

    def stop(self):
        self.stopping = True
        self.thread.join()
        statistics = self.socket.getsockopt(SOL_PACKET, PACKET_STATISTICS, 8)
        self.dropped = struct.unpack("II", statistics)[1]
        self.socket.close()

    def bytes_seen(self):
        return sum(len(stream) for stream in self.streams.values())

    def find(self, addresses):
        """The (host, port) pairs among those given that were sent, in the forms that answers have them in."""
        found = set()
        for host, port in addresses:
            name = host.encode()
            forms = [
                struct.pack(">h", len(name)) + name + struct.pack(">i", port),
                bytes([len(name) + 1]) + name + struct.pack(">i", port),
                bytes([len(name) + 1]) + name + struct.pack(">H", port),  # as DescribeQuorum has it
                f"{host}:{port}".encode(),
            ]
            if any(form in stream for stream in self.streams.values() for form in forms):
                found.add((host, port))
        return found


def addresses_of(bootstraps):
    """host:port,... as pairs, with the names that a loopback address goes by."""
    pairs = set()
    for item in bootstraps.split(","):
        host, _, port = item.rpartition(":")
        pairs.add((host, int(port)))
        if ipaddress.ip_address(host).is_loopback:
            pairs.add(("localhost", int(port)))
    return pairs
