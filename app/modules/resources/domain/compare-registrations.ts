// What the register has to add, change and remove so that its direct networks or AS numbers are what the holdings say.

export interface Registration {
  readonly organizationId: string;
  readonly status: string;
  readonly registeredOn: string;
}

export interface RegistrationDifference<Known, Wanted> {
  readonly added: readonly Wanted[];
  readonly changed: readonly { readonly before: Known; readonly after: Wanted }[];
  readonly removed: readonly Known[];
}

/** `keyOf` names the resource, alike for both. */
export function compareRegistrations<Known extends Registration, Wanted extends Registration>(
  known: readonly Known[],
  wanted: readonly Wanted[],
  keyOf: (each: Known | Wanted) => string,
): RegistrationDifference<Known, Wanted> {
  const left = new Map(known.map((each) => [keyOf(each), each]));
  const added: Wanted[] = [];
  const changed: { before: Known; after: Wanted }[] = [];
  for (const after of wanted) {
    const before = left.get(keyOf(after));
    left.delete(keyOf(after));
    if (before === undefined) added.push(after);
    else if (!isSame(before, after)) changed.push({ before, after });
  }
  return { added, changed, removed: [...left.values()] };
}

function isSame(left: Registration, right: Registration): boolean {
  const fields = ["organizationId", "status", "registeredOn"] as const;
  return fields.every((field) => left[field] === right[field]);
}
