import json
import re

from first_adapter import Refused

MOST_BYTES = 524_288
MOST_DEEP = 4


def number(token):
    if not re.fullmatch(r"-?(0|[1-9][0-9]*)", token) or token == "-0":
        raise Refused("text-number")
    if len(token) > 17 or abs(int(token)) >= 2**53:
        raise Refused("text-range")
    return int(token)


def no_json(token):
    raise Refused("text-json")


def members(pairs):
    if len({name for name, _ in pairs}) < len(pairs):
        raise Refused("text-duplicate")
    return dict(pairs)


def parse(text):
    try:
        json.loads(text, parse_int=str, parse_constant=no_json)
    except json.JSONDecodeError:
        raise Refused("text-json")
    except RecursionError:
        raise Refused("text-depth")
    return json.loads(text, parse_int=number, parse_float=number, object_pairs_hook=members)


def write(value, depth=1):
    if value is None:
        raise Refused("text-null")
    if isinstance(value, (dict, list)) and depth > MOST_DEEP:
        raise Refused("text-depth")
    if isinstance(value, list):
        return "[" + ",".join(write(element, depth + 1) for element in value) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(write(name) + ":" + write(value[name], depth + 1) for name in names) + "}"
    return json.dumps(value, ensure_ascii=False)


def canonical(data):
    """The canonical form of a text."""
    if len(data) > MOST_BYTES:
        raise Refused("text-size")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("text-utf8")
    form = write(parse(text))
    if re.search("[\ud800-\udfff]", form):
        raise Refused("text-surrogate")
    return form
