// Every address of the house, asked by a visitor, a member and every role: who is let in stands in who-may-open-what.md, a form without
// words never breaks anything, and asking for a page changes nothing (finding L12 of the incumbent's audit: there a GET wrote over the
// stored secret). On SQLite alone: the doors are about people, and what stands behind them has its own tests on both databases.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";
import { openLogKey, signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { listElections } from "#app/modules/elections/index.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { startWeb } from "#app/processes/web.ts";
import { listUrls } from "#app/urls.js";
import { createDemonstration } from "#prisma/seed/demonstration.ts";
import type { Given } from "../setup/databases.ts";
import { describeOnEachDatabase } from "../setup/databases.ts";
import { listRows } from "../setup/every-row.ts";
import type { BrowserOf, Door, Knocker, Method } from "./doors/knock.ts";
import { fillAddress, knockers, knockersAmong, listDoors, people } from "./doors/knock.ts";
import { nameOfDoor, readDoorTable, writeDoorLine } from "./doors/table.ts";

const buildPath = fileURLToPath(new URL("../../build/server/index.js", import.meta.url));

/** Everything that nobody may change who is not let in: all but sessions, and the entries that say who was refused at a door. */
async function stateOf(given: Given): Promise<string[]> {
  const rows = await listRows(given);
  return rows
    .filter(
      ({ table, text }) => table !== "sessions" && table !== "audit_tail" && !text.includes("accounts:door-refused"),
    )
    .map(({ table, text }) => `${table}\n${text}`)
    .sort();
}

/** What is there in the place of an address's parameters, of the election that is at the stage. */
async function paramsOf(given: Given, stage: string): Promise<Record<string, string>> {
  const { database } = given;
  const elections = await listElections(given.context());
  const electionId = elections.find(({ phase }) => phase === stage)?.id;
  if (electionId === undefined) throw new Error(`the demonstration has no election at the stage ${stage}`);
  const contact = await database.account.findFirstOrThrow({ where: { name: people.contact } });
  const organization = await database.organization.findFirstOrThrow({
    where: { contacts: { some: { accountId: contact.id } } },
  });
  const candidacy =
    (await database.candidacy.findFirst({ where: { electionId, name: people.candidate } })) ??
    (await database.candidacy.findFirst({ where: { electionId, publishedAt: { not: null } } }));
  const claim = await database.claim.findFirst({ where: { electionId } });
  const proposal = await database.approval.findFirstOrThrow({ where: { state: "proposed" } });
  const campaign = await database.campaign.findFirst({ where: { electionId } });
  const term = await database.officeTerm.findFirstOrThrow({ where: { bodyKey: "electoral-commission" } });
  const network = await database.network.findFirstOrThrow({ where: { organizationId: organization.id } });
  const system = await database.autonomousSystem.findFirstOrThrow({
    where: { NOT: { organizationId: organization.id } },
  });
  const entry = await database.rollEntry.findFirst({ where: { electionId, contactAccountId: contact.id } });
  return {
    ...{ electionId, handle: organization.handle, role: "membership", sequence: "3", file: "es.json" },
    ...{ candidacyId: candidacy?.id ?? "none", part: "questionnaire", number: String(claim?.number ?? 0) },
    ...{ proposalId: proposal.id, campaignId: campaign?.id ?? "none", kind: "free-notice", language: "es" },
    ...{ networkId: network.id, asn: String(system.asn), resource: `AS${system.asn}`, contact: "technical" },
    ...{ statistics: `delegated-${network.registry}-extended-latest` },
    // The first block of the demonstration's register.
    ...{ address: "10.0.0.0", length: "23" },
    ...{
      bodyKey: "electoral-commission",
      questionnaireId: "built-in",
      termId: term.id,
      token: "mistyped",
      mailId: "none",
      entry: entry?.id ?? "",
    },
  };
}

interface World {
  readonly build: ServerBuild;
  readonly doors: readonly Door[];
  readonly browserOf: BrowserOf;
  readonly paramsAt: ReadonlyMap<string, Record<string, string>>;
}

async function furnish(given: Given): Promise<World> {
  if (!existsSync(buildPath)) throw new Error("The pages are not built. Run npm test, which builds them.");
  given.clock.set(systemClock.now());
  const ground = given.context();
  await createDemonstration(ground);
  await openLogKey(ground);
  expect((await signCheckpoint(ground)).ok).toBe(true);
  const build = (await import(buildPath)) as ServerBuild;
  const stages = ["draft", "preparing", "open", "result"];
  const paramsAt = new Map(
    await Promise.all(stages.map(async (stage) => [stage, await paramsOf(given, stage)] as const)),
  );
  return { build, doors: await listDoors(ground, build), browserOf: await knockersAmong(given), paramsAt };
}

const table = readDoorTable();
const stageOf = (door: Door) => table.get(nameOfDoor(door))?.stage ?? "open";
const isLetIn = (door: Door, knocker: Knocker) =>
  table.get(nameOfDoor(door))?.answers[knockers.indexOf(knocker)] === "yes";

/** Knocks at the doors for those whom the filter names; what they are answered by door, and what broke. */
class Round {
  readonly problems: string[] = [];
  readonly #answers = new Map<string, string[]>();

  async knock(world: World, doors: readonly Door[], isAsked = (_door: Door, _knocker: Knocker) => true): Promise<void> {
    for (const door of doors) {
      const answers = this.#answers.get(nameOfDoor(door)) ?? knockers.map(() => "");
      this.#answers.set(nameOfDoor(door), answers);
      for (const [place, knocker] of knockers.entries()) {
        if (!isAsked(door, knocker)) continue;
        const params = world.paramsAt.get(stageOf(door)) ?? {};
        const { answer, problem } = await door.knock(params, await world.browserOf(knocker));
        if (answer === "BROKEN") this.problems.push(`${nameOfDoor(door)}, ${knocker}: ${String(problem)}`);
        answers[place] = answer;
      }
    }
  }

  /** As the table has them. */
  linesOf(doors: readonly Door[]): string[] {
    return doors.map((door) => writeDoorLine(door, stageOf(door), this.#answers.get(nameOfDoor(door)) ?? [])).sort();
  }
}

const linesOfTable = (method: Method) =>
  [...table.values()]
    .filter(({ door }) => door.startsWith(method))
    .map(({ line }) => line)
    .sort();

/** Every address of the product, with what is there in the place of its parameters, for the elections at every stage. */
async function listAddresses({ paramsAt }: World): Promise<string[]> {
  const urls = await listUrls();
  const filled = urls.flatMap(({ path }) => [...paramsAt.values()].map((params) => fillAddress(`/${path}`, params)));
  return [...new Set(filled)];
}

describeOnEachDatabase(
  "every address",
  (given) => {
    let world: World;
    beforeAll(async () => {
      world = await furnish(given);
    });

    // Requirement: L12, L10
    test("no address writes anything when it is asked for with GET, whoever asks", async () => {
      const addresses = await listAddresses(world);
      const before = await stateOf(given);
      const web = await startWeb(given.context(), world.build, 0);
      const broken: string[] = [];
      for (const knocker of ["visitor", "contact", "staff", "trustee", "auditor"] as const) {
        const cookie = await world.browserOf(knocker);
        const headers = cookie === "" ? {} : { Cookie: cookie };
        for (const address of addresses) {
          const response = await fetch(`http://127.0.0.1:${web.port}${address}`, { headers, redirect: "manual" });
          await response.arrayBuffer();
          if (response.status >= 500) broken.push(`${response.status} ${address}`);
        }
      }
      await web.close();
      expect(addresses.length).toBeGreaterThan(70);
      const after = await stateOf(given);
      expect(after.filter((row) => !before.includes(row))).toEqual([]);
      expect(after).toEqual(before);
      expect(broken).toEqual([]);
    });

    // Requirement: CM 22
    test("every page lets in whom the table says, and none is without a line in it", async () => {
      const doors = world.doors.filter(({ method }) => method === "GET");
      const round = new Round();
      await round.knock(world, doors);
      expect(round.problems).toEqual([]);
      expect(round.linesOf(doors)).toEqual(linesOfTable("GET"));
    });

    // Requirement: CM 22
    test("every form, sent empty, is taken from whom the table says, breaks for nobody, and changes nothing where refused", async () => {
      const doors = world.doors.filter(({ method }) => method === "POST");
      const round = new Round();
      const before = await stateOf(given);
      await round.knock(world, doors, (door, knocker) => !isLetIn(door, knocker));
      const afterRefusals = await stateOf(given);
      await round.knock(world, doors, isLetIn);
      expect(round.problems).toEqual([]);
      expect(round.linesOf(doors)).toEqual(linesOfTable("POST"));
      expect(afterRefusals).toEqual(before);
    });
  },
  { on: "sqlite", fresh: "once" },
);
