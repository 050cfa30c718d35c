"""Says yes to every question and does nothing else: what is left to measure is the judge."""

import json
import os

OPERATIONS = ["canonical.encode", "id.parse", "id.sort", "signature.verify", "blob.id"]
DOCUMENTS = ["record.verify", "record.id", "record.sign", "document.merge"]
HELLO = {
    "protocol": 1,
    "implementation": {"name": "null", "version": "1", "language": "Python"},
    "profiles": ["core", "documents"],
    "operations": {name: {} for name in OPERATIONS + DOCUMENTS},
    "window": 64,
}


def answer(request):
    """The response to one request, as a line."""
    response = {"jsonrpc": "2.0", "id": request["id"]}
    if request["method"].startswith("probe."):
        response["error"] = {"code": -32601, "message": "no such method"}
    else:
        response["result"] = HELLO if request["method"] == "hello" else {"ok": {}}
    return json.dumps(response).encode() + b"\n"


rest = b""
while chunk := os.read(0, 1 << 20):
    *lines, rest = (rest + chunk).split(b"\n")
    out = b"".join(answer(json.loads(line)) for line in lines)
    while out:
        out = out[os.write(1, out) :]
