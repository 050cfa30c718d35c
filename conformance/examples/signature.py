"""The rule for signatures, written out as in chapter 3. Points are (X, Y, Z, T) with x = X/Z, y = Y/Z and xy = T/Z."""

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)
ZERO = (0, 1, 1, 0)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def encode(point):
    x, y = point[0] * pow(point[2], -1, P) % P, point[1] * pow(point[2], -1, P) % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def decode(data):
    """The point, where the encoding is a canonical one of a point [SIG-4]."""
    number = int.from_bytes(data, "little")
    y, sign = number % 2**255, number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT % P
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P) if x * x % P == square and encode((x % P, y, 1, 0)) == data else None


BASE = decode(b"\x58" + b"\x66" * 31)


def combine(s, p, k, q):
    """[s]p + [k]q."""
    both, sum = add(p, q), ZERO
    for bit in reversed(range(256)):
        sum = add(sum, sum)
        term = {(1, 0): p, (0, 1): q, (1, 1): both}.get((s >> bit & 1, k >> bit & 1))
        sum = add(sum, term) if term else sum
    return sum


def is_small(point):
    for _ in range(3):
        point = add(point, point)
    return encode(point) == encode(ZERO)


def is_valid(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r, s = decode(key), decode(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L or is_small(a) or is_small(r):
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    minus_a = (P - a[0], a[1], 1, P - a[3])
    return encode(combine(s, BASE, k, minus_a)) == signature[:32]
