"""Answers the judge about identifiers. It needs Python 3.9 and nothing else."""

import base64
import json
import re
import sys

# The implementation. Yours is larger and lies elsewhere: import it.
ID = re.compile(r"(?:([@%&])b|\+([a-z][a-z0-9]{0,14})\.([bx]))([a-z2-7]{51}[aq])")
KINDS = {"@": "key", "%": "record", "&": "blob", "b": "space", "x": "open-space"}


class Refused(Exception):
    """The input breaks a rule; the argument is the rejection code."""


def parse_id(text):
    match = ID.fullmatch(text)
    if not match:
        raise Refused("id-form")
    sigil, name, letter, letters = match.groups()
    parsed = {"kind": KINDS[sigil or letter], "bytes": base64.b32decode(letters.upper() + "====").hex()}
    return {**parsed, "name": name} if name else parsed


def sort_ids(ids):
    return sorted(ids, key=lambda text: parse_id(text)["bytes"])


# The adapter. It turns a question into a call, and what that returns into an answer.
OPERATIONS = {
    "id.parse": lambda params: parse_id(params["id"]),
    "id.sort": lambda params: {"ids": sort_ids(params["ids"])},
}


def answer(operations, method, params):
    if method == "hello":
        implementation = {"name": "first", "version": "0.1.0", "language": "Python"}
        traits = {name: {} for name in operations}
        return {"result": {"protocol": 1, "implementation": implementation, "profiles": ["core"], "operations": traits}}
    if method not in operations:
        return {"error": {"code": -32601, "message": "no such method"}}
    try:
        return {"result": {"ok": operations[method](params)}}
    except Refused as refused:
        return {"result": {"reject": {"code": str(refused)}}}
    except Exception as error:
        return {"error": {"code": -32000, "message": repr(error)}}


def serve(operations):
    for line in sys.stdin.buffer:
        request = json.loads(line)
        result = answer(operations, request["method"], request.get("params"))
        print(json.dumps({"jsonrpc": "2.0", "id": request["id"], **result}), flush=True)


if __name__ == "__main__":
    serve(OPERATIONS)
