// Staff give a block or AS numbers to another holder, change the status, or take them back, with a reason. What was given on below stays
// as it is registered; what the old holder kept below moves along. Policy manual §2.3.2.18, §7; docs/decisions/0026.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { err, expectOk, ok, refuse } from "#app/lib/result/index.ts";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { changesBetween, recordAudit, takeWritersLock } from "#app/modules/audit-log/index.server.ts";
import { findOrganizationByHandle, getOrganization, numberHolder } from "#app/modules/organizations/index.server.ts";
import type { Context, ContextWithin } from "#app/platform/context.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import { randomIdentifier } from "#app/platform/randomness.server.ts";
import type { AutonomousSystem } from "../domain/autonomous-system.ts";
import { writeAsn } from "../domain/autonomous-system.ts";
import type { DecideDelegationRefusal, Delegation, DelegationStatus, DelegationWish } from "../domain/delegation.ts";
import { decideDelegation, seenOf } from "../domain/delegation.ts";
import { writeHolding } from "../domain/holding.ts";
import type { Network } from "../domain/network.ts";
import { stateOfSystem } from "../domain/registration-state.ts";
import { permissions } from "../module.ts";
import type { DelegatedNumbers, DelegatedParts } from "../queries/delegation.server.ts";
import { findDelegation, partsOfDelegation } from "../queries/delegation.server.ts";
import { changeAutonomousSystem } from "./change-autonomous-system.server.ts";
import { keepSystemVersion } from "./keep-version.server.ts";
import { changeNetwork, withdrawNetwork } from "./place-network.server.ts";
import { tellOfDelegation } from "./tell-of-delegation.server.ts";

export interface ChangeDelegationInput {
  readonly numbers: DelegatedNumbers;
  /** The new holder's ownerid; "": it stays. */
  readonly holder: string;
  readonly status: DelegationStatus;
  readonly reason: string;
  /** What the person saw (`seenOf`). */
  readonly seen: string;
}

export type ChangeDelegationRefusal =
  | DecideDelegationRefusal
  | Refusal<"DELEGATION_CHANGED" | "HOLDER_UNKNOWN" | "HOLDER_OF_ANOTHER_REGISTRY" | "HOLDER_OF_NOTHING">;

interface Side {
  readonly holder: { readonly handle: string; readonly name: string; readonly opaqueId: string } | null;
  readonly status: DelegationStatus;
  readonly country: string;
}

export interface ChangedDelegation {
  /** "198.18.0.0/22", "AS64496". */
  readonly resources: readonly string[];
  readonly before: Side;
  readonly after: Side;
  /** What was registered below for the old holder itself, and moves along. */
  readonly moved: readonly string[];
  /** What others have below, and keep. */
  readonly kept: readonly string[];
  /** What ends below, because the whole is taken back. */
  readonly ended: readonly string[];
}

export function changeDelegation(
  context: Context,
  input: ChangeDelegationInput,
): Promise<Result<ChangedDelegation, ChangeDelegationRefusal>> {
  requirePermission(context.actor, permissions, "resources:change-delegations");
  return inTransaction(context, (within) => changeWithin(within, input));
}

/** The same, taken back: what it would do, or the refusal that it would meet. */
export async function previewDelegation(
  context: Context,
  input: ChangeDelegationInput,
): Promise<Result<ChangedDelegation, ChangeDelegationRefusal>> {
  requirePermission(context.actor, permissions, "resources:change-delegations");
  const outcome = await inTransaction(context, async (within) => err(await changeWithin(within, input)));
  return outcome.error;
}

async function changeWithin(
  within: ContextWithin,
  input: ChangeDelegationInput,
): Promise<Result<ChangedDelegation, ChangeDelegationRefusal>> {
  await takeWritersLock(within);
  const delegation = await findDelegation(within, input.numbers);
  if (delegation === undefined) return refuse("DELEGATION_CHANGED");
  const parts = await partsOfDelegation(within, delegation);
  if (seenOf(delegation, parts.below) !== input.seen) return refuse("DELEGATION_CHANGED");
  if (input.holder !== "" && input.status === "reserved") return refuse("HOLDER_OF_NOTHING");
  const holder = await holderAfter(within, delegation, input.holder);
  if (!holder.ok) return holder;
  const wish = { organizationId: holder.value.id, status: input.status };
  const decision = decideDelegation(delegation, wish, parts.below.length);
  if (!decision.ok) return decision;
  const before = await sideOf(within, delegation);
  const { status } = input;
  const isBack = status === "reserved";
  const changing = changingBelow(delegation, wish, parts);
  if (isBack) await takeBack(within, delegation, parts);
  else
    await handOn(within, delegation, { ...parts, own: changing }, { ...wish, status, country: holder.value.country });
  await record(within, delegation, input, wish);
  await tellOfDelegation(within, {
    resources: writeHolding(delegation).join(", "),
    ...{ before: delegation, after: isBack ? null : wish, status },
    ...{ networks: [...parts.direct, ...changing], systems: parts.systems },
  });
  const isChanging = new Set(changing);
  return ok({
    resources: writeHolding(delegation),
    before,
    after: isBack
      ? { holder: null, status, country: "" }
      : { ...(await sideOf(within, { ...delegation, ...wish, country: holder.value.country })), status },
    moved: isBack ? [] : namesOf(changing),
    kept: namesOf(parts.below.filter((each) => !isChanging.has(each))),
    ended: isBack ? namesOf(changing) : [],
  });
}

