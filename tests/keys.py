"""Keys and certificates as customers make them, with OpenSSL and OpenSSH."""

import functools
import pathlib
import subprocess
import tempfile

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="deputy-keys-"))


def run(*command, given=None):
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True, cwd=FOLDER, timeout=120)
    return done.stdout


@functools.cache
def private_key(name="key", kind="rsa:2048"):
    """A private key in PEM, as PKCS #8; the same one for the same name."""
    algorithm, _, detail = kind.partition(":")
    option = {"rsa": "rsa_keygen_bits", "ec": "ec_paramgen_curve"}[algorithm]
    return run("openssl", "genpkey", "-algorithm", algorithm.upper(), "-pkeyopt", f"{option}:{detail}")


def traditional(key):
    """The same key as PKCS #1 or SEC 1."""
    return run("openssl", "pkey", "-traditional", given=key)


def encrypted(key):
    return run("openssl", "pkey", "-aes256", "-passout", "pass:secret", given=key)


def subject(name, key):
    kept = FOLDER / f"{name}.key"
    kept.write_text(key)
    return "-subj", f"/CN={name}.example.com", "-key", str(kept)


@functools.cache
def certificate(name="leaf", key=None):
    """A certificate that signed itself, for the key of this name."""
    told = subject(name, key or private_key(name))
    return run("openssl", "req", "-x509", "-new", *told, "-days", "3650")


@functools.cache
def certificate_under(name, issuer, issuer_certificate):
    """A certificate for the key of this name, signed by the key of the issuer's name."""
    request = run("openssl", "req", "-new", *subject(name, private_key(name)))
    (FOLDER / f"{issuer}.pem").write_text(issuer_certificate)
    subject(issuer, private_key(issuer))
    signer = ("-CA", f"{issuer}.pem", "-CAkey", f"{issuer}.key", "-set_serial", "7", "-days", "3650")
    return run("openssl", "x509", "-req", *signer, given=request)


def ssh_public(key):
    """The public key as `ssh-rsa …`, without a comment."""
    kept = FOLDER / "ssh"
    kept.unlink(missing_ok=True)
    kept.touch(mode=0o600)
    kept.write_text(traditional(key) if "RSA" in key or "BEGIN PRIVATE" in key else key)
    return " ".join(run("ssh-keygen", "-y", "-f", str(kept)).split()[:2])


def pem_public(key):
    return run("openssl", "pkey", "-pubout", given=key)


def fingerprint(ssh):
    """The MD5 digest of a public key, as OpenSSH tells it."""
    kept = FOLDER / "ssh.pub"
    kept.write_text(ssh + "\n")
    return run("ssh-keygen", "-l", "-E", "md5", "-f", str(kept)).split()[1].removeprefix("MD5:")
