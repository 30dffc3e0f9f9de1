// A running house as the ground for factories: what a story presupposes is made through commands, and the story itself in browsers.
import type { Given, TestContext } from "../setup/databases.ts";
import { SettableClock } from "#app/platform/clock.ts";
import { withActor } from "#app/platform/context.server.ts";
import { announceInTime } from "../factories/elections.ts";
import type { RunningHouse } from "../setup/running-house.ts";

/** Sets the house's own clock too, so that pages and factories live at the same time. */
class HouseClock extends SettableClock {
  readonly #house: RunningHouse;

  constructor(house: RunningHouse) {
    super(house.clock.now());
    this.#house = house;
  }

  override now(): Date {
    return this.#house.clock.now();
  }

  override set(instant: Date): void {
    this.#house.clock.goTo(instant);
  }
}

export function givenBy(house: RunningHouse): Given {
  const clock = new HouseClock(house);
  return {
    kind: "sqlite",
    databaseUrl: house.ground.settings.databaseUrl,
    database: house.ground.database,
    clock,
    settings: house.ground.settings,
    context(wish = {}): TestContext {
      if (wish.now !== undefined) clock.set(new Date(wish.now));
      return { ...withActor(house.ground, wish.actor ?? house.context.actor), clock };
    },
  };
}

/** Why here and not on the calendar's page: what binds is announced thirty days ahead, and a story takes an hour. */
export function announceIn(house: RunningHouse, electionId: string): Promise<void> {
  return announceInTime(givenBy(house), electionId);
}