async function holderAfter(within: ContextWithin, delegation: Delegation, handle: string) {
  if (handle === "") return ok({ id: delegation.organizationId, country: delegation.country });
  const found = await findOrganizationByHandle(within, handle);
  if (found === undefined) return refuse("HOLDER_UNKNOWN", { handle });
  if (found.id === delegation.organizationId) return ok({ id: found.id, country: delegation.country });
  const number = await numberHolder(within, found.id, delegation.registry);
  if (number === undefined) return refuse("HOLDER_OF_ANOTHER_REGISTRY", { handle: found.handle });
  return ok({ id: found.id, country: found.country });
}

async function sideOf(
  within: ContextWithin,
  { organizationId, status, country }: Pick<Delegation, "organizationId" | "country"> & { status: DelegationStatus },
): Promise<Side> {
  const { handle, name, opaqueId } = await getOrganization(within, organizationId);
  return { holder: { handle, name, opaqueId: opaqueId ?? "" }, status, country };
}

/** What does not stay as it is registered below: all of it where the whole is taken back, the old holder's own where another one gets it. */
function changingBelow(
  delegation: Delegation,
  { organizationId, status }: DelegationWish,
  parts: DelegatedParts,
): readonly Network[] {
  if (status === "reserved") return parts.below;
  return organizationId === delegation.organizationId ? [] : ownBelow(delegation, parts);
}

/** What the holder has registered below for itself: in its own network, up to the direct one. */
function ownBelow({ organizationId }: Delegation, { direct, below }: DelegatedParts): Network[] {
  const own = new Set<string>(direct.map(({ id }) => id));
  return below.filter((each) => {
    const isOwn = each.organizationId === organizationId && own.has(each.parentId ?? "");
    if (isOwn) own.add(each.id);
    return isOwn;
  });
}

async function handOn(
  within: ContextWithin,
  delegation: Delegation,
  { direct, systems, own }: DelegatedParts & { readonly own: readonly Network[] },
  wish: { readonly organizationId: string; readonly status: "allocated" | "assigned"; readonly country: string },
): Promise<void> {
  const { organizationId, status, country } = wish;
  const hasNewHolder = organizationId !== delegation.organizationId;
  // Why nobody by name: the new holder's administrative contact answers until the new holder names others.
  const none = { technicalContactId: null, abuseContactId: null, originAsn: null, geofeedUrl: null };
  const fields = hasNewHolder ? { organizationId, ...none } : {};
  for (const { id, version } of direct) expectOk(await changeNetwork(within, id, version, { ...fields, status }));
  for (const { id, version } of own) expectOk(await changeNetwork(within, id, version, fields));
  const ofSystem = hasNewHolder ? { organizationId, routingContactId: null, abuseContactId: null } : {};
  for (const { asn, version } of systems) {
    expectOk(await changeAutonomousSystem(within, asn, version, { ...ofSystem, status }));
  }
  const decidedAt = within.clock.now();
  await within.database.holding.update({
    where: { id: delegation.id },
    data: { organizationId, status, country, decidedAt },
  });
}

/** Nobody holds it any more. What lies below ends first, from the inside out. */
async function takeBack(
  within: ContextWithin,
  delegation: Delegation,
  { direct, below, systems }: DelegatedParts,
): Promise<void> {
  for (const { id, version } of [...direct, ...below].reverse()) expectOk(await withdrawNetwork(within, id, version));
  for (const system of systems) await withdrawSystem(within, system);
  const { id, registry, family, start, value } = delegation;
  await within.database.holding.delete({ where: { id } });
  await within.database.undelegatedRange.create({
    data: {
      id: randomIdentifier(within.random),
      ...{ registry, family, start, value, date: "", status: "reserved" },
      decidedAt: within.clock.now(),
    },
  });
}

async function withdrawSystem(within: ContextWithin, system: AutonomousSystem): Promise<void> {
  await keepSystemVersion(within, system, true);
  await within.database.autonomousSystem.delete({ where: { id: system.id } });
  const state = stateOfSystem(system);
  await recordAudit(within, {
    action: "resources:autonomous-system-withdrawn",
    subjectType: "autonomous-system",
    subjectId: writeAsn(system.asn),
    changes: changesBetween(state, Object.fromEntries(Object.keys(state).map((field) => [field, null]))),
  });
}

/** One entry with the reason; each network and AS number has its own beside it. */
async function record(
  within: ContextWithin,
  delegation: Delegation,
  { reason, status }: ChangeDelegationInput,
  wish: { readonly organizationId: string },
): Promise<void> {
  const [first = ""] = writeHolding(delegation);
  const organizationId = status === "reserved" ? null : wish.organizationId;
  await recordAudit(within, {
    action: "resources:delegation-changed",
    subjectType: delegation.family === "asn" ? "autonomous-system" : "network",
    subjectId: first,
    changes: changesBetween(
      { organizationId: delegation.organizationId, status: delegation.status },
      { organizationId, status },
    ),
    details: { reason, resources: writeHolding(delegation).join(" ") },
  });
}

function namesOf(networks: readonly Network[]): string[] {
  return networks.map(({ prefix }) => formatPrefix(prefix));
}
