"""Signed bearer tokens for tests: an issuer of our own, whose key the openssl program makes and uses."""

import base64
import json
import subprocess
import time


def text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def openssl(*arguments, given=None):
    return subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=True).stdout


class Issuer:
    """A key of RSA in a directory, its public half as a JSON Web Key Set, and tokens signed with it."""

    def __init__(self, directory, name="issuer"):
        self.key = directory / f"{name}.pem"
        self.keys = directory / f"{name}.json"
        self.name = name
        if not self.key.exists():
            directory.mkdir(parents=True, exist_ok=True)
            openssl("genrsa", "-out", str(self.key), "2048")
        modulus = openssl("rsa", "-in", str(self.key), "-noout", "-modulus").decode().strip().partition("=")[2]
        self.keys.write_text(json.dumps({"keys": [
            {"kty": "RSA", "use": "sig", "kid": name, "n": text(bytes.fromhex(modulus)), "e": "AQAB"}]}))

    def token(self, subject, audience="kafka", seconds=600):
        now = int(time.time())
        claims = {"sub": subject, "iss": f"https://{self.name}", "aud": audience, "iat": now, "exp": now + seconds}
        head = {"alg": "RS256", "typ": "JWT", "kid": self.name}
        signed = ".".join(text(json.dumps(part).encode()) for part in (head, claims))
        return f"{signed}.{text(openssl('dgst', '-sha256', '-sign', str(self.key), given=signed.encode()))}"
