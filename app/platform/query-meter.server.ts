// Counts what each client asks within a minute, in this process's memory: for doors where asking a database would cost more than answering.
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export interface MeterLimits {
  /** Questions in a minute that are answered whole. */
  readonly perMinute: number;
  /** So many more are answered with less. */
  readonly reducedPerMinute: number;
  /** How long a client waits that asked even more. */
  readonly waitSeconds: number;
}

export type Metered =
  { readonly kind: "whole" | "reduced" } | { readonly kind: "refused"; readonly retryAfterSeconds: number };

export class QueryMeter {
  readonly #limits: MeterLimits;
  readonly #limiter: RateLimiterMemory;

  constructor(limits: MeterLimits) {
    this.#limits = limits;
    const points = limits.perMinute + limits.reducedPerMinute;
    this.#limiter = new RateLimiterMemory({ points, duration: 60, blockDuration: limits.waitSeconds });
  }

  /** Counts one more question of this client. */
  async count(client: string): Promise<Metered> {
    try {
      const { consumedPoints } = await this.#limiter.consume(client);
      return { kind: consumedPoints <= this.#limits.perMinute ? "whole" : "reduced" };
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return { kind: "refused", retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) };
    }
  }
}
