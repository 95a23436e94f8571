"""Identity providers that really sign, with the `openssl` of the machine: one of OpenID Connect, one of SAML."""

import base64
import contextlib
import datetime
import hashlib
import http.server
import json
import ssl
import subprocess
import threading
import time

CURVES = {"ES256": ("prime256v1", "P-256", 32), "ES384": ("secp384r1", "P-384", 48), "ES512": ("secp521r1", "P-521", 66)}
DIGESTS = {"256": "-sha256", "384": "-sha384", "512": "-sha512"}


def openssl(*arguments, stdin=b""):
    done = subprocess.run(["openssl", *map(str, arguments)], input=stdin, capture_output=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def url_safe(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class SigningKey:
    """A key that signs tokens as `algorithm` has it."""

    def __init__(self, folder, algorithm, name="key"):
        self.algorithm, self.name, self.file = algorithm, name, folder / f"{algorithm}-{name}.pem"
        if algorithm in CURVES:
            openssl("ecparam", "-name", CURVES[algorithm][0], "-genkey", "-noout", "-out", self.file)
        else:
            openssl("genrsa", "-out", self.file, "2048")

    def jwk(self):
        common = {"kid": self.name, "use": "sig", "alg": self.algorithm}
        if self.algorithm in CURVES:
            _, curve, size = CURVES[self.algorithm]
            point = openssl("ec", "-in", self.file, "-pubout", "-outform", "DER")[-2 * size:]
            return {**common, "kty": "EC", "crv": curve, "x": url_safe(point[:size]), "y": url_safe(point[size:])}
        modulus = openssl("rsa", "-in", self.file, "-noout", "-modulus").decode().strip().split("=")[1]
        return {**common, "kty": "RSA", "n": url_safe(bytes.fromhex(modulus)), "e": "AQAB"}

    def sign(self, claims):
        header = {"alg": self.algorithm, "kid": self.name, "typ": "JWT"}
        signed = ".".join(url_safe(json.dumps(part).encode()) for part in (header, claims))
        signature = openssl("dgst", DIGESTS[self.algorithm[2:]], "-sign", self.file, stdin=signed.encode())
        if self.algorithm in CURVES:
            signature = fixed(signature, CURVES[self.algorithm][2])
        return f"{signed}.{url_safe(signature)}"


def fixed(der, size):
    """A signature of an elliptic curve as two numbers of fixed length, from its DER."""
    at = 3 if der[1] & 0x80 else 2
    numbers = []
    for _ in range(2):
        length = der[at + 1]
        numbers.append(int.from_bytes(der[at + 2:at + 2 + length], "big").to_bytes(size, "big"))
        at += 2 + length
    return b"".join(numbers)


class Issuer:
    """A provider of OpenID Connect on this machine, over TLS. Its URL ends in `path`."""

    def __init__(self, folder, path=""):
        certificate, key = folder / "issuer.pem", folder / "issuer-key.pem"
        openssl(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", 2,
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:TRUE",
        )
        der = openssl("x509", "-in", certificate, "-outform", "DER")
        self.thumbprint = hashlib.sha1(der).hexdigest()
        self.keys, self.status = [], 200
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate, key)
        self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.base = path.rstrip("/")
        self.host = f"localhost:{self.server.server_port}{path}"
        self.url = f"https://{self.host}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def handler(issuer):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                keys = f"{issuer.base}/keys"
                documents = {
                    f"{issuer.base}/.well-known/openid-configuration": {
                        "issuer": issuer.url,
                        "jwks_uri": f"https://localhost:{issuer.server.server_port}{keys}",
                    },
                    keys: {"keys": [key.jwk() for key in issuer.keys]},
                }
                body = json.dumps(documents.get(self.path, {})).encode()
                self.send_response(issuer.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return Handler

    def claims(self, **changes):
        now = int(time.time())
        claims = {"iss": self.url, "aud": "app", "sub": "bob-17", "iat": now, "exp": now + 600, **changes}
        return {name: value for name, value in claims.items() if value is not None}

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


@contextlib.contextmanager
def issuing(folder, path=""):
    issuer = Issuer(folder, path)
    try:
        yield issuer
    finally:
        issuer.stop()


# SAML. Texts are written in canonical form, so that what is digested is what is sent.

ENTITY = "https://idp.example.com/metadata"
SIGNED_INFO = (
    '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">'
    '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:CanonicalizationMethod>'
    '<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></ds:SignatureMethod>'
    '<ds:Reference URI="#{id}"><ds:Transforms>'
    '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>'
    '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform></ds:Transforms>'
    '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>'
    "<ds:DigestValue>{digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>"
)


def attribute(name, *values):
    values = "".join(f"<saml:AttributeValue>{value}</saml:AttributeValue>" for value in values)
    return f'<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/{name}">{values}</saml:Attribute>'


class SamlProvider:
    """A provider of SAML: metadata, and responses that it signs."""

    def __init__(self, folder):
        self.folder, self.key, self.certificate = folder, folder / "saml-key.pem", folder / "saml.pem"
        openssl(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", self.key, "-out", self.certificate,
            "-days", 2, "-subj", "/CN=idp",
        )

    def metadata(self):
        certificate = base64.b64encode(openssl("x509", "-in", self.certificate, "-outform", "DER")).decode()
        return (
            f'<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{ENTITY}">'
            '<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">'
            '<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">'
            f"<ds:X509Data><ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
            "</md:KeyDescriptor>"
            '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" '
            'Location="https://idp.example.com/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>'
        )

    def assertion(self, *attributes):
        now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        issued, until = (f"{time:%Y-%m-%dT%H:%M:%SZ}" for time in (now, now + datetime.timedelta(minutes=4)))
        return (
            f'<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="a1" IssueInstant="{issued}" Version="2.0">'
            f"<saml:Issuer>{ENTITY}</saml:Issuer><saml:Subject>"
            '<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">bob-17</saml:NameID>'
            '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">'
            f'<saml:SubjectConfirmationData NotOnOrAfter="{until}" Recipient="https://signin.aws.amazon.com/saml">'
            "</saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>"
            f'<saml:Conditions NotBefore="{issued}" NotOnOrAfter="{until}"><saml:AudienceRestriction>'
            "<saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction></saml:Conditions>"
            f"<saml:AttributeStatement>{''.join(attributes)}</saml:AttributeStatement></saml:Assertion>"
        )

    @staticmethod
    def response(assertion):
        return (
            '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="r1" Version="2.0"><samlp:Status>'
            '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"></samlp:StatusCode></samlp:Status>'
            f"{assertion}</samlp:Response>"
        )

    def sign(self, canonical, element_id):
        """The element with a signature before its end."""
        digest = base64.b64encode(hashlib.sha256(canonical.encode()).digest()).decode()
        info = SIGNED_INFO.format(id=element_id, digest=digest)
        value = base64.b64encode(openssl("dgst", "-sha256", "-sign", self.key, stdin=info.encode())).decode()
        signature = (
            f'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">{info}'
            f"<ds:SignatureValue>{value}</ds:SignatureValue></ds:Signature>"
        )
        head, _, tail = canonical.rpartition("</")
        return f"{head}{signature}</{tail}"

    def encrypted(self, assertion, public_key):
        """The assertion, for the holder of the private key."""
        key, vector = b"k" * 32, b"i" * 16
        data = vector + openssl("enc", "-aes-256-cbc", "-K", key.hex(), "-iv", vector.hex(), stdin=assertion.encode())
        wrapped = openssl(
            "pkeyutl", "-encrypt", "-pubin", "-inkey", public_key, "-pkeyopt", "rsa_padding_mode:oaep", stdin=key,
        )
        data, wrapped = (base64.b64encode(part).decode() for part in (data, wrapped))
        return (
            '<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">'
            '<xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" Type="http://www.w3.org/2001/04/xmlenc#Element">'
            '<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"></xenc:EncryptionMethod>'
            '<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey>'
            '<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"></xenc:EncryptionMethod>'
            f"<xenc:CipherData><xenc:CipherValue>{wrapped}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>"
            f"<xenc:CipherData><xenc:CipherValue>{data}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>"
            "</saml:EncryptedAssertion>"
        )
