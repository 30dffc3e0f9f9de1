// Counts what each client asks within a minute, in this process's memory: for doors where asking a database would cost more than answering.
// Why no library: those that there are remember every client, and a flood from ever new addresses would fill the memory.

export interface MeterLimits {
  /** Questions in a minute that are answered whole. */
  readonly perMinute: number;
  /** So many more are answered with less. */
  readonly reducedPerMinute: number;
  /** How long a client waits that asked even more. */
  readonly waitSeconds: number;
}

export interface Metered {
  readonly kind: "whole" | "reduced" | "refused";
  /** Until the count begins anew. */
  readonly retryAfterSeconds: number;
}

interface Count {
  asked: number;
  endsAt: number;
}

/** Clients remembered at once; some ten megabytes. */
const mostClients = 100_000;

export class QueryMeter {
  readonly #limits: MeterLimits;
  readonly #now: () => number;
  /** In the order in which their time began: the first is the first to be forgotten. */
  readonly #counts = new Map<string, Count>();

  /** `now` in milliseconds. */
  constructor(limits: MeterLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  get clients(): number {
    return this.#counts.size;
  }

  /** Counts one more question of this client. */
  count(client: string): Metered {
    const now = this.#now();
    const { perMinute, reducedPerMinute, waitSeconds } = this.#limits;
    const most = perMinute + reducedPerMinute;
    const known = this.#counts.get(client);
    const count = known !== undefined && known.endsAt > now ? known : this.#begin(client, now + 60_000);
    count.asked += 1;
    // Why only then: whoever goes on asking while waiting does not wait for ever.
    if (count.asked === most + 1) this.#begin(client, now + waitSeconds * 1000, most + 1);
    const { endsAt } = this.#counts.get(client) ?? count;
    const retryAfterSeconds = Math.max(1, Math.ceil(Math.round(endsAt - now) / 1000));
    return {
      kind: count.asked <= perMinute ? "whole" : count.asked <= most ? "reduced" : "refused",
      retryAfterSeconds,
    };
  }

  #begin(client: string, endsAt: number, asked = 0): Count {
    this.#counts.delete(client);
    const [oldest] = this.#counts.size >= mostClients ? this.#counts.keys() : [];
    if (oldest !== undefined) this.#counts.delete(oldest);
    const count = { asked, endsAt };
    this.#counts.set(client, count);
    return count;
  }
}
