// What an import found and did. Kept with the import and shown to whoever ran it.

export interface RegisterReport {
  /** Allocated and assigned records of the file. */
  readonly records: number;
  /** Holders of the file. */
  readonly organizations: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Records that nobody holds: available and reserved. */
  readonly undelegated: number;
  /** Networks and AS numbers that came, changed and went with the records. */
  readonly registrations: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly seconds: number;
  /** The registry whose file it is; records of other registries are left alone. */
  readonly registry: string;
  /** The day that the file describes. */
  readonly day: string;
  readonly serial: string;
  readonly sha256: string;
  readonly organizationsAdded: number;
  /** Country changed, or a real name in the place of an invented one. */
  readonly organizationsChanged: number;
  /** Held something before this file and nothing in it: their membership as holders ended. */
  readonly organizationsWithoutHoldings: number;
  readonly contactsInvented: number;
  /** Holders whose name came from the file of names. */
  readonly named: number;
  /** Who is to be named wherever the names are shown; "" when no file of names was given. */
  readonly namesAttribution: string;
}
