"""Decodes protocol messages from the reference's message descriptions: slow, simple, and not the code under test."""

import json
import pathlib
import struct
import uuid

FIXED = {"bool": "?", "int8": "b", "int16": "h", "uint16": "H", "int32": "i", "uint32": "I", "int64": "q", "float64": "d"}


class SchemaFailure(Exception):
    """The bytes are no such message."""


def covers(versions, version):
    """Whether a range such as "3+", "1-4", "2" or "none" holds a version."""
    if not versions or versions == "none":
        return False
    if versions.endswith("+"):
        return version >= int(versions[:-1])
    low, _, high = versions.partition("-")
    return int(low) <= version <= int(high or low)


class Schemas:
    """The response descriptions of a reference directory, by API key."""

    def __init__(self, reference):
        self.responses = {}
        for path in sorted(pathlib.Path(reference, "messages").glob("*Response.json")):
            message = json.loads(path.read_text())
            self.responses[message.get("apiKey")] = message

    def decode(self, key, version, data):
        """A response without its length: header and body as one dictionary."""
        message = self.responses[key]
        flexible = covers(message["flexibleVersions"], version)
        reader = Reader(data, version, flexible, {one["name"]: one["fields"] for one in message.get("commonStructs", [])})
        reader.fixed("i")  # correlation id
        if flexible and key != 18:
            reader.tags({})
        result = reader.struct(message["fields"])
        if reader.at != len(data):
            raise SchemaFailure(f"{len(data) - reader.at} bytes left over")
        return result


class Reader:
    """A cursor over one message."""

    def __init__(self, data, version, flexible, common):
        self.data = data
        self.version = version
        self.flexible = flexible
        self.common = common
        self.at = 0

    def take(self, size):
        if size < 0 or self.at + size > len(self.data):
            raise SchemaFailure(f"{size} bytes wanted at {self.at} of {len(self.data)}")
        self.at += size
        return self.data[self.at - size : self.at]

    def fixed(self, layout):
        return struct.unpack(">" + layout, self.take(struct.calcsize(layout)))[0]

    def varint(self):
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def length(self, classic):
        return self.varint() - 1 if self.flexible else self.fixed(classic)

    def struct(self, fields):
        result, tagged = {}, {}
        for field in fields:
            if covers(field.get("taggedVersions"), self.version):
                tagged[field["tag"]] = field
            elif covers(field["versions"], self.version):
                result[field["name"]] = self.value(field["type"], field)
        if self.flexible:
            result.update(self.tags(tagged))
        return result

    def tags(self, known):
        result = {}
        for _ in range(self.varint()):
            tag, size = self.varint(), self.varint()
            end = self.at + size
            if tag in known:
                result[known[tag]["name"]] = self.value(known[tag]["type"], known[tag])
            self.at = end
        return result

    def value(self, kind, field):
        if kind in FIXED:
            return self.fixed(FIXED[kind])
        if kind == "uuid":
            return str(uuid.UUID(bytes=bytes(self.take(16))))
        if kind == "string":
            size = self.length("h")
            return None if size < 0 else self.take(size).decode()
        if kind in ("bytes", "records"):
            size = self.length("i")
            return None if size < 0 else self.take(size).hex()
        if kind.startswith("[]"):
            size = self.length("i")
            return None if size < 0 else [self.value(kind[2:], field) for _ in range(size)]
        if covers(field.get("nullableVersions"), self.version) and not field["type"].startswith("[]") and self.fixed("b") < 0:
            return None
        return self.struct(field.get("fields") or self.common[kind])
