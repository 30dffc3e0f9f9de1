// User IDs as registries write them: letters and sometimes digits, for example MAP193.
// Source: domain.md §7 (nic-hdl: two to six letters and optional digits).

/** The form in which user IDs are kept and compared. */
export function normalizeUserId(typed: string): string {
  return typed.trim().toUpperCase();
}

/** Whether a text could be a user ID. */
export function isUserId(text: string): boolean {
  return /^[A-Z]{2,12}[0-9]{0,6}$/.test(text);
}

/** The letters of a new user ID: three initials, from the first and the last names. */
export function initialsOf(name: string): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((word) => word !== "");
  const [first = "X", second = "", ...rest] = words;
  const last = rest.at(-1) ?? "";
  const letters = `${first[0] ?? ""}${second[0] ?? ""}${last[0] ?? ""}`;
  return (letters + (words.at(-1) ?? "").slice(1) + "XXX").slice(0, 3);
}

/** Gives out user IDs that are not in `taken`, and takes them. */
export class UserIdDispenser {
  readonly #taken: Set<string>;
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** Takes the wished user ID; false when somebody has it. */
  take(userId: string): boolean {
    if (this.#taken.has(userId)) return false;
    this.#taken.add(userId);
    return true;
  }

  /** The next free user ID for a name: its initials and a number. */
  dispense(name: string): string {
    const initials = initialsOf(name);
    for (let number = this.#next.get(initials) ?? 1; ; number += 1) {
      const userId = `${initials}${number}`;
      if (!this.take(userId)) continue;
      this.#next.set(initials, number + 1);
      return userId;
    }
  }
}
