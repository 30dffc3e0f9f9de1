// Things by what they belong to; each once in a group, by its name.

export class Groups<Value> {
  readonly #groups = new Map<string, Map<string, Value>>();
  readonly #nameOf: (value: Value) => string;

  constructor(nameOf: (value: Value) => string) {
    this.#nameOf = nameOf;
  }

  add(owner: string, value: Value): void {
    const group = this.#groups.get(owner);
    if (group === undefined) this.#groups.set(owner, new Map([[this.#nameOf(value), value]]));
    else group.set(this.#nameOf(value), value);
  }

  remove(owner: string, value: Value): void {
    const group = this.#groups.get(owner);
    group?.delete(this.#nameOf(value));
    if (group?.size === 0) this.#groups.delete(owner);
  }

  of(owner: string): Iterable<Value> {
    return this.#groups.get(owner)?.values() ?? [];
  }
}
