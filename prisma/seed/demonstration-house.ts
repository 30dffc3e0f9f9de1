// What every part of the demonstration needs: the people who act, the clock that is moved, and how to find a member.
import sharp from "sharp";
import { approvableActs } from "#app/approvable-acts.server.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { createAccount } from "#app/modules/accounts/index.server.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import { proposeCalendarPublication, proposeFreezing } from "#app/modules/elections/index.server.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import { findOrganizations, listContactsOf } from "#app/modules/organizations/index.server.ts";
import type { SettableClock } from "#app/platform/clock.ts";
import type { Context } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import type { Role } from "#app/platform/permissions/actor.ts";

export type SeedContext = Context & { readonly clock: SettableClock };

export interface SeededHouse {
  readonly context: SeedContext;
  readonly staff: PersonActor;
  readonly commission: readonly [PersonActor, PersonActor, PersonActor];
}

export interface SeededMember {
  readonly organizationId: string;
  readonly name: string;
  readonly handle: string;
  /** Its membership contact. */
  readonly contact: PersonActor;
}

const day = 24 * 60 * 60 * 1000;

/** 18:00 UTC so many days before the day of `now`: the hour at which every published timetable turns. */
export function hourOfTimetables(now: Date, daysAgo: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - daysAgo, 18));
}

export function daysAfter(begin: Date, days: number): Date {
  return new Date(begin.getTime() + days * day);
}

export function as({ context }: Pick<SeededHouse, "context">, actor: PersonActor): PersonContext {
  return { ...context, actor };
}

/** An invented person with an account; marked as a demonstration's. */
export async function invite(
  context: Context,
  name: string,
  language: Language,
  roles: readonly Role[] = [],
): Promise<PersonActor> {
  const created = expectOk(
    await createAccount(context, { name, email: addressOf(name), language, roles, isDemonstration: true }),
  );
  return { kind: "person", ...created, name, roles };
}

/** The address that `invite` gives. */
export function addressOf(name: string): string {
  const local = name
    .normalize("NFD")
    .replace(/[^A-Za-z ]/g, "")
    .toLowerCase()
    .replaceAll(" ", ".");
  return `${local}@association.example`;
}

/** The member with this name, and who acts for it. */
export async function memberNamed(context: Context, name: string): Promise<SeededMember> {
  const { organizations } = await findOrganizations(context, { query: name });
  const [found] = organizations;
  if (found === undefined) throw new Error(`the demonstration's register has no ${name}`);
  const contact = (await listContactsOf(context, [found.id])).find(({ role }) => role === "membership");
  if (contact === undefined) throw new Error(`${name} has no membership contact`);
  const { accountId, userId } = contact;
  const actor: PersonActor = { kind: "person", accountId, userId, name: contact.name, roles: [] };
  return { organizationId: found.id, name: found.name, handle: found.handle, contact: actor };
}

/** Nobody's likeness: a head and shoulders in the colour given. */
export function drawPortrait(hue: number): Promise<Buffer> {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480">
    <rect width="480" height="480" fill="hsl(${hue}, 38%, 82%)"/>
    <circle cx="240" cy="196" r="92" fill="hsl(${hue}, 34%, 46%)"/>
    <path d="M72 480c0-108 76-160 168-160s168 52 168 160z" fill="hsl(${hue}, 40%, 34%)"/>
  </svg>`;
  return sharp(Buffer.from(picture)).png().toBuffer();
}

/** An act that one proposes and another approves. */
export async function byTwo<Refused extends Refusal>(
  { context }: Pick<SeededHouse, "context">,
  second: PersonActor,
  proposed: Promise<Result<{ readonly proposalId: string }, Refused>>,
): Promise<void> {
  const { proposalId } = expectOk(await proposed);
  expectOk(await approveProposal(as({ context }, second), approvableActs, { proposalId }));
}

/** Staff propose the saved dates, a commissioner approves them. */
export async function publishCalendar(house: SeededHouse, electionId: string): Promise<void> {
  const reason = "Las fechas son las que acordó la comisión.";
  await byTwo(house, house.commission[0], proposeCalendarPublication(as(house, house.staff), { electionId, reason }));
}

/** A member of staff proposes the roll as it is, a commissioner approves it. */
export function freezeByTwo(house: SeededHouse, electionId: string): Promise<void> {
  const reason = "El padrón se revisó contra el registro: están todas las organizaciones con derecho a voto.";
  return byTwo(house, house.commission[0], proposeFreezing(as(house, house.staff), { electionId, reason }));
}

export function asSystem(context: Context): Context {
  return withActor(context, { kind: "system", name: "demonstration" });
}
