// What whoever audits knows from elsewhere: keys and fingerprints that did not come out of the bundle. A key that the bundle itself
// hands over proves only that the bundle agrees with itself.
export interface KnownToAuditor {
  /** The log's key (c2sp.org/signed-note "vkey"). */
  readonly logKey?: string | undefined;
  /** Witnesses' keys (c2sp.org/tlog-cosignature). */
  readonly witnessKeys?: readonly string[] | undefined;
  /** How many of these witnesses must have cosigned; all of them where nothing is said. */
  readonly witnessesNeeded?: number | undefined;
  /** Noted at some time: of the bundle, of its evidence, of the roll, of the election, or of the end of the archive. */
  readonly fingerprints?: readonly string[] | undefined;
}
