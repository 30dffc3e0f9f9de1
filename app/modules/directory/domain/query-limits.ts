// How much one client may ask of the directory in a minute, so that nobody copies it and everybody is answered. An IPv6 client is its /64.

export interface QueryLimits {
  /** Questions of one client in a minute that get whole answers. */
  readonly perMinute: number;
  /** So many more get answers without contacts (WHOIS); whoever asks on waits. */
  readonly reducedPerMinute: number;
  /** How long a client waits that asked even more. */
  readonly waitSeconds: number;
}

export const defaultQueryLimits: QueryLimits = { perMinute: 240, reducedPerMinute: 240, waitSeconds: 300 };
