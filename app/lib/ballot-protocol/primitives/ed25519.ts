// The subgroup of prime order of edwards25519, on noble-curves (SPECIFICATION §2.1).
// Differs from RFC 8032: the 32 bytes of an encoded point are written in hexadecimal in reversed order.
import { ed25519 } from "@noble/curves/ed25519.js";
import type { RandomBytes } from "../platform.ts";
import type { CommitmentRequest, FixedBase, Group } from "./group.ts";
import { modulo, randomNonZeroScalar } from "./scalars.ts";

type Point = InstanceType<typeof ed25519.Point>;

const { Point } = ed25519;
const order = Point.Fn.ORDER; // q
const hexadecimal = /^[0-9a-f]{64}$/;

/** Turns the order of bytes in hexadecimal round. */
export function reverseHex(hex: string): string {
  let reversed = "";
  for (let offset = hex.length - 2; offset >= 0; offset -= 2) reversed += hex.slice(offset, offset + 2);
  return reversed;
}

function parseMember(text: string): Point | undefined {
  if (!hexadecimal.test(text)) return undefined;
  try {
    const point = Point.fromHex(reverseHex(text), false);
    return point.isTorsionFree() ? point : undefined;
  } catch {
    return undefined;
  }
}

function serialize(point: Point): string {
  return reverseHex(point.toHex());
}

function power(point: Point, exponent: bigint): Point {
  return point.multiplyUnsafe(modulo(exponent, order));
}

/** Security: noble's `multiply` takes the same steps for every exponent; zero is treated apart because it refuses it. */
function secretMultiple(point: Point, exponent: bigint): Point {
  return exponent === 0n || point.is0() ? Point.ZERO : point.multiply(exponent);
}

/** Security: noble blinds only multiples of its own base point, so the secret is split here: x = s + (x − s). */
function secretPower(point: Point, exponent: bigint, random: RandomBytes): Point {
  const share = randomNonZeroScalar(order, random);
  const rest = modulo(exponent - share, order);
  return secretMultiple(point, share).add(secretMultiple(point, rest));
}

function prepareBase(point: Point): FixedBase<Point> {
  if (!point.is0()) point.precompute(6);
  return { element: point };
}

function recomputeCommitments(requests: readonly CommitmentRequest<Point>[]): string[] {
  return requests.map(({ base, response, element, challenge, shift }) => {
    const shifted = shift === 0 ? element : element.subtract(power(Point.BASE, BigInt(shift)));
    return serialize(power(base.element, response).add(power(shifted, challenge)));
  });
}

/** Ed25519 in plain TypeScript. */
export const ed25519Group: Group<Point> = {
  name: "Ed25519",
  backend: "noble-curves",
  order,
  identity: Point.ZERO,
  generator: { element: Point.BASE },
  parseMember,
  serialize,
  isEqual: (left, right) => left.equals(right),
  multiply: (left, right) => left.add(right),
  invert: (point) => point.negate(),
  power,
  prepareBase,
  powerOfBase: (base, exponent) => power(base.element, exponent),
  recomputeCommitments,
  secretPowerOfBase: (base, exponent) => secretMultiple(base.element, modulo(exponent, order)),
  secretPower,
};
