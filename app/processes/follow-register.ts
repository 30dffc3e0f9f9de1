// Keeps the directory's copy of the register up with the database, four times a second: for every program that answers from it.
import type { Ground } from "#app/platform/context.server.ts";
import { LiveDirectory } from "#app/modules/directory/index.server.ts";
import { repeat } from "./repeat.ts";

export interface FollowedRegister {
  readonly directory: LiveDirectory;
  stop(): Promise<void>;
}

export async function followRegister(ground: Ground, restMs = 250): Promise<FollowedRegister> {
  const directory = await LiveDirectory.open(ground);
  const following = repeat("following the register", restMs, ground.log, () => directory.catchUp());
  return { directory, stop: () => following.stop() };
}
