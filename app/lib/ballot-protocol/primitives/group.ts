// What the protocol needs from a group of prime order, written multiplicatively (SPECIFICATION §2).
// `PublicArithmetic` is enough to verify, so fast back ends implement only that; `Group` adds the operations on secrets.
import type { RandomBytes } from "../platform.ts";
import type { GroupName } from "./group-name.ts";

/** A base that is raised to many exponents, with whatever tables its back end made for it. */
export interface FixedBase<Element> {
  readonly element: Element;
}

/** One commitment to recompute: base^response · (element / g^shift)^challenge. */
export interface CommitmentRequest<Element> {
  readonly base: FixedBase<Element>;
  readonly response: bigint; // r
  readonly element: Element; // X, α or β
  readonly challenge: bigint; // c
  readonly shift: number; // M
}

/** Arithmetic on public values only: it may take longer for some values than for others. */
export interface PublicArithmetic<Element> {
  readonly name: GroupName;
  /** Which implementation this is; told in reports. */
  readonly backend: string;
  readonly order: bigint; // q
  readonly identity: Element;
  readonly generator: FixedBase<Element>; // g
  /** Reads an element, or gives undefined if the text is not the one canonical form of a member of the group. */
  parseMember(text: string): Element | undefined;
  serialize(element: Element): string;
  isEqual(left: Element, right: Element): boolean;
  multiply(left: Element, right: Element): Element;
  invert(element: Element): Element;
  power(element: Element, exponent: bigint): Element;
  prepareBase(element: Element): FixedBase<Element>;
  powerOfBase(base: FixedBase<Element>, exponent: bigint): Element;
  /** Recomputes commitments and gives their canonical texts, ready to be hashed. */
  recomputeCommitments(requests: readonly CommitmentRequest<Element>[]): string[];
  /** Hints that another ballot begins: tables of the elements read so far may go; the elements stay valid. */
  forgetElements?(): void;
}

/** A whole group: public arithmetic and operations whose exponent is a secret. */
export interface Group<Element> extends PublicArithmetic<Element> {
  secretPowerOfBase(base: FixedBase<Element>, exponent: bigint): Element;
  /** Security: the exponent is split at random, because the same one meets many bases. */
  secretPower(element: Element, exponent: bigint, random: RandomBytes): Element;
}

/** Makes the arithmetic of a group; what a caller passes to choose a faster back end for verification. */
export interface VerificationBackend {
  readonly name: string;
  arithmeticOf(group: GroupName): PublicArithmetic<unknown>;
}
