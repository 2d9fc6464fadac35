"""Release keys: Ed25519, the private half outside the repository, the public half in models/keys."""

import base64
import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def public_pem(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def key_id(key: Ed25519PublicKey) -> str:
    """The first 16 hexadecimal digits of the sha256 of the key's SPKI bytes."""
    return hashlib.sha256(key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)).hexdigest()[:16]


def private_key_file() -> Path:
    named = os.environ.get("RELEASE_KEY_FILE")
    if not named:
        raise SystemExit("RELEASE_KEY_FILE is not set: name the release key (PEM), or make one with `python -m training new-key`.")
    return Path(named)


def private_key() -> Ed25519PrivateKey:
    return serialization.load_pem_private_key(private_key_file().read_bytes(), password=None)


def new_key(models: Path) -> str:
    """Makes a key pair: the private half at RELEASE_KEY_FILE (which must not exist), the public half under models/keys."""
    file, key = private_key_file(), Ed25519PrivateKey.generate()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(pem)
    publish(key.public_key(), models)
    return key_id(key.public_key())


def publish(key: Ed25519PublicKey, models: Path) -> None:
    (models / "keys").mkdir(parents=True, exist_ok=True)
    (models / "keys" / f"{key_id(key)}.pem").write_bytes(public_pem(key))


def sign(folder: Path, key: Ed25519PrivateKey) -> None:
    """Writes manifest.sig: base64 of the signature over the exact bytes of manifest.json."""
    (folder / "manifest.sig").write_bytes(base64.b64encode(key.sign((folder / "manifest.json").read_bytes())) + b"\n")


def signed_by(folder: Path, models: Path) -> str | None:
    """The id of the known key that signed the folder's manifest; None when none did."""
    signature = base64.b64decode((folder / "manifest.sig").read_bytes())
    for pem in sorted((models / "keys").glob("*.pem")):
        try:
            serialization.load_pem_public_key(pem.read_bytes()).verify(signature, (folder / "manifest.json").read_bytes())
            return pem.stem
        except InvalidSignature:
            continue
    return None
