// The demonstration's bodies with invented people in office, and the rules of its Electoral Commission, which has a seat to fill for two years.
import { expectOk, ok } from "#app/lib/result/index.ts";
import { addBodyRules, findBodyRules, recordTerms } from "#app/modules/bodies/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { asSystem, daysAfter } from "./demonstration-house.ts";
import type { SeededHouse } from "./demonstration-house.ts";

/** Name, citizenships, employer, and how many years ago the term of three years began. */
type Holder = readonly [name: string, citizenships: readonly string[], employer: string, yearsAgo: 0 | 1 | 2];

// Why one citizenship twice among those who stay on the Board: the call for its vacant seat then bars it, and says because of whom.
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
      ["Hernán Sosa", ["AR", "MX"], "", 0],
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

/** Two of them stay beside those who are elected; the other three leave at the end of the year. */
const electoralCommission: readonly Holder[] = [
  ["Mateo Rivas", ["CR"], "", 1],
  ["Beatriz Nunes", ["BR"], "", 0],
  ["Kofi Charles", ["TT"], "", 2],
  ["Leandro Prates", ["AR"], "", 2],
  ["Mirta Salcedo", ["PE"], "", 2],
];

const source = "Demonstration: invented people";

/** Three seats are filled at once: two for three years, and what remains of one that fell vacant. */
export async function ruleElectoralCommission({ context }: SeededHouse): Promise<void> {
  const now = context.clock.now();
  const current = await findBodyRules(context, "electoral-commission", now.toISOString().slice(0, 10));
  if (current === undefined) throw new Error("the Electoral Commission has no rules");
  expectOk(
    await addBodyRules(asSystem(context), "electoral-commission", {
      effectiveFrom: daysAfter(now, 1).toISOString().slice(0, 10),
      isAssumed: true,
      source: "Demonstration: as in the election of 2018, the two best serve three years and the third two.",
      document: { ...current.document, renewalsPerYear: 3, termsBegin: "new-year", termYearsByRank: [3, 3, 2] },
    }),
  );
}

/** Writes who is in office. `closesAt`: when the election to the Electoral Commission ends, after which its elected begin. */
export async function fillBodies({ context }: SeededHouse, now: Date, closesAt: Date): Promise<void> {
  const years = { now: now.getUTCFullYear(), election: closesAt.getUTCFullYear() };
  const recorded = await inTransaction(asSystem(context), async (within) => {
    for (const { bodyKey, holders } of [
      ...bodies.map((body) => ({ ...body, holders: body.holders.map((holder) => termOf(holder, years.now)) })),
      {
        bodyKey: "electoral-commission",
        holders: electoralCommission.map((holder) => termOf(holder, years.election)),
      },
    ]) {
      const outcome = await recordTerms(within, { bodyKey, holders });
      if (!outcome.ok) return outcome;
    }
    return ok(undefined);
  });
  expectOk(recorded);
}

function termOf([name, citizenships, employerGroup, yearsAgo]: Holder, year: number) {
  const from = year - yearsAgo;
  const days = { from: `${from}-01-01`, until: `${from + 2}-12-31` };
  return { name, citizenships: [...citizenships], employerGroup, ...days, source };
}
