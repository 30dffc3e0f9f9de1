// The demonstration's bodies with invented people in office, and an election that has just been called: its calendar is published.
import { expectOk, ok } from "#app/lib/result/index.ts";
import { recordTerms } from "#app/modules/bodies/index.server.ts";
import { proposeStages } from "#app/modules/calendars/index.ts";
import {
  createElection,
  createElectionInput,
  publishCalendar,
  setCalendar,
} from "#app/modules/elections/index.server.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { inTransaction, withActor } from "#app/platform/context.server.ts";

/** Name, citizenships, employer, and how many years ago the term of three years began. */
type Holder = readonly [name: string, citizenships: readonly string[], employer: string, yearsAgo: 0 | 1 | 2];

const bodies: readonly { readonly bodyKey: string; readonly holders: readonly Holder[] }[] = [
  {
    bodyKey: "board",
    holders: [
      ["Amalia Quiroga", ["UY", "ES"], "Red del Plata", 2],
      ["Bruno Tavares", ["BR"], "Rede Serra Azul", 2],
      ["Clara Montalvo", ["EC"], "Telco Mitad del Mundo", 2],
      ["Diego Larraín", ["CL"], "", 1],
      ["Elena Castañeda", ["MX"], "Universidad del Valle Alto", 1],
      ["Fabio Mendonça", ["BR"], "Provedor Litoral", 1],
      ["Gloria Ixchel Pop", ["GT"], "Conexión Quetzal", 0],
      ["Hernán Sosa", ["AR"], "", 0],
      ["Ivette Baptiste", ["TT"], "Island Fibre", 0],
    ],
  },
  {
    bodyKey: "electoral-commission",
    holders: [
      ["Joaquín Benítez", ["PY"], "", 2],
      ["Karina Bustos", ["AR"], "Nodo Sur", 1],
      ["Leandro Prates", ["BR"], "", 1],
      ["Mirta Salcedo", ["PE"], "", 0],
      ["Nicolás Arce", ["CR"], "Enlace Pacífico", 0],
    ],
  },
  {
    bodyKey: "fiscal-commission",
    holders: [
      ["Olga Pineda", ["HN"], "", 2],
      ["Patricio Vergara", ["CL"], "", 1],
      ["Renata Lopes", ["BR"], "", 0],
    ],
  },
];

/** Writes who is in office, and calls the election of one seat of the Fiscal Commission as of yesterday. */
export async function callNextElection(
  context: Context,
  staff: PersonActor,
  commission: readonly PersonActor[],
): Promise<void> {
  const year = context.clock.now().getUTCFullYear();
  const source = "Demonstration: invented people";
  const recorded = await inTransaction(withActor(context, staff), async (within) => {
    for (const { bodyKey, holders } of bodies) {
      const terms = holders.map(([name, citizenships, employerGroup, yearsAgo]) => {
        const from = year - yearsAgo;
        const days = { from: `${from}-01-01`, until: `${from + 2}-12-31` };
        return { name, citizenships: [...citizenships], employerGroup, ...days, source };
      });
      const outcome = await recordTerms(within, { bodyKey, holders: terms });
      if (!outcome.ok) return outcome;
    }
    return ok(undefined);
  });
  expectOk(recorded);
  await callFiscalElection(context, staff, commission);
}

async function callFiscalElection(context: Context, staff: PersonActor, commission: readonly PersonActor[]) {
  const now = context.clock.now();
  const call = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - 1, 18));
  const stages = proposeStages("fiscal-commission", call, "call");
  const voting = stages.find(({ kind }) => kind === "voting");
  if (voting === undefined || voting.closesAt === null) throw new Error("the template has no voting");
  const title = {
    es: "Comisión Fiscal: un cargo",
    en: "Fiscal Commission: one seat",
    pt: "Comissão Fiscal: uma vaga",
  };
  const input = createElectionInput.parse({
    title,
    isTest: true,
    hasCall: true,
    contests: [{ kind: "candidates", bodyKey: "fiscal-commission", title, seats: 1, maxChoices: 1 }],
    trusteeAccountIds: commission.map(({ accountId }) => accountId),
    trusteeThreshold: 2,
    rollDate: now.toISOString().slice(0, 10),
    opensAt: voting.opensAt,
    closesAt: voting.closesAt,
  });
  const asStaff = withActor(context, staff);
  const { electionId } = expectOk(await createElection(asStaff, input));
  expectOk(await setCalendar(asStaff, { electionId, stages, template: "fiscal-commission" }));
  expectOk(await publishCalendar(asStaff, { electionId }));
}
