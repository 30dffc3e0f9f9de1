// Prefixes in memory, each in the smallest one around it: the most specific one of an address is found by one search and a few steps up.
// Prefixes never lie across each other (app/lib/ip-addresses), so sorted by first address and length each one stands after what is around it.
import type { IpFamily, Prefix } from "#app/lib/ip-addresses/index.ts";
import { comparePrefixes, prefixEnd } from "#app/lib/ip-addresses/index.ts";

interface Node<Value> {
  readonly first: bigint;
  readonly last: bigint;
  readonly length: number;
  value: Value;
  parent: Node<Value> | undefined;
}

export class PrefixTree<Value> {
  readonly #nodes: Readonly<Record<IpFamily, Node<Value>[]>> = { ipv4: [], ipv6: [] };
  /** Of each node the number that orders it, as far as a plain number can: a search reads those, which lie side by side in memory. */
  readonly #ranks: Readonly<Record<IpFamily, number[]>> = { ipv4: [], ipv6: [] };

  /** Puts many into an empty tree at once. */
  static of<Value extends { readonly prefix: Prefix }>(values: readonly Value[]): PrefixTree<Value> {
    const tree = new PrefixTree<Value>();
    for (const value of [...values].sort((left, right) => comparePrefixes(left.prefix, right.prefix))) {
      const nodes = tree.#nodes[value.prefix.family];
      const node = nodeOf(value.prefix, value);
      node.parent = climb(nodes.at(-1), node.last);
      nodes.push(node);
      tree.#ranks[value.prefix.family].push(rankOf(value.prefix.family, node.first));
    }
    return tree;
  }

  get size(): number {
    return this.#nodes.ipv4.length + this.#nodes.ipv6.length;
  }

  /** All of them, IPv4 first, in order. */
  *all(): Generator<Value> {
    for (const { value } of this.#nodes.ipv4) yield value;
    for (const { value } of this.#nodes.ipv6) yield value;
  }

  /** Puts a value at its prefix; what stood there before is replaced and given back. */
  put(prefix: Prefix, value: Value): Value | undefined {
    const nodes = this.#nodes[prefix.family];
    const existing = this.#nodeAt(prefix);
    if (existing !== undefined) {
      const before = existing.value;
      existing.value = value;
      return before;
    }
    const node = nodeOf(prefix, value);
    const place = this.#firstAfter(prefix.family, node.first, node.length);
    node.parent = climb(nodes[place - 1], node.last);
    nodes.splice(place, 0, node);
    this.#ranks[prefix.family].splice(place, 0, rankOf(prefix.family, node.first));
    for (let index = place + 1; index < nodes.length; index += 1) {
      const inside = nodes[index];
      if (inside === undefined || inside.first > node.last) break;
      if (inside.parent === node.parent) inside.parent = node;
    }
    return undefined;
  }

  /** Takes a prefix out; what lay directly in it lies in its parent then. Gives back what stood there. */
  remove(prefix: Prefix): Value | undefined {
    const nodes = this.#nodes[prefix.family];
    const node = this.#nodeAt(prefix);
    if (node === undefined) return undefined;
    const place = this.#firstAfter(prefix.family, node.first, node.length) - 1;
    nodes.splice(place, 1);
    this.#ranks[prefix.family].splice(place, 1);
    for (let index = place; index < nodes.length; index += 1) {
      const inside = nodes[index];
      if (inside === undefined || inside.first > node.last) break;
      if (inside.parent === node) inside.parent = node.parent;
    }
    return node.value;
  }

  /** What stands at exactly this prefix. */
  at(prefix: Prefix): Value | undefined {
    return this.#nodeAt(prefix)?.value;
  }

  /** The smallest prefix that holds everything from the first to the last address. */
  around(family: IpFamily, first: bigint, last: bigint): Value | undefined {
    const nodes = this.#nodes[family];
    return climb(nodes[this.#firstAfter(family, first, 128) - 1], last)?.value;
  }

  /** What is around this prefix, the smallest first; without itself. */
  above(prefix: Prefix): Value[] {
    const found: Value[] = [];
    const nodes = this.#nodes[prefix.family];
    let node = climb(nodes[this.#firstAfter(prefix.family, prefix.start, prefix.length - 1) - 1], prefixEnd(prefix));
    for (; node !== undefined; node = node.parent) found.push(node.value);
    return found;
  }

  /** Everything inside this prefix and smaller, in order; only what lies directly in it, or only what holds nothing itself, if wished. */
  *inside(prefix: Prefix, wish: "all" | "direct" | "innermost" = "all"): Generator<Value> {
    const nodes = this.#nodes[prefix.family];
    const end = prefixEnd(prefix);
    let directEnd = -1n;
    for (let index = this.#firstAfter(prefix.family, prefix.start, prefix.length); index < nodes.length; index += 1) {
      const node = nodes[index];
      if (node === undefined || node.first > end) return;
      if (wish === "direct" && node.first <= directEnd) continue;
      if (wish === "innermost" && nodes[index + 1]?.parent === node) continue;
      directEnd = node.last;
      yield node.value;
    }
  }

  /** Whether anything smaller lies in this prefix. */
  holdsSmaller(prefix: Prefix): boolean {
    const nodes = this.#nodes[prefix.family];
    const next = nodes[this.#firstAfter(prefix.family, prefix.start, prefix.length)];
    return next !== undefined && next.first <= prefixEnd(prefix);
  }

  /** Where the first prefix stands that comes after this first address and length. */
  #firstAfter(family: IpFamily, first: bigint, length: number): number {
    const [nodes, ranks] = [this.#nodes[family], this.#ranks[family]];
    const rank = rankOf(family, first);
    let low = 0;
    let high = ranks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = ranks[middle] ?? Number.POSITIVE_INFINITY;
      if (there > rank || (there === rank && isAfter(nodes[middle], first, length))) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #nodeAt(prefix: Prefix): Node<Value> | undefined {
    const nodes = this.#nodes[prefix.family];
    const node = nodes[this.#firstAfter(prefix.family, prefix.start, prefix.length) - 1];
    return node?.first === prefix.start && node.length === prefix.length ? node : undefined;
  }
}

function nodeOf<Value>(prefix: Prefix, value: Value): Node<Value> {
  return { first: prefix.start, last: prefixEnd(prefix), length: prefix.length, value, parent: undefined };
}

/** The whole of an IPv4 address; of an IPv6 address the first 53 bits. */
function rankOf(family: IpFamily, first: bigint): number {
  return Number(family === "ipv4" ? first : first >> 75n);
}

/** From a prefix that begins at or before the wanted one: up, until one reaches far enough. */
function climb<Value>(from: Node<Value> | undefined, last: bigint): Node<Value> | undefined {
  let node = from;
  while (node !== undefined && node.last < last) node = node.parent;
  return node;
}

function isAfter<Value>(node: Node<Value> | undefined, first: bigint, length: number): boolean {
  if (node === undefined) return true;
  return node.first === first ? node.length > length : node.first > first;
}
