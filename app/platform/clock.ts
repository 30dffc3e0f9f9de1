// The only way to learn the time: given to whoever needs it, so that tests and rehearsals can live in another.

export interface Clock {
  /** The present instant. */
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date(),
};

/** A clock that stands where it was put, for tests, simulations and the demonstration. */
export class SettableClock implements Clock {
  #instant: Date;

  constructor(instant: Date) {
    this.#instant = instant;
  }

  now(): Date {
    return new Date(this.#instant);
  }

  set(instant: Date): void {
    this.#instant = instant;
  }
}
