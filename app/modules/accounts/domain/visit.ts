// Where a request comes from, as far as signing in needs to know.

export interface Visit {
  /** The client's address. */
  readonly address: string;
  /** The browser's name, for the list of sessions. */
  readonly device: string;
  /** A random identifier that this browser keeps; absent in one that never signed in. */
  readonly deviceId?: string;
  /** The accounts that signed in with this browser before. */
  readonly knownAccountIds: readonly string[];
  /** The token of the session that this browser has already, which the new one replaces. */
  readonly previousToken?: string;
}
