// The directory's copy of the register, kept up with the audit log: every act writes an entry there, so nothing is missed, in any process.
import { lastSequence, listChangedSince } from "#app/modules/audit-log/index.server.ts";
import type { Context, Ground } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import type { DirectoryIndex } from "../domain/directory-index.ts";
import type { Referrals } from "../domain/referrals.ts";
import { isWholesale, loadDirectory, refreshDirectory } from "../queries/load-directory.server.ts";
import { loadReferrals } from "../queries/load-referrals.server.ts";

/** Above so many entries at once, reading everything is quicker. */
const most = 2_000;

/** A copy that its owner asks to catch up, at least twice a second. */
export class LiveDirectory {
  readonly #context: Context;
  #index: DirectoryIndex;
  #sequence: number;
  /** The reading that was asked for last. */
  #reading: Promise<void> = Promise.resolve();
  /** How often the whole register was read. */
  #readings = 1;

  /** Who answers for what this register has nothing of. */
  readonly referrals: Referrals;

  private constructor(context: Context, index: DirectoryIndex, sequence: number, referrals: Referrals) {
    this.referrals = referrals;
    this.#context = context;
    this.#index = index;
    this.#sequence = sequence;
  }

  static async open(ground: Ground): Promise<LiveDirectory> {
    const context = withActor(ground, { kind: "system", name: "directory" });
    // Why the number first: what is written while the rows are read is read once more, and nothing is left out.
    const sequence = await lastSequence(context);
    return new LiveDirectory(context, await loadDirectory(context), sequence, await loadReferrals(ground));
  }

  /** The register as it was when the copy caught up last. */
  get index(): DirectoryIndex {
    return this.#index;
  }

  /** Another one whenever anything that is answered may be another. */
  get version(): string {
    return `${this.#readings}.${this.#index.revision}`;
  }

  /** Why one after the other: pages ask too, and after a register file each of them would read the whole register at the same moment. */
  catchUp(): Promise<void> {
    const reading = this.#reading.then(() => this.#readChanges());
    this.#reading = reading.catch(() => undefined);
    return reading;
  }

  async #readChanges(): Promise<void> {
    const last = await lastSequence(this.#context);
    if (last === this.#sequence) return;
    const changed = await listChangedSince(this.#context, this.#sequence, most);
    if (changed.length === most || changed.some(isWholesale)) {
      this.#index = await loadDirectory(this.#context);
      this.#readings += 1;
    } else await refreshDirectory(this.#context, this.#index, changed);
    this.#sequence = changed.length === most ? last : (changed.at(-1)?.sequence ?? last);
  }
}
