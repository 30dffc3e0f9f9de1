// What the tree of networks must be, from nothing but prefixes: no database, no keys, no parents kept. Slower and simpler than the register.
import type { Prefix } from "#app/lib/ip-addresses/index.ts";
import { prefixAround, prefixHolds } from "#app/lib/ip-addresses/index.ts";

interface Known {
  readonly prefix: Prefix;
  readonly isDirect: boolean;
}

export class NetworkModel {
  readonly #known: Map<string, Known>;

  constructor(direct: readonly Prefix[], known?: ReadonlyMap<string, Known>) {
    this.#known = new Map(known ?? direct.map((prefix) => [keyOf(prefix), { prefix, isDirect: true }]));
  }

  copy(): NetworkModel {
    return new NetworkModel([], this.#known);
  }

  get size(): number {
    return this.#known.size;
  }

  has(prefix: Prefix): boolean {
    return this.#known.has(keyOf(prefix));
  }

  /** One of those that lie below a direct one; undefined where there is none. */
  pick(number: number): Prefix | undefined {
    const given = [...this.#known.values()].filter(({ isDirect }) => !isDirect);
    return given[number % Math.max(1, given.length)]?.prefix;
  }

  /** The smallest network that holds the prefix and is another. */
  parentOf(prefix: Prefix): Prefix | undefined {
    for (let length = prefix.length - 1; length >= 0; length -= 1) {
      const known = this.#known.get(keyOf(prefixAround({ family: prefix.family, value: prefix.start }, length)));
      if (known !== undefined) return known.prefix;
    }
    return undefined;
  }

  place(prefix: Prefix): "done" | "NETWORK_EXISTS" | "NETWORK_NOT_DELEGATED" {
    if (this.has(prefix)) return "NETWORK_EXISTS";
    if (this.parentOf(prefix) === undefined) return "NETWORK_NOT_DELEGATED";
    this.#known.set(keyOf(prefix), { prefix, isDirect: false });
    return "done";
  }

  withdraw(prefix: Prefix): void {
    if (!this.#known.delete(keyOf(prefix))) throw new Error(`${keyOf(prefix)} is not there`);
  }

  /** A direct block becomes another one. What no longer fits ends with all inside it; under a new holder everything ends. */
  replaceDirect(before: Prefix, after: Prefix, hasNewHolder: boolean): void {
    const inside = [...this.#known.values()].map(({ prefix }) => prefix).filter((each) => isInside(before, each));
    const children = inside.filter((each) => keyOf(this.parentOf(each) ?? each) === keyOf(before));
    const ending = children.filter((each) => hasNewHolder || !isInside(after, each));
    for (const each of inside) if (ending.some((end) => prefixHolds(end, each))) this.withdraw(each);
    this.withdraw(before);
    this.#known.set(keyOf(after), { prefix: after, isDirect: true });
  }
}

function isInside(outer: Prefix, inner: Prefix): boolean {
  return outer.length < inner.length && prefixHolds(outer, inner);
}

function keyOf({ family, start, length }: Prefix): string {
  return `${family} ${start.toString(16)}/${length}`;
}
